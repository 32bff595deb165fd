import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { isId } from '../../../../layers/kernel/identity/id.ts';
import { placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { everybody } from '../../../catalogue/public/everybody.ts';
import { findRecord } from '../../../catalogue/public/find-record.ts';
import type { CirculationPolicies } from '../../../circulation/public/policies.ts';
import { ruleFor } from '../../../circulation/public/rule-for.ts';
import { findCited } from '../../../discovery/public/find-cited.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { CONSORTIUM } from '../../data/library-symbol-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import type { AskedByPartner } from '../../domain/iso18626/request-from-iso.ts';
import type { Terms } from '../../domain/messages/message.ts';
import { borrowerOf } from '../../domain/partners/partner-borrower.ts';
import { buildRota, type Rota, type RotaEntry } from '../../domain/rota/rota.ts';
import type { Candidate } from '../../domain/rota/rota-factors.ts';
import { whyNotLent } from '../../domain/rota/why-not-lent.ts';
import { type LoanSources, loanSources } from '../loan-candidates.ts';

/** An answer that needs no staff because it is certain: a refusal with its reason, or terms. */
export type Answer = { trigger: 'decline'; reason: string } | { trigger: 'offer-terms'; reason: string; terms: Terms };

/** The member that receives a partner's request, the record (if known), and the answer when it is certain. */
export type Answered = {
  supplier: RotaEntry;
  /** For a broadcast request: the other members that can be asked, in order. */
  others?: readonly RotaEntry[];
  recordId?: string;
  answer?: Answer;
};

/** A partner's request; `member` is the member that it named, or the consortium. `now` in epoch ms. */
export type PartnerRequest = { partner: StoredPartner; asked: AskedByPartner; member: string; now: number };

/** A supplier that was named, not chosen. */
const named = (member: string): RotaEntry => ({ member, score: 0, points: 0, factors: [] });

const declined = (member: string, reason: string, recordId?: string): Answered => ({
  supplier: named(member),
  ...(recordId !== undefined && { recordId }),
  answer: { trigger: 'decline', reason },
});

/** Numbers that identify a whole publication: when one of them is not found, the item is not held. */
const isIdentified = ({ isbn, issn, oclc, lccn, kind }: Citation): boolean => {
  const inJournals = kind === 'journal' || kind === 'article' || kind === 'other';
  return oclc !== undefined || lccn !== undefined || isbn !== undefined || (inJournals && issn !== undefined);
};

/** Finds the requested union record as the public sees it: what members hide is not lent to partners. */
const recordOf = async (deps: MessagingDeps, { asked, now }: PartnerRequest): Promise<string | undefined> => {
  const own = asked.supplierUniqueRecordId;
  if (own !== undefined && isId('record', own) && (await findRecord(deps.table, own))) return own;
  const { found } = await findCited(deps, asked.citation, { viewer: everybody, now });
  return found?.record.recordId;
};

/** The members whose copies qualify, scored by the rota: what is not lent can still be copied there. */
const inQuestion = ({ candidates }: LoanSources, { asked, member }: PartnerRequest): Candidate[] =>
  candidates
    .filter((candidate) => member === CONSORTIUM || candidate.member === member)
    .map((one) => (asked.service !== 'loan' && one.lends === 'no' ? { ...one, lends: 'on-request' } : one));

/** The item exceeds the maximum cost everywhere: the cheapest supplier states its cost. */
const onTerms = (candidates: readonly Candidate[], { excluded }: Rota, currency: string): Answered | undefined => {
  const dear = new Set(excluded.flatMap(({ member, reason }) => (reason === 'cost-over-maximum' ? [member] : [])));
  const [cheapest] = candidates
    .filter(({ member }) => dear.has(member))
    .toSorted((one, other) => one.cost - other.cost || (one.member < other.member ? -1 : 1));
  if (cheapest === undefined) return undefined;
  const { member, itemId, cost } = cheapest;
  const terms = { cost: { amount: cost, currency } };
  return {
    supplier: { ...named(member), ...(itemId !== undefined && { itemId }) },
    answer: { trigger: 'offer-terms', reason: 'CostExceedsMaxCost', terms },
  };
};

/** Whether its owner lends a copy at all: to its own patron of no particular category. */
const circulates = (item: ItemCirculation, policies: CirculationPolicies): boolean =>
  ruleFor(policies, item, item.branchId, { homeMember: item.memberId, category: '' }).values.lendable;

type Holding = { items: LoanSources['items']; member: string; policies: CirculationPolicies };

const whyNobody = ({ excluded }: Rota, { items, member, policies }: Holding): Answered => {
  const held = items.filter(({ memberId }) => member === CONSORTIUM || memberId === member);
  const owner = excluded[0]?.member ?? held[0]?.memberId ?? member;
  if (excluded.some(({ reason }) => reason !== 'does-not-lend')) return declined(owner, 'ReqDelDateNotPossible');
  const copies = held.map((item) => ({ state: item.state, circulates: circulates(item, policies) }));
  return declined(owner, whyNotLent(copies));
};

const amongHolders = async (
  deps: MessagingDeps,
  ask: PartnerRequest,
  recordId: string,
): Promise<Answered | undefined> => {
  const { partner, asked, member, now } = ask;
  const [policies, sharing] = await Promise.all([deps.rules(now), deps.sharing(now)]);
  if (!policies) return undefined;
  const [at, pickupBranch] = [iso(now), placeOfPartner(partner.partnerId)];
  const need = {
    recordId,
    pickupBranch,
    seenBy: everybody,
    borrower: borrowerOf(partner.partnerId),
    policies,
    sharing,
    now,
    at,
  };
  const sources = await loanSources(deps, need);
  if (!sources) return undefined;
  const candidates = inQuestion(sources, ask);
  const { currency } = policies.loanRules.body;
  const rota = buildRota(candidates, sharing.rota, {
    ...{ requesterMember: partner.partnerId, at, ...(asked.needBy !== undefined && { needBy: asked.needBy }) },
    ...(asked.maxCost?.currency === currency && { maxCost: asked.maxCost.amount }),
  });
  const [best, ...others] = rota.entries;
  const chosen = best
    ? { supplier: best, ...(member === CONSORTIUM && { others }) }
    : (onTerms(candidates, rota, currency) ?? whyNobody(rota, { items: sources.items, member, policies }));
  return { ...chosen, recordId: sources.recordId };
};

/**
 * Chooses the member that receives a partner's request, and the immediate answer when it is certain. A named member
 * also receives requests that the catalogue cannot decide; a broadcast request has no other reader.
 */
export const chooseSupplier = async (deps: MessagingDeps, ask: PartnerRequest): Promise<Answered> => {
  const { asked, member, now } = ask;
  if (asked.needBy !== undefined && Date.parse(asked.needBy) <= now) return declined(member, 'ReqDelDateNotPossible');
  const recordId = await recordOf(deps, ask);
  if (recordId === undefined) {
    if (isIdentified(asked.citation)) return declined(member, 'NotHeld');
    return member === CONSORTIUM ? declined(member, 'NotFoundAsCited') : { supplier: named(member) };
  }
  const judged = await amongHolders(deps, ask, recordId);
  if (judged) return judged;
  return member === CONSORTIUM ? declined(member, 'PolicyProblem', recordId) : { supplier: named(member), recordId };
};
