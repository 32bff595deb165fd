import { and, type Condition, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { itemUpdate } from '../../items/public/item-update.ts';
import { key } from '../data/keys.ts';
import type { ItemValues } from '../domain/items/item-batch.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';
import { fileValuesWhenSet } from '../domain/items/values-in-files.ts';

/** One item with its values before and after the change. */
export type ItemStep = { itemId: string; sourceId: string; from: ItemValues; to: ItemValues };

const stillStands = (item: StoredItem, from: ItemValues): boolean =>
  Object.entries(from).every(([name, value]) => {
    if (name === 'hiddenFrom') return JSON.stringify([...item.hiddenFrom].sort()) === JSON.stringify(value);
    return name === 'note' ? (item.note ?? '') === value : item[name as 'location' | 'category'] === value;
  });

/** Returns the conditions that each value to change is still as it was read, in any stored form. */
const valuesUnchanged = (item: StoredItem, from: ItemValues): Condition[] =>
  Object.keys(from).map((name) => {
    const value = item[name as keyof ItemValues];
    return value === undefined ? lacks(name) : equals(name, value);
  });

/** Returns the condition that the values of the member's files are as they were read: a load may have stored new ones meanwhile. */
const fileValuesUnchanged = ({ fileValues }: StoredItem): Condition =>
  fileValues === undefined ? lacks('fileValues') : equals('fileValues', fileValues);

/**
 * Returns the writes that change an item's values; undefined when its current values are not those of `from`. The writes are conditioned on
 * what was read and raise the record's counter, so that a load that read the item earlier conflicts. While an item is on reserve, the
 * reserve sets its location and type, which then do not change.
 */
export const itemStepWrites = async (
  table: Table,
  { itemId, sourceId, from, to }: ItemStep,
): Promise<Write[] | undefined> => {
  const row = await table.get(key('itemDescription', { sourceId, itemId }), { strong: true });
  const item = row && readItemDescription(row);
  if (!item || !stillStands(item, from)) return undefined;
  const { note, ...set } = to;
  const { location, category } = to;
  const moves = { ...(location !== undefined && { location }), ...(category !== undefined && { category }) };
  const isMoved = Object.keys(moves).length > 0;
  const { fileValues } = isMoved ? fileValuesWhenSet(item, { ...item, ...moves }) : item;
  return [
    {
      update: key('itemDescription', item),
      set: { ...set, ...(note && { note }), ...(isMoved && fileValues && { fileValues }) },
      remove: [...(note === '' ? ['note'] : []), ...(isMoved && !fileValues ? ['fileValues'] : [])],
      when: and(present(), ...valuesUnchanged(item, from), ...(isMoved ? [fileValuesUnchanged(item)] : [])),
    },
    ...(!isMoved ? [] : [itemUpdate(item, { set: moves }, and(present(), lacks('reserve')))]),
    { update: key('source', item), when: present() },
  ];
};
