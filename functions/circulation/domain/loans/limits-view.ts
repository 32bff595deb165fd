import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';

/** Returns what a patron has of each limit of the consortium. Takes the fines that open loans have accrued. */
export const limitsOf = (
  { counters }: Pick<PatronStatus, 'counters'>,
  { blocks, loanRules }: Pick<CirculationPolicies, 'blocks' | 'loanRules'>,
  accrued: readonly Money[],
) => {
  const { maxLoans, maxHolds, owedLimit, accruedFines, perGroup } = blocks.body;
  const { currency } = loanRules.body;
  const fines = accrued.reduce((sum, one) => sum + (one.currency === currency ? one.amount : 0), 0);
  return {
    loans: { has: counters.loans, most: maxLoans },
    holds: { has: counters.holds, most: maxHolds },
    owed: { has: counters.owed + (accruedFines === 'count' ? fines : 0), most: owedLimit, currency },
    groups: Object.entries(perGroup).map(([group, most]) => ({ group, has: counters.perGroup[group] ?? 0, most })),
  };
};
