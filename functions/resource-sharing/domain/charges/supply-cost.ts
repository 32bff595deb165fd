import { isPartner, placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { closest, supplyTerms } from '../rota/supply-terms.ts';
import type { SharingPolicy } from '../sharing-policy.ts';
import { partedCost } from './claims.ts';

/** The basis of fees: the adopted sharing policy, and the currency of its fees. */
export type FeeRules = { policy: SharingPolicy; currency: string };

/** One supply: its ask, its branch (the supplier's, when known), and the cost that the supplier has stated. */
export type Supply = {
  request: Pick<LoanRequest, 'pickupBranch' | 'maxCost'>;
  ask: Pick<Ask, 'supplierMember' | 'offer'>;
  what: 'loan' | 'copy';
  from?: string | undefined;
  statedCost?: Money | undefined;
};

/** A placeholder for an unknown branch of the supplier. */
const anywhere = (supplier: string): string => (isPartner(supplier) ? placeOfPartner(supplier) : `${supplier}.*`);

/** Whether two parties are in one reciprocal group. Without groups all members are one group, without partners. */
const asEquals = ({ policy }: FeeRules, way: { from: string; to: string }): boolean => {
  const outside = isPartner(memberOfBranch(way.from)) || isPartner(memberOfBranch(way.to));
  const grouped = Object.keys(policy.reciprocalGroups).length > 0;
  return (grouped || !outside) && supplyTerms(policy, way).reciprocal;
};

const agreedCost = ({ offer }: Supply['ask']): Money | undefined => (offer?.agreed ? offer.cost : undefined);

/**
 * Returns the cost of a supply: the supplier's (with the item, or in agreed terms), else the policy's most specific
 * fee. Undefined within a reciprocal group, when the policy makes it free.
 */
export const supplyCost = ({ request, ask, what, from, statedCost }: Supply, rules: FeeRules): Money | undefined => {
  const way = { from: from ?? anywhere(ask.supplierMember), to: request.pickupBranch };
  if (rules.policy.reciprocalFree && asEquals(rules, way)) return undefined;
  const fees = what === 'copy' ? rules.policy.copyFees : rules.policy.loanFees;
  const cost = statedCost ?? agreedCost(ask) ?? { amount: closest(fees, way)?.fee ?? 0, currency: rules.currency };
  return cost.amount > 0 ? cost : undefined;
};

const within = (cost: Money, limit: Money | undefined): boolean =>
  limit !== undefined && limit.currency === cost.currency && cost.amount <= limit.amount;

// A cost that cannot be compared (in another currency) counts as too high: staff decide.
const tooDear = (cost: Money, { request, ask }: Supply): boolean =>
  request.maxCost !== undefined && !within(cost, request.maxCost) && !within(cost, agreedCost(ask));

/**
 * Returns the terms that a supplier must offer instead of supplying, because the cost exceeds the requester's maximum
 * and nobody there has agreed to it; undefined when it may supply at once. For the trigger `offer-terms` (ISO 18626
 * reasonRetry).
 */
export const termsToOffer = (
  supply: Supply,
  rules: FeeRules,
): { reason: 'CostExceedsMaxCost'; terms: { cost: Money } } | undefined => {
  const cost = supplyCost(supply, rules);
  return cost && tooDear(cost, supply) ? { reason: 'CostExceedsMaxCost', terms: { cost } } : undefined;
};

/**
 * Returns the charge of a supply: its cost, limited to the agreed cost or the maximum. Without either, nothing is owed
 * to a partner: it can claim the rest (claims.ts).
 */
export const chargedCost = (supply: Supply, rules: FeeRules): Money | undefined => {
  const cost = supplyCost(supply, rules);
  if (cost === undefined) return cost;
  if (isPartner(supply.ask.supplierMember)) return partedCost(cost, supply).owed;
  if (!tooDear(cost, supply)) return cost;
  const most = agreedCost(supply.ask) ?? supply.request.maxCost;
  return most && most.amount > 0 ? most : undefined;
};
