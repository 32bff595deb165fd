import type { ChargeKind, OwedPosting } from '../../ledger/owed.ts';
import type { Money } from '../../money/money.ts';
import type { Acted } from '../act.ts';
import type { Terms } from '../message.ts';
import type { LoanFact } from '../move.ts';
import type { Ask, LoanRequest } from '../request.ts';
import type { Trigger } from '../triggers.ts';
import { chargedCost, type FeeRules } from './supply-cost.ts';

/** What a supplier can charge for in one ask, each once. */
export const charges = ['loan', 'copy', 'replacement', 'damage'] as const;
export type ChargeName = (typeof charges)[number];

const KINDS: Record<ChargeName, ChargeKind> = {
  loan: 'ill-loan-charged',
  copy: 'ill-copy-charged',
  replacement: 'ill-replacement-charged',
  damage: 'ill-damage-charged',
};

/** The steps that cost something. Both sides take part in each, so both names stand; with a partner we take only ours. */
const CHARGED_ON: { readonly [T in Trigger]?: ChargeName } = {
  ship: 'loan',
  loaned: 'loan',
  'supply-copy': 'copy',
  'copy-supplied': 'copy',
  'declare-lost': 'replacement',
  'closed-without-return': 'replacement',
  'accept-claim': 'damage',
  'claim-accepted': 'damage',
};

/** The id of a charge's entry in the ledger: it follows from request and ask, so that what is booked twice is booked once. */
export const chargeId = (requestId: string, askId: string, charge: ChargeName): string =>
  `ill-${requestId}-${askId}-${charge}`;

const branchOf = ({ by }: LoanFact, { supplierMember }: Ask): string | undefined =>
  by.kind === 'staff' && by.branch.startsWith(`${supplierMember}.`) ? by.branch : undefined;

type Step = { request: LoanRequest; fact: LoanFact; ask: Ask; said: Money | undefined };

const costOf = (charge: ChargeName, { request, fact, ask, said }: Step, rules: FeeRules): Money | undefined => {
  if (charge === 'loan' || charge === 'copy') {
    return chargedCost({ request, ask, what: charge, from: branchOf(fact, ask), said }, rules);
  }
  // A claim was said with the damaged check-in, and accepted by a person as it stands in the request.
  if (charge === 'damage') return request.terms?.cost;
  return said ?? { amount: rules.policy.replacementFee, currency: rules.currency };
};

function chargeOf(step: Step, rules: FeeRules): OwedPosting[] {
  const { request, fact, ask } = step;
  const charge = CHARGED_ON[fact.trigger];
  const cost = charge && costOf(charge, step, rules);
  if (charge === undefined || cost === undefined || cost.amount <= 0) return [];
  const { requestId, requesterMember: owes } = request;
  const about = { entryId: chargeId(requestId, ask.askId, charge), causeId: requestId, memo: charge };
  return [{ ...about, kind: KINDS[charge], at: fact.at, owes, owed: ask.supplierMember, ...cost }];
}

/**
 * What a step of a request charges the requester to its supplier: the fee when the item or the copy is sent, the replacement
 * when a loan is closed as lost, the amount of a claim for damage that is accepted. `said` is what the step itself carries.
 * Nothing for a step done before, and one posting where both sides take part in the step.
 */
export function chargesOf(
  { request, facts }: Pick<Acted, 'request' | 'facts'>,
  rules: FeeRules,
  said?: Terms,
): OwedPosting[] {
  const postings = new Map<string, OwedPosting>();
  for (const fact of facts) {
    const ask = request.asks.find(({ askId }) => askId === fact.askId);
    if (ask === undefined) continue;
    for (const posting of chargeOf({ request, fact, ask, said: said?.cost }, rules)) {
      if (!postings.has(posting.entryId)) postings.set(posting.entryId, posting);
    }
  }
  return [...postings.values()];
}

/** The charges that a step gives back, by their entries' ids: that for a copy of which nobody can make use. */
export const givenBack = ({ request, facts }: Pick<Acted, 'request' | 'facts'>): string[] =>
  facts.flatMap(({ trigger, askId }) => {
    if (trigger !== 'copy-unusable') return [];
    const ask = request.asks.findLast((one) => (askId === undefined ? one.answer === 'copy' : one.askId === askId));
    return ask ? [chargeId(request.requestId, ask.askId, 'copy')] : [];
  });
