import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { cachedFor } from '../../../../layers/platform/runtime/cached-for.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { monthStore } from '../../data/month-store.ts';
import { type PeriodStore, periodStore } from '../../data/period-store.ts';
import { usageStore } from '../../data/usage-store.ts';
import { isWritten } from '../../domain/periods/period-states.ts';
import type { MonthReport } from '../../domain/usage-report/model.ts';
import { lineOfUse } from '../../domain/usage-report/operation-lines.ts';
import { requestRows } from '../../domain/usage-report/request-rows.ts';
import { contract } from './contract.ts';

/** A month that is over hardly moves from page to page; the running one is read anew, so that what just came has its cost. */
const KEPT_MS = 60_000;
/** Batches of requests on a page. */
const LIMIT = 50;

/** Whether the month's statements are written, and of other figures than the month has by now: only use that came in moves these. */
const cameLater = async (periods: PeriodStore, { month, total }: MonthReport): Promise<boolean> => {
  const { state, metered } = (await periods.load(month)).period;
  return isWritten(state) && metered !== undefined && metered.total !== exactText(total);
};

export const handler = handle(
  contract,
  (runtime) => {
    const months = monthStore(runtime);
    const past = cachedFor(KEPT_MS, (month, now) => months.read(month, now));
    const monthAt = (month: string, now: number) =>
      month === iso(now).slice(0, 7) ? months.read(month, now) : past(month, now);
    const table = openTable(runtime);
    return { usage: usageStore(table, openBucket(runtime)), periods: periodStore(table), monthAt };
  },
  async ({ path: { day }, query: { member, operation, after }, now }, { usage, periods, monthAt }) => {
    const page = await usage.requests({ day, member, operation }, { limit: LIMIT, after });
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Start from the beginning of the list.', '/query/after');
    // After the requests: what is on the page is in the month's sums by then.
    const read = await monthAt(day.slice(0, 7), now);
    if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/day');
    const { currency } = read.report;
    const requests = requestRows(lineOfUse(read.report, member, operation), page.rows);
    const { synthetic } = read;
    const later = (await cameLater(periods, read.report)) ? { laterUse: true } : {};
    const next = page.next ? { next: page.next } : {};
    return answer({ day, member, operation, currency, synthetic, ...later, requests, ...next });
  },
);
