import type { Movement } from '../../../layers/records/policies/domain/movement.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationPolicies } from './policies.ts';
import { inScope } from './scope.ts';

/** What a transit would be for: a hold, or anything else. */
export type Errand = 'holds' | 'nonHolds';

/** Whether two branches are in one building, so that nothing travels between them on this errand (C14). A branch is with itself. */
export const areTogether = (
  { suppress }: Pick<Movement, 'suppress'>,
  one: string,
  other: string,
  on: Errand,
): boolean =>
  one === other ||
  suppress.some((group) => group[on] && group.branches.includes(one) && group.branches.includes(other));

/** The branches that share a building with this one on some errand, this one not among them. */
export const neighbours = ({ suppress }: Pick<Movement, 'suppress'>, branchId: string): string[] => [
  ...new Set(
    suppress.flatMap(({ branches }) => (branches.includes(branchId) ? branches.filter((id) => id !== branchId) : [])),
  ),
];

/**
 * The branch to which an item scanned at `here` belongs when no hold wants it (C17): its home, the branch that had it last
 * (`holding`), or where it is. The first rule of the policy that is about the item says which; home where none does.
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

/** The policies for a copy that is lent for one request alone: its owner agreed to that, so it floats nowhere and goes home. */
export const homeBound = ({ movement, ...policies }: CirculationPolicies): CirculationPolicies => ({
  ...policies,
  ...(movement && { movement: { ...movement, body: { ...movement.body, returns: [], floating: [] } } }),
});
