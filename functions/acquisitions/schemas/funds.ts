import type * as z from 'zod';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import { figuresOf, noAmounts } from '../domain/figures.ts';
import type { FiscalYear } from '../domain/fiscal-year.ts';
import type { FundEntry } from '../domain/fund-entry.ts';
import type { fundViewSchema } from '../domain/fund-view.ts';

const at = { member: 'path.memberId' } as const;

/** Who sees the funds of a library: those who order, its finance staff and administrators, and who reads every book. */
export const fundReaders: readonly Permission[] = [
  { who: 'staff', roles: ['acquisitions', 'member-finance', 'member-admin'], at },
  { who: 'staff', roles: ['auditor'], at: 'consortium' },
];

/** Who makes years and funds: the finance staff of the library. */
export const fundSetters: readonly Permission[] = [{ who: 'staff', roles: ['member-finance'], at }];

/** Who moves money between funds. */
export const fundMovers: readonly Permission[] = [{ who: 'staff', roles: ['acquisitions', 'member-finance'], at }];

/** Refusals about a year. */
export const yearRefusals = {
  'unknown-fiscal-year': { status: 404, meaning: 'The library has no such fiscal year.' },
  'year-closed': { status: 409, meaning: 'The fiscal year is closed.' },
} as const;

/** A fiscal year, for examples in contracts. */
export const exampleYear: FiscalYear = {
  ...{ year: '2026-27', name: '2026/27', firstDay: '2026-07-01', lastDay: '2027-06-30', timeZone: 'Europe/Berlin' },
  ...{ currency: 'EUR', orderGraceDays: -14, invoiceGraceDays: 60 },
};

const amounts = figuresOf({ ...noAmounts, initial: 500_000, encumbered: 120_000, expended: 80_000 });

/** A fund as staff see it. */
export const exampleFund: z.input<typeof fundViewSchema> = {
  ...{ code: 'BOOKS-ADULT', name: 'Books for adults', parent: 'BOOKS', state: 'active', edition: 1 },
  limits: { encumbrance: 110, expenditure: 100, warning: 80 },
  ...{ own: amounts, whole: amounts, percent: 40, warns: false, mostToOrder: 350_000, mostToInvoice: 420_000 },
};

/** An entry of the journal. */
export const exampleEntry: FundEntry = {
  ...{ entryId: 'ent_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z' },
  ...{ by: 'staff:stf_01kb0000000000000000000000', kind: 'transfer', note: 'For the summer' },
  lines: [
    { fund: 'BOOKS-ADULT', amount: -50_000 },
    { fund: 'SERIALS', amount: 50_000 },
  ],
};
