import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { InventoryLine } from '../../items/public/inventory-store.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import { key } from '../data/keys.ts';
import type { inventoryCopiesDeps } from '../deps.ts';
import { readItemDescription } from '../domain/items/stored-item.ts';

type Deps = ReturnType<typeof inventoryCopiesDeps>;

/** Returns lines of an inventory report with the current state of their copies. `now` in epoch ms. */
const copiesOfLines = async (
  { table, titles }: Pick<Deps, 'table' | 'titles'>,
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

type Input = PageRequest & {
  branchId: string;
  inventoryId: string;
  of: Parameters<Deps['inventories']['lines']>[1];
  now: number;
};

/** Lists a page of the copies of an inventory in a part of its report; the copies not seen are known once it is counted. */
export const listInventoryCopies = async (deps: Deps, { branchId, inventoryId, of, now, ...pageRequest }: Input) => {
  const inventory = await deps.inventories.get(branchId, inventoryId);
  if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
  if (of === 'not-seen' && inventory.state !== 'counted')
    return refuse('not-counted', 'This inventory is not counted yet.');
  const page = await deps.inventories.lines(inventoryId, of, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const copies = await copiesOfLines(deps, page.rows, now);
  return answer({ copies, ...(page.next !== undefined && { next: page.next }) });
};
