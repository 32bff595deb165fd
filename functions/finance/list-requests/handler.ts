import { monthStore } from '../../../layers/data/month-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { usageStore } from '../../../layers/data/usage-store.ts';
import { lineOfUse } from '../../../layers/domain/report/operation-lines.ts';
import { requestRows } from '../../../layers/domain/report/request-rows.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { kept } from '../../../layers/runtime/kept.ts';
import { contract } from './contract.ts';

/** Prices of a month hardly move from page to page: its report is kept for a minute. */
const KEPT_MS = 60_000;
/** Batches of requests on a page. */
const LIMIT = 50;

export const handler = handle(
  contract,
  (runtime) => {
    const months = monthStore(runtime);
    return { usage: usageStore(openTable(runtime)), month: kept(KEPT_MS, (month, now) => months.read(month, now)) };
  },
  async ({ path: { day }, query: { member, operation, after }, now }, { usage, month }) => {
    const read = await month(day.slice(0, 7), now);
    if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/day');
    const page = await usage.requests({ day, member, operation }, { limit: LIMIT, after });
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Start from the beginning of the list.', '/query/after');
    const { currency } = read.report;
    const requests = requestRows(lineOfUse(read.report, member, operation), page.rows);
    return answer({ day, member, operation, currency, requests, ...(page.next ? { next: page.next } : {}) });
  },
);
