import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { mattersIn } from '../../../payments/public/online-matters.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

type Line = { memberId: string; month: string; lineId: string; since: string };

const lineOf = ({ memberId, month, lineId, since }: Line): Line => ({ memberId, month, lineId, since });

/**
 * Reads what a member's finance staff look at: its statement of the last closed month, its unanswered disputes, and the open disputes and
 * differing payouts of its account for online payment.
 */
export const ownFinance = async ({ statement, disputes }: TodayDeps, memberId: string) => {
  const [found, { open, others }] = await Promise.all([statement(memberId), disputes.openAndOthers(memberId)]);
  const disputed = counted({ rows: open }, lineOf);
  const online = counted({ rows: mattersIn(others) }, ({ kind, matterId, on, amount, currency, since }) => ({
    ...{ kind, matterId, month: on.slice(0, 7), amount: { amount, currency }, since },
  }));
  if (found === undefined) return { disputes: disputed, online };
  const { month, currency, total, due } = found;
  const sums = { total: { amount: total, currency }, due: { amount: due, currency } };
  return { statement: { month, ...sums }, disputes: disputed, online };
};

/** How many months are looked at: the running one and those before it. */
const MONTHS = 12;

/** Returns the months that are not closed, in order: from the first with a period on, or the one after the last closed. */
const openPeriods = async ({ periods }: TodayDeps, running: string) => {
  const window = Array.from({ length: MONTHS }, (_, i) => shiftedMonth(running, i + 1 - MONTHS));
  const [stored, end] = await Promise.all([periods.list(window[0] ?? running, running), periods.chainEnd()]);
  const begun = stored.map(({ month }) => month);
  const starts = [shiftedMonth(running, -1), ...begun, ...(end ? [shiftedMonth(end.month, 1)] : [])];
  const from = starts.toSorted()[0] ?? running;
  const stateOf = (month: string) => stored.find((period) => period.month === month)?.state ?? 'open';
  const all = window.filter((month) => month >= from).map((month) => ({ month, state: stateOf(month) }));
  return all.filter(({ state }) => state !== 'closed');
};

/** Reads what finance staff of the consortium look at: the months that are not closed, and the disputes to answer. */
export const consortiumFinance = async (deps: TodayDeps, now: number) => {
  const [periods, open] = await Promise.all([openPeriods(deps, iso(now).slice(0, 7)), deps.disputes.open()]);
  return { periods, disputes: counted({ rows: open }, lineOf) };
};
