import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { accountSchema } from '../../../layers/records/ledger/domain/accounts.ts';
import { entryKindSchema } from '../../../layers/records/ledger/domain/kinds.ts';
import { chargeCategories } from '../domain/cloud-bills/bill-line.ts';
import { feeSchema } from '../domain/cost-sharing/fees.ts';
import { meterNames } from '../domain/pricing/meters.ts';

const count = z.number().nonnegative();
const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });

/**
 * A row behind a line of a statement. Amounts as text are exact, in the platform's currency; whole numbers are minor units, of
 * the statement's currency unless the row names another.
 */
const evidenceRowSchema = z.discriminatedUnion('kind', [
  /** A day's use of an operation: which meters turned how much (in billed units), and on a member's own line what it cost. */
  z.strictObject({
    ...kind('day'),
    ...{ day: z.iso.date(), operation: z.string(), events: count, succeeded: count, synthetic: z.boolean() },
    units: z.array(z.strictObject({ meter: z.enum(meterNames), quantity: z.string() })),
    amount: z.string().optional(),
  }),
  /** A member's share of a pool by operation; `by` is the key of what stands idle and is shared by one of its own. */
  z.strictObject({
    ...{ ...kind('share'), operation: z.string(), events: count, amount: z.string() },
    by: z.strictObject({ key: z.enum(['equal', 'size', 'use']), of: z.string().optional() }).optional(),
  }),
  /** What of the platform's bill: its whole `cost`, and the member's `amount` of it; `share` of one by the named key. */
  z.strictObject({
    ...kind('billed'),
    ...{ service: z.string(), category: z.enum(chargeCategories), usageType: z.string() },
    ...{ from: z.iso.date(), until: z.iso.date(), cost: z.string(), key: z.string(), share: z.string() },
    amount: z.string(),
  }),
  /** The member's fee as it was frozen when its scenario was adopted: its parts with the figures that they rest on. */
  z.strictObject({
    ...kind('fee'),
    ...{ scenarioId: z.string(), title: z.string(), decisionReference: z.string(), year: z.int() },
    currency: z.string(),
    parts: feeSchema.shape.lines,
    figures: z.record(z.string(), z.record(z.string(), z.number())),
    ...{ yearly: z.int(), twelfth: z.int().min(1).max(12), amount: z.int() },
  }),
  /** The member's fee by the adopted formula for what the year came to: its parts sum to `amount`. */
  z.strictObject({
    ...{ ...kind('year-fee'), year: z.int(), currency: z.string(), parts: feeSchema.shape.lines, amount: z.int() },
  }),
  /** What of that fee stands in the member's statement of a closed month: its dues, or a correction of them; with its invoice where charged. */
  z.strictObject({
    ...{ ...kind('due'), month: monthSchema, lineId: z.string(), amount: z.int(), currency: z.string() },
    invoice: z.string().optional(),
  }),
  z.strictObject({
    ...kind('adjustment'),
    ...{ by: z.string(), at: z.iso.datetime(), reason: z.string(), amount: z.int() },
    corrects: z.strictObject({ month: monthSchema, lineId: z.string(), invoice: z.string().optional() }).optional(),
  }),
  z.strictObject({
    ...{ ...kind('entry'), entryId: z.string(), at: z.iso.datetime(), entryKind: entryKindSchema },
    ...{ account: accountSchema, side: z.enum(['debit', 'credit']), amount: z.int(), currency: z.string() },
  }),
  /** What of the bill of a closed month came to how much, before and after it was restated: a row of the comparison, or a kind of charge. */
  z.strictObject({ ...kind('restated'), of: z.string(), before: z.string(), after: z.string() }),
  z.strictObject({ ...kind('line'), lineId: z.string(), title: z.string(), amount: z.int() }),
]);
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

/** A page of such rows; with days, the one price of each of their meters; of a pool its `whole`, and the line's `share` of one by the month's key. */
export const evidencePageSchema = z.strictObject({
  rows: z.array(evidenceRowSchema),
  prices: z.array(z.strictObject({ meter: z.enum(meterNames), unit: z.string(), price: z.string() })).optional(),
  pool: z.strictObject({ key: z.string(), whole: z.string(), share: z.string() }).optional(),
  next: z.string().optional(),
});
export type EvidencePage = z.infer<typeof evidencePageSchema>;
