import { BatchWriteItemCommand, DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { deskMeasurer, listening, type UnitsMeasure } from '../../../bench/units.ts';
import { itemRecord } from '../../../functions/items/data/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/data/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { anItem } from '../../builders/circulation.ts';
import { aConsortium, branches } from '../../builders/lending.ts';

/** An operation at a number of items: its units, and the median of its milliseconds over the repetitions. */
export type FlatRow = { items: number; operation: string; writeUnits: number; readUnits: number; ms: number };

const BATCH = 25;
const AT_ONCE = 16;

/** A copy with its barcode's pointer, as written by a load; every fifth is on a list of its branch. */
const copyRows = (n: number): Record<string, unknown>[] => {
  const [itemId, barcode] = [`itm_fill${n}`, `9${String(n).padStart(12, '0')}`];
  const branchId = branches[n % branches.length] ?? branches[0];
  const paged = n % 5 === 0;
  const hold = { holdId: `hld_fill${n}`, patronId: `pat_fill${n}`, pickupBranch: branchId };
  const item = anItem({
    ...{ itemId, barcode, branchId, currentBranch: branchId, recordId: `rec_fill${n >> 1}`, v: 1 },
    ...(paged && { state: 'paged', hold }),
  });
  const pointer = { ...itemsKeys.key('barcode', { barcode }), ...stamp('barcode', 1), barcode, bearers: [{ itemId }] };
  return [itemRecord(item), pointer];
};

const put = async (client: DynamoDBClient, table: string, rows: Record<string, unknown>[]): Promise<void> => {
  let wanted: WriteRequest[] = rows.map((row) => ({
    PutRequest: { Item: marshall(row, { removeUndefinedValues: true }) },
  }));
  while (wanted.length > 0) {
    const { UnprocessedItems: left } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: wanted } }),
    );
    wanted = left?.[table] ?? [];
  }
};

/** Fills a table with copies of a range of numbers, as fast as possible. */
const fill = async (table: string, from: number, to: number, tell: (copies: number) => void): Promise<void> => {
  const client = new DynamoDBClient({ maxAttempts: 8 });
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) {
      const begin = next;
      const end = Math.min(to, begin + Math.floor(BATCH / 2));
      next = end;
      await put(client, table, Array.from({ length: end - begin }, (_, i) => copyRows(begin + i)).flat());
      // Reported once, by the worker that passes the mark.
      if (Math.floor(begin / 50_000) !== Math.floor(end / 50_000)) tell(end);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  client.destroy();
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Measures the desk's operations on an empty table as it grows to each of these sizes. Returns a row per operation and size.
 * Throws unless all repetitions have the same units.
 */
export const measureFlat = (
  table: Table & { name: string },
  sizes: readonly number[],
  repetitions: number,
  tell: (copies: number) => void = () => {},
): Promise<FlatRow[]> =>
  listening(async (last) => {
    await aConsortium(table);
    const measure = deskMeasurer(table, last);
    await measure();
    const rows: FlatRow[] = [];
    let filled = 0;
    for (const items of sizes) {
      await fill(table.name, filled, items, tell);
      filled = items;
      const runs: UnitsMeasure[][] = [];
      for (let i = 0; i < repetitions; i += 1) runs.push(await measure());
      (runs[0] ?? []).forEach(({ operation, writeUnits, readUnits }, at) => {
        const same = runs.map((run) => run[at]);
        if (same.some((one) => one?.writeUnits !== writeUnits || one.readUnits !== readUnits))
          throw new Error(`${operation} takes other units from time to time among ${items} items.`);
        rows.push({ items, operation, writeUnits, readUnits, ms: median(same.map((one) => one?.ms ?? 0)) });
      });
    }
    return rows;
  });

/** The operations whose units are not the same at every size: none is the proof. */
export const uneven = (rows: readonly FlatRow[]): string[] => {
  const by = Map.groupBy(rows, ({ operation }) => operation);
  return [...by].flatMap(([operation, all]) =>
    new Set(all.map(({ writeUnits, readUnits }) => `${writeUnits} ${readUnits}`)).size > 1 ? [operation] : [],
  );
};
