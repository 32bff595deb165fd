import { MAX_ITEM_TYPE, MAX_LOCATION } from '../../../layers/kernel/identity/item-codes.ts';
import { textStart } from '../../../layers/kernel/text/text-start.ts';
import { absent, and, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { LoadedItem } from '../../../layers/protocols/marc/items-in-marc.ts';
import type { Commitment } from '../../../layers/protocols/marc/retention-notes.ts';
import type { BarcodePointer } from '../../items/public/barcode-pointer.ts';
import { claimBarcode } from '../../items/public/claim-barcode.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import { itemUpdate } from '../../items/public/item-update.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { key, sortPrefix } from './keys.ts';

/** Returns the items of a source record. */
export const itemsOfSource = async (table: Table, sourceId: string, strong = false): Promise<StoredItem[]> => {
  const partition = key('source', { sourceId }).pk;
  const rows = await table.queryAll({ partition, begins: sortPrefix('itemDescription'), strong });
  return rows.map(readItemDescription);
};

/** Returns the write of an item's description. */
export const describing = (item: StoredItem): Write => ({
  put: { ...item, ...key('itemDescription', item), ...stamp('itemDescription', 1) },
});

/**
 * Returns the write that adds an item to a source record, in the transaction that creates it. It fails when there is no such record, or
 * when its member withdrew it: then it accepts no copies.
 */
export const gainsItem = ({ sourceId }: Pick<StoredItem, 'sourceId'>): Write => ({
  update: key('source', { sourceId }),
  remove: ['bare'],
  when: and(present(), lacks('withdrawn')),
});

/** Returns the last day of a commitment as the circulation record stores it; a distant date when it is permanent. */
export const lastDay = ({ until = '9999-12-31' }: { until?: string }): string => until;

// The circulation record has 1 KB in all: the beginning of a long enumeration distinguishes the parts.
const partOf = ({ volume }: StoredItem): string => textStart(volume, 60);

/** The place of an item that is not on its shelf, with since when and why, where known. */
export type ItemPlace = { state: ItemState; aside?: { at: string; reason: string } };

/**
 * Returns the three writes of a new item: its description, its circulation record (on the shelf by default), and the claim of its barcode,
 * in addition to the items of other members that have it (`beside`).
 */
export const newItemWrites = (
  item: StoredItem,
  recordId: string,
  beside?: BarcodePointer,
  place: ItemPlace = { state: 'available' },
): Write[] => {
  const { itemId, sourceId, memberId, barcode, branchId, location, category } = item;
  const part = item.volume === '' ? {} : { part: partOf(item) };
  const price = item.price === undefined ? {} : { price: item.price };
  const retained = item.retention && { retained: lastDay(item.retention) };
  const circulation = {
    itemId,
    barcode,
    memberId,
    branchId,
    location,
    category,
    ...part,
    recordId,
    sourceId,
    ...price,
    ...retained,
  };
  return [
    describing(item),
    {
      put: {
        ...itemsKeys.key('item', item),
        ...stamp('item', 1),
        ...circulation,
        ...place,
        currentBranch: branchId,
      },
      when: absent(),
    },
    ...(barcode === '' ? [] : [claimBarcode(barcode, { itemId, memberId, sourceId }, beside)]),
  ];
};

/** Returns the writes of an item whose description changed; its place and loan do not change. */
export const changedItemWrites = (item: StoredItem): Write[] => [
  describing(item),
  itemUpdate(
    item,
    {
      set: {
        ...{ branchId: item.branchId, location: item.location, category: item.category },
        ...(item.volume !== '' && { part: partOf(item) }),
        ...(item.retention && { retained: lastDay(item.retention) }),
      },
      remove: [...(item.volume === '' ? ['part'] : []), ...(item.retention ? [] : ['retained'])],
    },
    present(),
  ),
];

/** Returns an item as a record of a load describes it. */
export const loadedItem = (
  itemId: string,
  sourceId: string,
  loaded: LoadedItem,
  slot: number | undefined,
): StoredItem => ({
  itemId,
  sourceId,
  memberId: memberOfSource(sourceId),
  barcode: loaded.barcode ?? '',
  branchId: loaded.branch,
  location: textStart(loaded.location, MAX_LOCATION),
  callNumber: textStart(loaded.callNumber, 200),
  category: textStart(loaded.category, MAX_ITEM_TYPE),
  copyNumber: textStart(loaded.copyNumber, 60),
  volume: textStart(loaded.volume, 200),
  hiddenFrom: [],
  ...(slot === undefined ? {} : { slot }),
  ...retentionAfterLoad({}, loaded.retention),
});

type Retentions = Pick<StoredItem, 'retention' | 'fileRetention'>;

/**
 * Returns the retention of a copy after a load: that of staff, set or released, until the files contain a new one; one from the files can
 * be changed and ended by them. A repeated value is not new.
 */
export const retentionAfterLoad = (
  { retention, fileRetention }: Retentions,
  loaded: Commitment | undefined,
): Retentions => {
  const isNew = JSON.stringify(loaded) !== JSON.stringify(fileRetention);
  const byStaff = retention !== undefined && retention.from !== 'load';
  const stands = byStaff || !isNew ? retention : loaded && { ...loaded, from: 'load' as const };
  return { ...(stands && { retention: stands }), ...(loaded && { fileRetention: loaded }) };
};

const memoryOf = ({ retention, fileRetention, fileValues = {} }: StoredItem) => [
  ...[retention, fileRetention],
  ...[fileValues.location, fileValues.category, fileValues.callNumber],
];

/** Returns whether two descriptions and their stored file values are equal. */
export const sameItem = (a: StoredItem, b: StoredItem): boolean =>
  (['branchId', 'location', 'callNumber', 'category', 'copyNumber', 'volume'] as const).every(
    (name) => a[name] === b[name],
  ) && JSON.stringify(memoryOf(a)) === JSON.stringify(memoryOf(b));
