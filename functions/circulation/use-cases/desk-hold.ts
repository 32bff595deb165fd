import type * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { holdPath } from '../schemas/hold-references.ts';
import { loadHoldCopies } from './load-hold.ts';

/** A hold with all copies that it may want. */
type DeskHold = { hold: Hold; copies: ItemCirculation[] };

/**
 * A hold that a desk has to do with: of its library's patron, to be picked up at its library, or paged there. Refuses any
 * other one as unknown, so that none is found out by trying.
 */
export const loadDeskHold = async (
  house: CirculationStores,
  { recordId, holdId }: z.output<typeof holdPath>,
  branchId: string,
  reading: Consistency,
): Promise<DeskHold | { refused: RefusalOf<'unknown-hold'>[] }> => {
  const unknown = () => refuse('unknown-hold', 'There is no such hold at your library.', '/path/holdId');
  const hold = await house.holds.get(recordId, holdId, reading);
  if (!hold) return unknown();
  const { items: copies } = await loadHoldCopies(house, hold, reading);
  const paged = copies.find(({ itemId }) => itemId === hold.targetItemId)?.currentBranch ?? '';
  const members = [hold.patronMember, memberOfBranch(hold.pickupBranch), memberOfBranch(paged)];
  return members.includes(memberOfBranch(branchId)) ? { hold, copies } : unknown();
};
