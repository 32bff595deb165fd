import * as z from 'zod';
import type { AccountLine } from '../member-account/account-line.ts';
import { plainReference } from '../member-account/payment.ts';
import type { StoredEntry } from './bank-entry.ts';
import { numbersIn } from './propose.ts';

/** A booked payment of a member that was not taken back: minor units. */
export const bookedPaymentSchema = z.strictObject({
  memberId: z.string(),
  entryId: z.string(),
  reference: z.string(),
  amount: z.int().positive(),
  valueOn: z.iso.date(),
});
export type BookedPayment = z.infer<typeof bookedPaymentSchema> & {
  currency: string;
  payerReference?: string;
  invoices: readonly string[];
};

/**
 * How the return of a payment fits the booked ones: it names one by its reference or invoice; only the amount is that of one; not; several
 * fit; or the named one has another amount.
 */
export const returnFits = ['by-reference', 'by-amount', 'unknown', 'several-payments', 'other-amount'] as const;

/** What is proposed for a return, for a person to confirm: the payment, and the fee of the bank that the amount contains. */
export const returnProposalSchema = z.strictObject({
  fit: z.enum(returnFits),
  payment: bookedPaymentSchema.exactOptional(),
  fee: z.int().nonnegative(),
});
export type ReturnProposal = z.infer<typeof returnProposalSchema>;

/** Returns the payments of a member that were not taken back. */
export const bookedPayments = (memberId: string, lines: readonly AccountLine[]): BookedPayment[] => {
  const gone = new Set(lines.flatMap(({ reverses }) => (reverses ? [reverses.entryId] : [])));
  return lines
    .filter(({ kind, entryId }) => kind === 'payment' && !gone.has(entryId))
    .map(({ entryId, reference, amount, currency, at, valueOn = at.slice(0, 10), settles = [], payerReference }) => ({
      ...{ memberId, entryId, reference, amount: -amount, currency, valueOn },
      invoices: settles.map(({ invoice }) => invoice),
      ...(payerReference !== undefined && { payerReference }),
    }));
};

/** The shortest reference that is searched for in a text: a shorter one occurs by chance. */
const SHORTEST = 4;

const alphanumeric = /[\p{L}\p{N}]/u;

/** Returns whether a text has a reference as a whole, in any case. */
const hasReference = (text: string, reference: string): boolean => {
  if (reference.length < SHORTEST) return false;
  for (let place = text.indexOf(reference); place >= 0; place = text.indexOf(reference, place + 1)) {
    const [before, after] = [text[place - 1] ?? '', text[place + reference.length] ?? ''];
    if (!alphanumeric.test(before) && !alphanumeric.test(after)) return true;
  }
  return false;
};

const upper = (text: string): string => text.normalize('NFKC').toUpperCase();

type ReturnEntry = Omit<StoredEntry, 'v'>;

/** Returns the payments that a return names: by the payer's reference, the reference of the bank, or an invoice. */
const namedBy = (
  { text, payerReference, creditorReference = '' }: ReturnEntry,
  payments: readonly BookedPayment[],
): BookedPayment[] => {
  const own = payerReference === undefined ? undefined : plainReference(payerReference);
  const byPayer = payments.filter(
    (one) => one.payerReference !== undefined && plainReference(one.payerReference) === own,
  );
  if (byPayer.length > 0) return byPayer;
  const written = upper(`${creditorReference} ; ${text}`);
  const byBank = payments.filter(({ reference }) => hasReference(written, upper(reference)));
  if (byBank.length > 0) return byBank;
  const numbers = new Set(numbersIn(written));
  return payments.filter(({ invoices }) => invoices.some((invoice) => numbers.has(invoice)));
};

/** Returns a payment as the API shows it. */
export const shownPayment = ({
  memberId,
  entryId,
  reference,
  amount,
  valueOn,
}: BookedPayment): z.infer<typeof bookedPaymentSchema> => ({
  ...{ memberId, entryId, reference, amount, valueOn },
});

/**
 * Proposes which booked payment an entry of the bank takes back: the one that it names, or the only one of its amount; a difference is the
 * fee of the bank where the entry states that fee. Everything else is for a person to decide.
 */
export const returnProposalOf = (
  entry: ReturnEntry,
  currency: string,
  payments: readonly BookedPayment[],
): ReturnProposal => {
  const earlier = payments.filter((one) => one.currency === currency && one.valueOn <= entry.valueOn);
  const feeOf = ({ amount }: BookedPayment): number => entry.amount - amount;
  const fits = (one: BookedPayment): boolean => feeOf(one) === 0 || feeOf(one) === entry.charges;
  const named = namedBy(entry, earlier);
  const [only, ...others] = (named.length > 0 ? named : earlier).filter(fits);
  if (others.length > 0) return { fit: 'several-payments', fee: 0 };
  if (only)
    return { fit: named.length > 0 ? 'by-reference' : 'by-amount', payment: shownPayment(only), fee: feeOf(only) };
  return { fit: named.length > 0 ? 'other-amount' : 'unknown', fee: 0 };
};
