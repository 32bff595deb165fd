import { labelReadings } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { changedItemWrites } from '../../catalogue/public/changed-item-writes.ts';
import { fileValuesWhenSet } from '../../catalogue/public/file-values.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { gainsItem } from '../../catalogue/public/gains-item.ts';
import type { ItemPlace } from '../../catalogue/public/item-writes.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { newItemWrites } from '../../catalogue/public/new-item-writes.ts';
import { readItemDescription } from '../../catalogue/public/read-item-description.ts';
import { readSource } from '../../catalogue/public/read-source.ts';
import { sourceIdOf } from '../../catalogue/public/source-id-of.ts';
import type { StoredItem } from '../../catalogue/public/stored-item.ts';
import type { BarcodePointer } from '../../items/public/barcode-pointer.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { derivedId, rowDigest } from '../data/digests.ts';
import type { Row } from '../domain/files/file-kinds.ts';
import { type ItemStatus, itemStatuses } from '../domain/files/mapping.ts';
import type { Problem, WarningReason } from '../domain/report/reasons.ts';
import { barcodeOf } from './index-file.ts';
import {
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  noteLoaded,
  type Outcome,
  type Plan,
  rejected,
  writeRow,
} from './load-context.ts';

/** Lists the keys under which a barcode may be stored. */
export const barcodeKeys = (text: string): Key[] =>
  labelReadings(text).map((barcode) => itemsKeys.key('barcode', { barcode }));

/** Finds the owners of a barcode. */
export const pointerOf = async ({ reader }: LoadContext, text: string): Promise<BarcodePointer | undefined> => {
  for (const at of barcodeKeys(text)) {
    const found = await reader.get(at);
    if (found) return readBarcode(found);
  }
  return undefined;
};

const isStatus = (status: string): status is ItemStatus => Object.hasOwn(itemStatuses, status);
const isAwaited = (status: ItemStatus): boolean => ['on-loan', 'in-transit', 'on-hold-shelf'].includes(status);

const placeOf = ({ status = 'available' }: Row<'items'>, at: string): ItemPlace & { awaited: boolean } => {
  const known = isStatus(status) ? status : 'available';
  const state: ItemState = itemStatuses[known];
  const aside = state === 'missing' || state === 'damaged' ? { aside: { at, reason: 'loaded' } } : {};
  return { state, ...aside, awaited: isAwaited(known) };
};

const described = (
  row: Row<'items'>,
  of: Pick<StoredItem, 'itemId' | 'sourceId' | 'memberId'>,
  before?: StoredItem,
): StoredItem => ({
  ...before,
  ...of,
  barcode: before?.barcode ?? barcodeOf(row.barcode),
  branchId: row.branch,
  location: row.location ?? before?.location ?? '',
  callNumber: row.callNumber ?? before?.callNumber ?? '',
  category: row.category,
  copyNumber: row.copy ?? before?.copyNumber ?? '',
  volume: row.volume ?? before?.volume ?? '',
  hiddenFrom: before?.hiddenFrom ?? [],
  ...(row.price !== undefined && { price: row.price }),
});

/** Remembers the values of the catalogue's own files where this file differs from them. */
const withFileValues = (item: StoredItem, before: StoredItem): StoredItem => {
  const { fileValues: _, ...rest } = item;
  return { ...rest, ...fileValuesWhenSet(before, item) };
};

const warningsOf = (shared: boolean, awaited: boolean): { warnings?: Problem<WarningReason>[] } => {
  const warnings: Problem<WarningReason>[] = [
    ...(shared ? [{ reason: 'barcode-shared' as const, column: 'barcode' }] : []),
    ...(awaited ? [{ reason: 'item-awaited' as const, column: 'status' }] : []),
  ];
  return warnings.length > 0 ? { warnings } : {};
};

const create = async (context: LoadContext, row: Row<'items'>, beside: BarcodePointer | undefined): Promise<Plan> => {
  const { reader, table, memberId, at } = context;
  if (row.record === undefined) return rejected('record-needed', 'record');
  const sourceId = sourceIdOf(memberId, row.record);
  const found = await reader.get(catalogueKeys.key('source', { sourceId }));
  const source = found && readSource(found);
  if (!source || source.withdrawn) return rejected('record-unknown', 'record');
  const record = await findRecord(table, source.recordId, { strong: true });
  if (!record) return rejected('record-unknown', 'record');
  const item = described(row, { itemId: derivedId('item', memberId, 'items', oldIdOf(row)), sourceId, memberId });
  const { awaited, ...place } = placeOf(row, at);
  return {
    did: 'created',
    ...warningsOf(beside !== undefined, awaited),
    writes: [
      gainsItem(item),
      ...newItemWrites(item, record.now.recordId, beside, place),
      noteLoaded(context, 'items', oldIdOf(row), { ref: item.itemId, row: rowDigest(row) }),
    ],
  };
};

const oldIdOf = (row: Row<'items'>): string => barcodeOf(row.barcode);

// A status from a file applies only to an item without a loan or hold.
const moved = (now: ItemState, to: ItemState): boolean =>
  now !== to && ['available', 'in-process', 'on-order', 'missing', 'damaged'].includes(now);

const withPlace = (writes: Write[], { price }: StoredItem, itemV: number, place: ItemPlace | undefined): Write[] =>
  writes.map((write) => {
    const isItem = 'update' in write;
    if (!isItem) return write;
    const { state, aside } = place ?? {};
    return {
      ...write,
      set: {
        ...write.set,
        ...(state !== undefined && { state }),
        ...(aside && { aside }),
        ...(price !== undefined && { price }),
      },
      remove: [...(write.remove ?? []), ...(state !== undefined && !aside ? ['aside'] : [])],
      when: unchanged(itemV),
    };
  });

const update = async (
  context: LoadContext,
  row: Row<'items'>,
  place: { itemId: string; sourceId: string },
): Promise<Plan> => {
  const { reader, memberId, at } = context;
  const [description, circulation] = await Promise.all([
    reader.get(catalogueKeys.key('itemDescription', place)),
    reader.get(itemsKeys.key('item', place)),
  ]);
  if (!description || !circulation) return rejected('item-not-loaded', 'barcode');
  const before = readItemDescription(description);
  const now = readItem(circulation);
  const { awaited, ...wanted } = placeOf(row, at);
  const moves = row.status !== undefined && moved(now.state, wanted.state);
  const item = withFileValues(
    described(row, { itemId: place.itemId, sourceId: place.sourceId, memberId }, before),
    before,
  );
  const known = await loadedRow(context, 'items', oldIdOf(row));
  const same = JSON.stringify(item) === JSON.stringify(before) && !moves;
  const note = noteLoaded(context, 'items', oldIdOf(row), { ref: place.itemId, row: rowDigest(row) }, known);
  return {
    did: same ? 'unchanged' : 'changed',
    ...warningsOf(false, awaited && moves),
    writes: [...(same ? [] : withPlace(changedItemWrites(item), item, now.v, moves ? wanted : undefined)), note],
  };
};

const loadItem = async (context: LoadContext, { row }: Lined<'items'>): Promise<Outcome> => {
  const { memberId, branch } = context;
  if (memberOfBranch(row.branch) !== memberId) return rejected('branch-elsewhere', 'branch');
  if (!(await branch(row.branch))) return rejected('branch-unknown', 'branch');
  const known = await loadedRow(context, 'items', oldIdOf(row));
  if (known?.row === rowDigest(row)) return { did: 'unchanged' };
  const pointer = await pointerOf(context, row.barcode);
  const own = pointer?.bearers.find((bearer) => bearer.memberId === memberId);
  const keys = [
    ...barcodeKeys(row.barcode),
    loadedKey(memberId, 'items', oldIdOf(row)),
    ...(own ? [itemsKeys.key('item', own), catalogueKeys.key('itemDescription', own)] : []),
  ];
  return writeRow(context, keys, async () => {
    const again = await pointerOf(context, row.barcode);
    const bearer = again?.bearers.find((one) => one.memberId === memberId);
    return bearer ? update(context, row, bearer) : create(context, row, again);
  });
};

/** Loads items: an item of the member with this barcode is updated, another is created on its record. */
export const loadItems = async (context: LoadContext, rows: readonly Lined<'items'>[]) => {
  const { memberId, reader } = context;
  await reader.prefetch(
    rows.flatMap(({ row }) => [
      ...barcodeKeys(row.barcode),
      loadedKey(memberId, 'items', oldIdOf(row)),
      ...(row.record === undefined
        ? []
        : [catalogueKeys.key('source', { sourceId: sourceIdOf(memberId, row.record) })]),
    ]),
  );
  const pointers = await Promise.all(rows.map(({ row }) => pointerOf(context, row.barcode)));
  const own = pointers.flatMap((pointer) => pointer?.bearers.filter((one) => one.memberId === memberId) ?? []);
  await reader.prefetch(
    own.flatMap((place) => [itemsKeys.key('item', place), catalogueKeys.key('itemDescription', place)]),
  );
  return (one: Lined<'items'>): Promise<Outcome> => loadItem(context, one);
};
