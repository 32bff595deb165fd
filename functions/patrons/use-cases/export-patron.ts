import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import { key } from '../data/keys.ts';
import { cardsOf, storedPerson } from '../data/patron-schemas.ts';

type Row = Record<string, unknown>;

// Keys and counters are not the patron's data, hashes of a PIN and of its codes and ids of sessions must not leave, and the staff users in the rows are for the
// auditor only.
const inner = /^(pk|sk|gsi\dpk|gsi\dsk|schema|v|facts|pinHash|codeHash|epoch|session|by)$/;

const shown = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !inner.test(name))
      .map(([name, value]) => [name, within(value)]),
  );

// Blocks and the lines of a bill name staff as well.
const within = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === 'object' && value !== null ? shown({ ...value }) : value;
};

const rowShown = (kind: string, row: Row): Row => {
  if (kind === 'card') return { number: row.number };
  if (kind === 'item') {
    // The record of an item contains its loan in packed form.
    const { itemId, barcode, sourceId, loan } = readItem(row);
    return { itemId, barcode, sourceId, loan };
  }
  // Possible duplicates are another patron's data.
  const { entity: _, otherId: _other, ...rest } = shown(row);
  return rest;
};

/**
 * Exports everything stored about a patron by kind of row: the patron's own rows, cards, loans, holds, interlibrary requests, and a
 * requested erasure. Times are ISO 8601, amounts minor units. It contains nothing about anybody else.
 */
export const exportPatron = async (table: Table, patronId: string): Promise<Record<string, Row[]>> => {
  const { pk: partition } = key('patronStatus', { patronId });
  const pointers = await table.queryAll({
    index: 'gsi1',
    partition: itemsKeys.indexPartition('item', 'gsi1', { patronId }),
  });
  const own = await table.queryAll({ partition, strong: true });
  const person = own.find(({ entity }) => entity === 'patronPerson');
  const numbers = person === undefined ? [] : cardsOf(storedPerson.parse(person));
  const others = await table.getMany([
    ...pointers.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
    key('erasure', { patronId }),
    ...numbers.map((number) => key('card', { number })),
  ]);
  const byEntity: Record<string, Row[]> = {};
  for (const row of [...own, ...others]) {
    if (row === undefined) continue;
    const kind = String(row.entity);
    byEntity[kind] = [...(byEntity[kind] ?? []), rowShown(kind, row)];
  }
  return byEntity;
};
