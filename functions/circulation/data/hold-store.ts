import * as z from 'zod';
import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import type { Hold } from '../../items/public/hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import { dueOf } from '../domain/holds/hold-due.ts';
import { byQueueOrder } from '../domain/holds/hold-queue.ts';
import { readHold } from './hold-codec.ts';
import { gsi1, gsi2, gsi3, gsi4, indexPartition, key, listKey, sortPrefix } from './keys.ts';

export { readHold } from './hold-codec.ts';

/** How long an ended hold is stored, in milliseconds: the queue stays short, and the patron's data is deleted. */
const ENDED_RETENTION_MS = 30 * 24 * 60 * 60 * 1000;

/** The number of shards of the time indexes of holds: a single partition would be hot, since all changes fall at its end. */
const SHARDS = 8;

const shardOf = (holdId: string): string => {
  let sum = 0;
  for (const letter of holdId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % SHARDS);
};

const dueKeys = (hold: Hold): Record<string, string> => {
  const due = dueOf(hold);
  if (due === undefined) return {};
  return gsi3('hold', { day: due.slice(0, 10), shard: shardOf(hold.holdId), due, holdId: hold.holdId });
};

const hopelessKeys = ({ hopelessSince: since, holdId, pickupBranch, state }: Hold): Record<string, string> =>
  since === undefined || !['placed', 'frozen'].includes(state)
    ? {}
    : gsi2('hold', { list: listKey('hopeless', pickupBranch), since, holdId });

// The sort key contains the time of placing; a hold that was moved up has an earlier place, where a read by key would miss it.
const movedKeys = (hold: Hold): Record<string, string> => {
  const { queuedAt, placedAt, recordId, holdId } = hold;
  if (queuedAt === undefined || queuedAt >= placedAt || isOver(hold)) return {};
  return gsi4('hold', { recordId, queuedAt, holdId });
};

/**
 * Returns the stored item of a hold: in its patron's list while it is open, under the day on which time changes it, and in its pickup
 * branch's list of hopeless holds. `facts` are event names for the relay.
 */
export const holdRecord = (hold: Hold, facts: readonly string[] = []): Item => ({
  ...key('hold', hold),
  ...(isOver(hold) ? {} : gsi1('hold', hold)),
  ...dueKeys(hold),
  ...hopelessKeys(hold),
  ...movedKeys(hold),
  ...hold,
  ...stamp('hold', hold.v),
  ...(hold.ended && { expiresAt: Math.floor((Date.parse(hold.ended.at) + ENDED_RETENTION_MS) / 1000) }),
  ...(facts.length > 0 && { facts: facts.join('\n') }),
});

/** Stores holds. */
export type HoldStore = {
  get(recordId: string, holdId: string, reading?: Consistency): Promise<Hold | undefined>;
  /** Returns the open holds of merged records (a union record and those merged into it), in queue order. */
  queue(recordIds: readonly string[], reading?: Consistency): Promise<Hold[]>;
  /** Returns a patron's open holds from an eventually consistent index: a newly placed one may be missing. */
  ofPatron(patronId: string, reading?: Consistency): Promise<Hold[]>;
  /**
   * Yields the holds of a day (`YYYY-MM-DD`, UTC) that are due by an instant, one shard at a time. Each hold is read from the table
   * itself.
   */
  due(day: string, by: string): AsyncGenerator<Hold[]>;
  /** Returns the holds of a pickup branch that no copy can fill, longest first. */
  hopeless(branchId: string, pageRequest: PageRequest): Promise<CursorPage<Hold> | 'bad-cursor'>;
};

const elsewhere = z.object({ holdId: z.string(), placedOn: z.string() });

/** Returns the keys of holds for a work that were placed on other editions, from the rows of one record. */
export const pointed = (rows: readonly Record<string, unknown>[]): Key[] =>
  rows
    .filter(({ entity }) => entity === 'holdElsewhere')
    .map((row) => elsewhere.parse(row))
    .map(({ holdId, placedOn: recordId }) => key('hold', { recordId, holdId }));

/** Returns the pointer rows by which the other editions of a hold for a work find it: written with it, and deleted when it ends. */
export const elsewhereRecords = ({ holdId, recordId: placedOn, editions = [] }: Hold): Item[] =>
  editions
    .filter((recordId) => recordId !== placedOn)
    .map((recordId) => ({
      ...key('holdElsewhere', { recordId, holdId }),
      ...stamp('holdElsewhere', 1),
      ...{ recordId, holdId, placedOn },
    }));

/** Stores holds in the table. */
export const holdStore = (table: Table): HoldStore => ({
  get: async (recordId, holdId, reading = {}) => {
    const item = await table.get(key('hold', { recordId, holdId }), reading);
    return item && readHold(item);
  },
  queue: async (recordIds, reading = {}) => {
    const strong = reading.strong ? { strong: true } : {};
    const partitions = await Promise.all(
      [...new Set(recordIds)].map((recordId) =>
        // Both kinds of row have a common prefix, so that the editions' pointers need no second query.
        table.queryAll({ partition: catalogueKeys.key('record', { recordId }).pk, begins: 'HOLD', ...strong }),
      ),
    );
    const rows = partitions.flat();
    const own = rows.filter(({ entity }) => entity === 'hold').map(readHold);
    const others = await table.getMany(pointed(rows), strong);
    const all = [...own, ...others.flatMap((item) => (item ? [readHold(item)] : []))];
    const unique = new Map(all.map((hold) => [hold.holdId, hold]));
    return [...unique.values()].filter((hold) => !isOver(hold)).toSorted(byQueueOrder);
  },
  ofPatron: async (patronId, reading = {}) => {
    const partition = indexPartition('hold', 'gsi1', { patronId });
    const keys = await table.queryAll({ index: 'gsi1', partition, begins: sortPrefix('hold') });
    const items = await table.getMany(
      keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
      reading,
    );
    return items
      .flatMap((item) => (item ? [readHold(item)] : []))
      .filter((hold) => !isOver(hold))
      .toSorted(byQueueOrder);
  },
  async *due(day, by) {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const partition = indexPartition('hold', 'gsi3', { day, shard: String(shard) });
      // `~` sorts after whatever follows the instant in a sort key.
      const keys = await table.queryAll({ index: 'gsi3', partition, between: [' ', `${by}~`] });
      const items = await table.getMany(
        keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
        { strong: true },
      );
      const holds = items.flatMap((item) => (item ? [readHold(item)] : []));
      const isDue = (hold: Hold): boolean => (dueOf(hold) ?? '~') <= by;
      if (holds.some(isDue)) yield holds.filter(isDue);
    }
  },
  hopeless: (branchId, pageRequest) =>
    readPage(table, { index: 'gsi2', partition: listKey('hopeless', branchId) }, pageRequest, readHold),
});
