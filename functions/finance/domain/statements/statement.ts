import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { paidForSchema } from '../cost-sharing/consortium-budget.ts';
import { pricedServiceSchema } from '../pricing/priced-service.ts';
import { lineCodesSchema, statementCodesSchema } from './account-codes.ts';
import { blocks, lineModes, lineTaxSchema } from './billing-policy.ts';
import { restatementEvidenceSchema } from './restatement-schema.ts';
import { trueUpEvidenceSchema } from './true-up-schema.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);
/** Words joined by hyphens or points, the format of line ids and titles. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
  .max(120);

/** The evidence of a line. Ids, counts and sums, never a person. */
export const evidenceRefSchema = z.discriminatedUnion('kind', [
  /** Use of the month by operation, at the time the statement was written; `of` is the member, or a pool. */
  z.strictObject({
    kind: z.literal('usage'),
    of: z.string(),
    service: pricedServiceSchema,
    operations: z.array(z.strictObject({ operation: z.string(), events: z.int(), amount: exact })),
  }),
  z.strictObject({ kind: z.literal('bill'), billId: z.string() }),
  /** `paidFor`: the lines of the consortium's budget that the line's dues pay, in their currency; absent without a budget. */
  z.strictObject({
    ...{ kind: z.literal('dues'), reference: z.string(), year: z.string(), yearly: z.int() },
    paidFor: z.array(paidForSchema).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('ledger'), period: monthSchema, entries: z.int(), owed: z.int(), owes: z.int() }),
  z.strictObject({ kind: z.literal('adjustment'), reason: z.string(), by: z.string(), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('lines'), lineIds: z.array(code) }),
  /** A line of an earlier month of the cycle; with its requests for use, its reason if entered by hand, the invoices of a true-up. */
  z.strictObject({
    ...{ kind: z.literal('carried'), month: monthSchema, lineId: code },
    ...{ events: z.int().exactOptional(), reason: z.string().exactOptional() },
    invoices: z.array(z.string()).exactOptional(),
  }),
  trueUpEvidenceSchema,
  restatementEvidenceSchema,
]);
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** Returns the number of requests in the evidence of use. */
export const eventsOf = ({ operations }: Pick<Extract<EvidenceRef, { kind: 'usage' }>, 'operations'>): number =>
  operations.reduce((sum, { events }) => sum + events, 0);

/** A corrected line: its block, its service if any, and its tax (rate in hundredths of a percent), if any. */
export const correctedLineSchema = z.strictObject({
  block: z.enum(blocks),
  service: z.string().exactOptional(),
  tax: lineTaxSchema.exactOptional(),
});
export type CorrectedLine = z.infer<typeof correctedLineSchema>;

/**
 * One line of a statement. `lineId` derives from the line's content, so that the same month gives the same ids. `amount` in minor units
 * of the statement's currency; `exact` before rounding, `metered` before calibration (in the platform's currency). `chargeClass` and
 * `corrects` as for a FOCUS correction, with the invoice of the corrected line; `codes` are those of the member's own books.
 */
export const statementLineSchema = z.strictObject({
  lineId: code,
  block: z.enum(blocks),
  title: code,
  /** The words of a one-off charge, and its tax where it is not that of its block. */
  description: z.string().max(120).exactOptional(),
  taxRule: lineTaxSchema.exactOptional(),
  service: z.string().exactOptional(),
  mode: z.enum(lineModes),
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
  /** The line of an earlier month that this one bills. */
  carries: z.strictObject({ month: monthSchema, lineId: code }).exactOptional(),
  tax: lineTaxSchema.extend({ base: z.int() }).exactOptional(),
  codes: lineCodesSchema.exactOptional(),
  evidence: evidenceRefSchema,
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** A member's sealed statement of a month. `due` is the sum of its charged lines, with tax. */
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
  /** The version of the member's account codes for its lines; absent when it has set none. */
  codes: statementCodesSchema.exactOptional(),
  lines: z.array(statementLineSchema),
  total: z.int(),
  due: z.int(),
});
export type Statement = z.infer<typeof statementSchema>;

/** Returns the sum of lines in minor units. */
export const sumOfLines = (lines: readonly Pick<StatementLine, 'amount'>[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** Returns the sum of the lines to be paid. */
export const dueOf = (lines: readonly Pick<StatementLine, 'amount' | 'mode'>[]): number =>
  sumOfLines(lines.filter(({ mode }) => mode === 'charge'));
