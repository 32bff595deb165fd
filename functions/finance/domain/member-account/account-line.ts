import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';

/** What stands on a member's account: what it owes, and what was paid or given. */
const accountLineKinds = ['invoice', 'credit-note', 'payment', 'reversal', 'payout'] as const;

/** Why a payment is taken back: the bank sent it back, or it was booked as it never came. */
const reversalReasons = ['bounced', 'mistyped'] as const;

/** Which invoice a payment is for, by its number, and how much of it: minor units. */
export const settlesSchema = z.strictObject({ invoice: z.string().min(1).max(40), amount: z.int().positive() });

/**
 * One line of a member's account with the consortium. `amount` in minor units, what it adds to what the member owes: a payment is
 * below zero, its reversal and a credit paid out above. `at` is when it was booked, `valueOn` the day on which the bank has it.
 * `reference` is the invoice's number or the bank's own; `dues` what of an invoice are dues; `corrects` the numbers of earlier
 * invoices that it corrects; `settles` what the payer said that it is for; `reverses` the payment that is taken back.
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
  reverses: z.strictObject({ entryId: z.string(), why: z.enum(reversalReasons) }).exactOptional(),
});
export type AccountLine = z.infer<typeof accountLineSchema>;

const paysSomething = ({ kind }: AccountLine): number => (kind === 'invoice' ? 0 : 1);

/** Lines in the order in which they were booked; of one instant invoices first, as what pays them does not come before them, then by their ids. */
export const inOrderOfBooking = (lines: readonly AccountLine[]): AccountLine[] =>
  lines.toSorted((a, b) => byId(a.at, b.at) || paysSomething(a) - paysSomething(b) || byId(a.entryId, b.entryId));

/** The day by which a line is to be paid (YYYY-MM-DD): what has none said is due at once. */
export const dueDate = ({ dueOn, at }: AccountLine): string => dueOn ?? at.slice(0, 10);
