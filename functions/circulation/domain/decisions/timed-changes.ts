import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { waitingOnShelf } from '../holds/shelf-reminder.ts';

/** A change of an item with a loan, and its time (epoch ms); `cause` is the lending member. */
export type TimedChange = { before?: ItemCirculation | undefined; after: ItemCirculation; at: number; cause: string };

/** A patron whose card may have a new last day, the time (epoch ms), and the cause (empty for the clock). */
export type CardChange = { patronId: string; at: number; cause: string };

/** A copy that was put on a hold shelf, or whose time there was changed (epoch ms); `cause` is the member of the shelf. */
export type ShelfChange = { item: ItemCirculation; at: number; cause: string };

/** A change after which scheduled work must be checked: of a loan, of a card, or of a copy on a hold shelf. */
export type ScheduledChange =
  | ({ of: 'loan' } & TimedChange)
  | ({ of: 'card' } & CardChange)
  | ({ of: 'shelf' } & ShelfChange);

/** Selects a change of an item after which a copy waits on a hold shelf, for another hold or until another time than before. */
export const shelfTimesOf = ({ before, after }: Pick<TimedChange, 'before' | 'after'>, at: number): ShelfChange[] => {
  const [was, is] = [before && waitingOnShelf(before), waitingOnShelf(after)];
  if (is === undefined || (was?.holdId === is.holdId && was.shelfExpiresAt === is.shelfExpiresAt)) return [];
  return [{ item: after, at, cause: memberOfBranch(is.pickupBranch) }];
};

/** Selects a change of an item that matters to the schedule: there is or was a loan. */
export const timesOf = (change: Pick<TimedChange, 'before' | 'after'>, at: number): TimedChange[] => {
  const loan = change.after.loan ?? change.before?.loan;
  return loan === undefined ? [] : [{ ...change, at, cause: memberOfBranch(loan.checkoutBranch) }];
};
