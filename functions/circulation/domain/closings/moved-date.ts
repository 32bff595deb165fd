import type { BranchCalendar, CalendarWithPast } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { dueAtEndOf, localDay, localTime, millis } from '../../../../layers/kernel/calendar/days.ts';
import { moveOffClosedDays, nextOpening, opensOn } from '../../../../layers/kernel/calendar/opening.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { isHourly, type LoanTime, loanMoments } from '../loans/loan-moments.ts';
import type { ClosedDays, ClosingLine, HeldNotice, LeftReason } from './closing.ts';

/**
 * Returns a calendar, and those before it, with a closure of whole days besides. A day on which the branch closes early counts as closed,
 * since a date of that day would leave only its morning.
 */
export const withClosure = (
  { past, ...calendar }: CalendarWithPast,
  { from, to, reason }: ClosedDays,
): CalendarWithPast => {
  const closed = { from, to, reason };
  const add = (one: BranchCalendar): BranchCalendar => ({ ...one, closures: [...one.closures, closed] });
  const before = past?.map((one) => ({ ...one, calendar: add(one.calendar) }));
  return { ...add(calendar), ...(before && { past: before }) };
};

/** Returns whether an instant is on one of the closed days at the branch; on the first of them, from the time on at which it closes. */
export const isOnClosedDay = (
  calendar: BranchCalendar,
  { from, to, closesAt = '' }: ClosedDays,
  at: string,
): boolean => {
  const day = localDay(calendar, at);
  return from < day ? day <= to : from === day && localTime(calendar, at) >= closesAt;
};

/** A copy on loan. */
export type Lent = ItemCirculation & { loan: NonNullable<ItemCirculation['loan']> };

/** The loan of a copy with what decides its date; `calendar` has the closure, `cardUntil` is the last day of the card. */
export type LoanToMove = {
  item: Lent;
  rule: ResolvedRule;
  policies: CirculationPolicies;
  calendar: CalendarWithPast;
  settings: LoanTime['settings'];
  cardUntil: string | undefined;
  now: string;
};

/**
 * Returns the last day that the rule allows: that of the card where it counts, and of the table of term ends. A row counts when a loan or
 * renewal up to now may have been made under it, since a loan does not say which.
 */
const lastDayOf = ({ item: { loan }, rule, policies, calendar, cardUntil, now }: LoanToMove): string | undefined => {
  const dayOf = (at: string): string => localDay(calendar, at);
  const [made, today, due] = [dayOf(loan.checkedOutAt), dayOf(now), dayOf(loan.due)];
  const ends = rule.values.dueCeilings
    .filter((row) => row.from <= today && row.to >= made && row.due >= due)
    .map((row) => row.due);
  const card = policies.loanRules.body.dueNotPastExpiry && cardUntil !== undefined ? [cardUntil] : [];
  return [...ends, ...card].toSorted()[0];
};

const nextDue = (moving: LoanToMove): string | LeftReason => {
  const { item, rule, policies, calendar } = moving;
  const { loan } = item;
  if ((rule.values.closedDays ?? policies.loanRules.body.closedDays) === 'keep') return 'rule-keeps';
  // A rule that moves due dates earlier would take days away that the patron was promised: the date moves later here, too.
  const day = moveOffClosedDays(calendar, localDay(calendar, loan.due), 'later');
  const next = isHourly(loan, calendar) ? nextOpening(calendar, loan.due) : dueAtEndOf(calendar, day);
  if (next === undefined || !opensOn(calendar, localDay(calendar, next))) return 'never-opens';
  const last = lastDayOf(moving);
  return last !== undefined && localDay(calendar, next) > last ? 'rule-limit' : next;
};

/** Returns the notices with the date before that are not sent: due soon, and overdue up to the new date. */
const heldNotices = ({ item: { loan }, calendar, settings, now }: LoanToMove, to: string): HeldNotice[] => {
  const moments = loanMoments(loan, { calendar, settings }).filter(({ at }) => millis(at) > millis(now));
  const soon = moments.some(({ what }) => what === 'due-soon');
  const overdue = moments.some(({ what, at }) => what === 'overdue-notice' && millis(at) <= millis(to));
  return [...(soon ? (['due-soon'] as const) : []), ...(overdue ? (['overdue'] as const) : [])];
};

const isLeft = (next: string): next is LeftReason => !next.startsWith('2');

const dated = (calendar: BranchCalendar, from: string, next: string) => {
  const fromDay = localDay(calendar, from);
  return isLeft(next)
    ? { state: 'left' as const, from, fromDay, left: next }
    : { state: 'planned' as const, from, fromDay, to: next, toDay: localDay(calendar, next) };
};

/** Returns what becomes of a due date on a closed day: later by the rule, or left with the reason. */
export const loanLine = (moving: LoanToMove): ClosingLine => {
  const { item, calendar } = moving;
  const { itemId, loan, request } = item;
  const isBetween = request !== undefined || isPartner(loan.patronId);
  const line = dated(calendar, loan.due, isBetween ? 'lent-between' : nextDue(moving));
  const held = line.to === undefined ? [] : heldNotices(moving, line.to);
  const { loanId: id, renewals } = loan;
  return { itemId, what: 'loan', id, renewals, ...line, ...(held.length > 0 && { held }) };
};

/** Returns what becomes of the last day of a hold on the shelf: the next open day, at most the day until which the patron needs it. */
export const holdLine = (
  { itemId }: Pick<ItemCirculation, 'itemId'>,
  hold: { holdId: string; recordId: string; shelfExpiresAt: string; neededUntil?: string },
  calendar: CalendarWithPast,
): ClosingLine => {
  const { holdId: id, recordId, shelfExpiresAt: from, neededUntil } = hold;
  const day = moveOffClosedDays(calendar, localDay(calendar, from), 'later');
  const end = dueAtEndOf(calendar, day);
  const next = neededUntil !== undefined && neededUntil < end ? 'rule-limit' : end;
  return {
    itemId,
    what: 'hold',
    id,
    recordId,
    ...dated(calendar, from, opensOn(calendar, day) ? next : 'never-opens'),
  };
};
