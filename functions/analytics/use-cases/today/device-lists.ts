import { openDeviceTransactions } from '../../../circulation/public/open-device-transactions.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted, type Reach } from './counted.ts';

/** How many the first page counts: a page of them costs as much as one small read. */
const COUNTED = 6;

/** Reads what devices of a branch did and Concord did not record; undefined where there is nothing. */
export const devicesToResolve = async ({ table }: TodayDeps, branchId: string, reach: Reach) => {
  const page = await openDeviceTransactions(table, branchId, reach(COUNTED));
  if (page.rows.length === 0) return undefined;
  return counted(page, ({ transactionId, state, kind, item, madeAt, reportedAt }) => ({
    ...{ transactionId, state, kind, since: madeAt ?? reportedAt },
    ...(item !== undefined && { item }),
  }));
};
