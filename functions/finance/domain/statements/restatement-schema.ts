import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { preparedFields } from '../preparation.ts';
import { blocks, modes } from './billing-policy.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);

/** What of the bill came to how much, before and after: a row of the comparison, or a kind of what was nowhere metered. Platform's currency. */
export const restatedRowSchema = z.strictObject({ of: z.string(), before: exact, after: exact });

/** A closed line by how much it was too low (minor units), with what its correction takes over from it. */
const restatedLineSchema = z.strictObject({
  lineId: z.string(),
  amount: z.int(),
  block: z.enum(blocks),
  service: z.string().exactOptional(),
  tax: z.strictObject({ category: z.string(), rate: z.int() }).exactOptional(),
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
 * A closed month set right by a bill that says otherwise than the one that its statements were brought to: `number` counts them in
 * the month, `closed` is its seal. Without `before` there was no bill, and `before` in the rows is what was metered. Lines sum to
 * their part, parts to `amount`, in minor units of `currency`.
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

/** The last restatement of a closed month, prepared or booked into the statements of a month, and those booked before it. */
export const storedRestatementSchema = z.strictObject({
  month: monthSchema,
  state: z.enum(['prepared', 'booked']),
  ...heading,
  ...preparedFields,
  into: monthSchema.exactOptional(),
  earlier: z.array(bookedSchema),
});
export type StoredRestatement = z.infer<typeof storedRestatementSchema>;

/** All restatements of a month that were booked, in their order. */
export const bookedRestatements = (stored: StoredRestatement): Booked[] => {
  const { month: _month, state, preparers: _preparers, v: _v, earlier, into, ...last } = stored;
  return state === 'booked' && into !== undefined ? [...earlier, { ...last, into }] : earlier;
};

/** What a line of it opens to. */
export const restatementEvidenceSchema = z.strictObject({
  kind: z.literal('restatement'),
  ...restatementSchema.pick({ month: true, before: true, after: true, key: true, platformCurrency: true }).shape,
  rows: z.array(restatedRowSchema),
});
