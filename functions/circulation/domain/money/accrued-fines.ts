import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type CirculationPolicies, calendarBranch } from '../decisions/policies.ts';
import { overdueFine } from './fine.ts';

type Calendars = ReadonlyMap<string, BranchCalendar>;
type Placed = Pick<CirculationPolicies, 'loanRules'>;

/** Returns whether an item is on loan and overdue. One that is lost, or claimed returned (C72), accrues no fine. */
export const accrues = ({ state, loan }: ItemCirculation, at: string): boolean =>
  state === 'on-loan' && loan !== undefined && millis(loan.due) < millis(at);

/** Returns the branches whose calendars the accrued fines of these items need. */
export const accrualBranches = (policies: Placed, items: readonly ItemCirculation[], at: string): string[] => [
  ...new Set(
    items.flatMap((item) =>
      item.loan && accrues(item, at) ? [calendarBranch(policies, item, item.loan.checkoutBranch)] : [],
    ),
  ),
];

/** Returns the instant from which days count as late for these items: the earliest due date among them; `at` when none is overdue. */
export const accrualSince = (items: readonly ItemCirculation[], at: string): string =>
  items.reduce(
    (since, item) => (item.loan && accrues(item, at) && millis(item.loan.due) < millis(since) ? item.loan.due : since),
    at,
  );

/**
 * Returns what a return at this instant would charge for an item (C71): the overdue fine of its open loan, which no bill has yet.
 * Undefined when that is nothing.
 */
export const accruedFine = (
  policies: Placed,
  item: ItemCirculation,
  at: string,
  calendars: Calendars,
): Money | undefined => {
  const { loan } = item;
  const calendar = loan && calendars.get(calendarBranch(policies, item, loan.checkoutBranch));
  if (!loan || !calendar || !accrues(item, at)) return undefined;
  const { amount } = overdueFine(loan.terms, loan.due, at, calendar, loan.fined);
  return amount === 0 ? undefined : { amount, currency: loan.terms.currency };
};

/** The properties of a patron's open loans that decide whether more may be lent. */
export type OpenLoans = {
  /** The number of overdue loans (C35). */
  overdue: number;
  /** The accrued fines in the currency of the loan rules, in minor units. */
  accrued: number;
  /** The earliest due date; absent when these are not all loans that the patron's status counts. */
  earliest?: string;
};

/** The earliest due date of a patron without loans. */
const NONE_DUE = '9999-12-31T00:00:00.000Z';

/** Sums up a patron's loans at an instant; `counted` is the number of open ones by the patron's status. */
export const openLoans = (
  policies: Placed,
  items: readonly ItemCirculation[],
  counted: number,
  at: string,
  calendars: Calendars,
): OpenLoans => {
  const { currency } = policies.loanRules.body;
  // The loan of a lost item that is paid for stays for a refund only, and is counted no more.
  const due = items.flatMap(({ loan }) => (loan && !loan.lost?.paid ? [loan.due] : []));
  const fines = items.flatMap((item) => accruedFine(policies, item, at, calendars) ?? []);
  const [earliest = NONE_DUE] = due.toSorted((one, other) => millis(one) - millis(other));
  return {
    overdue: due.filter((one) => millis(one) < millis(at)).length,
    accrued: fines.filter((fine) => fine.currency === currency).reduce((sum, { amount }) => sum + amount, 0),
    ...(due.length === counted && { earliest }),
  };
};
