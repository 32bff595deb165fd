import { billingSchema } from '../functions/finance/domain/statements/billing-policy.ts';
import type { AdoptedPolicy } from '../functions/governance/domain/policy-kinds.ts';
import type { sharingKind } from '../functions/resource-sharing/domain/sharing-policy.ts';
import { defaultSharingPolicy } from '../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO } from '../functions/resource-sharing/domain/workflow/timers.ts';
import { defaultAttributionPolicy } from '../layers/kernel/usage/attribution.ts';
import type { blocksKind } from '../layers/records/policies/domain/blocks.ts';
import type { PolicyDocument } from '../layers/records/policies/domain/document.ts';
import type { feesKind } from '../layers/records/policies/domain/fees.ts';
import type { floorsKind } from '../layers/records/policies/domain/floors.ts';
import { noTextMessages, noticesSchema } from '../layers/records/policies/domain/notices.ts';
import { patronsSchema } from '../layers/records/policies/domain/patrons.ts';
import { consortiumName } from '../local/consortium-name.ts';
import { members } from './members.ts';
import { loanRules } from './policy-loan-rules.ts';
import { movement } from './policy-movement.ts';

/** The consortium's limits for the rules of every member. Money in cents. */
export const floors: PolicyDocument<typeof floorsKind>['body'] = {
  bounds: [
    { value: 'loanDays', itemCategory: 'book', min: 14, max: 180 },
    { value: 'renewals', max: 10 },
    { value: 'finePerDay', max: 100 },
    { value: 'fineCap', max: 5000 },
    { value: 'lostCharge', max: 15_000 },
    { value: 'holdShelfDays', min: 5, max: 14 },
  ],
  // Small fines and days of grace need no second person beforehand.
  alone: { amountsUpTo: 50, values: ['graceDays'] },
  // What each library sets for its own patrons and desks.
  own: [
    { kind: 'blocks', value: 'maxLoans', min: 20, max: 100 },
    { kind: 'blocks', value: 'maxHolds', min: 10, max: 50 },
    { kind: 'blocks', value: 'owedLimit', min: 500, max: 5000 },
    { kind: 'fees', value: 'card-replacement', max: 500 },
    { kind: 'fees', value: 'damaged-item', max: 2000 },
    { kind: 'fees', value: 'waiveLimit', max: 2000 },
    { kind: 'notices', value: 'dueSoonDays', min: 1, max: 7, alone: true },
  ],
};

export const blocks: PolicyDocument<typeof blocksKind>['body'] = {
  maxLoans: 60,
  maxHolds: 30,
  owedLimit: 2500,
  accruedFines: 'count',
  perGroup: { dvd: 10 },
};

export const fees: PolicyDocument<typeof feesKind>['body'] = {
  currency: 'USD',
  fees: { 'card-replacement': 200, 'lost-processing': 500, 'damaged-item': 800 },
  desk: { means: ['cash', 'card', 'other'], refundLimit: 2500, waiveLimit: 500 },
  members: { lakeshore: { 'card-replacement': 300 } },
};

// Minutes, day and night, so that a time-out can be watched.
const sharing: PolicyDocument<typeof sharingKind>['body'] = {
  ...defaultSharingPolicy,
  timers: TIMERS_IN_DEMO,
  answerInOpenHours: false,
  // The van runs daily between neighbouring libraries; the institute and the harbour are served once a week.
  courierRoutes: [
    { from: 'riverton', to: 'lakeshore', days: 1 },
    { from: 'lakeshore', to: 'riverton', days: 1 },
    { from: 'ashgrove', days: 4 },
    { to: 'ashgrove', days: 4 },
    { from: 'calder', to: 'harcourt', days: 1 },
    { from: 'harcourt', to: 'calder', days: 1 },
  ],
  loanFees: [{ from: 'ashgrove', fee: 500 }],
  reciprocalGroups: {
    public: ['riverton', 'lakeshore', 'northfield'],
    research: ['harcourt', 'calder', 'ashgrove'],
    towns: ['riverton', 'lakeshore', 'harcourt', 'calder'],
  },
};

// Text messages go at any hour, so that one can be watched. Patrons without e-mail get letters; at Lakeshore the notices of a day are combined at eight in the morning.
const letters = { on: true, cost: 95, paper: 'LETTER' as const };
/** The rules for notices of the first day. */
export const notices = noticesSchema.parse({
  defaults: { letters, sms: { ...noTextMessages, on: true, from: 0, until: 24 } },
  members: { lakeshore: { digest: { on: true, hour: 8 }, overdueDays: [3, 10, 20] } },
});

/** The places of residence that the consortium's libraries serve, and everywhere else. */
export const residences = {
  riverton: 'City of Riverton',
  lakeshore: 'Lakeshore County',
  northfield: 'Town of Northfield',
  elsewhere: 'Outside the towns of the libraries',
};

/** The members as they stand on their invoices. */
const buyers = members.map(({ memberId }, at) => ({
  ...{ memberId, street: `${at + 10} Library Street`, city: memberId.replace(/^./, (first) => first.toUpperCase()) },
  ...{ postcode: `4620${at}`, country: 'US' },
  taxNumber: `35-000010${at}`,
  email: `accounts.${memberId}@example.org`,
}));

/** What a person explained once for all months: the support plan, which no meter confirms. `until` is the last month. */
const supportPlan = (until: string) => ({
  ...{ kind: 'support', service: 'AWSSupportBusiness', atMost: 2900, until },
  reason: 'Support plan of 29.00 a month, in the budget that the board adopted',
});

const billing = (effectiveFrom: string) =>
  billingSchema.parse({
    buyers,
    issuer: consortiumName,
    seller: {
      ...{ street: '1 Mill Street', postcode: '46204', city: 'Riverton', country: 'US', taxNumber: '35-0000001' },
      ...{ email: 'billing@consortium.example.org', account: '000123456789', bank: 'First Bank of Riverton' },
    },
    // Dues pay for the platform: its cost is shown to each member, not charged in addition.
    modes: { dues: 'charge', credit: 'charge', correction: 'charge' },
    // The institute pays four times a year.
    memberCycles: [{ memberId: 'ashgrove', cycle: 'quarterly' }],
    reminders: { levels: [{ daysAfterDue: 7 }, { daysAfterDue: 21 }, { daysAfterDue: 45 }] },
    recurring: [supportPlan(`${Number(effectiveFrom.slice(0, 4)) + 2}-12`)],
  });

/** Returns the policies of the first day, decided by the consortium admin and in force from an instant (ISO 8601, UTC). */
export function firstPolicies(effectiveFrom: string): AdoptedPolicy[] {
  const adopted = { version: 1, effectiveFrom, decisionReference: 'DEMO-1', adoptedBy: 'consortium-admin' };
  return [
    { kind: 'floors', ...adopted, body: floors },
    { kind: 'blocks', ...adopted, body: blocks },
    { kind: 'loan-rules', ...adopted, body: loanRules },
    { kind: 'fees', ...adopted, body: fees },
    { kind: 'patrons', ...adopted, body: patronsSchema.parse({ residences }) },
    { kind: 'attribution', ...adopted, body: defaultAttributionPolicy },
    { kind: 'resource-sharing', ...adopted, body: sharing },
    { kind: 'movement', ...adopted, body: movement },
    { kind: 'notices', ...adopted, body: notices },
    { kind: 'billing', ...adopted, body: billing(effectiveFrom) },
  ];
}
