import type { Ids } from '../../../layers/platform/runtime/ids.ts';

/** Returns new ids of what an item that becomes lost is charged by: two bills with an entry of the ledger each. */
export const lostChargeIds = (ids: Ids, now: number) => ({
  ...{ bill: ids.next('bill', now), entry: ids.next('entry', now) },
  ...{ feeBill: ids.next('bill', now), feeEntry: ids.next('entry', now) },
});
