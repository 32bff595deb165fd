import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';

/**
 * The cost that a supplier asks above the maximum, so that an agreement must name a higher one; undefined when none must
 * be named: what is free, or within the maximum, or already agreed to.
 */
export const costOverMaximum = ({
  asks,
  maxCost: limit,
}: {
  asks: readonly Ask[];
} & Pick<LoanRequest, 'maxCost'>): Money | undefined => {
  const { cost, agreed } = asks.find(({ closedAt }) => closedAt === undefined)?.offer ?? {};
  if (cost === undefined || agreed || limit === undefined || cost.amount === 0) return undefined;
  return cost.currency === limit.currency && cost.amount <= limit.amount ? undefined : cost;
};
