import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { divideHalfEven, type Exact, fromMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { amountView } from '../usage-report/view.ts';
import { type Estimate, type EstimateInput, estimate } from './estimate.ts';
import { costsOfYears, todayOfYears, workloadOfYear, YEARS } from './five-years.ts';
import { libraryShares } from './library-shares.ts';
import type { CompleteCosts, PaidCosts } from './paid-costs.ts';
import { publishedFees } from './published-fees.ts';
import type { WholeCost } from './whole-schema.ts';

const MONTHS = 12n;
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

/** Returns the cost of the cloud in a month of each year; the first year has the month that was estimated. */
const monthsOf = (input: EstimateInput, made: Estimate, { useGrowthPercent }: PaidCosts): Exact[] =>
  Array.from({ length: YEARS }, (_, year) => {
    if (year === 0) return made.total;
    const one = estimate({ ...input, workload: workloadOfYear(input.workload, useGrowthPercent, year) });
    return 'refused' in one ? made.total : one.total;
  });

/** Returns what one loan costs in the first year: alone, with its part of the cloud, and with its part of everything paid. */
const checkoutOf = (made: Estimate, loans: number, average: Exact): WholeCost['checkout'] => {
  if (loans === 0) return undefined;
  const own = made.lines.filter(({ operation }) => operation === 'circulation-check-out');
  const events = own.reduce((sum, line) => sum + line.events, 0);
  const amount = own.reduce((sum, line) => sum + line.amount, 0n);
  return {
    marginal: amountView(events === 0 ? 0n : divideHalfEven(amount, BigInt(events))),
    cloud: amountView(divideHalfEven(made.total * MONTHS, BigInt(loans))),
    whole: amountView(divideHalfEven(average, BigInt(loans))),
  };
};

type Given = { complete: CompleteCosts; libraries?: Parameters<typeof libraryShares>[0]['libraries'] };

/** Returns the whole cost of five years of an estimate, what each library would pay of it, and what is paid elsewhere and today. */
export const wholeCost = (input: EstimateInput, made: Estimate, { complete, libraries }: Given): WholeCost => {
  const { costs, assumed } = complete;
  const { members, checkoutsAYear } = input.workload;
  const { currency } = input.book;
  const minorDigits = decimalsOf(currency);
  const lines = costsOfYears({ costs, members, months: monthsOf(input, made, costs), minorDigits });
  const years = Array.from({ length: YEARS }, (_, year) => sumOf(lines.map((line) => line.years[year] ?? 0)));
  const sum = sumOf(years);
  const average = divideHalfEven(BigInt(sum), BigInt(YEARS));
  const today = todayOfYears(costs, minorDigits);
  const checkout = checkoutOf(made, checkoutsAYear, fromMinorUnits(Number(average), minorDigits));
  return {
    ...{ costs, assumed, lines, years, sum },
    ...(today && { today: { years: today, sum: sumOf(today), saved: sumOf(today) - sum } }),
    ...(checkout && { checkout }),
    shares: libraryShares({ libraries, members, checkoutsAYear }, Number(average), currency),
    published: publishedFees(),
  };
};
