import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { CardChange } from '../domain/decisions/timed-changes.ts';

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
