import * as z from 'zod';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { keys as patronsKeys } from '../../../patrons/public/keys.ts';

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

const cardRow = z.object({
  pk: z.string(),
  entity: z.enum(['patronStatus', 'patronChange']),
  homeMember: z.string().optional(),
  branchId: z.string().optional(),
});
type CardRow = z.infer<typeof cardRow>;

/** Returns the member that caused a change of a patron: the desk, otherwise the home library; all members for a change by the clock. */
export const causeOfCardRow = ({
  entity,
  homeMember,
  branchId,
}: Pick<CardRow, 'entity' | 'homeMember' | 'branchId'>): string | undefined => {
  if (entity === 'patronStatus') return homeMember;
  return branchId === undefined ? 'consortium' : memberOfBranch(branchId);
};

/**
 * Selects the card of a patron after a change that may have moved its last day: the patron is new, or staff changed something, which is
 * always recorded. Ignores the counter changes of loans.
 */
export const cardsOf = ({ before, after }: { before?: unknown; after?: unknown }, at: number): CardChange[] => {
  const row = cardRow.safeParse(after);
  if (before !== undefined || !row.success) return [];
  const patronId = row.data.pk.slice(patronsKeys.key('patronStatus', { patronId: '-' }).pk.length - 1);
  return [{ patronId, at, cause: causeOfCardRow(row.data) ?? '' }];
};
