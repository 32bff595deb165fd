import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { copyDeps } from '../../deps.ts';
import { filePage } from '../../domain/copies/copy-page.ts';
import { findLinkedCopy, pageHeaders } from '../../use-cases/copies/find-linked-copy.ts';
import { COPY_MINUTES, copyView, noCopy, openLink } from '../../use-cases/copies/open-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyDeps, async ({ path: { token }, now }, deps) => {
  const found = await findLinkedCopy(deps, token);
  if (!found) return noCopy;
  const used = await openLink(deps, found, now);
  if ('refused' in used) return used;
  const { copyrightNotice } = await deps.copyRules(now);
  const view = copyView(used.document, copyrightNotice);
  return answer(filePage(view, used.url, COPY_MINUTES), pageHeaders);
});
