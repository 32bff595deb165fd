import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { Meter } from '../pricing/meters.ts';

/**
 * The category of a line of the platform's bill. `purchase` is a one-off or monthly fee that no use explains (a domain name, an upfront
 * payment); `adjustment` is a discount or an upward correction; `late-usage` is use of an earlier month that this month's bill charges,
 * reported late or restated; `unknown` is a kind that the bill names but this program does not know: it is summed, and a person explains
 * it.
 */
export const chargeCategories = [
  'usage',
  'late-usage',
  'credit',
  'refund',
  'tax',
  'support',
  'purchase',
  'adjustment',
  'unknown',
] as const;
export type ChargeCategory = (typeof chargeCategories)[number];

/** The supported file formats of AWS Data Exports. */
export const billFormats = ['cur-2.0', 'focus-1.0', 'focus-1.2'] as const;
export type BillFormat = (typeof billFormats)[number];

/** One line of a bill, in any format. `cost` is exact to 1e-12; `quantity` counts the bill's own unit, equally exact. */
export type BillLine = {
  /** The bill's line number; the line in the file when the bill has none. */
  lineId: string;
  /** Our name of the service when we meter it, otherwise the bill's. */
  service: string;
  /** The bill's usage type without its region prefix; for an unknown kind, the kind. */
  usageType: string;
  /** The meter that counts it; undefined when there is none. */
  meter: Meter | undefined;
  category: ChargeCategory;
  /** First and last day (UTC, YYYY-MM-DD) of the charge: the same day except for monthly fees, tax and the like. */
  from: string;
  until: string;
  quantity: Exact;
  cost: Exact;
  /** Corrects an earlier bill. */
  correction: boolean;
};

/** The reasons why a row of a bill is invalid. */
export const rowFaults = [
  'record-too-long',
  'quote-not-closed',
  'text-after-quote',
  'not-in-encoding',
  'too-few-cells',
  'too-many-cells',
  'no-category',
  'no-service',
  'no-day',
  'day-outside-month',
  'no-quantity',
  'no-cost',
  'line-twice',
] as const;
export type RowFault = (typeof rowFaults)[number];

/** An invalid row: its line in the file (the heading is line 1) and the reason. */
export const faultySchema = z.strictObject({ line: z.int().positive(), reason: z.enum(rowFaults) });
export type FaultyRow = z.infer<typeof faultySchema>;

/** The reasons why a whole bill is refused. Each reason is explained with the remedy. */
export const billRefusals = [
  'not-csv',
  'no-rows',
  'unknown-format',
  'missing-columns',
  'other-month',
  'other-currency',
  'truncated',
  'unreadable-rows',
  'total-differs',
  'other-file',
  'too-large',
  'same-bill',
] as const;
export type BillRefusal = { code: (typeof billRefusals)[number]; detail: string; faults: FaultyRow[] };
