import type { ValueExplanation } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { borrowerOf, type CirculationPolicies, ruleFor } from '../decisions/policies.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { type Barrier, fillJudge } from './may-fill.ts';

/** The loan rule values that matter to a hold: whether, how many and for how long a copy is lent. */
const asked: readonly ValueExplanation['value'][] = [
  'lendable',
  'holdable',
  'requestOnly',
  'maxHolds',
  'holdShelfDays',
];

/** A copy from the view of a hold: whether it will come to a shelf, what prevents its use, and which rule won for each value. */
export type CopyForHold = { item: ItemCirculation; comes: boolean; barrier?: Barrier; values: ValueExplanation[] };

/** Explains why each of these copies may or may not fill a hold (C26); usable copies first. */
export const explainCopies = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
): CopyForHold[] => {
  const judge = fillJudge(policies, at);
  const borrower = borrowerOf(hold);
  const copies = items.map((item): CopyForHold => {
    const barrier = judge(item, hold, item.currentBranch);
    const { explanations } = ruleFor(policies, item, hold.pickupBranch, borrower);
    return {
      ...{ item, comes: mayBecomeAvailable(item) },
      ...(barrier !== undefined && { barrier }),
      values: explanations.filter(({ value }) => asked.includes(value)),
    };
  });
  const rank = ({ comes, barrier }: CopyForHold): number => (barrier === undefined ? 0 : 2) + (comes ? 0 : 1);
  return copies.toSorted((one, other) => rank(one) - rank(other));
};
