import * as z from 'zod';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { type AccountLine, settlesSchema } from './account-line.ts';
import { settle } from './settling.ts';

const amount = z.int().positive().describe('In minor units');
const reference = oneLine(100);
const valueOn = z.iso.date().describe('The day on which the bank received it');

/** A payment received by bank: the amount, the bank's reference, the day, and the invoices if the payer named them. */
export const paymentInputSchema = z.strictObject({
  amount,
  currency: currencySchema,
  reference: reference.describe('Reference of the bank for this transfer: it is booked once'),
  valueOn,
  settles: z.array(settlesSchema).min(1).max(50).exactOptional(),
});
export type PaymentInput = z.infer<typeof paymentInputSchema>;

/** The reason why a payment is reversed: with the bank's day and reference when it was returned; a mistyped one never arrived. */
export const reversalInputSchema = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('bounced'), reference, valueOn }),
  z.strictObject({ why: z.literal('mistyped') }),
]);
export type ReversalInput = z.infer<typeof reversalInputSchema>;

/** A credit to pay out: with the reference of the bank order. */
export const payoutInputSchema = z.strictObject({ amount, currency: currencySchema, reference });
export type PayoutInput = z.infer<typeof payoutInputSchema>;

/** Returns a bank reference in the form that is claimed: equal for one transfer however it is typed. */
export const plainReference = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/** Returns the id of a payment's reversal: one per payment. */
export const reversalIdOf = (entryId: string): string => `${entryId}-reversal`;

type Refusal =
  | 'currency-not-billed'
  | 'value-day'
  | 'settles-too-much'
  | 'unknown-payment'
  | 'reversed-already'
  | 'more-than-credit'
  | 'other-amount';
type Refused<R extends Refusal> = { refused: { code: R; detail: string; pointer: string }[] };
const refuse = <R extends Refusal>(code: R, detail: string, pointer: string): Refused<R> => ({
  refused: [{ code, detail, pointer }],
});

/** The entry id and the instant of a booked line. */
export type BookedAs = { entryId: string; at: string };

/** The largest offset ahead of UTC. */
const FARTHEST_EAST = 14 * 3_600_000;

/** Returns whether a day has begun at an instant anywhere on Earth. */
const hasBegun = (day: string, at: string): boolean => millis(`${day}T00:00:00.000Z`) <= millis(at) + FARTHEST_EAST;

const bankDay = (day: string, at: string, earliest = '0000'): Refused<'value-day'> | undefined => {
  if (!hasBegun(day, at)) return refuse('value-day', 'The bank cannot have it yet.', '/body/valueOn');
  if (day < earliest) return refuse('value-day', 'It cannot be sent back before it came.', '/body/valueOn');
  return undefined;
};

/** Returns why named settlements are wrong: an invoice without that much open, one named twice, or a larger total than the payment. */
const wrongSettlement = (
  lines: readonly AccountLine[],
  { settles = [], amount: paid }: PaymentInput,
): string | undefined => {
  const { owed } = settle(lines);
  const invoices = owed.filter(({ line }) => line.kind === 'invoice');
  const open = new Map(invoices.map((one) => [one.line.reference, one.open]));
  const over = settles.find((settled) => settled.amount > (open.get(settled.invoice) ?? 0));
  if (over) return `So much of ${over.invoice} is not open.`;
  if (new Set(settles.map(({ invoice }) => invoice)).size < settles.length) return 'An invoice is named twice.';
  return settles.reduce((sum, settled) => sum + settled.amount, 0) > paid
    ? 'More is settled than was paid.'
    : undefined;
};

const ofCurrency = (lines: readonly AccountLine[], currency: string): AccountLine[] =>
  lines.filter((line) => line.currency === currency);

/**
 * Returns a payment as a line of the account; it may differ from the open amount. Refuses `value-day` (the bank cannot have it yet) and
 * `currency-not-billed` (nothing was ever billed in it), and `settles-too-much` (the named part of an invoice exceeds its open amount, or their total exceeds the payment).
 */
export const decidePayment = (
  lines: readonly AccountLine[],
  input: PaymentInput & Pick<AccountLine, 'payerReference'>,
  booked: BookedAs,
): AccountLine | Refused<'value-day' | 'settles-too-much' | 'currency-not-billed'> => {
  const early = bankDay(input.valueOn, booked.at);
  if (early) return early;
  if (lines.length > 0 && ofCurrency(lines, input.currency).length === 0)
    return refuse('currency-not-billed', `Nothing was ever billed in ${input.currency}.`, '/body/currency');
  const wrong = wrongSettlement(ofCurrency(lines, input.currency), input);
  if (wrong !== undefined) return refuse('settles-too-much', wrong, '/body/settles');
  return { ...booked, kind: 'payment', ...input, amount: -input.amount };
};

/**
 * Returns the full reversal of a payment, once: what it had settled is open again. For a mistyped one it has the payment's own day and
 * reference. Refuses `unknown-payment`, `reversed-already`, and `value-day` for a return before the payment, or in the future.
 */
export const decideReversal = (
  lines: readonly AccountLine[],
  payment: string,
  input: ReversalInput,
  at: string,
): AccountLine | Refused<'unknown-payment' | 'reversed-already' | 'value-day'> => {
  const paid = lines.find(({ entryId, kind }) => entryId === payment && kind === 'payment');
  if (!paid) return refuse('unknown-payment', 'There is no such payment.', '/path/entryId');
  if (lines.some(({ reverses }) => reverses?.entryId === payment))
    return refuse('reversed-already', 'It is taken back already.', '/path/entryId');
  const { currency, amount: was, reference: of, valueOn: on = paid.at.slice(0, 10) } = paid;
  const statedReference = input.why === 'bounced' ? input : { reference: of, valueOn: on };
  const never = input.why === 'bounced' ? bankDay(input.valueOn, at, on) : undefined;
  if (never) return never;
  return {
    ...{ at, entryId: reversalIdOf(payment), kind: 'reversal', amount: -was, currency },
    ...{
      reference: statedReference.reference,
      valueOn: statedReference.valueOn,
      reverses: { entryId: payment, why: input.why },
    },
  };
};

/** A return as the bank books it: the whole amount with the part that is a fee, the reference and the day. */
type ReturnByBank = { amount: number; fee: number; currency: string; reference: string; valueOn: string };

/**
 * Returns the reversal of a payment that the bank returned. Refuses `other-amount` when the payment and the fee are not the amount that the
 * bank took, and what `decideReversal` refuses.
 */
export const decideReturn = (
  lines: readonly AccountLine[],
  payment: string,
  { amount: taken, fee, currency, reference: by, valueOn: on }: ReturnByBank,
  at: string,
): AccountLine | Refused<'unknown-payment' | 'reversed-already' | 'value-day' | 'other-amount'> => {
  const line = decideReversal(lines, payment, { why: 'bounced', reference: by, valueOn: on }, at);
  if ('refused' in line || (line.amount + fee === taken && line.currency === currency)) return line;
  return refuse('other-amount', 'The payment and the fee are not the amount of the entry.', '/body/fee');
};

/** Returns the payment that counts for an entry: the one that was booked again last, or itself. */
export const currentPayment = (entryId: string, lines: readonly AccountLine[]): string => {
  const again = lines.find(({ restores }) => restores === entryId);
  return again ? currentPayment(again.entryId, lines) : entryId;
};

/**
 * Returns the payment that is booked again, because it was taken back in error: it settles what it settled before. Refuses
 * `unknown-payment`, also for one that was booked again already or was not taken back.
 */
export const decideRestoring = (
  lines: readonly AccountLine[],
  payment: string,
  booked: BookedAs,
): AccountLine | Refused<'unknown-payment'> => {
  const paid = lines.find(({ entryId, kind }) => entryId === payment && kind === 'payment');
  const isGone = lines.some(({ reverses }) => reverses?.entryId === payment);
  if (!paid || !isGone || currentPayment(payment, lines) !== payment)
    return refuse('unknown-payment', 'There is no such payment that was taken back.', '/path/number');
  return { ...paid, ...booked, restores: payment };
};

/** Returns a member's credit in a currency: minor units. */
export const creditOf = (lines: readonly AccountLine[], currency: string): number =>
  settle(ofCurrency(lines, currency)).inCredit;

/** Returns a paid-out credit as a line of the account. Refuses `more-than-credit`, and `value-day` as for a payment. */
export const decidePayout = (
  lines: readonly AccountLine[],
  { amount: wanted, currency, reference: by, valueOn: on }: PayoutInput & { valueOn: string },
  booked: BookedAs,
): AccountLine | Refused<'more-than-credit' | 'value-day'> => {
  const early = bankDay(on, booked.at);
  if (early) return early;
  if (wanted > creditOf(lines, currency))
    return refuse('more-than-credit', 'Less is in credit than would be paid out.', '/path/payoutId');
  return { ...booked, kind: 'payout', amount: wanted, currency, reference: by, valueOn: on };
};
