import { agesAt } from './lost-and-claimed.ts';
import type { ItemChange } from './relay.ts';

/** When to look at a loan that may age to lost: a UTC day, `YYYY-MM-DD`; `cause` is the item's owner, whose charge it would be. */
export type LoanWatch = { day: string; loanId: string; itemId: string; cause: string };

// Whatever sets a due date: a loan renewed or recalled ages on another day.
const setsDue: readonly string[] = ['item-checked-out', 'loan-renewed', 'loan-recalled'];

/** The day to look at an item's loan again after a change that set its due date; nothing where its terms never age it. */
export const watchOfItem = ({ before, after, told = '' }: ItemChange): LoanWatch[] => {
  const { loan, itemId, memberId: cause } = after;
  const when = loan && agesAt(loan);
  if (loan === undefined || when === undefined || before?.v === after.v) return [];
  const names = told.split('\n').map((line) => line.split(' ')[0] ?? '');
  if (!names.some((name) => setsDue.includes(name))) return [];
  return [{ day: when.slice(0, 10), loanId: loan.loanId, itemId, cause }];
};
