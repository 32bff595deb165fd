import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';

/** A change of an item with a loan, and when it was made (epoch ms); `cause` is the member that lent. */
export type TimedChange = { before?: ItemCirculation | undefined; after: ItemCirculation; at: number; cause: string };

/** A patron whose card may have another last day, since when (epoch ms), by whose act (empty: the clock's). */
export type CardChange = { patronId: string; at: number; cause: string };

/** A change after which the schedule of what time will do is to be looked at: of a loan, or of a card. */
export type ScheduledChange = ({ of: 'loan' } & TimedChange) | ({ of: 'card' } & CardChange);

/** Selects a change of an item as far as time has to do with it: there is a loan, or was. */
export const timesOf = (change: Pick<TimedChange, 'before' | 'after'>, at: number): TimedChange[] => {
  const loan = change.after.loan ?? change.before?.loan;
  return loan === undefined ? [] : [{ ...change, at, cause: memberOfBranch(loan.checkoutBranch) }];
};

const cardRow = z.object({
  pk: z.string(),
  entity: z.enum(['patronStatus', 'patronChange']),
  homeMember: z.string().optional(),
  branchId: z.string().optional(),
});
type CardRow = z.infer<typeof cardRow>;

/** Names the member whose act a change of a patron was: the desk, else the home library; all members where the clock did it. */
export const causeOfCardRow = ({
  entity,
  homeMember,
  branchId,
}: Pick<CardRow, 'entity' | 'homeMember' | 'branchId'>): string | undefined => {
  if (entity === 'patronStatus') return homeMember;
  return branchId === undefined ? 'consortium' : memberOfBranch(branchId);
};

/**
 * Selects the card of a patron after a change that may have moved its last day: the patron is new, or staff changed something,
 * which is always noted. Not each loan's change of the counters.
 */
export const cardsOf = ({ before, after }: { before?: unknown; after?: unknown }, at: number): CardChange[] => {
  const row = cardRow.safeParse(after);
  if (before !== undefined || !row.success) return [];
  const patronId = row.data.pk.slice(patronsKeys.key('patronStatus', { patronId: '-' }).pk.length - 1);
  return [{ patronId, at, cause: causeOfCardRow(row.data) ?? '' }];
};
