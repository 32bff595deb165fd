import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';

/** The kinds of lines on a member's account: debts, payments and credits. */
const accountLineKinds = ['invoice', 'credit-note', 'payment', 'reversal', 'payout'] as const;

/** The reasons why a payment is reversed: the bank returned it, or it was booked by mistake. */
const reversalReasons = ['bounced', 'mistyped'] as const;

/** The invoice that a payment is for, by its number, and the amount: minor units. */
export const settlesSchema = z.strictObject({ invoice: z.string().min(1).max(40), amount: z.int().positive() });

/**
 * One line of a member's account with the consortium. `amount` in minor units is added to the member's debt: a payment is negative, its
 * reversal and a payout of a credit positive. `at` is the booking time, `valueOn` the bank's value date. `reference` is the invoice's
 * number or the bank's own; `dues` the dues part of an invoice; `corrects` the numbers of earlier invoices that it corrects; `settles`
 * the invoices that the payer named; `payerReference` the payer's own reference, by which the bank returns a payment; `reverses` the
 * reversed payment; `restores` the payment that is booked again, because its return was an error.
 */
export const accountLineSchema = z.strictObject({
  at: z.iso.datetime(),
  entryId: z.string(),
  kind: z.enum(accountLineKinds),
  amount: z.int(),
  currency: z.string(),
  reference: z.string(),
  valueOn: z.iso.date().exactOptional(),
  dueOn: z.iso.date().exactOptional(),
  dues: z.int().exactOptional(),
  corrects: z.array(z.string()).exactOptional(),
  settles: z.array(settlesSchema).exactOptional(),
  payerReference: z.string().exactOptional(),
  reverses: z.strictObject({ entryId: z.string(), why: z.enum(reversalReasons) }).exactOptional(),
  restores: z.string().exactOptional(),
});
export type AccountLine = z.infer<typeof accountLineSchema>;

const paysSomething = ({ kind }: AccountLine): number => (kind === 'invoice' ? 0 : 1);

/** Returns lines in booking order; at one instant invoices first, because payments for them do not precede them, then by id. */
export const inOrderOfBooking = (lines: readonly AccountLine[]): AccountLine[] =>
  lines.toSorted((a, b) => byId(a.at, b.at) || paysSomething(a) - paysSomething(b) || byId(a.entryId, b.entryId));

/** Returns the day by which a line must be paid (YYYY-MM-DD); without one it is due immediately. */
export const dueDate = ({ dueOn, at }: AccountLine): string => dueOn ?? at.slice(0, 10);
