import { refuse } from '../../../layers/platform/http/outcome.ts';
import { askWhich } from '../../items/public/ask-which-item.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { Refused } from './resolve-patron.ts';

type ItemRefusal = 'unknown-item' | 'barcode-shared' | 'borne-by';

/**
 * Returns the item that a request names by barcode or id. Refuses `unknown-item`, and a barcode shared by items of two members: the desk
 * then names the id.
 */
export const findItem = async (
  { items }: CirculationStores,
  reference: string,
  reading: Consistency,
): Promise<ItemCirculation | Refused<ItemRefusal>> => {
  const [item, ...others] = await items.find(reference, reading);
  if (item === undefined) {
    return refuse('unknown-item', 'No item of the consortium bears this barcode or id.', '/body/item');
  }
  return others.length === 0 ? item : askWhich([item, ...others], '/body/item');
};
