import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type PayoutCheck, payoutSchema, type ReconciledPayout, type StoredPayout } from '../domain/payout.ts';
import { key } from './keys.ts';

/** Returns the write of a payout; it fails when the payout was reconciled already. */
export const payoutWrite = (payout: ReconciledPayout): Write => ({
  put: { ...key('providerPayout', payout), ...stamp('providerPayout', 1), ...payout },
  when: absent(),
});

/** Returns the write of a payout that was compared again; it fails when the payout has changed since it was read. */
export const changedPayoutWrite = (payout: StoredPayout): Write => ({
  put: { ...key('providerPayout', payout), ...stamp('providerPayout', payout.v), ...payout },
  when: unchanged(payout.v - 1),
});

/** Returns the write that marks a payout as checked; it fails when the payout has changed since it was read. */
export const checkedPayoutWrite = (payout: StoredPayout, checked: PayoutCheck): Write => ({
  update: key('providerPayout', payout),
  set: { checked },
  when: unchanged(payout.v),
});

/** The payouts of the provider. */
export type PayoutStore = {
  get(payout: Pick<StoredPayout, 'account' | 'arrivesOn' | 'payoutId'>): Promise<StoredPayout | undefined>;
  /** Returns the payouts of an account that arrived between two days, oldest first. */
  ofAccount(account: string, from: string, to: string): Promise<StoredPayout[]>;
};

/** Stores payouts in the table. */
export const payoutStore = (table: Table): PayoutStore => ({
  get: async (payout) => {
    const item = await table.get(key('providerPayout', payout), { strong: true });
    return item && payoutSchema.parse(item);
  },
  ofAccount: async (account, from, to) => {
    const { pk: partition } = key('providerPayout', { account, arrivesOn: from, payoutId: '-' });
    const items = await table.queryAll({ partition, between: [from, `${to}~`] });
    return items.map((item) => z.parse(payoutSchema, item));
  },
});
