import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, hourOf, instant, localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import type { NoticeSettings } from '../../../layers/records/policies/domain/notices.ts';
import type { Loan } from '../../items/public/item-circulation.ts';
import { agesAt } from './lost-and-claimed.ts';

/** The hour in the morning, at the branch, of what is told by the day: early enough for a digest of the same morning. */
export const MORNING = 6;

/** By what a loan's time runs: the calendar that its due date follows, and the days on which its patron's home tells. */
export type LoanTime = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'dueSoonDays' | 'overdueDays'> };

/** A moment at which something happens to a loan; `step` is 1 for the first overdue notice. Instants are ISO 8601 UTC. */
export type LoanMoment = { at: string } & (
  | { what: 'due-soon' | 'becomes-overdue' | 'ages-to-lost' }
  | { what: 'overdue-notice'; step: number }
);

/** Whether a loan is due within a day, as loans by the hour are; all others end with theirs. */
export const isHourly = ({ due }: Pick<Loan, 'due'>, calendar: BranchCalendar): boolean =>
  dueAtEndOf(calendar, localDay(calendar, due)) !== due;

const steps = (loan: Loan, { calendar, settings }: LoanTime, late: string): LoanMoment[] => {
  const day = localDay(calendar, loan.due);
  return settings.overdueDays.map((days, place) => {
    // What is lent by the hour is wanted by the hour: its first step does not wait for the day after.
    const at = place === 0 && isHourly(loan, calendar) ? late : hourOf(calendar, addDays(day, days), MORNING);
    return { at, what: 'overdue-notice', step: place + 1 };
  });
};

/**
 * All that time will set off at a loan as it is, in order: days before and after are counted at the branch, so a change of
 * clocks shifts none. A loan by the hour is told as overdue at once, then by days as all others.
 */
export const loanMoments = (loan: Loan, time: LoanTime): LoanMoment[] => {
  const { calendar, settings } = time;
  const late = instant(millis(loan.due) + 1000);
  const lost = agesAt(loan, calendar);
  const moments: LoanMoment[] = [
    { at: hourOf(calendar, addDays(localDay(calendar, loan.due), -settings.dueSoonDays), MORNING), what: 'due-soon' },
    { at: late, what: 'becomes-overdue' },
    ...steps(loan, time, late),
    ...(lost === undefined ? [] : [{ at: lost, what: 'ages-to-lost' as const }]),
  ];
  return moments.toSorted((one, other) => millis(one.at) - millis(other.at));
};
