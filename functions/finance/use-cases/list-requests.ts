import { exactText } from '../../../layers/kernel/money/exact.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { RequestDeps } from '../deps.ts';
import { isWritten } from '../domain/periods/period-states.ts';
import type { MonthReport } from '../domain/usage-report/model.ts';
import { lineOfUse } from '../domain/usage-report/operation-lines.ts';
import { requestRows } from '../domain/usage-report/request-rows.ts';

/** The number of batches of requests on a page. */
const LIMIT = 50;

/** Returns whether the month's statements are written and its figures have changed since: only later usage changes these. */
const hasLaterUse = async (periods: PeriodStore, { month, total }: MonthReport): Promise<boolean> => {
  const { state, metered } = (await periods.load(month)).period;
  return isWritten(state) && metered !== undefined && metered.total !== exactText(total);
};

type Query = { day: string; member: string; operation: string; after: string | undefined };

/** Lists a page of the requests behind a line of the report on a day, each with its share of the cost. */
export const listRequests = async ({ usage, periods, monthAt }: RequestDeps, query: Query, now: number) => {
  const { day, member, operation, after } = query;
  const page = await usage.requests({ day, member, operation }, { limit: LIMIT, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Start from the beginning of the list.', '/query/after');
  // The month is read after the requests, so that its sums include every request of the page.
  const read = await monthAt(day.slice(0, 7), now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/day');
  const { currency } = read.report;
  const requests = requestRows(lineOfUse(read.report, member, operation), page.rows);
  const { synthetic } = read;
  const later = (await hasLaterUse(periods, read.report)) ? { laterUse: true } : {};
  const next = page.next ? { next: page.next } : {};
  return answer({ day, member, operation, currency, synthetic, ...later, requests, ...next });
};
