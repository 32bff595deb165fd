import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { askWhich } from '../../items/public/ask-which-item.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { CourseDeps } from '../deps.ts';

const unfit: readonly ItemState[] = ['withdrawn', 'missing', 'damaged', 'lost', 'lost-and-paid', 'claimed-returned'];

type Refused = 'unknown-item' | 'barcode-shared' | 'borne-by' | 'not-your-item' | 'item-wrong-state';

/** Finds the item to put on reserve, by barcode or id. When two members' items have the number, the member's own is returned. */
export const findCopy = async (
  { items }: Pick<CourseDeps, 'items'>,
  reference: string,
  memberId: string,
): Promise<ItemCirculation | { refused: RefusalOf<Refused>[] }> => {
  const found = await items.find(reference, { strong: true });
  if (found.length === 0)
    return refuse('unknown-item', 'No item of the consortium bears this barcode or id.', '/body/item');
  const [item, ...others] = found.filter((one) => one.memberId === memberId);
  if (item === undefined) return refuse('not-your-item', 'This is a copy of another member.', '/body/item');
  if (others.length > 0) return askWhich([item, ...others], '/body/item');
  if (unfit.includes(item.state)) return refuse('item-wrong-state', `The copy is ${item.state}.`, '/body/item');
  return item;
};
