import { and, type Condition, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { itemUpdate } from '../../items/public/item-store.ts';
import { key } from '../data/keys.ts';
import type { ItemValues } from '../domain/items/item-batch.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';
import { fileValuesWhenSet } from '../domain/items/values-in-files.ts';

/** Which item goes from which values to which. */
export type ItemStep = { itemId: string; sourceId: string; from: ItemValues; to: ItemValues };

const stillStands = (item: StoredItem, from: ItemValues): boolean =>
  Object.entries(from).every(([name, value]) => {
    if (name === 'hiddenFrom') return JSON.stringify([...item.hiddenFrom].sort()) === JSON.stringify(value);
    return name === 'note' ? (item.note ?? '') === value : item[name as 'location' | 'category'] === value;
  });

/** Each value that is to change still is what was read, however it is stored. */
const valuesUnchanged = (item: StoredItem, from: ItemValues): Condition[] =>
  Object.keys(from).map((name) => {
    const value = item[name as keyof ItemValues];
    return value === undefined ? lacks(name) : equals(name, value);
  });

/** What the files said is remembered as it was read: a load in between may have heard something new. */
const fileValuesUnchanged = ({ fileValues }: StoredItem): Condition =>
  fileValues === undefined ? lacks('fileValues') : equals('fileValues', fileValues);

/**
 * The writes by which an item takes other values; undefined when it has not the values any more that it is to go from. Each
 * holds under what was read: the record's counter goes up with them, so that a load which read the item before conflicts.
 * On reserve, the copy's place and type are the reserve's: then they do not change.
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
