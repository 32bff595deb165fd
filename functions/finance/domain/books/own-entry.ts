import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { CONSORTIUM } from '../../../../layers/records/ledger/domain/consortium.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { type EntryKind, entryKindSchema } from '../../../../layers/records/ledger/domain/kinds.ts';
import { budgetKinds } from '../cost-sharing/consortium-budget.ts';

/** What finance staff enter in the consortium's own books: invoices and credit notes of suppliers, their payments, grants, fees and interest of the bank. */
export const enteredKinds = [
  ...(['cost-booked', 'cost-credited', 'supplier-paid', 'supplier-repaid'] as const),
  ...(['grant-received', 'grant-returned'] as const),
  ...(['bank-fee-paid', 'bank-fee-returned', 'interest-received', 'interest-returned'] as const),
] satisfies EntryKind[];
export type EnteredKind = (typeof enteredKinds)[number];

/** The kinds that move money at the bank, each with the kind that takes it back. */
export const bankKinds = {
  'supplier-paid': { side: 'debit', back: 'supplier-repaid' },
  'supplier-repaid': { side: 'credit', back: 'supplier-paid' },
  'grant-received': { side: 'credit', back: 'grant-returned' },
  'grant-returned': { side: 'debit', back: 'grant-received' },
  'bank-fee-paid': { side: 'debit', back: 'bank-fee-returned' },
  'bank-fee-returned': { side: 'credit', back: 'bank-fee-paid' },
  'interest-received': { side: 'credit', back: 'interest-returned' },
  'interest-returned': { side: 'debit', back: 'interest-received' },
} as const satisfies Partial<Record<EnteredKind, { side: 'credit' | 'debit'; back: EnteredKind }>>;
export type BankKind = keyof typeof bankKinds;
export const bankKindNames = Object.keys(bankKinds) as [BankKind, ...BankKind[]];

/** Returns the short text with which the ledger stores an entry that is no cost. */
export const memoOf = (kind: EnteredKind): string => {
  if (kind.startsWith('grant')) return 'grant';
  return kind.startsWith('bank') || kind.startsWith('interest') ? 'bank' : 'payment';
};

const costs: readonly EnteredKind[] = ['cost-booked', 'cost-credited'];

/** Returns whether money moved at the bank: then its reference is the bank's, and is booked once. */
export const isByBank = (kind: EnteredKind): boolean => !costs.includes(kind);

/**
 * An entry as typed, in minor units: a cost names the kind of its budget line; `reference` is the supplier with the number of its invoice,
 * or the bank's reference; `month` the month of the service, when that is not the month in which it is entered.
 */
export const enteredSchema = z
  .strictObject({
    kind: z.enum(enteredKinds),
    budgetKind: z.enum(budgetKinds).exactOptional().describe('For a cost: the kind of its line in the budget'),
    amount: z.int().positive().max(100_000_000_000).describe('In minor units'),
    currency: currencySchema,
    reference: oneLine(100).describe('The supplier and its number, or the reference of the bank'),
    month: monthSchema.exactOptional(),
  })
  .refine(({ kind, budgetKind }) => (budgetKind !== undefined) === costs.includes(kind), {
    path: ['budgetKind'],
    message: 'A cost has a kind of the budget, and nothing else has one',
  });
export type Entered = z.infer<typeof enteredSchema>;

/** One of the consortium's own entries, as the books list it: minor units. */
export const ownEntrySchema = z.strictObject({
  entryId: z.string(),
  at: z.iso.datetime(),
  kind: entryKindSchema,
  memo: z.string(),
  amount: z.int().positive(),
  reference: z.string().exactOptional(),
  period: monthSchema.exactOptional(),
});
export type OwnEntry = z.infer<typeof ownEntrySchema>;

/** Returns the consortium's own entries of a currency within months, in time order. */
export const ownEntries = (
  entries: readonly LedgerEntry[],
  { currency, from }: { currency: string; from: string },
): OwnEntry[] =>
  entries
    .filter((entry) => entry.currency === currency && entry.periodKey >= from && entry.lines[0]?.member === CONSORTIUM)
    .map(({ entryId, at, kind, memo, lines, reference, period }) => ({
      ...{ entryId, at, kind, memo, amount: lines[0]?.amount ?? 0 },
      ...(reference !== undefined && { reference }),
      ...(period !== undefined && { period }),
    }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
