import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type AccountLine, settlesSchema } from '../member-account/account-line.ts';
import { settle } from '../member-account/settling.ts';
import type { StoredEntry } from './bank-entry.ts';

/** An invoice of a member with its open amount, in minor units; 0 when it is settled. */
export type KnownInvoice = { memberId: string; invoice: string; currency: string; open: number; dueOn: string };

/** How a payment fits what is open: the named invoices exactly, in part, with a remainder; by its amount only; not; or of several members. */
export const fits = ['exact', 'partial', 'over', 'by-amount', 'unknown', 'several-members'] as const;

/**
 * What is proposed for a payment, for a person to confirm: the member, and the named invoices with the amounts that it settles;
 * `rest` is the remainder, in minor units.
 */
export const proposalSchema = z.strictObject({
  fit: z.enum(fits),
  memberId: z.string().exactOptional(),
  settles: z.array(settlesSchema),
  rest: z.int().nonnegative(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The number of an invoice as payers write it: the year and six digits, with a sign, a blank or nothing between. */
const INVOICE = /(?<!\d)(\d{4})[-/. ]?(\d{6})(?!\d)/g;

/** Returns the numbers of invoices in a text, in the form in which they were issued. */
export const numbersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(INVOICE)].map(([, year, number]) => `${year}-${number}`)),
];

/** Returns the invoices of a member with their open amounts. */
export const invoicesOf = (memberId: string, lines: readonly AccountLine[]): KnownInvoice[] =>
  [...Map.groupBy(lines, ({ currency }) => currency).values()].flatMap((own) =>
    settle(own)
      .owed.filter(({ line }) => line.kind === 'invoice')
      .map(({ line: { reference: invoice, currency, dueOn, at }, open }) => ({
        ...{ memberId, invoice, currency, open, dueOn: dueOn ?? at.slice(0, 10) },
      })),
  );

const settled = (amount: number, invoices: readonly KnownInvoice[]): Pick<Proposal, 'settles' | 'rest'> => {
  let rest = amount;
  const settles: Proposal['settles'] = [];
  for (const { invoice, open } of invoices) {
    const part = Math.min(open, rest);
    if (part > 0) settles.push({ invoice, amount: part });
    rest -= part;
  }
  return { settles, rest };
};

/**
 * Proposes what a payment is for: the invoices that its text or its structured reference names, the longest due first; without a name,
 * the only open invoice of that amount in the currency. Nothing is proposed when several members are named.
 */
export const proposalOf = (
  { amount, text, creditorReference }: Pick<StoredEntry, 'amount' | 'text' | 'creditorReference'>,
  currency: string,
  invoices: readonly KnownInvoice[],
): Proposal => {
  const own = invoices.filter((one) => one.currency === currency);
  const names = new Set(numbersIn(`${creditorReference ?? ''} ; ${text}`));
  const named = own
    .filter(({ invoice }) => names.has(invoice))
    .toSorted((one, other) => byId(one.dueOn, other.dueOn) || byId(one.invoice, other.invoice));
  const [first] = named;
  if (first) {
    if (named.some(({ memberId }) => memberId !== first.memberId))
      return { fit: 'several-members', settles: [], rest: amount };
    const open = named.reduce((sum, one) => sum + one.open, 0);
    const fit = amount === open ? 'exact' : amount < open ? 'partial' : 'over';
    return { fit, memberId: first.memberId, ...settled(amount, named) };
  }
  const [only, ...others] = own.filter((one) => one.open === amount);
  if (!only || others.length > 0) return { fit: 'unknown', settles: [], rest: amount };
  return { fit: 'by-amount', memberId: only.memberId, ...settled(amount, [only]) };
};
