import { monthStore } from '../../../layers/data/month-store.ts';
import { requestedMonth } from '../../../layers/data/requested-month.ts';
import { operationLines } from '../../../layers/domain/report/operation-lines.ts';
import { reportView } from '../../../layers/domain/report/view.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ months: monthStore(runtime) }),
  async ({ path, query, now }, { months }) => {
    const read = await requestedMonth(months, { month: path.month, member: query.member }, now);
    if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
    const { report, synthetic } = read;
    const { currency, lines } = reportView({ ...report, lines: operationLines(report) });
    const operations = lines.filter(({ service }) => query.service === undefined || service === query.service);
    return answer({ month: path.month, currency, synthetic, operations });
  },
);
