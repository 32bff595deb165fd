import type { billDeps } from '../deps.ts';
import { billView } from '../domain/cloud-bills/stored-bill.ts';

/** Returns the bills of a month (`YYYY-MM`), the newest first. */
export const listBills = async ({ bills }: ReturnType<typeof billDeps>, month: string) => {
  const found = await bills.ofMonth(month);
  return found.bills.toReversed().map(billView);
};
