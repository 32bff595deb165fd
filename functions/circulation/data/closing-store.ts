import * as z from 'zod';
import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import {
  type ClosingLine,
  type ClosingState,
  type ClosingSum,
  closingLineStates,
  closingStates,
  leftReasons,
} from '../domain/closings/closing.ts';
import { gsi2, gsi3, indexPartition, key, sortPrefix } from './keys.ts';

const RETENTION_MS = 60 * 24 * 60 * 60 * 1000;

const what = z.enum(['loan', 'hold']);
const counts = <T extends readonly [string, ...string[]]>(names: T) => z.partialRecord(z.enum(names), z.number());
const walkSchema = z.object({ shard: z.number(), after: z.record(z.string(), z.string()).exactOptional() });

const stored = z.object({
  closingId: z.string(),
  branchId: z.string(),
  ...{ from: z.string(), to: z.string(), closesAt: z.string().optional(), reason: z.string() },
  state: z.enum(closingStates),
  at: z.string(),
  by: z.string(),
  /** How far the scheduled checks were looked through, and the line after which a run continues. */
  walk: walkSchema.exactOptional(),
  behind: z.string().exactOptional(),
  moves: z.array(z.object({ what, from: z.string(), to: z.string(), count: z.number() })),
  left: counts(leftReasons),
  held: counts(['due-soon', 'overdue']),
  counts: counts(closingLineStates),
  expiresAt: z.number(),
  v: z.number(),
});

/** A closing of a branch as stored. */
export type Closing = z.infer<typeof stored>;
export type ClosingWalk = z.infer<typeof walkSchema>;

const line = z.object({
  ...{ itemId: z.string(), what, id: z.string(), recordId: z.string().exactOptional() },
  renewals: z.number().exactOptional(),
  state: z.enum(closingLineStates),
  ...{ from: z.string(), fromDay: z.string(), to: z.string().exactOptional(), toDay: z.string().exactOptional() },
  left: z.enum(leftReasons).exactOptional(),
  held: z.array(z.enum(['due-soon', 'overdue'])).exactOptional(),
});

const dueAt = (closingId: string, lookAt: string) => gsi3('branchClosing', { lookAt, closingId });
const notDue = ['gsi3pk', 'gsi3sk'];

/** Returns the write that a line has another state from now on, when it still has the one before. */
export const closingLineWrite = (closingId: string, { itemId, state: was }: ClosingLine, state: string): Write => ({
  update: key('closingLine', { closingId, itemId }),
  set: { state },
  when: equals('state', was),
});

/** Stores closings of branches, with a line for each date that they move. */
export const closingStore = (table: Table) => {
  const get = async (branchId: string, closingId: string): Promise<Closing | undefined> => {
    const row = await table.get(key('branchClosing', { closingId }), { strong: true });
    const closing = row && stored.parse(row);
    return closing?.branchId === branchId ? closing : undefined;
  };
  const lines = { begins: sortPrefix('closingLine'), strong: true } as const;
  return {
    get,
    /** Stores a new closing, which the background job carries on from `lookAt` (ISO 8601). */
    open: async (
      opened: Pick<Closing, 'closingId' | 'branchId' | 'from' | 'to' | 'closesAt' | 'reason' | 'at' | 'by'>,
      lookAt: string,
      beside: (closing: Closing) => readonly Write[],
    ): Promise<Closing> => {
      const empty = { moves: [], left: {}, held: {}, counts: {}, v: 1 };
      const expiresAt = Math.floor((Date.parse(opened.at) + RETENTION_MS) / 1000);
      const closing: Closing = { ...opened, state: 'gathering', ...empty, expiresAt };
      const keys = { ...key('branchClosing', closing), ...gsi2('branchClosing', closing) };
      const put: Item = { ...keys, ...stamp('branchClosing', 1), ...closing, ...dueAt(closing.closingId, lookAt) };
      await table.write([{ put }, ...beside(closing)]);
      return closing;
    },
    /** Returns the newest closings of a branch. */
    newest: async (branchId: string, limit: number): Promise<Closing[]> => {
      const partition = indexPartition('branchClosing', 'gsi2', { branchId });
      const { items } = await table.query({ index: 'gsi2', partition, backwards: true, limit });
      const rows = await table.getMany(items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
      return rows.flatMap((row) => (row ? [stored.parse(row)] : []));
    },
    /** Returns the closings that are to be carried on by an instant (ISO 8601). */
    due: async (at: string): Promise<Closing[]> => {
      const partition = indexPartition('branchClosing', 'gsi3', {});
      const { items } = await table.query({ index: 'gsi3', partition, between: [' ', `${at}~`], limit: 20 });
      const keys = items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      return (await table.getMany(keys, { strong: true })).flatMap((row) => (row ? [stored.parse(row)] : []));
    },
    /** Stores lines; a line of the same copy is replaced. */
    addLines: async ({ closingId, expiresAt }: Closing, found: readonly ClosingLine[]): Promise<void> => {
      const rows = found.map((one) => ({
        put: { ...key('closingLine', { closingId, ...one }), ...stamp('closingLine', 1), ...one, expiresAt },
      }));
      for (let i = 0; i < rows.length; i += 50) await table.write(rows.slice(i, i + 50));
    },
    /** Returns the next lines behind the one that a run reached. */
    next: async ({ closingId, behind }: Closing, limit: number): Promise<ClosingLine[]> => {
      const { pk: partition } = key('branchClosing', { closingId });
      const after = behind === undefined ? {} : { after: key('closingLine', { closingId, itemId: behind }) };
      return (await table.query({ partition, ...lines, limit, ...after })).items.map((row) => line.parse(row));
    },
    /** Returns a page of the lines, by copy. */
    page: ({ closingId }: Closing, pageRequest: PageRequest): Promise<CursorPage<ClosingLine> | 'bad-cursor'> => {
      const { pk: partition } = key('branchClosing', { closingId });
      return readPage(table, { partition, begins: sortPrefix('closingLine') }, pageRequest, (row) => line.parse(row));
    },
    all: async ({ closingId }: Closing): Promise<ClosingLine[]> => {
      const { pk: partition } = key('branchClosing', { closingId });
      return (await table.queryAll({ partition, ...lines })).map((row) => line.parse(row));
    },
    /** Notes how far a closing is, its next state, or its sum; undefined when another run wrote first. */
    reached: async (
      closing: Closing,
      set: { state?: ClosingState; walk?: ClosingWalk; behind?: string; lookAt?: string } & Partial<ClosingSum>,
      isBusy: boolean,
    ): Promise<Closing | undefined> => {
      const { closingId, v, state } = closing;
      const { lookAt, ...values } = set;
      const ended = set.state === undefined ? [] : ['walk', 'behind'];
      const conflict = await table.write([
        {
          update: key('branchClosing', { closingId }),
          set: { ...values, ...(lookAt !== undefined && dueAt(closingId, lookAt)) },
          remove: [...ended, ...(isBusy ? [] : notDue)],
          when: and(unchanged(v), equals('state', state)),
        },
      ]);
      if (conflict) return undefined;
      const { walk: _walk, behind: _behind, ...rest } = closing;
      return { ...(set.state === undefined ? closing : rest), ...values, v: v + 1 };
    },
    /** Starts it, or puts it back, with the audit entry; undefined when it is in another state. */
    start: async (
      closing: Closing,
      to: ClosingState,
      lookAt: string,
      audit: AuditLine,
    ): Promise<Closing | undefined> => {
      const { closingId, state } = closing;
      const set = { state: to, ...dueAt(closingId, lookAt) };
      const update = { update: key('branchClosing', { closingId }), set, remove: ['walk', 'behind'] };
      await table.write([{ ...update, when: equals('state', state) }, auditWrite(audit)]);
      return get(closing.branchId, closingId);
    },
  };
};
export type ClosingStore = ReturnType<typeof closingStore>;
