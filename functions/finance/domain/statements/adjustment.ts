import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { originOf } from './billing-cycle.ts';
import { modes, taxRuleSchema } from './billing-policy.ts';
import { type CorrectedLine, correctedLineSchema, type Statement, type StatementLine } from './statement.ts';

const code = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/);

/**
 * A manual entry of a preparer in an open period: the correction of a line of a closed one, a credit, or a one-off charge for a service
 * to this member (courier, training) with its own description and, where it differs from the rule of the block, its own tax. Amount in
 * minor units: negative in favour of the member.
 */
export const adjustmentInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('correction'),
    memberId: z.string().min(1).max(64),
    corrects: z.strictObject({ month: monthSchema, lineId: code }),
    amount: z.int().refine((amount) => amount !== 0, 'A correction of nothing corrects nothing'),
    reason: z.string().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('credit'),
    memberId: z.string().min(1).max(64),
    code: code.max(40),
    amount: z.int().negative(),
    currency: currencySchema,
    reason: z.string().min(1).max(500),
    settles: z
      .strictObject({ month: monthSchema, lineId: code })
      .exactOptional()
      .describe('The line whose upheld dispute this credit settles, in whole or in part'),
  }),
  z.strictObject({
    kind: z.literal('one-off'),
    memberId: z.string().min(1).max(64),
    code: code.max(40),
    description: oneLine(120).describe('The words of the line on the statement and the invoice'),
    amount: z.int().positive(),
    currency: currencySchema,
    tax: taxRuleSchema.exactOptional().describe('Instead of the rule of the policy for one-off charges'),
    reason: z.string().min(1).max(500),
  }),
]);
export type AdjustmentInput = z.infer<typeof adjustmentInputSchema>;

const made = { by: z.string(), at: z.iso.datetime() };

/** The stored entry: by whom, when; a correction in the currency of the statement that it corrects, with its invoice. */
export const adjustmentSchema = z.discriminatedUnion('kind', [
  adjustmentInputSchema.options[0].extend({
    ...made,
    currency: z.string(),
    /** The invoice or credit note of that statement: a credit note names the earlier one that it corrects. */
    invoice: z.string().exactOptional(),
    /** The corrected line, and whether it was charged: the correction is charged, taxed and booked in the same way. */
    line: correctedLineSchema,
    mode: z.enum(modes),
  }),
  adjustmentInputSchema.options[1].extend(made),
  adjustmentInputSchema.options[2].extend(made),
]);
export type Adjustment = z.infer<typeof adjustmentSchema>;

/**
 * Returns the lines whose dispute an adjustment may settle: the one that it corrects, or that a credit names, and, when that one only bills a
 * line of an earlier month, the line of that month.
 */
export const disputedLinesOf = (input: AdjustmentInput): { month: string; lineId: string }[] => {
  const line = input.kind === 'correction' ? input.corrects : input.kind === 'credit' ? input.settles : undefined;
  if (!line) return [];
  const origin = originOf(line);
  return origin.lineId === line.lineId ? [line] : [line, origin];
};

/** Returns the id of its statement line: a line can be corrected once per period, a member has the code of a credit or charge once per period. */
export const adjustmentLineId = (input: AdjustmentInput): string =>
  input.kind === 'correction'
    ? `correction-${input.corrects.month}-${input.corrects.lineId}`
    : `${input.kind}-${input.code}`;

const withLineId = { lineId: z.string() };

/** The entry in the response: with the id of its statement line, by which it can be withdrawn. */
export const shownAdjustmentSchema = z.discriminatedUnion('kind', [
  adjustmentSchema.options[0].extend(withLineId),
  adjustmentSchema.options[1].extend(withLineId),
  adjustmentSchema.options[2].extend(withLineId),
]);

/** Returns the basis of a correction of a closed statement's line: the line itself, or what it corrects in turn, with its tax. */
export const correctedOf = ({ lines }: Pick<Statement, 'lines'>, line: StatementLine): CorrectedLine => {
  const { corrects, lineId } = line;
  const { block, service } = corrects ?? line;
  // A line that waits for its invoice has its rule itself.
  const taxed =
    lines.find(({ evidence }) => evidence.kind === 'lines' && evidence.lineIds.includes(lineId))?.tax ??
    (line.mode === 'deferred' ? (line.corrects?.tax ?? line.taxRule) : undefined);
  const tax = taxed && {
    ...{ category: taxed.category, rate: taxed.rate },
    ...(taxed.exemption !== undefined && { exemption: taxed.exemption }),
  };
  return { block, ...(service !== undefined && { service }), ...(tax && { tax }) };
};

/**
 * Returns its statement line, with the mode of what it corrects. A correction has the service period of the corrected line: `from` and
 * `to` are of that month.
 */
export const adjustmentLine = (
  adjustment: Adjustment,
  periodOf: (month: string) => Pick<StatementLine, 'from' | 'to'>,
  month: string,
): Omit<StatementLine, 'mode'> & Partial<Pick<StatementLine, 'mode'>> => {
  const { kind, amount, reason, by, at } = adjustment;
  const common = { lineId: adjustmentLineId(adjustment), block: kind, title: kind, amount };
  const evidence = { kind: 'adjustment' as const, reason, by, at };
  if (adjustment.kind === 'credit') return { ...common, ...periodOf(month), evidence };
  if (adjustment.kind === 'one-off') {
    const { description, tax } = adjustment;
    return { ...common, ...periodOf(month), description, ...(tax && { taxRule: tax }), evidence };
  }
  const { invoice, line, mode } = adjustment;
  const corrects = { ...adjustment.corrects, ...line, ...(invoice !== undefined && { invoice }) };
  return { ...common, mode, ...periodOf(corrects.month), chargeClass: 'Correction', corrects, evidence };
};
