import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, hourOf, instant, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { daysBetween } from '../../../../layers/kernel/calendar/opening.ts';
import type { NoticeSettings } from '../../../../layers/records/policies/domain/notices.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { agesAt } from '../items/lost-and-claimed.ts';

/** The hour, in the branch's time zone, of notices by the day: early enough for a digest of the same morning. */
export const MORNING = 6;

/** The timing of a loan: the calendar that its due date follows, and the notice days of its patron's home library. */
export type LoanTime = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'dueSoonDays' | 'overdueDays'> };

/** A moment at which something happens to a loan; `step` is 1 for the first overdue notice. Instants are ISO 8601 UTC. */
export type LoanMoment = { at: string } & (
  | { what: 'auto-renewal' | 'due-soon' | 'becomes-overdue' | 'ages-to-lost' }
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

/** The local hour of short notices: before that of the usual ones, so that a loan has no other check at the same instant. */
const SHORT_NOTICE_HOUR = 5;

/** The local hour of automatic renewals: before that of notices, which then announce the new due date. */
const RENEWAL_HOUR = 4;

/** Returns when a loan is renewed automatically; undefined where its rule does not, and for a loan of hours. */
export const autoRenewalAt = (loan: Loan, { calendar }: Pick<LoanTime, 'calendar'>): string | undefined => {
  const { renew } = loan.terms;
  if (renew === undefined || isHourly(loan, calendar)) return undefined;
  return hourOf(calendar, addDays(localDay(calendar, loan.due), -renew), RENEWAL_HOUR);
};

/** The hours before the due time at which a loan of hours may be announced as due soon. */
const HOURS_BEFORE = [24, 12, 6, 4, 3, 2, 1, 0.5] as const;

const dueSoonAt = ({ due }: Loan, { calendar, settings }: LoanTime): string =>
  hourOf(calendar, addDays(localDay(calendar, due), -settings.dueSoonDays), MORNING);

/** Returns the moment some hours before a loan is due, and not in the night before the hour of short notices. */
const hoursBefore = ({ due }: Loan, { calendar }: LoanTime, hours: number): string => {
  const at = instant(millis(due) - hours * 3_600_000);
  const early = hourOf(calendar, localDay(calendar, at), SHORT_NOTICE_HOUR);
  return millis(early) > millis(at) && millis(early) < millis(due) ? early : at;
};

const daysBefore = ({ due }: Loan, { calendar }: LoanTime, days: number): string =>
  hourOf(calendar, addDays(localDay(calendar, due), -days), SHORT_NOTICE_HOUR);

/**
 * Returns when a loan is announced as due soon whose usual day for it has passed when its due date is set: in the middle of the days that
 * remain, on the last day at the latest; half of the remaining time before, or less, for a loan of hours. Undefined when the usual day is
 * still to come, or less than an hour remains.
 */
export const shortNoticeAt = (loan: Loan, time: LoanTime, from: string): string | undefined => {
  if (millis(dueSoonAt(loan, time)) >= millis(from)) return undefined;
  const { calendar } = time;
  const remaining = daysBetween(localDay(calendar, from), localDay(calendar, loan.due));
  const morning = daysBefore(loan, time, Math.floor(remaining / 2));
  if (!isHourly(loan, calendar) && millis(morning) >= millis(from)) return morning;
  const most = (millis(loan.due) - millis(from)) / 2 / 3_600_000;
  const hours = HOURS_BEFORE.find((before) => before <= most);
  return hours === undefined ? undefined : hoursBefore(loan, time, hours);
};

/**
 * Returns all scheduled moments of a loan, in order: days before and after the due date are counted in the branch's time zone, so
 * daylight saving time shifts none. `shortNoticeAt` adds the notice of a loan that is too short for the usual one. An hourly loan has its first overdue notice immediately, then by days as all others.
 */
export const loanMoments = (loan: Loan, time: LoanTime): LoanMoment[] => {
  const { calendar } = time;
  const late = instant(millis(loan.due) + 1000);
  const lost = agesAt(loan, calendar);
  const renewal = autoRenewalAt(loan, time);
  const moments: LoanMoment[] = [
    ...(renewal === undefined ? [] : [{ at: renewal, what: 'auto-renewal' as const }]),
    { at: dueSoonAt(loan, time), what: 'due-soon' },
    { at: late, what: 'becomes-overdue' },
    ...steps(loan, time, late),
    ...(lost === undefined ? [] : [{ at: lost, what: 'ages-to-lost' as const }]),
  ];
  return moments.toSorted((one, other) => millis(one.at) - millis(other.at));
};
