import { classifyScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { isAgreed } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { StoredCard } from '../../../patrons/public/card-store.ts';
import type { CirculationStores } from '../../data/circulation-stores.ts';
import { circulationDeps } from '../../deps.ts';
import { loadItemHold } from '../../use-cases/load-item-holds.ts';
import { contract } from './contract.ts';

const kindOf = (card: StoredCard | undefined, item: boolean) => {
  if (card && item) return 'both' as const;
  if (card) return 'card' as const;
  return item ? ('item' as const) : ('unknown' as const);
};

const cardView = (card: StoredCard | undefined) => ({
  patrons: card?.state === 'active' ? card.holders : [],
  ...(card?.state === 'replaced' && { replaced: { reason: card.reason, at: card.replacedAt } }),
});

const eventually = { strong: false };

/** What the lender said of a copy that is on a loan between libraries and waits for its patron. */
const conditionsOf = async (house: CirculationStores, item: ItemCirculation): Promise<{ conditions?: string[] }> => {
  const claim = isAgreed(item.hold) ? await loadItemHold(house, item, eventually) : undefined;
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

export const handler = handle(contract, circulationDeps, async ({ body, now }, house) => {
  const { number, kind: looksLike, checkDigit } = classifyScan(body.scan);
  const none = { number, is: 'unknown' as const, looksLike, checkDigit, patrons: [], items: [] };
  if (number === '') return answer(none);
  // Both are looked up whatever the number looks like: members' old numbers follow no common rule.
  const [card, found] = await Promise.all([house.cards.get(number), house.items.find(body.scan)]);
  const items = await Promise.all(
    found.map(async (item) => ({
      ...itemView(item, await house.titles.ofSource(item.sourceId, now)),
      ...(await conditionsOf(house, item)),
    })),
  );
  const [item] = items;
  return answer({
    ...none,
    number: item?.barcode ?? number,
    is: kindOf(card, item !== undefined),
    ...cardView(card),
    ...(items.length > 1 ? { items } : item && { item }),
  });
});
