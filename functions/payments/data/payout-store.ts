import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { payoutSchema, type StoredPayout } from '../domain/payout.ts';
import { key } from './keys.ts';

/** Returns the write of a payout; it fails when the payout was reconciled already. */
export const payoutWrite = (payout: StoredPayout): Write => ({
  put: { ...key('providerPayout', payout), ...stamp('providerPayout', 1), ...payout },
  when: absent(),
});

/** The payouts of the provider. */
export type PayoutStore = {
  /** Returns the payouts of an account that arrived between two days, oldest first. */
  ofAccount(account: string, from: string, to: string): Promise<StoredPayout[]>;
};

/** Stores payouts in the table. */
export const payoutStore = (table: Table): PayoutStore => ({
  ofAccount: async (account, from, to) => {
    const { pk: partition } = key('providerPayout', { account, arrivesOn: from, payoutId: '-' });
    const items = await table.queryAll({ partition, between: [from, `${to}~`] });
    return items.map((item) => z.parse(payoutSchema, item));
  },
});
