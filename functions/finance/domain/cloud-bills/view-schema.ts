import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { meterNames } from '../pricing/meters.ts';
import { amountSchema } from '../usage-report/view-schema.ts';
import { billFormats, billRefusals, chargeCategories, faultySchema } from './bill-line.ts';
import { exceptionKinds } from './reconciliation.ts';

/** A bill's file and its state. `awaited`: not sent, or not read yet. */
export const billViewSchema = z.strictObject({
  billId: z.string(),
  month: monthSchema,
  fileName: z.string(),
  bytes: z.int(),
  /** Of the file as sent, in hex. */
  sha256: z.string(),
  sentBy: z.string(),
  openedAt: z.iso.datetime(),
  state: z.enum(['awaited', 'taken', 'refused']),
  readAt: z.iso.datetime().optional(),
  /** For an imported bill: its format, number of lines, and total. */
  format: z.enum(billFormats).optional(),
  lines: z.int().optional(),
  total: amountSchema.optional(),
  currency: z.string().optional(),
  /** SHA-256 of the stored sums that are reconciled. */
  snapshot: z.string().optional(),
  /** The reason why it was refused, and the remedy; every invalid row. */
  refusal: z.strictObject({ code: z.enum(billRefusals), detail: z.string(), faults: z.array(faultySchema) }).optional(),
});
export type BillView = z.infer<typeof billViewSchema>;

const meterRowSchema = z.strictObject({
  meter: z.enum(meterNames),
  unit: z.string(),
  quantity: z.string(),
  billedQuantity: z.string(),
  metered: amountSchema,
  billed: amountSchema,
});

const exceptionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(exceptionKinds),
  service: z.string(),
  day: z.iso.date().optional(),
  until: z.iso.date().optional(),
  usageType: z.string().optional(),
  category: z.enum(chargeCategories).optional(),
  billId: z.string().optional(),
  difference: amountSchema,
  /** A person must still explain it. */
  open: z.boolean(),
  accepted: z.strictObject({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
  /** The recurring explanation of the billing policy that covers it. */
  recurring: z.strictObject({ reason: z.string(), until: monthSchema }).optional(),
  /** What the difference adds to the month of each member. */
  effect: z.array(z.strictObject({ member: z.string(), amount: amountSchema })),
});

/** Metered against billed amounts, and the resulting amounts for the members. */
export const reconciledSchema = z.strictObject({
  bill: billViewSchema,
  metered: amountSchema,
  billed: amountSchema,
  difference: amountSchema,
  rows: z.array(
    z.strictObject({
      service: z.string(),
      /** Counted per request (0.5 %), or read from sizes (5 %). */
      exact: z.boolean(),
      metered: amountSchema,
      billed: amountSchema,
      difference: amountSchema,
      percent: z.string(),
      /** Billed over metered: the factor of the service's lines. */
      factor: z.string(),
      meters: z.array(meterRowSchema),
    }),
  ),
  billedOnly: z.array(
    z.strictObject({
      id: z.string(),
      category: z.enum(chargeCategories),
      service: z.string(),
      usageType: z.string(),
      cost: amountSchema,
    }),
  ),
  exceptions: z.array(exceptionSchema),
  /** No exception is open any more. */
  settled: z.boolean(),
  /** The members' lines calibrated to the bill, rounded once; they sum to it, so `left` is zero. */
  calibrated: z.strictObject({
    total: amountSchema,
    left: amountSchema,
    rounded: z.int(),
    members: z.array(z.strictObject({ member: z.string(), rounded: z.int() })),
  }),
});

/** A month's reconciliation with the latest imported bill, if there is one, and all its bills, the latest first. */
export const reconciliationViewSchema = z.strictObject({
  month: monthSchema,
  currency: z.string(),
  minorDigits: z.int(),
  provisionalUntil: z.iso.date(),
  synthetic: z.boolean(),
  bills: z.array(billViewSchema),
  reconciled: reconciledSchema.optional(),
});
export type ReconciliationView = z.infer<typeof reconciliationViewSchema>;
