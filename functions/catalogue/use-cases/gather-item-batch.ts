import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { END_OF_SCAN, resumableBatches } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore, readItem } from '../../items/public/item-store.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { addedUp, type ItemBatch, type ItemBatchLine, lineOf, lineRow } from '../data/item-batch-store.ts';
import { key } from '../data/keys.ts';
import { type ItemChange, type ItemChoice, isChosen, plannedChange } from '../domain/items/item-batch.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';

/** Returns copies with their current descriptions; leaves out copies without one. */
const described = async (
  table: Table,
  copies: readonly ItemCirculation[],
): Promise<{ copy: ItemCirculation; item: StoredItem }[]> => {
  const rows = await table.getMany(
    copies.map((copy) => key('itemDescription', copy)),
    { strong: true },
  );
  return copies.flatMap((copy, i) => (rows[i] ? [{ copy, item: readItemDescription(rows[i]) }] : []));
};

/**
 * Returns the lines of items selected by barcode, each once, in the given order. A barcode that no item of the member has is a line too.
 */
export const linesOfBarcodes = async (
  table: Table,
  memberId: string,
  barcodes: readonly string[],
  change: ItemChange,
): Promise<ItemBatchLine[]> => {
  const found = await itemStore(table).findAll(barcodes);
  const own = found.map((some) => some.find((copy) => copy.memberId === memberId));
  const known = await described(
    table,
    own.flatMap((copy) => copy ?? []),
  );
  const byId = new Map(known.map((one) => [one.copy.itemId, one]));
  const lines = barcodes.map((barcode, i) => {
    const one = byId.get(own[i]?.itemId ?? '');
    if (!one) return lineOf(normaliseScan(barcode) || barcode, barcode, { state: 'refused', reason: 'unknown-item' });
    const { copy, item } = one;
    return lineOf(copy.itemId, item.barcode, plannedChange(item, copy, change), item.sourceId);
  });
  return [...new Map(lines.map((line) => [line.about, line])).values()];
};

const AT_ONCE = 90;

type Query = Exclude<ItemChoice, { barcodes: string[] }>;

/**
 * Adds the selected items of one page of the table scan to a batch that is defined by a query. Lines and scan position are written
 * together, so that an interrupted run adds no item twice. Returns the updated batch; undefined when another run wrote first.
 */
export const gatherPage = async (
  table: Table,
  batch: ItemBatch,
  query: Query,
  page: ScanPage,
): Promise<ItemBatch | undefined> => {
  const copies = page.rows
    .map(readItem)
    .filter(
      ({ memberId, branchId, reserve }) =>
        memberId === batch.memberId && (reserve?.own.branchId ?? branchId) === query.branchId,
    );
  const chosen = (await described(table, copies)).filter(({ item }) => isChosen(item, query));
  const lines = chosen.map(({ copy, item }) =>
    lineOf(copy.itemId, item.barcode, plannedChange(item, copy, batch.change), item.sourceId),
  );
  const parts = resumableBatches(page, lines, AT_ONCE, ({ about }) => itemsKeys.key('item', { itemId: about }));
  let now = batch;
  for (const { some, position: walk } of parts.length > 0
    ? parts
    : [{ some: [], position: page.next ?? END_OF_SCAN }]) {
    const counts = addedUp(now.counts, some);
    const conflict = await table.write([
      {
        update: key('itemBatch', now),
        set: { counts, walk },
        when: and(unchanged(now.v), equals('state', 'gathering')),
      },
      ...some.map((line) => ({ put: lineRow(batch, line) })),
    ]);
    if (conflict) return undefined;
    now = { ...now, counts, walk, v: now.v + 1 };
  }
  return now;
};
