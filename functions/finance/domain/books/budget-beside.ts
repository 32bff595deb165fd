import * as z from 'zod';
import { monthsFrom } from '../../../../layers/kernel/calendar/month.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { inForce } from '../cost-sharing/adoption.ts';
import type { Scenario } from '../cost-sharing/scenario.ts';
import { booksAccountNames, costAccount } from './chart.ts';
import { type TrialRow, yearBegins } from './trial-balance.ts';

const YEAR_MONTHS = 12;

/** A line of the budget in some months: its part of the year's amount in minor units, and who pays it. */
const budgetPartSchema = z.strictObject({
  year: z.int(),
  title: z.string(),
  amount: z.int(),
  /** Who grants it; absent for a line that dues pay. */
  grantor: z.string().optional(),
});

/** The costs of an account beside its lines of the budget: minor units; what is left is negative when more was spent. */
export const budgetBesideSchema = z.strictObject({
  account: z.enum(booksAccountNames),
  ...{ booked: z.int(), budget: z.int(), left: z.int() },
  lines: z.array(budgetPartSchema),
});
export type BudgetBeside = z.infer<typeof budgetBesideSchema>;
type BudgetPart = z.infer<typeof budgetPartSchema> & { account: TrialRow['account'] };

type Adopted = Pick<Scenario, 'scenarioId' | 'year' | 'formula' | 'budget' | 'adopted'>;
type Span = { from: string; to: string; currency: string };

/** Returns the amount of the first months of a year: halves go up, so that twelve months have the whole amount. */
const ofFirst = (amount: number, months: number): number => Math.round((amount * months) / YEAR_MONTHS);

const clamped = (months: number): number => Math.min(YEAR_MONTHS, Math.max(0, months));

/** Returns the parts of a year's budget that fall into the months. */
const partsIn = ({ year, formula, budget = [] }: Adopted, { from, to }: Span): BudgetPart[] => {
  const begins = yearBegins(`${year}-12`, formula.yearStartsIn ?? 1);
  const before = clamped(monthsFrom(begins, from) - 1);
  const until = clamped(monthsFrom(begins, to));
  if (until <= before) return [];
  return budget.map(({ kind, title, amount, source }) => ({
    ...{ account: costAccount(kind), year, title },
    amount: ofFirst(amount, until) - ofFirst(amount, before),
    ...(source.from === 'grant' && { grantor: source.grantor }),
  }));
};

/** Returns the years, by which adopted budgets are named, that may have months between two months. */
export const budgetYears = (from: string, to: string): number[] => {
  const first = Number(from.slice(0, 4)) - 1;
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => first + at);
};

/**
 * Returns the costs of some months beside the adopted budgets in a currency, by account, each with its lines of the budget and their
 * sources. None where no budget covers a month. Costs without a line are listed, with a budget of nothing.
 */
export const budgetBeside = (
  accounts: readonly TrialRow[],
  adopted: readonly Adopted[],
  span: Span,
): BudgetBeside[] => {
  const parts = inForce(adopted)
    .filter(({ formula }) => formula.currency === span.currency)
    .toSorted((one, other) => one.year - other.year || byId(one.scenarioId, other.scenarioId))
    .flatMap((one) => partsIn(one, span));
  if (parts.length === 0) return [];
  return booksAccountNames
    .filter((name) => name.startsWith('cost-'))
    .flatMap((account): BudgetBeside[] => {
      const row = accounts.find((one) => one.account === account);
      const lines = parts.filter((part) => part.account === account).map(({ account: _, ...line }) => line);
      if (!row && lines.length === 0) return [];
      const booked = row ? row.debit - row.credit : 0;
      const budget = lines.reduce((sum, { amount }) => sum + amount, 0);
      return [{ account, booked, budget, left: budget - booked, lines }];
    });
};
