import * as z from 'zod';
import type { Workload } from './workload.ts';

/** A number with two decimals at most: money in units of the currency, hours or percent. */
const amount = (most: number) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((value) => /^\d+(?:\.\d{1,2})?$/.test(String(value)), 'Two decimals at most.');

/** What a consortium pays besides the cloud, each year or once, and how much it grows in a year. Money in units of the currency. */
export const paidCostsSchema = z.strictObject({
  /** Hours of staff a month for the operation of the system, all members together. */
  staffHoursAMonth: amount(100_000),
  hourRate: amount(10_000),
  /** The support plan of the cloud: a percentage of its cost, and the least sum a month. */
  supportPercent: amount(100),
  supportLeastAMonth: amount(1_000_000),
  /** A contract with a company for help with the software. */
  contractAYear: amount(100_000_000),
  /** The number from which text messages are sent. */
  textNumberAMonth: amount(100_000),
  /** Gateways for self-checks, sorters and gates, one small computer each. */
  gateways: z.int().min(0).max(100_000),
  gatewayAYear: amount(100_000),
  paymentsAYear: z.int().min(0).max(100_000_000),
  paymentFee: amount(1000),
  /** A subscription of covers, tables of contents and reviews. */
  coversAYear: amount(100_000_000),
  migrationHoursALibrary: amount(100_000),
  trainingHoursALibrary: amount(100_000),
  /** More use and larger collections in each following year, in percent. */
  useGrowthPercent: amount(100),
  /** Higher prices of everything but the cloud in each following year, in percent. */
  priceGrowthPercent: amount(100),
  /** What all members pay for their present systems in a year; 0 when unknown. */
  todayAYear: amount(1_000_000_000),
  todayGrowthPercent: amount(100),
});
export type PaidCosts = z.infer<typeof paidCostsSchema>;
export type PaidCostField = keyof PaidCosts;

type Default = { of: (workload: Workload) => number; source: string };

const defaults: Record<PaidCostField, Default> = {
  staffHoursAMonth: { of: ({ members }) => 20 + members, source: 'chosen: 20 hours, and one for each library' },
  hourRate: { of: () => 60, source: 'chosen: about 96,000 a year for 1,600 hours, social contributions included' },
  supportPercent: {
    of: () => 10,
    source: 'AWS Business Support, first 10,000 a month (aws.amazon.com/premiumsupport/pricing)',
  },
  supportLeastAMonth: {
    of: () => 100,
    source: 'AWS Business Support, least sum (aws.amazon.com/premiumsupport/pricing)',
  },
  contractAYear: { of: () => 0, source: 'chosen: none; enter an offer' },
  textNumberAMonth: {
    of: ({ textsPerCheckout }) => (textsPerCheckout > 0 ? 2 : 0),
    source: 'chosen: a toll-free number at 2.00 if text messages are sent',
  },
  gateways: { of: ({ members }) => members, source: 'chosen: one for each library' },
  gatewayAYear: { of: () => 80, source: 'chosen: a computer of 300 for five years, and 20 for electricity' },
  paymentsAYear: { of: ({ checkoutsAYear }) => Math.round(checkoutsAYear / 200), source: 'chosen: one for 200 loans' },
  paymentFee: { of: () => 0.59, source: 'list price of card payments: 2.9 % of 10.00, and 0.30' },
  coversAYear: { of: () => 0, source: 'chosen: covers of Open Library are free; enter an offer' },
  migrationHoursALibrary: { of: () => 40, source: 'chosen: mapping, a test load and the cut-over' },
  trainingHoursALibrary: { of: () => 16, source: 'chosen: four members of staff for half a day each' },
  useGrowthPercent: { of: () => 2, source: 'chosen' },
  priceGrowthPercent: { of: () => 3, source: 'chosen' },
  todayAYear: { of: () => 0, source: 'unknown: enter your invoices' },
  todayGrowthPercent: { of: () => 3, source: 'as Marmot’s basic system from 2018 to 2019 (schedule of fees)' },
};

/** The name of each cost. */
export const paidCostFields = Object.keys(defaults) as PaidCostField[];

/** Complete costs, and the source of each default. */
export type CompleteCosts = { costs: PaidCosts; assumed: { name: PaidCostField; value: number; source: string }[] };

/** Completes the costs that were given with defaults for a workload. */
export const completeCosts = (
  given: { [name in PaidCostField]?: number | undefined },
  workload: Workload,
): CompleteCosts => {
  const costs = Object.fromEntries(
    paidCostFields.map((name) => [name, given[name] ?? defaults[name].of(workload)]),
  ) as PaidCosts;
  const assumed = paidCostFields
    .filter((name) => given[name] === undefined)
    .map((name) => ({ name, value: costs[name], source: defaults[name].source }));
  return { costs, assumed };
};
