import * as z from 'zod';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { amountSchema, titleSchema } from './amounts.ts';
import type { FeeLine } from './fees.ts';
import { formulaNameSchema } from './figures.ts';
import type { Formula } from './formula.ts';
import type { Part } from './part-schema.ts';

/** What a consortium spends money on. */
export const budgetKinds = [
  'cloud',
  'people',
  'support',
  'courier',
  'e-resources',
  'training',
  'reserve',
  'other',
] as const;

/** Who pays a line of the budget: the members by their dues, as a part of one of the shared costs, or a grant. */
const sourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('dues'), cost: formulaNameSchema }),
  z.strictObject({ from: z.literal('grant'), grantor: oneLine(200) }),
]);

/** A line of the consortium's budget of a year: minor units of the formula's currency, and who pays it. */
export const budgetLineSchema = z
  .strictObject({ kind: z.enum(budgetKinds), title: titleSchema, amount: amountSchema, source: sourceSchema })
  .meta({ id: 'ConsortiumBudgetLine' });
export type BudgetLine = z.infer<typeof budgetLineSchema>;

/** A line of the budget that dues pay, with the amount that a member pays for it. */
export const paidForSchema = z.strictObject({ kind: z.enum(budgetKinds), title: z.string(), amount: z.int() });
export type PaidFor = z.infer<typeof paidForSchema>;

const ofDues = (budget: readonly BudgetLine[], cost: string): BudgetLine[] =>
  budget.filter(({ source }) => source.from === 'dues' && source.cost === cost);

const sumOf = (lines: readonly Pick<BudgetLine, 'amount'>[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** Returns the costs that the lines of a budget paid by dues do not sum to, by name; none where there is no budget. */
export const costsOffBudget = (
  costs: Readonly<Record<string, number>>,
  budget: readonly BudgetLine[] | undefined,
): string[] => {
  if (budget === undefined) return [];
  const named = budget.flatMap(({ source }) => (source.from === 'dues' ? [source.cost] : []));
  return [...new Set([...Object.keys(costs), ...named])]
    .filter((cost) => costs[cost] !== sumOf(ofDues(budget, cost)))
    .toSorted(byId);
};

const sharedCosts = (part: Part): string[] => {
  if (part.kind === 'share') return part.takenOff ? [] : [part.cost];
  return 'parts' in part ? part.parts.flatMap(sharedCosts) : [];
};

/** Returns what the parts of a fee took of each cost; parts that share no cost, or several, are left out. */
const takenOfCosts = ({ parts }: Pick<Formula, 'parts'>, lines: readonly FeeLine[]): Map<string, number> => {
  const taken = new Map<string, number>();
  for (const part of parts) {
    const [cost, other] = sharedCosts(part);
    if (cost === undefined || other !== undefined) continue;
    const amount = sumOf(lines.filter(({ of, title }) => of === 'part' && title === part.title));
    if (amount > 0) taken.set(cost, (taken.get(cost) ?? 0) + amount);
  }
  return taken;
};

/**
 * Returns the lines of the budget that a member's fee pays, with their weights in it: each cost by what the fee took of it, and within
 * the cost its lines by their amounts. A fee that took no cost of the budget pays for all of its lines.
 */
export const weightsOfFee = (
  budget: readonly BudgetLine[],
  formula: Pick<Formula, 'parts'>,
  lines: readonly FeeLine[],
): { line: BudgetLine; weight: bigint }[] => {
  const paid = budget.filter(({ source, amount }) => source.from === 'dues' && amount > 0);
  const costs = [...new Set(paid.flatMap(({ source }) => (source.from === 'dues' ? [source.cost] : [])))];
  const taken = takenOfCosts(formula, lines);
  if (!costs.some((cost) => taken.has(cost))) return paid.map((line) => ({ line, weight: BigInt(line.amount) }));
  // A common denominator: the weights of a cost sum to what was taken of it, times the product of all costs.
  const wholes = new Map(costs.map((cost) => [cost, BigInt(sumOf(ofDues(budget, cost)))]));
  const product = [...wholes.values()].reduce((all, one) => all * one, 1n);
  return paid.flatMap((line) => {
    if (line.source.from !== 'dues') return [];
    const whole = wholes.get(line.source.cost) ?? 1n;
    const weight = (BigInt(line.amount) * BigInt(taken.get(line.source.cost) ?? 0) * product) / whole;
    return weight > 0n ? [{ line, weight }] : [];
  });
};

/** Returns what an amount of dues pays for, by weights: the amounts sum to it exactly. */
export const paidForBy = (amount: number, weights: ReturnType<typeof weightsOfFee>): PaidFor[] => {
  if (weights.length === 0) return [];
  const parts = splitExactly(
    BigInt(amount),
    new Map(weights.map(({ weight }, at) => [String(at).padStart(3, '0'), weight])),
  );
  return weights.map(({ line: { kind, title } }, at) => ({
    ...{ kind, title },
    amount: Number(parts.get(String(at).padStart(3, '0')) ?? 0n),
  }));
};
