import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { shelfPlace } from '../../../layers/protocols/call-numbers/shelf-order.ts';
import { readItemDescription } from '../domain/items/stored-item.ts';
import { key } from './keys.ts';

/** An item's call number, and a key by which items stand in shelf order. */
export type CallNumber = { callNumber: string; shelfKey: string };

const placed = (callNumber: string): CallNumber => {
  const place = shelfPlace(callNumber);
  return { callNumber, shelfKey: place ? `${place.order} ${place.key}` : callNumber };
};

/** Returns the call numbers of items by item id, without items that have none: half a read unit an item, in batches. */
export const callNumbersOf = async (
  table: Table,
  items: readonly { itemId: string; sourceId: string }[],
): Promise<Map<string, CallNumber>> => {
  const rows = await table.getMany(items.map(({ itemId, sourceId }) => key('itemDescription', { itemId, sourceId })));
  const described = rows.flatMap((row) => (row ? [readItemDescription(row)] : []));
  return new Map(
    described.flatMap(({ itemId, callNumber }) => (callNumber === '' ? [] : [[itemId, placed(callNumber)] as const])),
  );
};
