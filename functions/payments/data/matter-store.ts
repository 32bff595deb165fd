import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type OnlineMatter, onlineMatterSchema } from '../domain/online-matter.ts';
import { key, sortPrefix } from './keys.ts';

/** How long a payout that differs is listed when nobody checks it. */
const PAYOUT_SECONDS = 60 * 86_400;

/** Returns the write that lists what finance staff look at. */
export const matterWrite = (matter: OnlineMatter): Write => ({
  put: {
    ...key('onlineMatter', matter),
    ...stamp('onlineMatter', 1),
    ...matter,
    ...(matter.kind === 'payout' && { expiresAt: Math.floor(Date.parse(matter.since) / 1000) + PAYOUT_SECONDS }),
  },
});

/** Returns the write that ends what finance staff look at. */
export const endedMatterWrite = (matter: Pick<OnlineMatter, 'kind' | 'matterId' | 'account'>): Write => ({
  delete: key('onlineMatter', matter),
});

/** Returns what finance staff look at among rows of the partition of a member: open disputes, then payouts that differ. */
export const mattersIn = (rows: readonly Record<string, unknown>[]): OnlineMatter[] =>
  rows.filter(({ entity }) => entity === 'onlineMatter').map((row) => onlineMatterSchema.parse(row));

/** Reads the open disputes of an account, then its payouts that differ. */
export const readMatters = async (table: Table, account: string): Promise<OnlineMatter[]> => {
  const { pk: partition } = key('onlineMatter', { account, kind: '-', matterId: '-' });
  return mattersIn(await table.queryAll({ partition, begins: sortPrefix('onlineMatter') }));
};
