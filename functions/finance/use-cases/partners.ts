import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { partnerAccountStore } from '../../resource-sharing/public/partner-account-store.ts';
import { defaultSharingPolicy, sharingKind } from '../../resource-sharing/public/sharing-policy.ts';
import type { Voucher } from '../../resource-sharing/public/vouchers.ts';
import { voucherStore } from '../data/voucher-store.ts';

/** What the operations on money with partners outside work with; `adopted` are the kinds of vouchers in force (epoch ms). */
export const partnerHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  return {
    table,
    ledger: ledgerStore(table),
    accounts: partnerAccountStore(table),
    stocks: voucherStore(table),
    adopted: async (now: number): Promise<readonly Voucher[]> =>
      ((await policies.inForce(sharingKind, now))?.body ?? defaultSharingPolicy).vouchers,
  };
};
