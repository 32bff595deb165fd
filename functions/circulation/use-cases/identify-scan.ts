import { classifyScan } from '../../../layers/kernel/identity/card-number.ts';
import { isAgreed } from '../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { StoredCard } from '../../patrons/public/card-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { loadItemHold } from './load-item-holds.ts';

const kindOf = (card: StoredCard | undefined, item: boolean) => {
  if (card && item) return 'both' as const;
  if (card) return 'card' as const;
  return item ? ('item' as const) : ('unknown' as const);
};

const cardView = (card: StoredCard | undefined) => ({
  patrons: card?.state === 'active' ? card.holders : [],
  ...(card?.state === 'replaced' && { replaced: { reason: card.reason, at: card.replacedAt } }),
});

/** Loads the supplier's conditions of an item on an interlibrary loan that waits for its patron. */
const conditionsOf = async (deps: CirculationDeps, item: ItemCirculation): Promise<{ conditions?: string[] }> => {
  const claim = isAgreed(item.hold) ? await loadItemHold(deps, item, { strong: false }) : undefined;
  return claim?.agreed?.conditions ? { conditions: claim.agreed.conditions } : {};
};

const itemView = (
  { itemId, barcode, memberId, branchId, location, currentBranch, recordId, state, loan }: ItemCirculation,
  title: string | undefined,
) => ({
  itemId,
  barcode,
  ...{ memberId, branchId, location, currentBranch },
  ...(recordId !== undefined && { recordId }),
  ...(title !== undefined && { title }),
  state,
  ...(loan && { due: loan.due }),
});

/** Identifies what was scanned at a desk: a card, an item, both or neither. `now` in epoch ms. */
export const identifyScan = async (deps: CirculationDeps, scan: string, now: number) => {
  const { number, kind: looksLike, checkDigit } = classifyScan(scan);
  const none = { number, is: 'unknown' as const, looksLike, checkDigit, patrons: [], items: [] };
  if (number === '') return none;
  // Both are looked up whatever the number looks like: members' old numbers follow no common rule.
  const [card, found] = await Promise.all([deps.cards.get(number), deps.items.find(scan)]);
  const items = await Promise.all(
    found.map(async (item) => ({
      ...itemView(item, await deps.titles.ofSource(item.sourceId, now)),
      ...(await conditionsOf(deps, item)),
    })),
  );
  const [item] = items;
  return {
    ...none,
    number: item?.barcode ?? number,
    is: kindOf(card, item !== undefined),
    ...cardView(card),
    ...(items.length > 1 ? { items } : item && { item }),
  };
};
