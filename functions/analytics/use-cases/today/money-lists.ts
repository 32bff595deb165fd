import { monthBefore } from '../../../../layers/kernel/calendar/month.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { TodayDeps } from '../../deps.ts';
import { SHOWN } from './counted.ts';

type Line = { memberId: string; month: string; lineId: string; since: string };

const lineOf = ({ memberId, month, lineId, since }: Line): Line => ({ memberId, month, lineId, since });

/** Reads what a member's finance staff look at: its statement of the last closed month, and its unanswered disputes. */
export const ownFinance = async ({ statement, disputes }: TodayDeps, memberId: string) => {
  const [found, open] = await Promise.all([statement(memberId), disputes.openOf(memberId)]);
  if (found === undefined) return { disputes: open.map(lineOf) };
  const { month, currency, total, due } = found;
  const sums = { total: { amount: total, currency }, due: { amount: due, currency } };
  return { statement: { month, ...sums }, disputes: open.slice(0, SHOWN).map(lineOf) };
};

/** Reads what finance staff of the consortium look at: the months that are not closed, and the disputes to answer. */
export const consortiumFinance = async ({ periods, disputes }: TodayDeps, now: number) => {
  const running = iso(now).slice(0, 7);
  const last = monthBefore(running);
  const [stored, open] = await Promise.all([periods.list(last, running), disputes.open()]);
  const stateOf = (month: string) => stored.find((period) => period.month === month)?.state ?? 'open';
  return {
    periods: [last, running].map((month) => ({ month, state: stateOf(month) })),
    disputes: { count: open.length, entries: open.slice(0, SHOWN).map(lineOf) },
  };
};
