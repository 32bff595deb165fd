import type { Movement } from '../../../../layers/records/policies/domain/movement.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { inScope } from '../decisions/scope.ts';

/** The purpose of a transit: a hold, or anything else. */
export type Errand = 'holds' | 'nonHolds';

/**
 * Returns whether two branches are in one building, so that nothing travels between them for this errand (C14). True for a branch and
 * itself.
 */
export const areTogether = (
  { suppress }: Pick<Movement, 'suppress'>,
  one: string,
  other: string,
  on: Errand,
): boolean =>
  one === other ||
  suppress.some((group) => group[on] && group.branches.includes(one) && group.branches.includes(other));

/** Returns the other branches that share a building with this one for some errand. */
export const neighbours = ({ suppress }: Pick<Movement, 'suppress'>, branchId: string): string[] => [
  ...new Set(
    suppress.flatMap(({ branches }) => (branches.includes(branchId) ? branches.filter((id) => id !== branchId) : [])),
  ),
];

/**
 * Returns the branch to which an item scanned at `here` goes when no hold wants it (C17): its home, the branch that had it last
 * (`holding`), or where it is. The first matching rule of the policy decides; home without one.
 */
export const returnBranch = (
  { returns }: Pick<Movement, 'returns'>,
  item: ItemCirculation,
  here: string,
): { to: string; rule: 'home' | 'holding' | 'none' } => {
  const rule = returns.find(({ items }) => inScope(items, item))?.to ?? 'home';
  const to = { home: item.branchId, holding: item.currentBranch, none: here }[rule];
  return { to, rule };
};

/** Returns the policies for a copy that is lent for one request only: it does not float and goes home. */
export const homeBound = ({ movement, ...policies }: CirculationPolicies): CirculationPolicies => ({
  ...policies,
  ...(movement && { movement: { ...movement, body: { ...movement.body, returns: [], floating: [] } } }),
});
