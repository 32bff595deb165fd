import { isPartner, placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { closest, supplyTerms } from '../rota/supply-terms.ts';
import type { SharingPolicy } from '../sharing-policy.ts';
import { partedCost } from './claims.ts';

/** What fees are asked by: the adopted policy of sharing, and the currency in which its fees are said. */
export type FeeRules = { policy: SharingPolicy; currency: string };

/** One supply: by which ask, from which branch (the supplier's, when known), and the cost that the supplier has named. */
export type Supply = {
  request: Pick<LoanRequest, 'pickupBranch' | 'maxCost'>;
  ask: Pick<Ask, 'supplierMember' | 'offer'>;
  what: 'loan' | 'copy';
  from?: string | undefined;
  statedCost?: Money | undefined;
};

/** A place of the supplier's that no branch is called, where it is not known from which one it supplies. */
const anywhere = (supplier: string): string => (isPartner(supplier) ? placeOfPartner(supplier) : `${supplier}.*`);

/** Whether two parties lend to each other as equals: in a group together. Without groups the members are one, without partners. */
const asEquals = ({ policy }: FeeRules, way: { from: string; to: string }): boolean => {
  const outside = isPartner(memberOfBranch(way.from)) || isPartner(memberOfBranch(way.to));
  const grouped = Object.keys(policy.reciprocalGroups).length > 0;
  return (grouped || !outside) && supplyTerms(policy, way).reciprocal;
};

const agreedCost = ({ offer }: Supply['ask']): Money | undefined => (offer?.agreed ? offer.cost : undefined);

/**
 * What a supply costs: what the supplier has named (with the item, or in terms that were agreed to), else the fee of the
 * policy that says most about the way. Nothing (undefined) within a reciprocal group, when the policy has it so.
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

// What nobody can compare (another currency) is taken as too dear: a person has to look at it.
const tooDear = (cost: Money, { request, ask }: Supply): boolean =>
  request.maxCost !== undefined && !within(cost, request.maxCost) && !within(cost, agreedCost(ask));

/**
 * The terms that a supplier must offer instead of supplying, because the cost is above what the requester pays at most and
 * nobody there has agreed to it; undefined when it may supply at once. For the trigger `offer-terms` (ISO 18626 reasonRetry).
 */
export const termsToOffer = (
  supply: Supply,
  rules: FeeRules,
): { reason: 'CostExceedsMaxCost'; terms: { cost: Money } } | undefined => {
  const cost = supplyCost(supply, rules);
  return cost && tooDear(cost, supply) ? { reason: 'CostExceedsMaxCost', terms: { cost } } : undefined;
};

/**
 * What is charged for a supply that was made: its cost, but never more than was agreed to or is paid at most. Of a partner
 * outside nothing is owed without either: the rest it can claim (claims.ts).
 */
export const chargedCost = (supply: Supply, rules: FeeRules): Money | undefined => {
  const cost = supplyCost(supply, rules);
  if (cost === undefined) return cost;
  if (isPartner(supply.ask.supplierMember)) return partedCost(cost, supply).owed;
  if (!tooDear(cost, supply)) return cost;
  const most = agreedCost(supply.ask) ?? supply.request.maxCost;
  return most && most.amount > 0 ? most : undefined;
};
