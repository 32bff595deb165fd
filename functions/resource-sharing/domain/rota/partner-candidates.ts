import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Service } from '../requests/request.ts';
import { candidateHistory, type LendingBalance } from './lending-balance.ts';
import type { Excluded } from './rota.ts';
import type { Candidate } from './rota-factors.ts';

/** The fields of a partner that the rota judges: whether it supplies at all now, what, how fast and at what cost. */
export type SupplyingPartner = {
  partnerId: string;
  supplies: boolean;
  /** A paused partner is not asked. */
  paused: boolean;
  services: readonly ('loan' | 'copy')[];
  /** Days by post, one way; none for a copy. */
  transitDays: number;
  /** Its price for one loan or one copy; absent when unknown. */
  loanCost?: Money | undefined;
  copyCost?: Money | undefined;
  lastResort: boolean;
  /** Countries that it supplies (ISO 3166-1); without any, all. */
  countries: readonly string[];
};

/**
 * The request to partners: its service, its country, and its maximum cost; any cost (`anyCost`) when only comparing.
 * Costs are compared in `currency`, the consortium’s.
 */
export type PartnerNeed = {
  service: Service;
  country: string;
  currency: string;
  maxCost?: Money | undefined;
  anyCost?: boolean;
};

/**
 * Partners as candidates of the rota, with the cost of each (in its own currency), and those excluded with the reason.
 */
export type PartnerCandidates = { candidates: Candidate[]; costs: Map<string, Money>; excluded: Excluded[] };

const serves = ({ services }: SupplyingPartner, service: Service): boolean =>
  service === 'copy-or-loan' || services.includes(service);

/** A partner's price for the service; when either will do, the higher one of those it offers. */
const costOf = ({ services, loanCost, copyCost }: SupplyingPartner, service: Service): Money | undefined => {
  const asked = service === 'copy-or-loan' ? services : [service];
  const costs = asked.map((one) => (one === 'loan' ? loanCost : copyCost)).filter((cost) => cost !== undefined);
  return costs.filter(({ amount }) => amount > 0).toSorted((one, other) => other.amount - one.amount)[0];
};

// A partner costs nothing without a maximum cost; a cost that cannot be compared counts as too high.
const tooDear = (cost: Money | undefined, { maxCost, anyCost = false }: PartnerNeed): boolean =>
  !anyCost &&
  cost !== undefined &&
  (maxCost === undefined || maxCost.currency !== cost.currency || cost.amount > maxCost.amount);

const servesCountry = ({ countries }: SupplyingPartner, country: string): boolean =>
  countries.length === 0 || countries.includes(country);

const candidateOf = (
  partner: SupplyingPartner,
  cost: Money | undefined,
  { service, currency }: PartnerNeed,
  balance: LendingBalance,
): Candidate => {
  const onlyCopies = service === 'copy' || !partner.services.includes('loan');
  return {
    member: partner.partnerId,
    tier: partner.lastResort ? 'last-resort' : 'partner',
    availableCopies: 0,
    lends: 'on-request',
    cost: cost?.currency === currency ? cost.amount : 0,
    transitDays: onlyCopies ? 0 : partner.transitDays,
    openMinutesNextDay: 0,
    history: candidateHistory(balance).history,
    reciprocal: false,
  };
};

/**
 * Turns partners into candidates of the rota, each in its round after the members. Excluded, with the reason, are
 * partners that are paused, without the service or for other countries, and those above the maximum cost; without a maximum, all that
 * charge. `balances` are the partners' counters by id, if any.
 */
export const partnerCandidates = (
  partners: readonly SupplyingPartner[],
  need: PartnerNeed,
  balances: ReadonlyMap<string, LendingBalance> = new Map(),
): PartnerCandidates => {
  const asked = partners.filter(({ supplies }) => supplies);
  const made: PartnerCandidates = { candidates: [], costs: new Map(), excluded: [] };
  for (const partner of asked) {
    const { partnerId: member } = partner;
    const cost = costOf(partner, need.service);
    if (partner.paused) made.excluded.push({ member, reason: 'not-supplying' });
    else if (!serves(partner, need.service)) made.excluded.push({ member, reason: 'does-not-lend' });
    else if (!servesCountry(partner, need.country)) made.excluded.push({ member, reason: 'other-country' });
    else if (tooDear(cost, need)) made.excluded.push({ member, reason: 'cost-over-maximum' });
    else made.candidates.push(candidateOf(partner, cost, need, balances.get(member) ?? {}));
    if (cost && !partner.paused) made.costs.set(member, cost);
  }
  return made;
};
