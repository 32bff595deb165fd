import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { AccountCodes } from '../domain/statements/account-codes.ts';

/** The roles that set a member's account codes for statements: its own finance staff, and the preparers of the consortium's accounts. */
export const codeKeepers: Permission[] = [
  { who: 'staff', roles: ['finance-preparer'], at: 'consortium' },
  { who: 'staff', roles: ['member-finance'], at: { member: 'path.memberId' } },
];

/** A member's second version, for examples in contracts. */
export const exampleCodes: AccountCodes = {
  ...{ memberId: 'riverton', version: 2, effectiveFrom: '2026-07-01' },
  default: { account: '6410', costCentre: '4711-20' },
  kinds: { dues: { account: '6815' }, tax: { account: '1576' }, payable: { account: '1600' } },
  purchaseOrders: [
    { number: 'PO-2026-0117', from: '2026-07', to: '2027-06' },
    { number: 'PO-2026-0118', from: '2026-07', to: '2027-06', kinds: ['dues'] },
  ],
  changed: { at: '2026-06-24T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};
