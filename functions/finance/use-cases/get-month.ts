import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { MonthStore } from '../data/month-store.ts';
import { monthView } from '../domain/usage-report/month-view.ts';
import { changeOnMonthBefore, loadMonth } from './load-month.ts';

type Input = { month: string; member: string | undefined; now: number };

/** Returns the report of a month, of one member or of all, with its change since the month before. `now` in epoch ms. */
export const getMonth = async ({ months }: { months: MonthStore }, { month, member, now }: Input) => {
  const read = await loadMonth(months, { month, member }, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const change = await changeOnMonthBefore(months, read, now);
  return answer(monthView(read.report, { change, synthetic: read.synthetic }));
};
