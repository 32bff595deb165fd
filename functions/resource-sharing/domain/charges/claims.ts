import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Terms } from '../messages/message.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { TABLE } from '../workflow/transitions.ts';
import type { Trigger } from '../workflow/triggers.ts';
import type { ClaimedCharge, CostClaim } from './cost-claim.ts';

type Paying = { request: Pick<LoanRequest, 'maxCost'>; ask: Pick<Ask, 'offer'> };

/**
 * Divides a partner's cost: what is owed at once, within the maximum or the agreed cost, and what it can only claim.
 * Nothing is owed without either, nor in a currency that cannot be compared. Minor units.
 */
export const partedCost = ({ amount, currency }: Money, { request, ask }: Paying): { owed: Money; claimed: Money } => {
  const limits = [request.maxCost, ask.offer?.agreed ? ask.offer.cost : undefined];
  const most = Math.max(0, ...limits.map((limit) => (limit?.currency === currency ? limit.amount : 0)));
  const owed = Math.min(amount, most);
  return { owed: { amount: owed, currency }, claimed: { amount: amount - owed, currency } };
};

const SUPPLIED: { readonly [T in Trigger]?: ClaimedCharge } = { loaned: 'loan-claim', 'copy-supplied': 'copy-claim' };

/** Whether a partner claims damage of an item that is not returned by our state: a claim, and no step of the loan. */
export const claimsUnreturned = (
  { state }: Pick<LoanRequest, 'state'>,
  trigger: Trigger,
  ask: Ask | undefined,
): boolean =>
  trigger === 'damage-claimed' &&
  isPartner(ask?.supplierMember ?? '') &&
  TABLE.requester[state].on[trigger]?.outside !== undefined;

const claimBy = (request: LoanRequest, trigger: Trigger, ask: Ask, cost: Money | undefined): CostClaim | undefined => {
  const { askId, supplierMember } = ask;
  if (!isPartner(supplierMember)) return undefined;
  if (trigger === 'closed-without-return') return { charge: 'replacement', askId, ...(cost && { cost }) };
  if (claimsUnreturned(request, trigger, ask)) return cost && { charge: 'damage', askId, cost };
  const charge = SUPPLIED[trigger];
  const { claimed } = charge && cost ? partedCost(cost, { request, ask }) : {};
  return charge && claimed && claimed.amount > 0 ? { charge, askId, cost: claimed } : undefined;
};

/** The claims that a step settles: the item is returned, or the copy is unusable. */
const SETTLED: { readonly [T in Trigger]?: ClaimedCharge } = {
  completed: 'replacement',
  'confirm-home': 'replacement',
  'copy-unusable': 'copy-claim',
  // After its return by our state, it is claimed again, and decided then.
  'damage-claimed': 'damage',
};
const DECIDED: { readonly [T in Trigger]?: NonNullable<CostClaim['decided']> } = {
  'accept-cost': 'accepted',
  'refuse-cost': 'refused',
};

/**
 * The claims of a request after a trigger: the partner's new ones, and those decided by staff or settled by the step.
 */
export const claimsAfter = (
  request: LoanRequest,
  trigger: Trigger,
  askId: string | undefined,
  terms: Terms | undefined,
): CostClaim[] => {
  const claims = request.claims ?? [];
  const decided = DECIDED[trigger];
  if (decided) return claims.map((claim) => ({ decided, ...claim }));
  const ask = request.asks.find((one) => one.askId === askId);
  const fresh = ask && claimBy(request, trigger, ask, terms?.cost);
  const settled = fresh ? undefined : SETTLED[trigger];
  const left = claims.map((claim) => (claim.charge === settled ? { decided: 'refused' as const, ...claim } : claim));
  const isKnown = fresh && left.some((one) => one.charge === fresh.charge && one.askId === fresh.askId);
  return fresh && !isKnown ? [...left, fresh] : left;
};

/** The steps by which staff decide claims. */
export const DECIDES_COST: ReadonlySet<Trigger> = new Set(['accept-cost', 'refuse-cost']);

type Claimed = Pick<LoanRequest, 'claims' | 'asks'>;
const openClaims = ({ claims = [] }: Pick<LoanRequest, 'claims'>): CostClaim[] =>
  claims.filter(({ decided }) => decided === undefined);

/** Finds the ask with an undecided claim, open or ended; without a claim the open one. */
export const askOfClaim = (request: Claimed): Ask | undefined => {
  const [first] = openClaims(request);
  return request.asks.find(({ askId, closedAt }) => (first ? askId === first.askId : closedAt === undefined));
};

/** The total of undecided claims; undefined without an amount, or with several currencies. */
export const openCost = (request: Pick<LoanRequest, 'claims'>): Money | undefined => {
  const costs = openClaims(request).flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (!first || costs.some(({ currency }) => currency !== first.currency)) return undefined;
  return { amount: costs.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
};

/** Whether a partner has an undecided claim. */
export const hasOpenClaim = (request: Pick<LoanRequest, 'claims'>): boolean => openClaims(request).length > 0;
