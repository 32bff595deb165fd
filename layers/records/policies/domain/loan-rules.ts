import * as z from 'zod';
import { closedDayStrategies, daySchema } from '../../../kernel/calendar/branch-calendar.ts';
import { itemTypeSchema, locationSchema, placeSchema } from '../../../kernel/identity/item-codes.ts';
import { currencySchema } from '../../../kernel/money/currency.ts';
import { policyKind } from './policy-kind.ts';

const minorUnits = z.int().min(0).max(1_000_000_00);
const name = z.string().min(1).max(40);
// It becomes part of a counter's name, in which @ and . are separators.
const groupName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(24);

const residence = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const residences = z.array(residence).min(1).max(200);

/**
 * Where a patron lives: in one of these places of residence, or in none of them. `notIn` matches non-residents, among them patrons whose
 * place of residence is not known; `in` never matches those.
 */
const residenceCondition = z.union([z.strictObject({ in: residences }), z.strictObject({ notIn: residences })]);

/** The dimensions on which a rule can depend. A place is a member id or a branch id. */
export const conditionsSchema = z.strictObject({
  itemOwner: placeSchema.optional(),
  checkout: placeSchema.optional(),
  patronHome: placeSchema.optional(),
  patronCategory: name.optional(),
  patronResidence: residenceCondition.optional(),
  itemCategory: itemTypeSchema.optional(),
  location: locationSchema.optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

const loanPeriod = z.union([
  z.strictObject({ days: z.int().min(0).max(3650) }),
  z.strictObject({ hours: z.int().min(1).max(240) }),
]);

const days = z.int().min(0).max(3650);

const maxLoans = z.strictObject({ limit: z.int().min(0).max(1000), group: name.optional() });

const groupLimit = z.strictObject({ group: name, limit: z.int().min(0).max(1000) });

/** A row of the table of fixed due dates: loans from one day to another (both included) are due on `due` at the latest. */
const dueCeilingSchema = z
  .strictObject({ from: daySchema, to: daySchema, due: daySchema })
  .refine(({ from, to, due }) => from <= to && from <= due, 'a term ends on or after the day on which it begins');
export type DueCeiling = z.infer<typeof dueCeilingSchema>;

const percentOfPrice = z.strictObject({ percentOfPrice: z.int().min(0).max(1000) });

/** Every value that a rule can set. Money in minor units of the document's currency; a fine of 0 a day means fine-free. */
export const ruleValuesSchema = z.strictObject({
  lendable: z.boolean().describe('May be lent at all'),
  requestOnly: z
    .boolean()
    .describe('Lent only when its owner agrees each time: a consortium loan, never a hold')
    .meta({ id: 'RequestOnly' }),
  holdable: z.boolean(),
  loanPeriod,
  dueCeilings: z
    .array(dueCeilingSchema)
    .max(24)
    .describe('Fixed latest due dates, such as ends of terms: the earlier of these and the end of the period applies'),
  closedDays: z
    .enum(closedDayStrategies)
    .nullable()
    .describe('Where a due date on a closed day or hour moves; null means the default of the policy'),
  renewals: z.int().min(0).max(100).describe('How often one loan may be renewed'),
  autoRenewDays: z
    .int()
    .min(0)
    .max(30)
    .nullable()
    .describe('Days before the due date on which a loan is renewed automatically, if it may be renewed; null: never'),
  maxLoans: maxLoans
    .nullable()
    .describe('How many loans at once, of all or of one limit group; null is no limit by this rule'),
  limits: z.array(groupLimit).max(10).describe('Maximum number of loans in each of these limit groups'),
  maxHolds: z.int().min(0).max(1000).nullable().describe('Maximum number of holds; null: no limit by this rule'),
  recallable: z.boolean().describe('A loan may be recalled for a hold'),
  recallGuaranteedDays: days.describe('Days from the checkout that a recall leaves at least'),
  recallReturnDays: days.describe('Days for the return that a recall leaves at least'),
  recallExtendsOverdue: z.boolean().describe('Whether the recall of an overdue loan extends it'),
  finePerDay: minorUnits,
  finePerHour: minorUnits.describe('For each started hour that a loan by the hour is late; 0: fined by the day'),
  fineCap: z
    .union([minorUnits, percentOfPrice])
    .nullable()
    .describe('The most that one loan is fined, an amount or a share of the price; null is no cap'),
  graceDays: z.int().min(0).max(60).describe('Open days of grace without a fine; after them every overdue day counts'),
  graceMinutes: z.int().min(0).max(1440).describe('Grace period of a loan fined by the hour'),
  finesWhenClosed: z.boolean().describe('Whether closed days and hours are fined, too'),
  lostCharge: minorUnits,
  lostAtPrice: z.boolean().describe('Charge the price of the item instead, if known'),
  lostProcessing: minorUnits.describe('A processing fee, also charged when an item becomes lost; 0: none'),
  lostProcessingRefunded: z
    .boolean()
    .describe('Whether the return of a lost item cancels its processing fee, too, as its charge'),
  lostAfterDays: days.min(1).nullable().describe('Days overdue after which a loan ages to lost; null: never'),
  lostRefunded: z.boolean().describe('Whether the return of a lost item cancels its charge'),
  lostCreditDays: days
    .nullable()
    .describe(
      'Days from the charge in which payments are refunded; null: always. Later only the open amount is cancelled',
    ),
  lostRestoresOverdue: z
    .boolean()
    .describe('Whether the return of a lost item is fined as overdue until it became lost'),
  damageCharge: minorUnits,
  holdShelfDays: z.int().min(1).max(60),
});
export type RuleValues = z.infer<typeof ruleValuesSchema>;
export type RuleValueName = keyof RuleValues;
export const ruleValueNames = ruleValuesSchema.keyof().options;

const { shape } = ruleValuesSchema;

/** The values used when no rule sets them. Values added later have defaults, so that earlier documents remain valid. */
export const baseValuesSchema = ruleValuesSchema.extend({
  dueCeilings: shape.dueCeilings.default([]),
  closedDays: shape.closedDays.default(null),
  autoRenewDays: shape.autoRenewDays.default(null),
  limits: shape.limits.default([]),
  maxHolds: shape.maxHolds.default(null),
  recallable: shape.recallable.default(false),
  recallGuaranteedDays: shape.recallGuaranteedDays.default(14),
  recallReturnDays: shape.recallReturnDays.default(7),
  recallExtendsOverdue: shape.recallExtendsOverdue.default(false),
  finePerHour: shape.finePerHour.default(0),
  graceMinutes: shape.graceMinutes.default(0),
  finesWhenClosed: shape.finesWhenClosed.default(false),
  lostAtPrice: shape.lostAtPrice.default(false),
  lostProcessing: shape.lostProcessing.default(0),
  lostProcessingRefunded: shape.lostProcessingRefunded.default(false),
  lostAfterDays: shape.lostAfterDays.default(null),
  lostRefunded: shape.lostRefunded.default(true),
  lostCreditDays: shape.lostCreditDays.default(null),
  lostRestoresOverdue: shape.lostRestoresOverdue.default(true),
  damageCharge: shape.damageCharge.default(0),
});

/** One cell of the matrix: its conditions, and the values that it sets; an omitted value is taken from the next rule. */
export const loanRuleSchema = z.strictObject({
  // A loan's record, of at most 1 KB, contains the id of its rule.
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

/** The member that decides a kind of value: the owner, that of the checkout or pickup branch, or only the consortium. */
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

const knownWeightsSchema = z.strictObject({
  itemOwnerBranch: weight.default(512),
  itemOwnerMember: weight.default(256),
  location: weight.default(128),
  itemCategory: weight.default(64),
  patronCategory: weight.default(32),
  patronResidence: weight.default(16),
  patronHome: weight.default(8),
  checkoutBranch: weight.default(4),
  checkoutMember: weight.default(2),
});
export type Weights = z.infer<typeof knownWeightsSchema>;
type GivenWeights = z.input<typeof knownWeightsSchema>;

// Documents older than residences have weights without one: it goes between those that the document says beside it, as it does by default.
const withResidence = (given: GivenWeights): GivenWeights => {
  const { patronCategory, patronHome, patronResidence, checkoutBranch = 4, checkoutMember = 2 } = given;
  if (patronResidence !== undefined || patronCategory === undefined || patronHome === undefined) return given;
  const overTheRest = Math.min(patronHome + checkoutBranch + checkoutMember + 1, patronCategory - 1);
  return { ...given, patronResidence: Math.max(Math.floor((patronCategory + patronHome) / 2), overTheRest) };
};

/** The weight of each matched condition. By default each outweighs all that follow it together. */
const weightsSchema = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? withResidence(given) : given),
  knownWeightsSchema,
);

/** The scope in which a limit group counts: the whole consortium, the member, or the lending branch. */
export const depths = ['consortium', 'member', 'branch'] as const;
export type Depth = (typeof depths)[number];

const limitGroupSchema = z.strictObject({
  itemCategories: z.array(itemTypeSchema).max(50).optional().describe('Only these; all when absent'),
  locations: z.array(locationSchema).max(50).optional().describe('Only these; all when absent'),
  depth: z.enum(depths).default('consortium'),
});

const uniqueIds = (rules: { id: string }[]): boolean => new Set(rules.map((rule) => rule.id)).size === rules.length;

/** The consortium's loan rules: one matrix in which members set their own rules; `base` provides the values that none of them sets. */
export const loanRulesSchema = z.strictObject({
  currency: currencySchema,
  deciders: decidersSchema.prefault({}),
  weights: weightsSchema.prefault({}),
  itemTypes: z
    .array(itemTypeSchema)
    .max(500)
    .default([])
    .describe('The item types of the consortium, for rules and groups; empty: any name is accepted'),
  equipmentTypes: z
    .array(itemTypeSchema)
    .max(100)
    .default([])
    .describe('Item types that are equipment: statistics of initial checkouts omit them'),
  /** Item categories counted together, regardless of the rule's owner (C66). */
  groups: z.record(name, z.array(itemTypeSchema).min(1)).default({}),
  /** Limit groups by category, location and depth, counted for every loan, regardless of the rule that limits them (C66). */
  limitGroups: z.record(groupName, limitGroupSchema).default({}),
  closedDays: z.enum(closedDayStrategies).default('later'),
  dueNotPastExpiry: z.boolean().default(true),
  /** Whether a patron with an expired card may still renew (C35). */
  expiredMayRenew: z.boolean().default(false),
  base: baseValuesSchema,
  rules: z.array(loanRuleSchema).max(2000).refine(uniqueIds, 'two rules bear the same id'),
});
export type LoanRules = z.infer<typeof loanRulesSchema>;

export const loanRulesKind = policyKind('loan-rules', loanRulesSchema);
