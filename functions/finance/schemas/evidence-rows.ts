import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { actorNamesSchema } from '../../../layers/platform/http/actor-names.ts';
import { accountSchema } from '../../../layers/records/ledger/domain/accounts.ts';
import { entryKindSchema } from '../../../layers/records/ledger/domain/kinds.ts';
import { chargeCategories } from '../domain/cloud-bills/bill-line.ts';
import { feeSchema } from '../domain/cost-sharing/fees.ts';
import { meterNames } from '../domain/pricing/meters.ts';

const count = z.number().nonnegative();
const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });

/**
 * A row of a statement line's evidence. Amounts as text are exact, in the platform's currency; integers are minor units, of the
 * statement's currency unless the row names another.
 */
const evidenceRowSchema = z.discriminatedUnion('kind', [
  /** A day's use of an operation: the quantities of its meters (in billed units), and on a member's own line its cost. */
  z.strictObject({
    ...kind('day'),
    ...{ day: z.iso.date(), operation: z.string(), events: count, succeeded: count, synthetic: z.boolean() },
    units: z.array(z.strictObject({ meter: z.enum(meterNames), quantity: z.string() })),
    amount: z.string().optional(),
  }),
  /** A member's share of a pool by operation; `by` is the key of idle costs with a key of their own. */
  z.strictObject({
    ...{ ...kind('share'), operation: z.string(), events: count, amount: z.string() },
    by: z.strictObject({ key: z.enum(['equal', 'size', 'use']), of: z.string().optional() }).optional(),
  }),
  /** A part of the platform's bill: its whole `cost`, and the member's `amount` of it; `share` by the named key. */
  z.strictObject({
    ...kind('billed'),
    ...{ service: z.string(), category: z.enum(chargeCategories), usageType: z.string() },
    ...{ from: z.iso.date(), until: z.iso.date(), cost: z.string(), key: z.string(), share: z.string() },
    amount: z.string(),
  }),
  /** The member's fee as frozen when its scenario was adopted: its parts with the underlying figures. */
  z.strictObject({
    ...kind('fee'),
    ...{ scenarioId: z.string(), title: z.string(), decisionReference: z.string(), year: z.int() },
    currency: z.string(),
    parts: feeSchema.shape.lines,
    figures: z.record(z.string(), z.record(z.string(), z.number())),
    ...{ yearly: z.int(), twelfth: z.int().min(1).max(12), amount: z.int() },
  }),
  /** The member's fee by the adopted formula for the actual cost of the year: its parts sum to `amount`. */
  z.strictObject({
    ...{ ...kind('year-fee'), year: z.int(), currency: z.string(), parts: feeSchema.shape.lines, amount: z.int() },
  }),
  /** The part of that fee in the member's statement of a closed month: its dues, or their correction; with its invoice if charged. */
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
  /** A part of the bill of a closed month, before and after its restatement: a row of the comparison, or a kind of charge. */
  z.strictObject({ ...kind('restated'), of: z.string(), before: z.string(), after: z.string() }),
  z.strictObject({ ...kind('line'), lineId: z.string(), title: z.string(), amount: z.int() }),
]);
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

/**
 * A page of such rows; with days, the price of each of their meters; for a pool its `whole`, and the line's `share` of one by the
 * month's key.
 */
export const evidencePageSchema = z.strictObject({
  rows: z.array(evidenceRowSchema),
  prices: z.array(z.strictObject({ meter: z.enum(meterNames), unit: z.string(), price: z.string() })).optional(),
  pool: z.strictObject({ key: z.string(), whole: z.string(), share: z.string() }).optional(),
  next: z.string().optional(),
  /** The names of those who made adjustments. */
  names: actorNamesSchema.optional(),
});
export type EvidencePage = z.infer<typeof evidencePageSchema>;
