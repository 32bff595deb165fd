import { answer } from '../../../layers/platform/http/outcome.ts';
import type { RecordHtmlDeps } from '../deps.ts';
import { plainPage } from '../domain/pages/html-page.ts';
import { languageIn } from '../domain/pages/page-query.ts';
import { recordHtml } from '../domain/pages/record-html.ts';
import { recordAddress } from '../domain/record-address.ts';
import { namesOfBranches } from './names-of-branches.ts';
import { showRecordPage } from './show-record-page.ts';

const everybody = { kind: 'anonymous' } as const;

/** Returns the page of a record as everybody may see it, as HTML; refused as a page, so that staff who see more can open it in the app. */
export const showRecordHtml = async (
  deps: RecordHtmlDeps,
  { recordId, query, now }: { recordId: string; query: string; now: number },
) => {
  const language = languageIn(query);
  const [page, site, branchName] = await Promise.all([
    showRecordPage(deps, recordId, everybody, now),
    deps.site(),
    namesOfBranches(deps),
  ]);
  if (page)
    return answer(recordHtml(page, recordId, { site, branchName, language }), {
      link: `<${recordAddress(site, page.recordId)}>; rel="canonical"`,
    });
  const refused = {
    code: 'unknown-record' as const,
    detail: `There is no record ${recordId}.`,
    pointer: '/path/recordId',
  };
  return { refused: [refused], instead: plainPage(language, 'unknown') };
};
