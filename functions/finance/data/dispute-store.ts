import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Dispute, disputeSchema } from '../domain/statements/dispute.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

/** A dispute as read; `v` is 0 when there is none yet. */
export type StoredDispute = { dispute?: Dispute; v: number };

/** Stores disputes of statement lines. */
export type DisputeStore = {
  /** Returns the dispute of a line. Always a strong read. */
  load(place: Pick<Dispute, 'memberId' | 'month' | 'lineId'>): Promise<StoredDispute>;
  /** Returns those of a member's statement, answered or not. */
  ofStatement(memberId: string, month: string): Promise<Dispute[]>;
  /** Returns all disputes of a member, answered or not. */
  allOf(memberId: string): Promise<Dispute[]>;
  /** Returns the unanswered disputes of a member. */
  openOf(memberId: string): Promise<Dispute[]>;
  /** Returns the unanswered disputes of a member and, by the same read, the rows beside them: what is disputed of its online payments. */
  openAndOthers(memberId: string): Promise<{ open: Dispute[]; others: Record<string, unknown>[] }>;
  /** Returns all disputes that wait for an answer or a correction, the oldest first: few, because each waits for a person. */
  open(): Promise<Dispute[]>;
  /** Saves a message with the writes of the same transaction. False when somebody else has added one since. */
  save(before: StoredDispute, after: Dispute, writes: readonly Write[]): Promise<boolean>;
  /** Returns the write that saves a dispute as part of another transaction, if nobody has changed it since. */
  saving(before: StoredDispute, after: Dispute): Write;
};

const read = ({ dispute }: Record<string, unknown>): Dispute => disputeSchema.parse(dispute);

const waits = ({ state }: Dispute): boolean => state === 'open' || state === 'upheld';

const saving: DisputeStore['saving'] = ({ v }, dispute) => {
  const listed = waits(dispute) ? gsi2('dispute', dispute) : {};
  const put = { ...key('dispute', dispute), ...listed, ...stamp('dispute', v + 1), dispute };
  return { put, when: v === 0 ? absent() : unchanged(v) };
};

const allOf = async (table: Table, memberId: string): Promise<Dispute[]> => {
  const { pk: partition } = key('dispute', { memberId, month: 'any', lineId: 'any' });
  return (await table.queryAll({ partition, begins: sortPrefix('dispute') })).map(read);
};

/** Stores disputes in the table. */
export const disputeStore = (table: Table): DisputeStore => ({
  allOf: (memberId) => allOf(table, memberId),
  load: async (place) => {
    const item = await table.get(key('dispute', place), { strong: true });
    return item ? { dispute: read(item), v: z.number().parse(item.v) } : { v: 0 };
  },
  ofStatement: async (memberId, month) => {
    const { pk: partition, sk } = key('dispute', { memberId, month, lineId: 'any' });
    return (await table.queryAll({ partition, begins: sk.slice(0, -'any'.length) })).map(read);
  },
  openOf: async (memberId) => (await allOf(table, memberId)).filter(({ state }) => state === 'open'),
  openAndOthers: async (memberId) => {
    const { pk: partition } = key('dispute', { memberId, month: 'any', lineId: 'any' });
    const rows = await table.queryAll({ partition, begins: 'DISPUTE' });
    const isOwn = ({ entity }: Record<string, unknown>): boolean => entity === 'dispute';
    const open = rows.filter(isOwn).map(read);
    return { open: open.filter(({ state }) => state === 'open'), others: rows.filter((row) => !isOwn(row)) };
  },
  open: async () => {
    const partition = indexPartition('dispute', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map(read);
  },
  save: async (before, dispute, writes) => (await table.write([saving(before, dispute), ...writes])) === undefined,
  saving,
});
