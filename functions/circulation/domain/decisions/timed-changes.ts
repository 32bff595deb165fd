import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

/** A change of an item with a loan, and its time (epoch ms); `cause` is the lending member. */
export type TimedChange = { before?: ItemCirculation | undefined; after: ItemCirculation; at: number; cause: string };

/** A patron whose card may have a new last day, the time (epoch ms), and the cause (empty for the clock). */
export type CardChange = { patronId: string; at: number; cause: string };

/** A change after which scheduled work must be checked: of a loan, or of a card. */
export type ScheduledChange = ({ of: 'loan' } & TimedChange) | ({ of: 'card' } & CardChange);

/** Selects a change of an item that matters to the schedule: there is or was a loan. */
export const timesOf = (change: Pick<TimedChange, 'before' | 'after'>, at: number): TimedChange[] => {
  const loan = change.after.loan ?? change.before?.loan;
  return loan === undefined ? [] : [{ ...change, at, cause: memberOfBranch(loan.checkoutBranch) }];
};
