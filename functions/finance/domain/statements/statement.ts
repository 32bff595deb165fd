import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { services } from '../../../../layers/kernel/usage/usage-line.ts';
import { lineCodesSchema, statementCodesSchema } from './account-codes.ts';
import { blocks, modes } from './billing-policy.ts';
import { restatementEvidenceSchema } from './restatement-schema.ts';
import { trueUpEvidenceSchema } from './true-up-schema.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);
/** Words joined by hyphens or points, as line ids and titles are. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
  .max(120);

/** What a line opens to. Ids, counts and sums, never a person. */
export const evidenceRefSchema = z.discriminatedUnion('kind', [
  /** Use of the month by operation, as it was when the statement was written; `of` is the member, or a pool. */
  z.strictObject({
    kind: z.literal('usage'),
    of: z.string(),
    service: z.enum([...services, 'platform']),
    operations: z.array(z.strictObject({ operation: z.string(), events: z.int(), amount: exact })),
  }),
  z.strictObject({ kind: z.literal('bill'), billId: z.string() }),
  z.strictObject({ kind: z.literal('dues'), reference: z.string(), year: z.string(), yearly: z.int() }),
  z.strictObject({ kind: z.literal('ledger'), period: monthSchema, entries: z.int(), owed: z.int(), owes: z.int() }),
  z.strictObject({ kind: z.literal('adjustment'), reason: z.string(), by: z.string(), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('lines'), lineIds: z.array(code) }),
  trueUpEvidenceSchema,
  restatementEvidenceSchema,
]);
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** What a corrected line is: its block, its service where it has one, and the tax that it bore (rate in hundredths of a percent), where it bore any. */
export const correctedLineSchema = z.strictObject({
  block: z.enum(blocks),
  service: z.string().exactOptional(),
  tax: z.strictObject({ category: z.string(), rate: z.int() }).exactOptional(),
});
export type CorrectedLine = z.infer<typeof correctedLineSchema>;

/**
 * One line of a statement. `lineId` follows from what the line is, so that the same month gives the same ids. `amount` in
 * minor units of the statement's currency; `exact` before it was rounded, `metered` before it was calibrated (in the
 * platform's currency). `chargeClass` and `corrects` as FOCUS has a correction, with the invoice that had what is corrected;
 * `codes` are those of the member's own books.
 */
export const statementLineSchema = z.strictObject({
  lineId: code,
  block: z.enum(blocks),
  title: code,
  service: z.string().exactOptional(),
  mode: z.enum(modes),
  from: z.iso.date(),
  to: z.iso.date(),
  amount: z.int(),
  metered: exact.exactOptional(),
  exact: exact.exactOptional(),
  exchange: z
    .strictObject({ from: z.string(), rate: z.string(), source: z.string(), date: z.iso.date(), amount: z.string() })
    .exactOptional(),
  chargeClass: z.literal('Correction').exactOptional(),
  corrects: correctedLineSchema
    .extend({ month: monthSchema, lineId: code, invoice: z.string().exactOptional() })
    .exactOptional(),
  tax: z.strictObject({ category: z.string(), rate: z.int(), base: z.int() }).exactOptional(),
  codes: lineCodesSchema.exactOptional(),
  evidence: evidenceRefSchema,
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** A member's statement of a month, as it is sealed. `due` is what its charged lines come to, with tax. */
export const statementSchema = z.strictObject({
  month: monthSchema,
  memberId: z.string(),
  currency: z.string(),
  minorDigits: z.int(),
  billing: z.string(),
  basis: z.strictObject({
    priceBook: z.string(),
    attribution: z.string(),
    key: z.string(),
    synthetic: z.boolean(),
    /** The bill, or why there is none. */
    bill: z.string(),
    factors: z.array(z.strictObject({ service: z.string(), factor: exact })),
  }),
  /** By which version of the member's account codes its lines are named; none where it has set none. */
  codes: statementCodesSchema.exactOptional(),
  lines: z.array(statementLineSchema),
  total: z.int(),
  due: z.int(),
});
export type Statement = z.infer<typeof statementSchema>;

/** The sum of lines in minor units. */
export const sumOfLines = (lines: readonly Pick<StatementLine, 'amount'>[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** What lines come to that are to be paid. */
export const dueOf = (lines: readonly Pick<StatementLine, 'amount' | 'mode'>[]): number =>
  sumOfLines(lines.filter(({ mode }) => mode === 'charge'));
