import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { estimatePdf } from './documents/estimate-pdf.ts';
import { offeredFile } from './documents/offered-file.ts';
import { type EstimateQuery, makeEstimate } from './estimate-cost.ts';

type Deps = Parameters<typeof makeEstimate>[0] & { bucket: Bucket };
type Asked = { query: EstimateQuery; paper: PaperSize; language: StatementLanguage; now: number };

/** Writes an estimate of the whole cost as a PDF, and returns its download address. */
export const printEstimate = async (deps: Deps, { query, paper, language, now }: Asked) => {
  const made = await makeEstimate(deps, { query, now });
  if ('missing' in made) return refuse('no-report', made.missing, '/query/month');
  const file = {
    bytes: await estimatePdf(made.view, { size: paper, language }),
    ...{ type: 'application/pdf', ending: '.pdf' },
  };
  const about = { memberId: CONSORTIUM, named: `estimate-${made.view.month}`, now };
  return answer(await offeredFile(deps.bucket, file, about));
};
