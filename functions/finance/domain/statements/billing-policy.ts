import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import { booksAccountNames } from '../books/chart.ts';
import { recurringExplanationSchema, thresholdsSchema } from '../cloud-bills/explanation-rules.ts';
import { reminderRulesSchema } from '../reminders/reminder.ts';
import { areOfDifferentMembers, buyerSchema, sellerSchema } from './parties.ts';

/**
 * The blocks of a statement: the platform's cost (own use, shares of common use, of idle cost, of unattributed use, and of billed but
 * unmetered cost), yearly dues, debts between members, one-off charges (courier, training), credits and corrections, and tax.
 */
export const blocks = [
  'direct',
  'shared',
  'idle',
  'unattributed',
  'unmetered',
  'dues',
  'between-members',
  'one-off',
  'credit',
  'correction',
  'tax',
] as const;
export type Block = (typeof blocks)[number];

/** How a part of a statement is treated by policy: only shown, or charged. */
export const modes = ['showback', 'charge'] as const;
export type Mode = (typeof modes)[number];
/** How a line is treated: also charged by the invoice that ends its cycle, which carries it. */
export const lineModes = [...modes, 'deferred'] as const;
type LineMode = (typeof lineModes)[number];

/** Returns the mode by policy of a line: a line that waits for its invoice is charged. */
export const policyMode = (mode: LineMode): Mode => (mode === 'showback' ? 'showback' : 'charge');

/** How often a member is billed. */
export const cycles = ['monthly', 'quarterly', 'yearly'] as const;

/** The reason of an exemption from VAT by the code list VATEX (EN 16931, BT-121). */
const exemptionSchema = z
  .string()
  .regex(/^VATEX-[A-Z]{2}-[A-Z0-9-]{1,20}$/)
  .describe('Why it is exempt, by the code list VATEX: VATEX-EU-132-1N are cultural services');

/** The tax of a line: its category, its rate in hundredths of a percent, and the code of its exemption, if any. */
export const lineTaxSchema = z.strictObject({
  ...{ category: z.string(), rate: z.int(), exemption: exemptionSchema.exactOptional() },
});

/** VAT categories of EN 16931 (UNCL 5305): standard, lower, zero, exempt, reverse charge, out of scope. */
export const taxRuleSchema = z
  .strictObject({
    category: z.enum(['S', 'AA', 'Z', 'E', 'AE', 'O']),
    rate: z.int().min(0).max(10_000).describe('In hundredths of a percent: 1900 is 19 %'),
    exemption: exemptionSchema.exactOptional(),
  })
  .refine(({ category, rate }) => ['S', 'AA'].includes(category) === rate > 0, 'Only S and AA have a rate above zero')
  .refine(
    ({ category, exemption }) => exemption === undefined || category === 'E',
    'Only E has a code of an exemption',
  );
export type TaxRule = z.infer<typeof taxRuleSchema>;

const isRate = (text: string): boolean => {
  try {
    return parseExact(text) > 0n;
  } catch {
    return false;
  }
};

/** One unit of `from` in the currency of the statements, with its source and day. */
const exchangeRateSchema = z.strictObject({
  from: currencySchema,
  rate: z.string().refine(isRate, 'A decimal above zero with at most 12 places'),
  source: z.string().min(1).max(100),
  date: z.iso.date(),
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

const booksCodeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,19}$/);

const taxed = blocks.filter((block) => block !== 'tax');
/** The blocks that a policy charges or only shows: one-off charges and tax are always charged. */
export const chosenBlocks = taxed.filter((block) => block !== 'one-off');

const memberCycleSchema = z.strictObject({ memberId: memberIdSchema, cycle: z.enum(cycles) });

/** The limits of what a preparer may enter by hand: a larger correction or credit needs another policy first. */
const adjustmentBoundsSchema = z.strictObject({
  correctionPercent: z
    .int()
    .min(0)
    .max(1000)
    .default(100)
    .describe('All corrections of a line together change it by at most this part of its amount, in percent'),
  credit: z
    .int()
    .min(0)
    .max(100_000_000_000)
    .default(100_000)
    .describe('The largest sum of credits of a member in a month, in minor units'),
  oneOff: z.int().min(0).max(100_000_000_000).default(1_000_000).describe('The largest one-off charge, in minor units'),
  monthsBack: z.int().min(0).max(120).default(24).describe('How many months ago the month of an adjustment may be'),
});
export type AdjustmentBounds = z.output<typeof adjustmentBoundsSchema>;

/** What becomes of a fee of the bank for a returned payment: only an expense, or also a one-off charge to the member. */
export const bankFeeRules = ['expense', 'charge'] as const;

/**
 * How members are billed, as the body of a versioned policy: the issuer, the charged parts of a statement (all others are only shown),
 * the tax, the currency and exchange rates, the payment term in days, the start of the issuer's year, and which differences from the bill
 * of the platform a person must explain.
 */
export const billingSchema = z.strictObject({
  issuer: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .exactOptional()
    .describe('The legal name under which the consortium issues statements and invoices'),
  seller: sellerSchema.exactOptional(),
  buyers: z.array(buyerSchema).max(500).refine(areOfDifferentMembers, 'A member is described once').exactOptional(),
  currency: currencySchema.exactOptional().describe('Currency of the statements; that of the platform by default'),
  modes: z.partialRecord(z.enum(chosenBlocks), z.enum(modes)).default({}),
  tax: z.partialRecord(z.enum(taxed), taxRuleSchema).default({}),
  cycle: z
    .enum(cycles)
    .default('monthly')
    .describe('How often invoices are issued, counted from the start of the issuer’s fiscal year'),
  memberCycles: z
    .array(memberCycleSchema)
    .max(500)
    .refine(areOfDifferentMembers, 'A member has one cycle')
    .default([])
    .describe('Members with a cycle of their own'),
  daysToPay: z.int().min(0).max(365).default(30),
  fiscalYearStartsIn: z.int().min(1).max(12).default(1).describe('A month: invoices are numbered by this year'),
  rates: z.array(exchangeRateSchema).max(50).default([]),
  adjustments: adjustmentBoundsSchema.prefault({}),
  explain: thresholdsSchema.prefault({}),
  recurring: z.array(recurringExplanationSchema).max(50).default([]),
  reminders: reminderRulesSchema.prefault({}),
  bankFees: z
    .enum(bankFeeRules)
    .default('expense')
    .describe(
      'What becomes of the bank’s fee for a returned payment: an expense of the consortium, or also a charge to its member',
    ),
  booksCodes: z
    .partialRecord(z.enum(booksAccountNames), booksCodeSchema)
    .exactOptional()
    .describe('The codes of the accounts in the consortium’s own books; the usual ones without them'),
});
export type Billing = z.infer<typeof billingSchema>;

/** The default until the consortium adopts a policy: everything is shown, nothing is charged. */
export const defaultBilling: Billing = billingSchema.parse({});

/** The issuer's name in files when the policy has none. */
export const UNNAMED_ISSUER = 'Consortium';

/** Returns the mode of a block, charged or only shown. One-off charges and tax are always charged. */
export const modeOf = (billing: Billing, block: Block): Mode =>
  block === 'tax' || block === 'one-off' ? 'charge' : (billing.modes[block] ?? 'showback');

export const billingKind = policyKind('billing', billingSchema);
