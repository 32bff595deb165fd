import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { peopleOf } from '../../patrons/public/people.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { defaultHoldSlip, type ShelfLabel, shelfLabel } from '../domain/items/shelf-label.ts';

/** Returns a label as an attribute of an answer. */
export const heldFor = (label: ShelfLabel | undefined): { heldFor?: ShelfLabel } =>
  label === undefined ? {} : { heldFor: label };

/**
 * Returns the patrons of items on the hold shelf of a branch, by item id, in the form that the branch chose: half a read unit for each
 * patron. `now` in epoch ms.
 */
export const shelfLabelsOf = async (
  { table, branches }: Pick<CirculationStores, 'table' | 'branches'>,
  branchId: string,
  items: readonly Pick<ItemCirculation, 'itemId' | 'hold'>[],
  now: number,
): Promise<Map<string, ShelfLabel>> => {
  const held = items.flatMap(({ itemId, hold }) => (hold ? [{ itemId, hold }] : []));
  if (held.length === 0) return new Map();
  const people = await peopleOf(
    table,
    held.map(({ hold }) => hold.patronId),
  );
  const kind = (await branches.known(branchId, now))?.holdSlip ?? defaultHoldSlip;
  return new Map(
    held.flatMap(({ itemId, hold }) => {
      const found = people.get(hold.patronId);
      if (found === undefined) return [];
      return [[itemId, shelfLabel(kind, { name: shownName(found.person), card: found.card }, hold)] as const];
    }),
  );
};
