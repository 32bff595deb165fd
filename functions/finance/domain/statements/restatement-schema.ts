import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { preparedFields } from '../preparation.ts';
import { blocks, lineTaxSchema, modes } from './billing-policy.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);

/** A changed amount of the bill, before and after: a row of the comparison, or a kind of unmetered cost. Platform's currency. */
export const restatedRowSchema = z.strictObject({ of: z.string(), before: exact, after: exact });

/** A closed line and the amount by which it was too low (minor units), with the data that its correction inherits. */
const restatedLineSchema = z.strictObject({
  lineId: z.string(),
  amount: z.int(),
  block: z.enum(blocks),
  service: z.string().exactOptional(),
  tax: lineTaxSchema.exactOptional(),
  mode: z.enum(modes),
});
export type RestatedLine = z.infer<typeof restatedLineSchema>;

const restatedPartSchema = z.strictObject({
  memberId: z.string(),
  invoice: z.string().exactOptional(),
  amount: z.int(),
  lines: z.array(restatedLineSchema),
});

/**
 * The correction of a closed month by a bill that differs from the one of its statements: `number` counts the corrections of the month,
 * `closed` is its seal. Without `before` there was no bill, and `before` in the rows is the metered amount. Lines sum to their part,
 * parts to `amount`, in minor units of `currency`.
 */
export const restatementSchema = z.strictObject({
  month: monthSchema,
  number: z.int().positive(),
  closed: z.string(),
  key: z.string(),
  before: z.string().exactOptional(),
  after: z.string(),
  currency: currencySchema,
  platformCurrency: currencySchema,
  rows: z.array(restatedRowSchema),
  parts: z.array(restatedPartSchema),
  amount: z.int(),
});
export type Restatement = z.infer<typeof restatementSchema>;

const { seal, prepared, approved } = preparedFields;
const heading = restatementSchema.pick({ number: true, after: true, currency: true, amount: true }).shape;
const bookedSchema = z.strictObject({ ...heading, seal, prepared, approved, into: monthSchema });
type Booked = z.infer<typeof bookedSchema>;

/** The last restatement of a closed month, prepared or booked into the statements of a month, and the earlier booked ones. */
export const storedRestatementSchema = z.strictObject({
  month: monthSchema,
  state: z.enum(['prepared', 'booked']),
  ...heading,
  ...preparedFields,
  into: monthSchema.exactOptional(),
  earlier: z.array(bookedSchema),
});
export type StoredRestatement = z.infer<typeof storedRestatementSchema>;

/** Returns all booked restatements of a month, in order. */
export const bookedRestatements = (stored: StoredRestatement): Booked[] => {
  const { month: _month, state, preparers: _preparers, v: _v, earlier, into, ...last } = stored;
  return state === 'booked' && into !== undefined ? [...earlier, { ...last, into }] : earlier;
};

/** The evidence of its line. */
export const restatementEvidenceSchema = z.strictObject({
  kind: z.literal('restatement'),
  ...restatementSchema.pick({ month: true, before: true, after: true, key: true, platformCurrency: true }).shape,
  rows: z.array(restatedRowSchema),
});
