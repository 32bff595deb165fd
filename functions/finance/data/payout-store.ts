import { absent, equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Payout, payoutSchema } from '../domain/member-account/payout.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

/** Stores payouts of members' credits. */
export type PayoutStore = {
  /** A strong read, always. */
  get(memberId: string, payoutId: string): Promise<Payout | undefined>;
  /** Returns those of a member, in request order: a few per year. */
  ofMember(memberId: string): Promise<Payout[]>;
  /** Returns those of all members that await approval, in request order. */
  asked(): Promise<Payout[]>;
};

/** Returns the write of a requested payout, or of its decision: once, while it waits. */
export const payoutWrite = (payout: Payout): Write => ({
  put: {
    ...key('payout', payout),
    ...(payout.state === 'asked' && gsi2('payout', payout)),
    ...stamp('payout', payout.state === 'asked' ? 1 : 2),
    payout,
  },
  when: payout.state === 'asked' ? absent() : equals('payout.state', 'asked'),
});

const read = (item: Record<string, unknown>): Payout => payoutSchema.parse(item.payout);

/** Stores payouts in the table. */
export const payoutStore = (table: Table): PayoutStore => ({
  get: async (memberId, payoutId) => {
    const item = await table.get(key('payout', { memberId, payoutId }), { strong: true });
    return item && read(item);
  },
  ofMember: async (memberId) => {
    const { pk: partition } = key('payout', { memberId, payoutId: 'any' });
    return (await table.queryAll({ partition, begins: sortPrefix('payout') })).map(read);
  },
  asked: async () => {
    const partition = indexPartition('payout', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map(read);
  },
});
