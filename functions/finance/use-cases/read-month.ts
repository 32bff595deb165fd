import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { MonthStore, ReadMonth } from '../data/month-store.ts';
import { loadMonth } from './load-month.ts';

/** A month (`YYYY-MM`) and a member; without one, all members. */
export type AskedMonth = { month: string; member: string | undefined };

const noReport = (detail = 'There is no report.') => refuse('no-report', detail, '/path/month');

/** Returns a month as `loadMonth` does, or refuses with `no-report`. `now` in epoch ms. */
export const readMonth = async (
  months: MonthStore,
  asked: AskedMonth,
  now: number,
): Promise<ReadMonth | ReturnType<typeof noReport>> => {
  const read = await loadMonth(months, asked, now);
  return 'refused' in read ? noReport(read.refused[0]?.detail) : read;
};
