import * as z from 'zod';
import { copiesFor } from '../../layers/data/target-holds.ts';
import type { Hold } from '../../layers/domain/circulation/hold.ts';
import type { ItemCirculation } from '../../layers/domain/circulation/item-circulation.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';
import { type RefusalOf, refuse } from '../../layers/http/outcome.ts';
import type { House, Reading } from './house.ts';

/** How the path names a hold: with the record that it was placed on. */
export const deskHoldPath = z.strictObject({ recordId: z.string().min(1).max(64), holdId: z.string().min(1).max(64) });

/** A hold with all copies that it may want. */
export type DeskHold = { hold: Hold; copies: ItemCirculation[] };

/**
 * A hold that a desk has to do with: of its library's patron, to be picked up at its library, or paged there. Refuses any
 * other one as unknown, so that none is found out by trying.
 */
export const deskHold = async (
  { holds, unions }: House,
  { recordId, holdId }: z.output<typeof deskHoldPath>,
  branchId: string,
  reading: Reading,
): Promise<DeskHold | { refused: RefusalOf<'unknown-hold'>[] }> => {
  const unknown = () => refuse('unknown-hold', 'There is no such hold at your library.', '/path/holdId');
  const [hold, union] = await Promise.all([holds.get(recordId, holdId, reading), unions.find(recordId, reading)]);
  if (!hold) return unknown();
  const copies = union ? await copiesFor(unions, union, hold, reading) : [];
  const paged = copies.find(({ itemId }) => itemId === hold.targetItemId)?.currentBranch ?? '';
  const members = [hold.patronMember, memberOfBranch(hold.pickupBranch), memberOfBranch(paged)];
  return members.includes(memberOfBranch(branchId)) ? { hold, copies } : unknown();
};
