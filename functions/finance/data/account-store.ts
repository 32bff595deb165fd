import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AccountLine, accountLineSchema } from '../domain/member-account/account-line.ts';
import { key } from './keys.ts';

/** A member's account as it was read: `v` counts its writes, 0 where there was none. */
export type StoredAccount = { lines: AccountLine[]; v: number };

/** What members owe the consortium, have paid and were given. */
export type AccountStore = {
  /** All lines of a member's account, in the order of time: some a month. Always read strongly. */
  load(memberId: string): Promise<StoredAccount>;
};

const headWrite = (memberId: string, when?: Condition): Write => ({
  update: key('accountHead', { memberId }),
  set: { entity: 'accountHead', schema: 1, memberId },
  ...(when && { when }),
});

/**
 * The writes of an account's line, for the transaction of the ledger's entry of it. With the count `v` that its account was read
 * at, they hold only while nothing was added since: what was decided by its lines is true of them.
 */
export const accountWrites = (memberId: string, line: AccountLine, v?: number): Write[] => [
  headWrite(memberId, v === undefined ? undefined : v === 0 ? absent() : unchanged(v)),
  { put: { ...key('accountLine', { memberId, ...line }), ...stamp('accountLine', 1), ...line }, when: absent() },
];

const lineOf = ({ pk: _pk, sk: _sk, entity: _e, schema: _s, v: _v, ...line }: Record<string, unknown>): AccountLine =>
  accountLineSchema.parse(line);

/** The accounts kept in the table. */
export const accountStore = (table: Table): AccountStore => ({
  load: async (memberId) => {
    // The count first: a line added between the two reads makes what is decided by them fail, never pass.
    const head = await table.get(key('accountHead', { memberId }), { strong: true });
    const { pk: partition } = key('accountLine', { memberId, at: 'any', entryId: 'any' });
    const items = await table.queryAll({ partition, strong: true });
    return { lines: items.map(lineOf), v: z.object({ v: z.number() }).parse(head ?? { v: 0 }).v };
  },
});
