import type { Floors } from '../../../layers/records/policies/domain/floors.ts';
import { ownBoundOf } from '../../../layers/records/policies/domain/own-values.ts';
import { isOwnAmount } from './own-part.ts';
import type { RuleChange, RuleProposal } from './rule-proposal.ts';
import { changedNames } from './with-change.ts';

const amounts = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'lostProcessing', 'damageCharge'];

type Change = { before?: { values: object } | undefined; after: { values: object } };

const amountsOf = ({ before, after }: Change, name: string): unknown[] =>
  [before, after].flatMap((rule) => {
    const value = Object.entries(rule?.values ?? {}).find(([one]) => one === name)?.[1];
    return value === undefined ? [] : [value];
  });

/**
 * Returns whether one person may adopt changes alone: each changed value is one that the consortium names, or an amount that is small before and
 * after.
 */
export const actsAlone = (
  floors: Floors | undefined,
  { changes, own }: Pick<RuleProposal, 'changes' | 'own'>,
): boolean => {
  const { amountsUpTo = 0, values: named = [] } = floors?.alone ?? {};
  const isSmall = (value: unknown): boolean => typeof value === 'number' && value <= amountsUpTo;
  const areSmall = (change: Change, name: string): boolean => amountsUpTo > 0 && amountsOf(change, name).every(isSmall);
  const ruleAlone = (change: RuleChange): boolean =>
    changedNames(change).every(
      (name) => (named as readonly string[]).includes(name) || (amounts.includes(name) && areSmall(change, name)),
    );
  if (!own) return floors?.alone !== undefined && changes.every(ruleAlone);
  const change = { before: { id: '', values: own.before }, after: { id: '', values: own.after } };
  return changedNames(change).every(
    (name) =>
      ownBoundOf(floors, own.kind, name)?.alone === true || (isOwnAmount(own.kind, name) && areSmall(change, name)),
  );
};
