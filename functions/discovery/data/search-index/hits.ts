import { shelvedAs } from '../../../catalogue/public/shelved-as.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import type { ItemStore } from '../../../items/public/item-store.ts';
import { summariseCopies, visibleCopies } from '../../domain/copies-summary.ts';
import type { Hit } from '../../domain/views.ts';
import type { FoundRecord } from './search.ts';

// A record with thousands of copies must not slow a page of hits down; its own page reads all of them.
const MOST_COPIES_READ = 200;

/**
 * Returns the hits of a page with the current state of the copies of every member: one batch read of the table for the whole page. The
 * availability in the index is used for filters only, not for display.
 */
export const liveHits = async (items: ItemStore, found: readonly FoundRecord[], viewer: Viewer): Promise<Hit[]> => {
  const copies = found.map((record) => visibleCopies(record.items, viewer).slice(0, MOST_COPIES_READ));
  const ids = copies.flatMap((some) => some.map(({ itemId }) => itemId));
  const states = new Map((await items.getMany(ids)).map(({ itemId, state }) => [itemId, state]));
  return found.map(({ sort: [place], items: _items, ...shown }, i) => {
    // Only this order has such values.
    const shelved = shelvedAs(place);
    return {
      ...shown,
      ...(shelved ? { shelvedAs: shelved } : {}),
      members: summariseCopies(copies[i] ?? [], (itemId) => states.get(itemId)),
    };
  });
};
