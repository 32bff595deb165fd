import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { budgetBesideSchema } from '../domain/books/budget-beside.ts';
import { booksAccountNames } from '../domain/books/chart.ts';
import { ownEntrySchema } from '../domain/books/own-entry.ts';
import { receivableSchema } from '../domain/books/receivables.ts';

/** The months of the books: the last one, and how many. */
export const booksMonths = {
  to: monthSchema.describe('The last month'),
  months: z.coerce.number().int().min(1).max(36).default(1).describe('How many months, the last one included'),
};

/** A row of the trial balance, as the API shows it: minor units, balances positive for a debit. */
const accountSchema = z.strictObject({
  account: z.enum(booksAccountNames),
  code: z.string(),
  type: z.enum(['asset', 'liability', 'equity', 'revenue', 'cost']),
  ...{ opening: z.int(), debit: z.int(), credit: z.int(), closing: z.int() },
});

/** The consortium's own books over some months, one per currency. */
export const booksSchema = z.strictObject({
  from: monthSchema,
  to: monthSchema,
  /** The day of the ages of what members owe. */
  asOf: z.iso.date(),
  books: z.array(
    z.strictObject({
      currency: z.string(),
      accounts: z.array(accountSchema),
      ...{ revenue: z.int(), cost: z.int(), result: z.int() },
      receivables: z.array(receivableSchema),
      /** The costs beside the adopted budgets; empty where none covers a month. */
      budget: z.array(budgetBesideSchema),
      own: z.array(ownEntrySchema),
    }),
  ),
});

/** Books of a month, for examples in contracts. */
export const exampleBooks: z.infer<typeof booksSchema> = {
  ...{ from: '2026-11', to: '2026-11', asOf: '2026-11-24' },
  books: [
    {
      currency: 'USD',
      accounts: [
        { account: 'receivables', code: '1200', type: 'asset', opening: 0, debit: 1250, credit: 0, closing: 1250 },
        { account: 'suppliers', code: '2000', type: 'liability', opening: 0, debit: 0, credit: 900, closing: -900 },
        { account: 'revenue-dues', code: '4000', type: 'revenue', opening: 0, debit: 0, credit: 1250, closing: -1250 },
        { account: 'cost-courier', code: '5300', type: 'cost', opening: 0, debit: 900, credit: 0, closing: 900 },
      ],
      ...{ revenue: 1250, cost: 900, result: 350 },
      receivables: [
        {
          ...{ memberId: 'riverton', notDue: 1250, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 },
          total: 1250,
        },
      ],
      budget: [
        {
          ...{ account: 'cost-courier', booked: 900, budget: 1000, left: 100 },
          lines: [{ year: 2026, title: 'Courier', amount: 1000 }],
        },
      ],
      own: [
        {
          ...{ entryId: 'ent_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z', kind: 'cost-booked' },
          ...{ memo: 'courier', amount: 900, reference: 'Valley Couriers 2026-117' },
        },
      ],
    },
  ],
};
