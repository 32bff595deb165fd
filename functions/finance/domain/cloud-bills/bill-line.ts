import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { Meter } from '../pricing/meters.ts';

/**
 * What a line of the platform's bill is for. `purchase` is a fee once or by the month that no use explains (a domain name, an
 * upfront payment); `adjustment` is a discount or a correction upwards; `late-usage` is use of an earlier month that this month's
 * bill charges, which was told late or is restated; `unknown` is of a kind that the bill names and nobody here
 * knows: it is summed, and a person says what it is.
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

/** The files of AWS Data Exports that are read. */
export const billFormats = ['cur-2.0', 'focus-1.0', 'focus-1.2'] as const;
export type BillFormat = (typeof billFormats)[number];

/** One line of a bill, whatever file it stood in. `cost` is exact to 1e-12; `quantity` counts the bill's own unit, exact alike. */
export type BillLine = {
  /** As the bill numbers it; its line in the file where the bill does not. */
  lineId: string;
  /** Our name of the service where we meter it, else the bill's. */
  service: string;
  /** The bill's usage type without the region before it; of a kind that is not known, the kind. */
  usageType: string;
  /** Which of our meters turned for it; undefined where none does. */
  meter: Meter | undefined;
  category: ChargeCategory;
  /** First and last day (UTC, YYYY-MM-DD) of what it charges for: the same day but for fees of a month, tax and the like. */
  from: string;
  until: string;
  quantity: Exact;
  cost: Exact;
  /** Corrects what an earlier bill said. */
  correction: boolean;
};

/** Why a row of a bill cannot be read. */
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

/** A row that cannot be read: its line in the file (the heading is line 1) and why. */
export const faultySchema = z.strictObject({ line: z.int().positive(), reason: z.enum(rowFaults) });
export type FaultyRow = z.infer<typeof faultySchema>;

/** Why a bill is not taken in as a whole. Each is said with what to do about it. */
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
] as const;
export type BillRefusal = { code: (typeof billRefusals)[number]; detail: string; faults: FaultyRow[] };
