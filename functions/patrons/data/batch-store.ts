import * as z from 'zod';
import { and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import {
  type BatchState,
  batchChangeSchema,
  batchFilterSchema,
  batchStates,
  batchValuesSchema,
  type LineState,
  lineStates,
} from '../domain/record/batch.ts';
import { gsi1, gsi2, gsi3, indexPartition, key, sortPrefix } from './keys.ts';

/** How long a batch and its lines are stored from its opening, and from its run: so long it can be undone. */
const RETENTION_MS = 60 * 24 * 60 * 60 * 1000;

const expiryFrom = (at: string): number => Math.floor((Date.parse(at) + RETENTION_MS) / 1000);

const stored = z.object({
  batchId: z.string(),
  memberId: z.string(),
  /** Patrons named by card are stored as lines. */
  filter: batchFilterSchema.exactOptional(),
  change: batchChangeSchema,
  reason: z.string(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  /** The staff user who ran it or put it back. */
  startedBy: z.string().exactOptional(),
  counts: z.partialRecord(z.enum(lineStates), z.number()),
  /** How far the patrons of the member were looked through, and the line after which a run continues. */
  walk: z.string().exactOptional(),
  behind: z.string().exactOptional(),
  expiresAt: z.number(),
  v: z.number(),
});

/** A change of many patrons as stored. */
export type Batch = z.infer<typeof stored>;

/** Decodes a stored batch. */
export const readBatch = (row: unknown): Batch => stored.parse(row);

const lineStored = z.object({
  patronId: z.string(),
  state: z.enum(lineStates),
  from: batchValuesSchema.exactOptional(),
  to: batchValuesSchema.exactOptional(),
  reason: z.string().exactOptional(),
});

/** The change of a batch to one patron, and whether it is done. */
export type BatchLine = z.infer<typeof lineStored>;

/** Decodes a stored line. */
export const readLine = (row: unknown): BatchLine => lineStored.parse(row);

const lineRow = ({ batchId, expiresAt }: Pick<Batch, 'batchId' | 'expiresAt'>, line: BatchLine): Item => ({
  ...key('patronBatchLine', { batchId, patronId: line.patronId }),
  ...gsi1('patronBatchLine', { batchId, patronId: line.patronId }),
  ...gsi2('patronBatchLine', { batchId, patronId: line.patronId, state: line.state }),
  ...stamp('patronBatchLine', 1),
  ...{ ...line, expiresAt },
});

const addedUp = (before: Batch['counts'], lines: readonly BatchLine[]): Batch['counts'] => {
  const counts = { ...before };
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** Returns the index attributes of a batch that the background job carries on at a time (ISO 8601). */
export const dueAt = (batchId: string, lookAt: string): Record<string, string> =>
  gsi3('patronBatch', { lookAt, batchId });

/** Returns the writes that a line has another state from now on, counted in its batch, when it still has the one before. */
export const lineWrites = (
  { batchId, expiresAt }: Pick<Batch, 'batchId' | 'expiresAt'>,
  { patronId, state: was }: BatchLine,
  state: LineState,
  reason?: string,
): Write[] => [
  {
    update: key('patronBatchLine', { batchId, patronId }),
    set: {
      ...{ state, expiresAt, ...gsi2('patronBatchLine', { batchId, patronId, state }) },
      ...(reason !== undefined && { reason }),
    },
    when: equals('state', was),
  },
  { update: key('patronBatch', { batchId }), add: { [`counts.${state}`]: 1, [`counts.${was}`]: -1 }, when: present() },
];

const lineAdds = (batch: Pick<Batch, 'batchId' | 'expiresAt'>, lines: readonly BatchLine[]): Write[] =>
  lines.flatMap((line): Write[] => [
    { put: lineRow(batch, line) },
    { check: key('patronStatus', line), when: present() },
  ]);

/** A batch before its lines are counted. */
export type OpenedBatch = Omit<Batch, 'counts' | 'expiresAt' | 'v'>;

const firstOf = (opened: OpenedBatch): Batch => {
  const zero = Object.fromEntries(lineStates.map((state) => [state, 0]));
  return { ...opened, counts: zero, expiresAt: expiryFrom(opened.at), v: 1 };
};

const batchRow = (batch: Batch): Item => ({
  ...key('patronBatch', batch),
  ...gsi2('patronBatch', batch),
  ...stamp('patronBatch', 1),
  ...batch,
});

/** Stores the batches of changes of patrons. */
export const batchStore = (table: Table) => ({
  /** Stores a new batch without lines, which the background job carries on from `lookAt` (ISO 8601). */
  open: async (opened: OpenedBatch, lookAt: string, besideOf: (batch: Batch) => readonly Write[]): Promise<Batch> => {
    const batch = firstOf(opened);
    await table.write([{ put: { ...batchRow(batch), ...dueAt(batch.batchId, lookAt) } }, ...besideOf(batch)]);
    return batch;
  },
  /** Stores lines of a batch that is not stored yet. False when one of the patrons was erased. */
  addLines: async (opened: OpenedBatch, lines: readonly BatchLine[]): Promise<boolean> =>
    (await table.write(lineAdds(firstOf(opened), lines))) === undefined,
  /**
   * Stores a previewed batch and its last lines in one write; `before` are the lines that are stored already. Undefined when one of the
   * patrons was erased.
   */
  openPreviewed: async (
    opened: OpenedBatch,
    before: readonly BatchLine[],
    lines: readonly BatchLine[],
    besideOf: (batch: Batch) => readonly Write[],
  ): Promise<Batch | undefined> => {
    const first = firstOf(opened);
    const batch: Batch = { ...first, state: 'previewed', counts: addedUp(first.counts, [...before, ...lines]) };
    const conflict = await table.write([{ put: batchRow(batch) }, ...lineAdds(batch, lines), ...besideOf(batch)]);
    return conflict ? undefined : batch;
  },
  /** Adds lines, and how far the patrons were looked through, in one write. Undefined when another run wrote first, or one was erased. */
  add: async (batch: Batch, lines: readonly BatchLine[], walk: string | undefined): Promise<Batch | undefined> => {
    const counts = addedUp(batch.counts, lines);
    const isThrough = walk === undefined;
    const conflict = await table.write([
      {
        update: key('patronBatch', batch),
        set: { counts, ...(isThrough ? { state: 'previewed' } : { walk }) },
        remove: isThrough ? ['walk', 'gsi3pk', 'gsi3sk'] : [],
        when: and(unchanged(batch.v), equals('state', 'gathering')),
      },
      ...lineAdds(batch, lines),
    ]);
    if (conflict) return undefined;
    const { walk: _, ...rest } = batch;
    return { ...rest, counts, v: batch.v + 1, ...(isThrough ? { state: 'previewed' as const } : { walk }) };
  },
  /** Returns which of these patrons the batch has lines of. */
  known: async ({ batchId }: Pick<Batch, 'batchId'>, patronIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const keys = patronIds.map((patronId) => key('patronBatchLine', { batchId, patronId }));
    const rows = await table.getMany(keys, { strong: true });
    return new Set(rows.flatMap((row) => (row ? [readLine(row).patronId] : [])));
  },
  get: async (memberId: string, batchId: string): Promise<Batch | undefined> => {
    const row = await table.get(key('patronBatch', { batchId }), { strong: true });
    const batch = row && readBatch(row);
    return batch?.memberId === memberId ? batch : undefined;
  },
  /** Lists a member's batches, the newest first. */
  list: (memberId: string, pageRequest: PageRequest): Promise<CursorPage<Batch> | 'bad-cursor'> => {
    const partition = indexPartition('patronBatch', 'gsi2', { memberId });
    return readPage(table, { index: 'gsi2', partition, backwards: true }, pageRequest, readBatch);
  },
  /** Lists the lines in one state. */
  lines: (batchId: string, state: LineState, pageRequest: PageRequest) => {
    const partition = indexPartition('patronBatchLine', 'gsi2', { batchId, state });
    return readPage(table, { index: 'gsi2', partition }, pageRequest, readLine);
  },
  /** Returns the next lines behind the one that a run reached. */
  next: async ({ batchId, behind }: Batch, limit: number): Promise<BatchLine[]> => {
    const { pk: partition } = key('patronBatch', { batchId });
    const after = behind === undefined ? {} : { after: key('patronBatchLine', { batchId, patronId: behind }) };
    const query = { partition, begins: sortPrefix('patronBatchLine'), limit, strong: true, ...after };
    return (await table.query(query)).items.map(readLine);
  },
  /** Starts it, or puts it back, from its first line; false when it is in another state. It is stored for sixty days from then. */
  start: async (
    { batchId }: Batch,
    { from, to, at, lookAt, by }: { from: BatchState; to: BatchState; at: string; lookAt: string; by: string },
    audit: AuditLine,
  ): Promise<boolean> => {
    const set = { state: to, startedBy: by, expiresAt: expiryFrom(at), ...dueAt(batchId, lookAt) };
    const update = { update: key('patronBatch', { batchId }), set, remove: ['behind'], when: equals('state', from) };
    return (await table.write([update, auditWrite(audit)])) === undefined;
  },
  /** Notes how far a run is, or its end. */
  reached: async ({ batchId, state }: Batch, at: { behind: string } | { end: BatchState }): Promise<void> => {
    const update = key('patronBatch', { batchId });
    const when = equals('state', state);
    await table.write([
      'end' in at
        ? { update, set: { state: at.end }, remove: ['behind', 'gsi3pk', 'gsi3sk'], when }
        : { update, set: at, when },
    ]);
  },
});
export type BatchStore = ReturnType<typeof batchStore>;
