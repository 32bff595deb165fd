import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Dispute, disputeSchema } from '../domain/statements/dispute.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

/** A dispute as it was read; `v` is 0 where there is none yet. */
export type StoredDispute = { dispute?: Dispute; v: number };

/** Disputes of lines. */
export type DisputeStore = {
  /** The dispute of a line. Always read strongly. */
  load(place: Pick<Dispute, 'memberId' | 'month' | 'lineId'>): Promise<StoredDispute>;
  /** Those of a member's statement, answered or not. */
  ofStatement(memberId: string, month: string): Promise<Dispute[]>;
  /** Those of a member that are not answered. */
  openOf(memberId: string): Promise<Dispute[]>;
  /** All that are not answered, the longest open first: few, for each waits for a person. */
  open(): Promise<Dispute[]>;
  /** Saves what was said with what goes with it. False when somebody else has said something since. */
  save(before: StoredDispute, after: Dispute, writes: readonly Write[]): Promise<boolean>;
};

const read = ({ dispute }: Record<string, unknown>): Dispute => disputeSchema.parse(dispute);

/** The disputes kept in the table. */
export const disputeStore = (table: Table): DisputeStore => ({
  load: async (place) => {
    const item = await table.get(key('dispute', place), { strong: true });
    return item ? { dispute: read(item), v: z.number().parse(item.v) } : { v: 0 };
  },
  ofStatement: async (memberId, month) => {
    const { pk: partition, sk } = key('dispute', { memberId, month, lineId: 'any' });
    return (await table.queryAll({ partition, begins: sk.slice(0, -'any'.length) })).map(read);
  },
  openOf: async (memberId) => {
    const { pk: partition } = key('dispute', { memberId, month: 'any', lineId: 'any' });
    const all = (await table.queryAll({ partition, begins: sortPrefix('dispute') })).map(read);
    return all.filter(({ state }) => state === 'open');
  },
  open: async () => {
    const partition = indexPartition('dispute', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map(read);
  },
  save: async ({ v }, dispute, writes) => {
    const listed = dispute.state === 'open' ? gsi2('dispute', dispute) : {};
    const put = { ...key('dispute', dispute), ...listed, ...stamp('dispute', v + 1), dispute };
    return (await table.write([{ put, when: v === 0 ? absent() : unchanged(v) }, ...writes])) === undefined;
  },
});
