import type { PolicyVersion } from '../../../components/policy-versions.ts';

type Body = PolicyVersion<'loan-rules'>['body'];

/** What a consortium without loan rules begins with: three weeks, two renewals, no fines. Money in minor units. */
export const firstBody = (currency: string): Body => ({
  currency,
  deciders: { lending: 'owner', fines: 'checkout', lost: 'owner', shelf: 'checkout', calendar: 'checkout' },
  weights: {
    ...{ itemOwnerBranch: 512, itemOwnerMember: 256, location: 128, itemCategory: 64, patronCategory: 32 },
    ...{ patronResidence: 16, patronHome: 8, checkoutBranch: 4, checkoutMember: 2 },
  },
  ...{ itemTypes: [], equipmentTypes: [], groups: {}, limitGroups: {}, rules: [] },
  ...{ closedDays: 'later', dueNotPastExpiry: true, expiredMayRenew: false },
  base: {
    ...{ lendable: true, requestOnly: false, holdable: true, loanPeriod: { days: 21 }, renewals: 2, closedDays: null },
    ...{ autoRenewDays: null, dueCeilings: [], limits: [], maxLoans: null, maxHolds: null, holdShelfDays: 7 },
    ...{ recallable: false, recallGuaranteedDays: 14, recallReturnDays: 7, recallExtendsOverdue: false },
    ...{ finePerDay: 0, finePerHour: 0, fineCap: null, graceDays: 0, graceMinutes: 0, finesWhenClosed: false },
    ...{ lostCharge: 0, lostAtPrice: true, lostProcessing: 0, lostProcessingRefunded: false, lostAfterDays: null },
    ...{ lostRefunded: true, lostCreditDays: null, lostRestoresOverdue: true, damageCharge: 0 },
  },
});
