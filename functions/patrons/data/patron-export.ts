import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as circulationKeys } from '../../circulation/data/keys.ts';
import { readItem } from '../../items/public/item-store.ts';
import { key } from './keys.ts';
import { cardsOf, storedPerson } from './patron-schemas.ts';

type Row = Record<string, unknown>;

// How rows are found and counted is none of the patron's data; a PIN's hash must not leave; who of the staff looked or
// acted is the staff's (the auditor reads it).
const inner = /^(pk|sk|gsi\dpk|gsi\dsk|schema|v|facts|told|pinHash|by)$/;

const shown = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !inner.test(name))
      .map(([name, value]) => [name, within(value)]),
  );

// Blocks and the lines of a bill say by whom as well.
const within = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === 'object' && value !== null ? shown({ ...value }) : value;
};

const rowShown = (kind: string, row: Row): Row => {
  if (kind === 'card') return { number: row.number };
  if (kind === 'item') {
    // A copy's record packs its loan.
    const { itemId, barcode, sourceId, loan } = readItem(row);
    return { itemId, barcode, sourceId, loan };
  }
  // Who else may be the same person is somebody else's.
  const { entity: _, otherId: _other, ...rest } = shown(row);
  return rest;
};

/**
 * Everything held of a patron by kind of row: what lies with the patron, the card, what is lent and reserved, the loan requests,
 * and an erasure asked for. Instants are ISO 8601, sums minor units. Nothing of anybody else.
 */
export const patronExport = async (table: Table, patronId: string): Promise<Record<string, Row[]>> => {
  const { pk: partition } = key('patronStatus', { patronId });
  const pointers = await table.queryAll({
    index: 'gsi1',
    partition: circulationKeys.indexPartition('hold', 'gsi1', { patronId }),
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
