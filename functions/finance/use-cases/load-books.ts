import { millis } from '../../../layers/kernel/calendar/days.ts';
import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { AccountStore } from '../data/account-store.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';
import { type BudgetBeside, budgetBeside, budgetYears } from '../domain/books/budget-beside.ts';
import { receivablesOf } from '../domain/books/receivables.ts';
import { type CurrencyBooks, trialBalances, yearBegins } from '../domain/books/trial-balance.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';

export type BooksDeps = {
  ledger: LedgerStore;
  accounts: AccountStore;
  periods: PeriodStore;
  policies: PolicyStore;
  scenarios: Pick<ScenarioStore, 'adoptedFor'>;
};

/** The books of some months: the entries until their end, the balances, receivables and budget of each currency, and the policy of now. */
export type LoadedBooks = {
  from: string;
  to: string;
  asOf: string;
  entries: LedgerEntry[];
  books: (CurrencyBooks & { receivables: ReturnType<typeof receivablesOf>; budget: BudgetBeside[] })[];
  billing: Billing;
  /** The lines of the accounts of members that owe or are owed something. */
  accounts: ReadonlyMap<string, readonly AccountLine[]>;
};

const AT_ONCE = 12;
/** Payments and costs may be booked before the first month whose accounts were begun, by at most so many months. */
const BEFORE_FIRST = 12;

const monthsBetween = (from: string, to: string): string[] => {
  const months = [from];
  for (let month = from; month < to; ) {
    month = shiftedMonth(month, 1);
    months.push(month);
  }
  return months;
};

/** Returns all entries of the consortium's own books until the end of a month. */
const entriesUntil = async ({ ledger, periods }: BooksDeps, from: string, to: string): Promise<LedgerEntry[]> => {
  const [begun] = await periods.list('1900-01', to);
  const first = begun && begun.month < from ? begun.month : from;
  const months = monthsBetween(shiftedMonth(first, -BEFORE_FIRST), to);
  return (await mapInBatches(months, AT_ONCE, (month) => ledger.ofConsortium(month))).flat();
};

/** Loads the consortium's own books of some months from the ledger, with what each member owes at their end. */
export const loadBooks = async (
  deps: BooksDeps,
  { to, months, now }: { to: string; months: number; now: number },
): Promise<LoadedBooks> => {
  const from = shiftedMonth(to, 1 - months);
  const [entries, billing, adopted] = await Promise.all([
    entriesUntil(deps, from, to),
    billingAt(deps.policies, now),
    deps.scenarios.adoptedFor(budgetYears(from, to)),
  ]);
  const yearFrom = yearBegins(from, billing.fiscalYearStartsIn);
  const asOf = iso(Math.min(now, millis(endOfMonth(to)))).slice(0, 10);
  const balances = trialBalances(entries, { from, to, yearFrom });
  const members = [...new Set(balances.flatMap(({ owedBy }) => [...owedBy.keys()]))];
  const loaded = await mapInBatches(members, AT_ONCE, (memberId) => deps.accounts.load(memberId));
  const lines = new Map(members.map((memberId, at) => [memberId, loaded[at]?.lines ?? []]));
  const books = balances.map((one) => ({
    ...one,
    receivables: receivablesOf(one.owedBy, lines, { currency: one.currency, to, asOf }),
    budget: budgetBeside(one.accounts, adopted, { from, to, currency: one.currency }),
  }));
  return { from, to, asOf, entries, books, billing, accounts: lines };
};
