import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { findingSchema } from '../../../layers/protocols/marc/rules/finding.ts';
import { changedFieldSchema } from '../domain/history/record-changes.ts';
import {
  type BatchKind,
  type BatchState,
  batchStates,
  itemChangeSchema,
  itemChoiceSchema,
  itemValuesSchema,
  type LineState,
  lineStates,
  type PlannedChange,
} from '../domain/items/item-batch.ts';
import { recordChoiceSchema, recordStepsSchema } from '../domain/steps/record-steps.ts';
import { gsi1, gsi2, gsi3, indexPartition, key } from './keys.ts';

/** How long a batch and its report are stored. */
const RETENTION_MS = 2 * 366 * 24 * 60 * 60 * 1000;

const stored = z.object({
  batchId: z.string(),
  memberId: z.string(),
  /** Barcodes and numbers of records are stored as lines, not here. */
  choice: z.union([
    z.strictObject({ barcodes: z.literal(true) }),
    z.strictObject({ numbers: z.literal(true) }),
    itemChoiceSchema.options[1],
    recordChoiceSchema.options[1],
    recordChoiceSchema.options[2],
  ]),
  /** The values of a batch of items, or the steps of a batch of records. */
  change: itemChangeSchema.exactOptional(),
  steps: recordStepsSchema.exactOptional(),
  /** More records meet the condition than one batch takes. */
  limited: z.literal(true).exactOptional(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  reason: z.string().exactOptional(),
  /** The staff user who started it or put it back. */
  startedBy: z.string().exactOptional(),
  counts: z.partialRecord(z.enum(lineStates), z.number()),
  /** The position of the table scan while items are collected. */
  walk: z
    .object({ segment: z.number(), after: z.object({ pk: z.string(), sk: z.string() }).exactOptional() })
    .exactOptional(),
  /** The last line processed while items are changed or restored. */
  behind: z.string().exactOptional(),
  expiresAt: z.number(),
  v: z.number(),
});

/** A batch of items or of records as stored. */
export type ItemBatch = z.infer<typeof stored>;

/** Decodes a stored batch. */
export const readBatch = (row: unknown): ItemBatch => stored.parse(row);

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const lineStored = z.object({
  /** The id of the item or source record; for one that is unknown, its barcode or number. */
  about: z.string(),
  sourceId: z.string().exactOptional(),
  /** Of an item. */
  barcode: z.string().exactOptional(),
  state: z.enum(lineStates),
  from: itemValuesSchema.exactOptional(),
  to: itemValuesSchema.exactOptional(),
  /** Of a record: its title, the version that the batch goes from, and the differences. */
  title: z.string().exactOptional(),
  version: z.string().exactOptional(),
  fields: z.array(changedFieldSchema).exactOptional(),
  /** The reason why the record would not be valid. */
  finding: findingSchema.exactOptional(),
  /** The record before the change, deflated, and the version after it. */
  before: bytes.exactOptional(),
  after: z.string().exactOptional(),
  reason: z.string().exactOptional(),
});

/** The change of a batch to one item or record, and whether it is done. */
export type ItemBatchLine = z.infer<typeof lineStored>;

/** Decodes a stored line. */
export const readLine = (row: unknown): ItemBatchLine => lineStored.parse(row);

/** Returns the line planned for an item. */
export const lineOf = (about: string, barcode: string, plan: PlannedChange, sourceId?: string): ItemBatchLine => ({
  ...{ about, barcode },
  ...(sourceId !== undefined && { sourceId }),
  ...plan,
});

/** Returns the counts of lines by state, increased by more lines. */
export const addedUp = (before: ItemBatch['counts'], lines: readonly ItemBatchLine[]): ItemBatch['counts'] => {
  const counts = { ...before };
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** Returns a line as an item of the table. */
export const lineRow = (
  { batchId, expiresAt }: Pick<ItemBatch, 'batchId' | 'expiresAt'>,
  line: ItemBatchLine,
): Item => ({
  ...key('itemBatchLine', { batchId, about: line.about }),
  ...gsi2('itemBatchLine', { batchId, about: line.about, state: line.state }),
  ...stamp('itemBatchLine', 1),
  ...{ batchId, ...line, expiresAt },
});

/** Returns the index attributes of a batch that a background job continues at a time (ISO 8601). */
export const dueAt = (batchId: string, lookAt: string): Record<string, string> =>
  gsi3('itemBatch', { lookAt, batchId });

/** Returns the index attributes of a previewed batch, which waits for somebody to start it. */
export const toStart = (batch: Pick<ItemBatch, 'memberId' | 'batchId' | 'at' | 'steps'>): Record<string, string> =>
  gsi1('itemBatch', { ...batch, of: batch.steps ? 'records' : 'items' });

const listOf = (memberId: string, of: BatchKind): string => (of === 'items' ? memberId : `${memberId}/${of}`);

/** Stores batches. */
export type ItemBatchStore = {
  /** Stores a new batch with its first lines, atomically for each hundred; idempotent. */
  open(batch: Omit<ItemBatch, 'counts' | 'expiresAt' | 'v'>, lines: readonly ItemBatchLine[]): Promise<ItemBatch>;
  get(memberId: string, batchId: string): Promise<ItemBatch | undefined>;
  /** Lists a member's batches of items or of records, newest first. */
  list(memberId: string, of: BatchKind, pageRequest: PageRequest): Promise<CursorPage<ItemBatch> | 'bad-cursor'>;
  /** Lists the lines in one state. */
  lines(batchId: string, state: LineState, pageRequest: PageRequest): Promise<CursorPage<ItemBatchLine> | 'bad-cursor'>;
  /** Starts it, or puts it back, from its first line, for a staff user; false when it is in another state. */
  start(batch: ItemBatch, way: { from: BatchState; to: BatchState; lookAt: string; by: string }): Promise<boolean>;
};

const AT_ONCE = 90;

/** Returns the store of batches in the table. */
export const itemBatchStore = (table: Table): ItemBatchStore => ({
  open: async (opened, lines) => {
    const expiresAt = Math.floor((Date.parse(opened.at) + RETENTION_MS) / 1000);
    const batch: ItemBatch = { ...opened, counts: addedUp({}, lines), expiresAt, v: 1 };
    for (const some of chunks(lines, AT_ONCE)) await table.write(some.map((line) => ({ put: lineRow(batch, line) })));
    const due = batch.state === 'gathering' ? dueAt(batch.batchId, opened.at) : {};
    const list = listOf(batch.memberId, batch.steps ? 'records' : 'items');
    const put = {
      ...key('itemBatch', batch),
      ...gsi2('itemBatch', { list, batchId: batch.batchId }),
      ...due,
      ...(batch.state === 'previewed' && toStart(batch)),
      ...stamp('itemBatch', 1),
      ...batch,
    };
    await table.write([{ put }]);
    return batch;
  },
  get: async (memberId, batchId) => {
    const row = await table.get(key('itemBatch', { batchId }), { strong: true });
    const batch = row && readBatch(row);
    return batch?.memberId === memberId ? batch : undefined;
  },
  list: (memberId, of, pageRequest) => {
    const partition = indexPartition('itemBatch', 'gsi2', { list: listOf(memberId, of) });
    return readPage(table, { index: 'gsi2', partition, backwards: true }, pageRequest, readBatch);
  },
  lines: (batchId, state, pageRequest) => {
    const partition = indexPartition('itemBatchLine', 'gsi2', { batchId, state });
    return readPage(table, { index: 'gsi2', partition }, pageRequest, readLine);
  },
  start: async ({ batchId }, { from, to, lookAt, by }) => {
    const update = key('itemBatch', { batchId });
    const set = { state: to, startedBy: by, ...dueAt(batchId, lookAt) };
    const remove = ['behind', 'gsi1pk', 'gsi1sk'];
    return (await table.write([{ update, set, remove, when: equals('state', from) }])) === undefined;
  },
});
