import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, hourOf, instant, localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import type { NoticeSettings } from '../../../layers/records/policies/domain/notices.ts';
import type { Loan } from '../../items/public/item-circulation.ts';
import { agesAt } from './lost-and-claimed.ts';

/** The hour, in the branch's time zone, of notices by the day: early enough for a digest of the same morning. */
export const MORNING = 6;

/** The timing of a loan: the calendar that its due date follows, and the notice days of its patron's home library. */
export type LoanTime = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'dueSoonDays' | 'overdueDays'> };

/** A moment at which something happens to a loan; `step` is 1 for the first overdue notice. Instants are ISO 8601 UTC. */
export type LoanMoment = { at: string } & (
  | { what: 'due-soon' | 'becomes-overdue' | 'ages-to-lost' }
  | { what: 'overdue-notice'; step: number }
);

/** Returns whether a loan is due within a day, as hourly loans are; all others are due at the end of a day. */
export const isHourly = ({ due }: Pick<Loan, 'due'>, calendar: BranchCalendar): boolean =>
  dueAtEndOf(calendar, localDay(calendar, due)) !== due;

const steps = (loan: Loan, { calendar, settings }: LoanTime, late: string): LoanMoment[] => {
  const day = localDay(calendar, loan.due);
  return settings.overdueDays.map((days, place) => {
    // An hourly loan is needed back within hours: its first step does not wait for the next day.
    const at = place === 0 && isHourly(loan, calendar) ? late : hourOf(calendar, addDays(day, days), MORNING);
    return { at, what: 'overdue-notice', step: place + 1 };
  });
};

/**
 * Returns all scheduled moments of a loan, in order: days before and after the due date are counted in the branch's time zone, so
 * daylight saving time shifts none. An hourly loan has its first overdue notice immediately, then by days as all others.
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
