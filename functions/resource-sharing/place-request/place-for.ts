import { and, below } from '../../../layers/data/condition.ts';
import { key } from '../../../layers/data/keys.ts';
import { type LoanSources, loanSources } from '../../../layers/data/loan-candidates.ts';
import type { SharingStores } from '../../../layers/data/sharing-stores.ts';
import type { Write } from '../../../layers/data/write.ts';
import { refusalOf } from '../../../layers/domain/circulation/findings.ts';
import { limitFindings, owedLimit, standingFindings } from '../../../layers/domain/circulation/patron-checks.ts';
import type { Limit, PatronStanding } from '../../../layers/domain/circulation/patron-standing.ts';
import type { CirculationPolicies } from '../../../layers/domain/circulation/policies.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import type { Branch } from '../../../layers/domain/membership/branch.ts';
import {
  type LoanRequest,
  type NewLoanRequest,
  placeLoanRequest,
} from '../../../layers/domain/resource-sharing/request.ts';
import { buildRota, type Exclusion } from '../../../layers/domain/resource-sharing/rota.ts';
import type { SharingPolicy } from '../../../layers/domain/resource-sharing/sharing-policy.ts';
import { type RefusalOf, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import type { Ids } from '../../../layers/runtime/ids.ts';
import type { contract } from './contract.ts';

/** What the request's body wants. */
export type LoanWish = {
  recordId: string;
  pickupBranch: string;
  needBy?: string | undefined;
  serviceLevel: 'normal' | 'rush' | 'express';
};
type Code = keyof (typeof contract)['refusals'];
type Refusing = { refused: RefusalOf<Code>[] };
type Judged = { patron: PatronStanding; wish: LoanWish; rules: CirculationPolicies; branch: Branch; at: string };

const whyNot: Record<Exclusion, string> = {
  'is-requester': 'has the copy itself, for the patron to use there',
  'does-not-lend': 'does not lend its copy',
  'cost-over-maximum': 'costs more than is paid',
  'closed-past-need-by': 'is closed until after it is needed',
  'cannot-arrive-in-time': 'cannot deliver in time',
  'other-copy-preferred': 'has a copy that is asked for first',
};

const limitsOf = ({ blocks, loanRules }: CirculationPolicies): Limit[] => [
  { counter: 'holds', below: blocks.body.maxHolds },
  owedLimit(blocks.body.owedLimit, loanRules.body.currency),
];

/** Whether the patron may ask at all: card, blocks, holds and debts, as for a hold (C86). */
const patronRefusals = ({ patron, wish, rules, branch, at }: Judged): RefusalOf<Code>[] =>
  [
    ...standingFindings(patron, [memberOfBranch(wish.pickupBranch)], branch.calendar, at),
    ...limitFindings(patron, limitsOf(rules)).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' || check === 'owed-over-limit' ? [{ check, ...rest }] : [],
    ),
  ].flatMap((found) => (found.passed ? [] : [refusalOf(found)]));

const copyRefusals = ({ fillability, items }: LoanSources, { patron }: Judged): RefusalOf<Code>[] => {
  if (items.some(({ loan }) => loan?.patronId === patron.patronId)) {
    return [{ code: 'already-lent-to-patron', detail: 'The patron has a copy of this record.' }];
  }
  return fillability === 'hold' ? [{ code: 'hold-instead', detail: 'A copy is free: place a hold.' }] : [];
};

// The limit is a condition of the write itself: requests placed side by side do not pass it together.
const countWrite = (patronId: string, rules: CirculationPolicies): Write => ({
  update: key('patronStanding', { patronId }),
  add: { 'counters.holds': 1 },
  when: and(...limitsOf(rules).map(({ counter, below: limit }) => below(`counters.${counter}`, limit))),
});

/** The rota of a request: whom to ask, or for each member why not. */
const rotaFor = (sources: LoanSources, { patron: _, wish, at }: Judged, policy: SharingPolicy) => {
  const need = { requesterMember: memberOfBranch(wish.pickupBranch), at, ...(wish.needBy && { needBy: wish.needBy }) };
  return buildRota(sources.candidates, policy.rota, need);
};

type Stores = SharingStores & { newIds: Ids };

const judge = async (
  deps: Stores,
  patron: PatronStanding,
  wish: LoanWish,
  now: number,
): Promise<Refusing | (Judged & { sharing: SharingPolicy })> => {
  const at = iso(now);
  const [rules, branch, sharing] = await Promise.all([
    deps.rules(now),
    deps.branches.known(wish.pickupBranch, now),
    deps.sharing(now),
  ]);
  if (!rules) return refuse('no-policies', 'The consortium has not adopted its policies yet.');
  if (!branch?.pickup) return refuse('unknown-branch', 'Items cannot be collected there.', '/body/pickupBranch');
  if (wish.needBy !== undefined && Date.parse(wish.needBy) <= now) {
    return refuse('need-by-passed', 'That day has passed.', '/body/needBy');
  }
  const judged = { patron, wish, rules, branch, at };
  const refused = patronRefusals(judged);
  return refused.length > 0 ? { refused } : { ...judged, sharing };
};

/** Decides on a request and places it with its rota in one write: the limit and the one open request hold in it. */
export const placeFor = async (
  deps: Stores,
  patron: PatronStanding,
  wish: LoanWish,
  now: number,
): Promise<Refusing | { request: LoanRequest }> => {
  const judged = await judge(deps, patron, wish, now);
  if ('refused' in judged) return judged;
  const { rules, at, sharing } = judged;
  const borrower = { homeMember: patron.homeMember, category: patron.category };
  const need = { ...wish, borrower, policies: rules, sharing, now, at };
  const sources = await loanSources(deps, need);
  if (!sources) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  const refused = copyRefusals(sources, judged);
  if (refused.length > 0) return { refused };
  const rota = rotaFor(sources, judged, sharing);
  if (rota.entries.length === 0) {
    const reasons = rota.excluded.map(({ member, reason }) => ({
      code: 'no-supplier' as const,
      detail: `${member} ${whyNot[reason]}`,
      params: { member, why: reason },
    }));
    return reasons.length > 0 ? { refused: reasons } : refuse('no-supplier', 'No member has a copy that is lent.');
  }
  const wanted: NewLoanRequest = {
    requestId: deps.newIds.next('loan-request', now),
    kind: 'consortium-loan',
    recordId: sources.recordId,
    requesterMember: memberOfBranch(wish.pickupBranch),
    pickupBranch: wish.pickupBranch,
    serviceLevel: wish.serviceLevel,
    placedAt: at,
    rota: rota.entries,
    patronId: patron.patronId,
    ...(wish.needBy && { needBy: wish.needBy }),
  };
  const request = placeLoanRequest(wanted, sharing.timers);
  const outcome = await deps.requests.place(request, [countWrite(patron.patronId, rules)]);
  if (outcome === 'already-requested') return refuse('already-requested', 'An open request for this record stands.');
  return outcome === 'placed' ? { request } : refuse('too-many-holds', 'The patron has as many as allowed.');
};
