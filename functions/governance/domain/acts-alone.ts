import type { Alone } from '../../../layers/records/policies/domain/floors.ts';
import type { RuleChange } from './rule-proposal.ts';
import { changedNames } from './with-change.ts';

const amounts = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'lostProcessing', 'damageCharge'];

const amountsOf = ({ before, after }: RuleChange, name: string): unknown[] =>
  [before, after].flatMap((rule) => {
    const value = Object.entries(rule?.values ?? {}).find(([one]) => one === name)?.[1];
    return value === undefined ? [] : [value];
  });

/**
 * Returns whether one person may adopt changes alone: each changed value is one that the consortium names, or an amount that is small before and
 * after.
 */
export const actsAlone = (alone: Alone | undefined, changes: readonly RuleChange[]): boolean => {
  if (alone === undefined) return false;
  const named: readonly string[] = alone.values;
  const isSmall = (value: unknown): boolean => typeof value === 'number' && value <= alone.amountsUpTo;
  return changes.every((change) =>
    changedNames(change).every(
      (name) => named.includes(name) || (amounts.includes(name) && amountsOf(change, name).every(isSmall)),
    ),
  );
};
