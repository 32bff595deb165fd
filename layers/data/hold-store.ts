import * as z from 'zod';
import { type Hold, isOver } from '../domain/circulation/hold.ts';
import { byQueueOrder } from '../domain/circulation/hold-queue.ts';
import { holdStates } from '../domain/circulation/hold-states.ts';
import { gsi1, indexPartition, key, sortPrefix } from './keys.ts';
import { stamp, type Table } from './table.ts';
import type { Item } from './write.ts';

const states = Object.keys(holdStates.states) as (keyof typeof holdStates.states)[];
const stored = z.object({
  holdId: z.string(),
  recordId: z.string(),
  itemId: z.string().exactOptional(),
  patronId: z.string(),
  patronMember: z.string(),
  patronCategory: z.string(),
  pickupBranch: z.string(),
  placedAt: z.string(),
  priority: z.number(),
  state: z.enum(states),
  targetItemId: z.string().exactOptional(),
  targetedAt: z.string().exactOptional(),
  lookAt: z.string().exactOptional(),
  shelfExpiresAt: z.string().exactOptional(),
  recalledItemId: z.string().exactOptional(),
  ended: z.object({ at: z.string(), cause: z.string() }).exactOptional(),
  v: z.number(),
});

/** A hold out of a stored item. */
export const readHold = (item: unknown): Hold => stored.parse(item);

/** How long an ended hold is kept, in milliseconds: its queue stays short, and who read what is forgotten. */
const ENDED_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** The stored item of a hold: on its patron's list until it is over. `facts` are names of what happened, for the relay. */
export const holdRecord = (hold: Hold, facts: readonly string[] = []): Item => ({
  ...key('hold', hold),
  ...(isOver(hold) ? {} : gsi1('hold', hold)),
  ...hold,
  ...stamp('hold', hold.v),
  ...(hold.ended && { expiresAt: Math.floor((Date.parse(hold.ended.at) + ENDED_KEPT_MS) / 1000) }),
  ...(facts.length > 0 && { facts: facts.join('\n') }),
});

type Reading = { strong?: boolean };

/** The holds. */
export type HoldStore = {
  get(recordId: string, holdId: string, reading?: Reading): Promise<Hold | undefined>;
  /** The open holds of records that are one (a union record and those it absorbed), in the order of the queue. */
  queue(recordIds: readonly string[], reading?: Reading): Promise<Hold[]>;
  /** A patron's open holds. */
  ofPatron(patronId: string): Promise<Hold[]>;
};

/** The holds kept in the table. */
export const holdStore = (table: Table): HoldStore => ({
  get: async (recordId, holdId, reading = {}) => {
    const item = await table.get(key('hold', { recordId, holdId }), reading);
    return item && readHold(item);
  },
  queue: async (recordIds, reading = {}) => {
    const partitions = await Promise.all(
      [...new Set(recordIds)].map((recordId) =>
        table.queryAll({
          partition: key('record', { recordId }).pk,
          begins: sortPrefix('hold'),
          ...(reading.strong && { strong: true }),
        }),
      ),
    );
    return partitions
      .flat()
      .map(readHold)
      .filter((hold) => !isOver(hold))
      .toSorted(byQueueOrder);
  },
  ofPatron: async (patronId) => {
    const partition = indexPartition('hold', 'gsi1', { patronId });
    const keys = await table.queryAll({ index: 'gsi1', partition, begins: sortPrefix('hold') });
    const items = await table.getMany(keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    return items
      .flatMap((item) => (item ? [readHold(item)] : []))
      .filter((hold) => !isOver(hold))
      .toSorted(byQueueOrder);
  },
});
