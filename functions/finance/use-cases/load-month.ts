import { monthBefore } from '../../../layers/kernel/calendar/month.ts';
import type { MonthStore, ReadMonth } from '../data/month-store.ts';
import { changeBetween } from '../domain/usage-report/change.ts';
import type { ReportRefusal } from '../domain/usage-report/model.ts';
import { memberView } from '../domain/usage-report/month-report.ts';
import type { ChangeSince } from '../domain/usage-report/month-view.ts';

const asSeenBy = (read: ReadMonth, member: string | undefined): ReadMonth =>
  member === undefined ? read : { ...read, report: memberView(read.report, member) };

/** Returns a month as a member may see it, or whole without a member. Refuses when there is no report. `now` in epoch ms. */
export const loadMonth = async (
  months: MonthStore,
  { month, member }: { month: string; member: string | undefined },
  now: number,
): Promise<ReadMonth | ReportRefusal> => {
  const read = await months.read(month, now);
  return 'refused' in read ? read : asSeenBy(read, member);
};

/**
 * Returns the change of a month since the previous one, and whether that one is synthetic, as the same reader sees it; undefined without
 * earlier use or when not comparable.
 */
export const changeOnMonthBefore = async (
  months: MonthStore,
  after: ReadMonth,
  now: number,
): Promise<ChangeSince | undefined> => {
  const { month, member } = after.report;
  const before = await loadMonth(months, { month: monthBefore(month), member }, now);
  if ('refused' in before || before.report.lines.length === 0) return undefined;
  const change = changeBetween(before.report, after.report);
  return 'refused' in change ? undefined : { ...change, synthetic: before.synthetic };
};
