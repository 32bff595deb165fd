import type { Exception } from '../../../../layers/records/policies/domain/exceptions.ts';
import type { Floors } from '../../../../layers/records/policies/domain/floors.ts';
import type { LoanRules, RuleValueName } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { type ResolvedValues, resolveLoanRule, ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { LendingCase } from '../../../../layers/records/policies/domain/specificity.ts';

/** The values that the matrix shows of each pair of item type and patron category. */
export const matrixValues = [
  'lendable',
  'requestOnly',
  'holdable',
  'loanPeriod',
  'renewals',
  'maxLoans',
  'maxHolds',
  'finePerDay',
  'finePerHour',
  'graceDays',
  'fineCap',
  'lostCharge',
  'holdShelfDays',
] as const satisfies RuleValueName[];
export type MatrixValue = (typeof matrixValues)[number];

/** The values that several pairs share, each with the id of its rule. */
export type MatrixOutcome = { values: Pick<ResolvedValues, MatrixValue>; from: Record<MatrixValue, string> };

/** The matrix of one library's items at one desk: `cells` has for each item type the outcome of each patron category, by number. */
export type LoanRuleMatrix = { outcomes: MatrixOutcome[]; cells: { itemCategory: string; outcomes: number[] }[] };

type Asked = {
  place: Omit<LendingCase, 'itemCategory' | 'patronCategory'>;
  itemTypes: readonly string[];
  patronCategories: readonly string[];
  exceptions?: readonly Exception[];
};

const pick = <T>(of: (name: MatrixValue) => T): Record<MatrixValue, T> =>
  Object.fromEntries(matrixValues.map((name) => [name, of(name)])) as Record<MatrixValue, T>;

/** Resolves the loan rule of every pair of item type and patron category at a place. Equal outcomes are returned once. */
export const loanRuleMatrix = (
  body: LoanRules,
  floors: Floors | undefined,
  { place, itemTypes, patronCategories, exceptions }: Asked,
): LoanRuleMatrix => {
  const known = new Map<string, number>();
  const outcomes: MatrixOutcome[] = [];
  const outcomeOf = (itemCategory: string, patronCategory: string): number => {
    const resolved = resolveLoanRule(body, floors, { ...place, itemCategory, patronCategory }, exceptions);
    const values = pick((name) => resolved.values[name]) as MatrixOutcome['values'];
    const outcome = { values, from: pick((name) => ruleOf(resolved, name)) };
    const text = JSON.stringify(outcome);
    const number = known.get(text) ?? outcomes.push(outcome) - 1;
    known.set(text, number);
    return number;
  };
  const cells = itemTypes.map((itemCategory) => ({
    itemCategory,
    outcomes: patronCategories.map((patronCategory) => outcomeOf(itemCategory, patronCategory)),
  }));
  return { outcomes, cells };
};

/** Returns the names that rules use for a condition, besides those that are listed. */
export const namedIn = (
  { rules }: LoanRules,
  condition: 'itemCategory' | 'patronCategory',
  listed: readonly string[],
): string[] => [...new Set([...listed, ...rules.flatMap(({ when }) => when[condition] ?? [])])];
