import { shelvedAs } from '../../../catalogue/public/shelf-fields.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import type { ItemStore } from '../../../items/public/item-store.ts';
import { summariseCopies, visibleCopies } from '../../domain/copies-summary.ts';
import type { Hit } from '../../domain/views.ts';
import type { FoundRecord } from './search.ts';

// A record with thousands of copies must not make a page of hits slow; its own page reads all of them.
const MOST_COPIES_READ = 200;

/**
 * The hits of a page with the copies of every member as they stand now: one batch read of the table for the whole page.
 * What the index says of availability only ever filters, it is not shown.
 */
export const liveHits = async (items: ItemStore, found: readonly FoundRecord[], viewer: Viewer): Promise<Hit[]> => {
  const copies = found.map((record) => visibleCopies(record.items, viewer).slice(0, MOST_COPIES_READ));
  const ids = copies.flatMap((some) => some.map(({ itemId }) => itemId));
  const states = new Map((await items.getMany(ids)).map(({ itemId, state }) => [itemId, state]));
  return found.map(({ sort: [place], items: _items, ...shown }, i) => {
    // No other order has such values.
    const shelved = shelvedAs(place);
    return {
      ...shown,
      ...(shelved ? { shelvedAs: shelved } : {}),
      members: summariseCopies(copies[i] ?? [], (itemId) => states.get(itemId)),
    };
  });
};
