import * as z from 'zod';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { invoiceIdSchema } from '../domain/invoice.ts';
import { mismatches } from '../domain/invoice-match.ts';

/** The longest file in base64: 1.5 MB, which is some thousand lines. */
export const LONGEST_FILE = 2_000_000;

/** Why a message of a file, or the file itself, makes no invoice. */
export const fileRefusals = [
  // The file or the message cannot be read.
  ...(['not-edifact', 'too-large', 'counts-differ', 'references-differ', 'not-library-profile'] as const),
  ...(['bad-segment', 'bad-values', 'not-an-invoice', 'not-an-answer'] as const),
  // It does not fit the vendor or the orders.
  ...(['other-vendor', 'other-account', 'several-years', 'no-such-order-line', 'unfit-order-line', 'no-rate'] as const),
  // It cannot be written.
  ...(['unknown-fiscal-year', 'unknown-vendor', 'unknown-fund', 'invoice-number-used', 'bad-copies'] as const),
  ...(['percents-differ', 'same-share', 'price-too-high', 'too-many-postings'] as const),
  ...(['unknown-vendor-invoice', 'changed-meanwhile', 'invoice-state', 'too-many-steps'] as const),
] as const;

/** The reasons why a file of a vendor is not loaded at all. */
export const vendorFileRefusals = {
  'unknown-vendor': { status: 422, meaning: 'The library has no such vendor.' },
  'too-many-messages': { status: 422, meaning: 'A file has at most 100 messages.' },
} as const;

/** A message that made no invoice; the whole file where no reference is given. Segments are counted from 1 in the file. */
export const refusedMessageSchema = z.strictObject({
  reference: z.string().exactOptional(),
  type: z.string().exactOptional(),
  number: z.string().exactOptional(),
  code: z.enum(fileRefusals),
  segment: z.int().min(1).exactOptional(),
  line: z.string().exactOptional(),
  detail: z.string(),
});
export type RefusedMessage = z.infer<typeof refusedMessageSchema>;

const namedSchema = z.strictObject({ reference: z.string(), number: z.string(), invoiceId: invoiceIdSchema });

/** An invoice of a message: a new one with what does not match, or the one that was there. */
export const loadedInvoiceSchema = z.union([
  namedSchema.extend({
    isNew: z.literal(true),
    /** The currency of the invoice, and what the vendor is paid in its minor units. */
    ...{ currency: currencySchema, payable: z.int() },
    /** What the vendor states less what the lines and costs make up. */
    difference: z.int(),
    /** How many orders it is for. */
    orders: z.int().min(0),
    differs: z.array(z.enum(mismatches)),
  }),
  namedSchema.extend({ isNew: z.literal(false) }),
]);
export type LoadedInvoice = z.infer<typeof loadedInvoiceSchema>;
