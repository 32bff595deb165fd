import * as z from 'zod';
import { currencySchema } from '../layers/kernel/money/currency.ts';
import { attributionPolicySchema } from '../layers/kernel/usage/attribution.ts';
import { deskMoneySchema } from '../layers/records/policies/domain/desk-money.ts';
import { floorsSchema } from '../layers/records/policies/domain/floors.ts';
import { holdsSchema } from '../layers/records/policies/domain/holds.ts';
import { loanRulesSchema } from '../layers/records/policies/domain/loan-rules.ts';
import { movementSchema } from '../layers/records/policies/domain/movement.ts';
import { patronsSchema } from '../layers/records/policies/domain/patrons.ts';
import { targetingSchema } from '../layers/records/policies/domain/targeting.ts';
import { unionRecordSchema } from './catalogue/domain/leading.ts';
import { freeTierSchema } from './finance/domain/pricing/free-tier.ts';
import { priceChangeSchema } from './finance/domain/pricing/price-change.ts';
import { billingSchema } from './finance/domain/statements/billing-policy.ts';
import { costSharingSchema } from './finance/domain/usage-report/sharing-key.ts';
import { noticesSchema } from './notices/domain/policy.ts';
import { sharingPolicySchema } from './resource-sharing/domain/sharing-policy.ts';

const minorUnits = z.int().min(0);
const limit = z.int().min(0).max(10_000);

/** From where on a patron may not borrow or hold, the same at every member. `owedLimit` in minor units: owing more blocks. */
export const blocksSchema = z.strictObject({
  maxLoans: limit,
  maxHolds: limit,
  owedLimit: minorUnits,
  perGroup: z.record(z.string().min(1).max(40), limit).default({}),
  wardsOwedLimit: minorUnits
    .exactOptional()
    .describe('Owing more for children, their guarantor borrows nothing; in minor units'),
  maxOverdue: z.int().min(1).max(1000).exactOptional().describe('From how many overdue loans on nothing is lent (C35)'),
});
export type BlockThresholds = z.infer<typeof blocksSchema>;

/** Fees that a desk charges, by name, in minor units, and how desks handle money. */
export const feesSchema = z.strictObject({
  currency: currencySchema,
  fees: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), minorUnits),
  desk: deskMoneySchema.exactOptional(),
});

/** What each kind of policy decides; governance validates a text with it before it is adopted. */
export const policyBodies = {
  'loan-rules': loanRulesSchema,
  floors: floorsSchema,
  blocks: blocksSchema,
  attribution: attributionPolicySchema,
  fees: feesSchema,
  'resource-sharing': sharingPolicySchema,
  patrons: patronsSchema,
  movement: movementSchema,
  targeting: targetingSchema,
  holds: holdsSchema,
  'cost-sharing': costSharingSchema,
  notices: noticesSchema,
  billing: billingSchema,
  'free-tier': freeTierSchema,
  'price-book': priceChangeSchema,
  'union-record': unionRecordSchema,
} as const;

export type PolicyKind = keyof typeof policyBodies;
export type PolicyBody<K extends PolicyKind> = z.infer<(typeof policyBodies)[K]>;
