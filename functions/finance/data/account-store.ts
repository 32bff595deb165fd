import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AccountLine, accountLineSchema } from '../domain/member-account/account-line.ts';
import { key } from './keys.ts';

/** A member's account as read: `v` counts its writes, 0 when there was none. */
export type StoredAccount = { lines: AccountLine[]; v: number };

/** Stores the debts, payments and credits of members with the consortium. */
export type AccountStore = {
  /** Returns all lines of a member's account, in time order: a few per month. Always a strong read. */
  load(memberId: string): Promise<StoredAccount>;
};

const headWrite = (memberId: string, when?: Condition): Write => ({
  update: key('accountHead', { memberId }),
  set: { entity: 'accountHead', schema: 1, memberId },
  ...(when && { when }),
});

/**
 * Returns the writes of an account's line, for the transaction of its ledger entry. With the version `v` at which the account was read,
 * they fail when anything was added since, so that decisions based on its lines remain valid.
 */
export const accountWrites = (memberId: string, line: AccountLine, v?: number): Write[] => [
  headWrite(memberId, v === undefined ? undefined : v === 0 ? absent() : unchanged(v)),
  { put: { ...key('accountLine', { memberId, ...line }), ...stamp('accountLine', 1), ...line }, when: absent() },
];

const lineOf = ({ pk: _pk, sk: _sk, entity: _e, schema: _s, v: _v, ...line }: Record<string, unknown>): AccountLine =>
  accountLineSchema.parse(line);

/** Stores accounts in the table. */
export const accountStore = (table: Table): AccountStore => ({
  load: async (memberId) => {
    // The version is read first: a line added between the two reads makes the later write fail.
    const head = await table.get(key('accountHead', { memberId }), { strong: true });
    const { pk: partition } = key('accountLine', { memberId, at: 'any', entryId: 'any' });
    const items = await table.queryAll({ partition, strong: true });
    return { lines: items.map(lineOf), v: z.object({ v: z.number() }).parse(head ?? { v: 0 }).v };
  },
});
