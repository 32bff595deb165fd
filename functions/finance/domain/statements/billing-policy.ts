import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/**
 * The blocks of a statement: the platform's cost (own use, shares of what is used for all, of what stands idle, of what
 * nothing explains, and of what is billed and not metered), yearly dues, what members owe each other, credits and
 * corrections, and tax.
 */
export const blocks = [
  'direct',
  'shared',
  'idle',
  'unattributed',
  'unmetered',
  'dues',
  'between-members',
  'credit',
  'correction',
  'tax',
] as const;
export type Block = (typeof blocks)[number];

/** Shown only, or to be paid. */
export const modes = ['showback', 'charge'] as const;
export type Mode = (typeof modes)[number];

/** VAT categories of EN 16931 (UNCL 5305): standard, lower, zero, exempt, reverse charge, out of scope. */
const taxRuleSchema = z
  .strictObject({
    category: z.enum(['S', 'AA', 'Z', 'E', 'AE', 'O']),
    rate: z.int().min(0).max(10_000).describe('In hundredths of a percent: 1900 is 19 %'),
  })
  .refine(({ category, rate }) => ['S', 'AA'].includes(category) === rate > 0, 'Only S and AA have a rate above zero');
export type TaxRule = z.infer<typeof taxRuleSchema>;

const isRate = (text: string): boolean => {
  try {
    return parseExact(text) > 0n;
  } catch {
    return false;
  }
};

/** One unit of `from` in the currency of the statements, by whom and of which day. */
const exchangeRateSchema = z.strictObject({
  from: currencySchema,
  rate: z.string().refine(isRate, 'A decimal above zero with at most 12 places'),
  source: z.string().min(1).max(100),
  date: z.iso.date(),
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

const taxed = blocks.filter((block) => block !== 'tax');

/**
 * How members are billed, as the body of a versioned policy: who issues, what of a statement is charged (all else is shown
 * only), how it is taxed, in which currency and at which rates, in how many days it is to be paid, and when the issuer's year begins.
 */
export const billingSchema = z.strictObject({
  issuer: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .exactOptional()
    .describe('The legal name under which the consortium issues statements and invoices'),
  currency: currencySchema.exactOptional().describe('Of the statements; the platform’s own unless said'),
  modes: z.partialRecord(z.enum(taxed), z.enum(modes)).default({}),
  tax: z.partialRecord(z.enum(taxed), taxRuleSchema).default({}),
  daysToPay: z.int().min(0).max(365).default(30),
  fiscalYearStartsIn: z.int().min(1).max(12).default(1).describe('A month: invoices are counted by this year'),
  rates: z.array(exchangeRateSchema).max(50).default([]),
});
export type Billing = z.infer<typeof billingSchema>;

/** What holds until the consortium adopts its own: everything is shown, nothing is charged. */
export const defaultBilling: Billing = billingSchema.parse({});

/** How files name who issued a statement where the policy names nobody. */
export const UNNAMED_ISSUER = 'Consortium';

/** Whether a block is charged or shown. Tax is charged wherever there is any. */
export const modeOf = (billing: Billing, block: Block): Mode =>
  block === 'tax' ? 'charge' : (billing.modes[block] ?? 'showback');

export const billingKind = policyKind('billing', billingSchema);
