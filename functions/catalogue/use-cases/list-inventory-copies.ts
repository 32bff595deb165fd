import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { InventoryLine } from '../../items/public/inventory-store.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import { key } from '../data/keys.ts';
import type { Titles } from '../data/titles.ts';
import { readItemDescription } from '../domain/items/stored-item.ts';

/** Returns lines of an inventory report with the current state of their copies. `now` in epoch ms. */
export const copiesOfLines = async (
  { table, titles }: { table: Table; titles: Titles },
  lines: readonly InventoryLine[],
  now: number,
) => {
  const known = lines.flatMap(({ itemId, sourceId }) => (itemId && sourceId ? [{ itemId, sourceId }] : []));
  const rows = await table.getMany(
    known.flatMap((copy) => [itemsKeys.key('item', copy), key('itemDescription', copy)]),
  );
  const found = new Map(known.map(({ itemId }, i) => [itemId, [rows[2 * i], rows[2 * i + 1]] as const]));
  return Promise.all(
    lines.map(async ({ number, at, itemId = '' }) => {
      const [row, described] = found.get(itemId) ?? [];
      const line = { number, ...(at !== undefined && { scannedAt: at }) };
      if (row === undefined) return line;
      const { memberId, branchId, location, currentBranch, state, recordId, sourceId } = readItem(row);
      const callNumber = described ? readItemDescription(described).callNumber : '';
      const title = await titles.ofSource(sourceId, now);
      const copy = {
        ...{ itemId, memberId, homeBranch: branchId, location, callNumber, currentBranch, state },
        ...(recordId !== undefined && { recordId }),
        ...(title !== undefined && { title }),
      };
      return { ...line, copy };
    }),
  );
};
