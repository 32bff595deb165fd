import { divideHalfEven, type Exact, parseExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import type { PaidCosts } from './paid-costs.ts';
import type { Workload } from './workload.ts';

/** The years that an estimate covers. */
export const YEARS = 5;

/** The costs of a consortium, in the order of a table: the cloud, what is paid each year, and what is paid once. */
export const costLines = [
  'cloud',
  'staff',
  'cloud-support',
  'contract',
  'text-number',
  'gateways',
  'payments',
  'covers',
  'migration',
  'training',
] as const;
export type CostLine = (typeof costLines)[number];

/** A cost in each of the years, and its sum, in minor units. */
export type CostOfYears = { line: CostLine; once: boolean; years: number[]; sum: number };

const HUNDRED = parseExact('100');
const MONTHS = 12;

const exactly = (value: number): Exact => parseExact(String(value));
const product = (one: Exact, other: number): Exact => divideHalfEven(one * exactly(other), parseExact('1'));

/** Returns an amount after some years of growth by a percentage. */
export const grown = (amount: Exact, percent: number, years: number): Exact =>
  Array.from({ length: years }).reduce<Exact>(
    (sum) => divideHalfEven(sum * (HUNDRED + exactly(percent)), HUNDRED),
    amount,
  );

const growing = ['checkoutsAYear', 'records', 'items', 'patrons', 'loanRequestsAYear', 'filesGb'] as const;

/** Returns the workload of a year of service, 0 for the first: use and collections grow, and evidence is stored for longer. */
export const workloadOfYear = (workload: Workload, percent: number, year: number): Workload => {
  const factor = (1 + percent / 100) ** year;
  const parts = growing.map((name) => {
    const value = workload[name] * factor;
    return [name, name === 'filesGb' ? value : Math.round(value)] as const;
  });
  return { ...workload, ...Object.fromEntries(parts), monthsInService: workload.monthsInService + MONTHS * year };
};

/** Returns the support plan of the cloud in a year: a percentage of a month's cost, at least the least sum. */
const supportOf = (month: Exact, { supportPercent, supportLeastAMonth }: PaidCosts): Exact => {
  const part = divideHalfEven(month * exactly(supportPercent), HUNDRED);
  const least = exactly(supportLeastAMonth);
  if (part < least) return least * BigInt(MONTHS);
  return part * BigInt(MONTHS);
};

type Yearly = (costs: PaidCosts) => Exact;
const yearly: Partial<Record<CostLine, Yearly>> = {
  staff: ({ staffHoursAMonth, hourRate }) => product(exactly(staffHoursAMonth), hourRate) * BigInt(MONTHS),
  contract: ({ contractAYear }) => exactly(contractAYear),
  'text-number': ({ textNumberAMonth }) => exactly(textNumberAMonth) * BigInt(MONTHS),
  gateways: ({ gateways, gatewayAYear }) => exactly(gatewayAYear) * BigInt(gateways),
  payments: ({ paymentsAYear, paymentFee }) => exactly(paymentFee) * BigInt(paymentsAYear),
  covers: ({ coversAYear }) => exactly(coversAYear),
};

const hours: Partial<Record<CostLine, (costs: PaidCosts) => number>> = {
  migration: ({ migrationHoursALibrary }) => migrationHoursALibrary,
  training: ({ trainingHoursALibrary }) => trainingHoursALibrary,
};

type Given = { costs: PaidCosts; members: number; months: readonly Exact[]; minorDigits: number };

const inYear = (line: CostLine, year: number, { costs, members, months }: Given): Exact => {
  const month = months[year] ?? 0n;
  if (line === 'cloud') return month * BigInt(MONTHS);
  if (line === 'cloud-support') return supportOf(month, costs);
  const once = hours[line];
  if (once) return year === 0 ? product(exactly(once(costs)), costs.hourRate) * BigInt(members) : 0n;
  return grown(yearly[line]?.(costs) ?? 0n, costs.priceGrowthPercent, year);
};

/**
 * Returns each cost of the consortium in each year, in minor units: the cloud by the cost of a month in each year (`months`), the rest by
 * what is paid. Migration and training are paid in the first year.
 */
export const costsOfYears = (given: Given): CostOfYears[] =>
  costLines.map((line) => {
    const years = Array.from({ length: YEARS }, (_, year) =>
      toMinorUnits(inYear(line, year, given), given.minorDigits),
    );
    return { line, once: line in hours, years, sum: years.reduce((all, one) => all + one, 0) };
  });

/** Returns what all members would pay for their present systems in each year, in minor units; undefined when that is unknown. */
export const todayOfYears = (
  { todayAYear, todayGrowthPercent }: PaidCosts,
  minorDigits: number,
): number[] | undefined =>
  todayAYear === 0
    ? undefined
    : Array.from({ length: YEARS }, (_, year) =>
        toMinorUnits(grown(exactly(todayAYear), todayGrowthPercent, year), minorDigits),
      );
