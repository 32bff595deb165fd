import type { ValueExplanation } from '../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { mayCome } from './copies.ts';
import { type Barrier, fillJudge } from './may-fill.ts';
import { type CirculationPolicies, ruleFor } from './policies.ts';

/** What the loan rules say of a hold: which of a copy's values decide whether, how many and for how long. */
const asked: readonly ValueExplanation['value'][] = [
  'lendable',
  'holdable',
  'requestOnly',
  'maxHolds',
  'holdShelfDays',
];

/** A copy as a hold sees it: whether it comes to a shelf at all, what stands in its way, and which rule won for each value. */
export type CopyForHold = { item: ItemCirculation; comes: boolean; barrier?: Barrier; values: ValueExplanation[] };

/** Why each of these copies may fill a hold, or may not (C26): those that may first. */
export const explainCopies = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
): CopyForHold[] => {
  const judge = fillJudge(policies, at);
  const borrower = { homeMember: hold.patronMember, category: hold.patronCategory };
  const copies = items.map((item): CopyForHold => {
    const barrier = judge(item, hold, item.currentBranch);
    const { explanations } = ruleFor(policies, item, hold.pickupBranch, borrower);
    return {
      ...{ item, comes: mayCome(item) },
      ...(barrier !== undefined && { barrier }),
      values: explanations.filter(({ value }) => asked.includes(value)),
    };
  });
  const rank = ({ comes, barrier }: CopyForHold): number => (barrier === undefined ? 0 : 2) + (comes ? 0 : 1);
  return copies.toSorted((one, other) => rank(one) - rank(other));
};
