import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { Service } from '../requests/request.ts';
import { candidateHistory, type LendingBalance } from './lending-balance.ts';
import type { Excluded } from './rota.ts';
import type { Candidate } from './rota-factors.ts';

/** What of a partner outside the rota judges: whether it supplies at all now, what, how fast and for how much. */
export type SupplyingPartner = {
  partnerId: string;
  supplies: boolean;
  /** Nobody is asked while it is. */
  paused: boolean;
  services: readonly ('loan' | 'copy')[];
  /** Days by post, one way; a copy takes none. */
  transitDays: number;
  /** What it asks for one loan or one copy; nothing where it is not said. */
  loanCost?: Money | undefined;
  copyCost?: Money | undefined;
  lastResort: boolean;
  /** To whose libraries it supplies (ISO 3166-1); none named: to all. */
  countries: readonly string[];
};

/**
 * What is asked of partners: which service, for a library in which country, and what may be spent on it; anything (`anyCost`)
 * while one only looks. Costs are compared in `currency`, the consortium’s.
 */
export type PartnerNeed = {
  service: Service;
  country: string;
  currency: string;
  maxCost?: Money | undefined;
  anyCost?: boolean;
};

/** Partners as candidates of the rota, with what each would cost (in its own currency), and those left out with the reason. */
export type PartnerCandidates = { candidates: Candidate[]; costs: Map<string, Money>; excluded: Excluded[] };

const serves = ({ services }: SupplyingPartner, service: Service): boolean =>
  service === 'copy-or-loan' || services.includes(service);

/** What a partner asks for the service; where either will do, the dearer of what it makes. */
const costOf = ({ services, loanCost, copyCost }: SupplyingPartner, service: Service): Money | undefined => {
  const asked = service === 'copy-or-loan' ? services : [service];
  const costs = asked.map((one) => (one === 'loan' ? loanCost : copyCost)).filter((cost) => cost !== undefined);
  return costs.filter(({ amount }) => amount > 0).toSorted((one, other) => other.amount - one.amount)[0];
};

// Nobody pays outside without having said how much; and what cannot be compared is taken as too dear.
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
 * Turns the terms of partners outside into candidates of the rota, each in its round behind the members. Left out, with the
 * reason, is who does not make the service or not for this country, and who asks more than may be spent: without a limit, whoever asks anything.
 * `balances` are the partners' counters by id, where they have any.
 */
export const partnerCandidates = (
  partners: readonly SupplyingPartner[],
  need: PartnerNeed,
  balances: ReadonlyMap<string, LendingBalance> = new Map(),
): PartnerCandidates => {
  const asked = partners.filter(({ supplies, paused }) => supplies && !paused);
  const made: PartnerCandidates = { candidates: [], costs: new Map(), excluded: [] };
  for (const partner of asked) {
    const { partnerId: member } = partner;
    const cost = costOf(partner, need.service);
    if (!serves(partner, need.service)) made.excluded.push({ member, reason: 'does-not-lend' });
    else if (!servesCountry(partner, need.country)) made.excluded.push({ member, reason: 'other-country' });
    else if (tooDear(cost, need)) made.excluded.push({ member, reason: 'cost-over-maximum' });
    else made.candidates.push(candidateOf(partner, cost, need, balances.get(member) ?? {}));
    if (cost) made.costs.set(member, cost);
  }
  return made;
};
