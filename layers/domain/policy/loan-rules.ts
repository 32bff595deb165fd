import * as z from 'zod';

const minorUnits = z.int().min(0).max(1_000_000_00);
const name = z.string().min(1).max(40);

/** The dimensions on which a rule can depend (design.md section 6). A place is a member id or a branch id of one of its branches. */
export const conditionsSchema = z.strictObject({
  itemOwner: name.optional(),
  checkout: name.optional(),
  patronHome: name.optional(),
  patronCategory: name.optional(),
  itemCategory: name.optional(),
  location: name.optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

const loanPeriod = z.union([
  z.strictObject({ days: z.int().min(0).max(3650) }),
  z.strictObject({ hours: z.int().min(1).max(240) }),
]);

const maxLoans = z.strictObject({ limit: z.int().min(0).max(1000), group: name.optional() });

/** Every value that a rule can set. Money in minor units of the document's currency; a fine of 0 a day is fine-free. */
export const ruleValuesSchema = z.strictObject({
  lendable: z.boolean().describe('May be lent at all'),
  requestOnly: z.boolean().describe('Lent only when its owner agrees each time: a consortium loan, never a hold'),
  holdable: z.boolean(),
  loanPeriod,
  renewals: z.int().min(0).max(100).describe('How often one loan may be renewed'),
  maxLoans: maxLoans
    .nullable()
    .describe('How many loans at once, of all or of one limit group; null is no limit by this rule'),
  finePerDay: minorUnits,
  fineCap: minorUnits.nullable().describe('The most that one loan is fined; null is no cap'),
  graceDays: z.int().min(0).max(60).describe('Open days late without any fine; after them every day late counts'),
  lostCharge: minorUnits,
  holdShelfDays: z.int().min(1).max(60),
});
export type RuleValues = z.infer<typeof ruleValuesSchema>;
export type RuleValueName = keyof RuleValues;
export const ruleValueNames = ruleValuesSchema.keyof().options;

/** One cell of the matrix: when it applies, and the values it sets; a value it leaves out falls through to the next rule. */
export const loanRuleSchema = z.strictObject({
  // A loan's record, of at most 1 KB, carries the id of its rule.
  id: z
    .string()
    .min(1)
    .max(24)
    .refine((id) => id !== 'base', 'base is the name of the base values'),
  setBy: name.describe('consortium, or the member whose rule this is'),
  when: conditionsSchema,
  values: ruleValuesSchema.partial(),
});
export type LoanRule = z.infer<typeof loanRuleSchema>;

/** Who decides a kind of value: the member that owns the item, the one where it is lent (or picked up), or only the consortium. */
export const deciders = ['owner', 'checkout', 'consortium'] as const;
export type Decider = (typeof deciders)[number];

const decidersSchema = z.strictObject({
  lending: z.enum(deciders).default('owner'),
  fines: z.enum(deciders).default('checkout'),
  lost: z.enum(deciders).default('owner'),
  shelf: z.enum(deciders).default('checkout'),
  calendar: z.enum(['owner', 'checkout']).default('checkout'),
});

const weight = z.int().min(0).max(10_000);

/** How much each matched condition counts. By default each outweighs all that follow it together. */
const weightsSchema = z.strictObject({
  itemOwnerBranch: weight.default(256),
  itemOwnerMember: weight.default(128),
  location: weight.default(64),
  itemCategory: weight.default(32),
  patronCategory: weight.default(16),
  patronHome: weight.default(8),
  checkoutBranch: weight.default(4),
  checkoutMember: weight.default(2),
});
export type Weights = z.infer<typeof weightsSchema>;

const uniqueIds = (rules: { id: string }[]): boolean => new Set(rules.map((rule) => rule.id)).size === rules.length;

/** The consortium's loan rules: one matrix in which members set their own rules and `base` answers what none of them sets. */
export const loanRulesSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  deciders: decidersSchema.prefault({}),
  weights: weightsSchema.prefault({}),
  /** Item categories counted together, whoever's rule applies (C66). */
  groups: z.record(name, z.array(name).min(1)).default({}),
  closedDays: z.enum(['later', 'earlier', 'keep']).default('later'),
  dueNotPastExpiry: z.boolean().default(true),
  base: ruleValuesSchema,
  rules: z.array(loanRuleSchema).max(2000).refine(uniqueIds, 'two rules bear the same id'),
});
export type LoanRules = z.infer<typeof loanRulesSchema>;
