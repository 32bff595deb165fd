import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { ChargeKind, OwedPosting } from '../../../../layers/records/ledger/domain/owed.ts';
import type { Terms } from '../messages/message.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import type { Acted } from '../workflow/act.ts';
import type { LoanFact } from '../workflow/move.ts';
import type { Trigger } from '../workflow/triggers.ts';
import { chargedCost, type FeeRules } from './supply-cost.ts';

/** The charges that a supplier can make for one ask, each once. */
export const charges = ['loan', 'copy', 'replacement', 'damage', 'loan-claim', 'copy-claim'] as const;
export type ChargeName = (typeof charges)[number];

const KINDS: Record<ChargeName, ChargeKind> = {
  loan: 'ill-loan-charged',
  copy: 'ill-copy-charged',
  replacement: 'ill-replacement-charged',
  damage: 'ill-damage-charged',
  'loan-claim': 'ill-loan-charged',
  'copy-claim': 'ill-copy-charged',
};

/** The steps with a cost. Both sides take part in each, so both names are listed; with a partner only ours is taken. */
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

/** The id of a charge's ledger entry: derived from request and ask, so that a repeated booking is one entry. */
export const chargeId = (requestId: string, askId: string, charge: ChargeName): string =>
  `ill-${requestId}-${askId}-${charge}`;

const branchOf = ({ by }: LoanFact, { supplierMember }: Ask): string | undefined =>
  by.kind === 'staff' && by.branch.startsWith(`${supplierMember}.`) ? by.branch : undefined;

type Step = { request: LoanRequest; fact: LoanFact; ask: Ask; statedCost: Money | undefined };

const costOf = (charge: ChargeName, { request, fact, ask, statedCost }: Step, rules: FeeRules): Money | undefined => {
  if (charge === 'loan' || charge === 'copy') {
    return chargedCost({ request, ask, what: charge, from: branchOf(fact, ask), statedCost }, rules);
  }
  // The claim came with the damaged check-in, and staff accepted it as it is in the request.
  if (charge === 'damage') return request.terms?.cost;
  return statedCost ?? { amount: rules.policy.replacementFee, currency: rules.currency };
};

const posted = (charge: ChargeName, cost: Money, { request, fact, ask }: Omit<Step, 'statedCost'>): OwedPosting[] => {
  if (cost.amount <= 0) return [];
  const { requestId, requesterMember: owes } = request;
  const about = { entryId: chargeId(requestId, ask.askId, charge), causeId: requestId, memo: charge };
  return [{ ...about, kind: KINDS[charge], at: fact.at, owes, owed: ask.supplierMember, ...cost }];
};

/** The partner's claims that staff accepted; a replacement without a price costs the policy's fee. */
const acceptedClaims = (request: LoanRequest, fact: LoanFact, { policy, currency }: FeeRules): OwedPosting[] =>
  (request.claims ?? []).flatMap(({ charge, askId, cost, decided }) => {
    const ask = request.asks.find((one) => one.askId === askId);
    if (decided !== 'accepted' || ask === undefined) return [];
    return posted(charge, cost ?? { amount: policy.replacementFee, currency }, { request, fact, ask });
  });

function chargeOf(step: Step, rules: FeeRules): OwedPosting[] {
  const { fact, ask } = step;
  // Only a partner reports the item lost: it claims, and staff accept.
  if (fact.trigger === 'closed-without-return' && isPartner(ask.supplierMember)) return [];
  const charge = CHARGED_ON[fact.trigger];
  const cost = charge && costOf(charge, step, rules);
  return charge && cost ? posted(charge, cost, step) : [];
}

/**
 * Returns the charges of a step from the requester to its supplier: the fee when the item or the copy is sent, the
 * replacement when a loan is closed as lost, the amount of an accepted damage claim. `terms` are the terms of the step.
 * None for a repeated step, and one posting when both sides take part in the step.
 */
export function chargesOf(
  { request, facts }: Pick<Acted, 'request' | 'facts'>,
  rules: FeeRules,
  terms?: Terms,
): OwedPosting[] {
  const postings = new Map<string, OwedPosting>();
  for (const fact of facts) {
    const ask = request.asks.find(({ askId }) => askId === fact.askId);
    const made = ask ? chargeOf({ request, fact, ask, statedCost: terms?.cost }, rules) : [];
    const accepted = fact.trigger === 'accept-cost' ? acceptedClaims(request, fact, rules) : [];
    for (const posting of [...made, ...accepted]) {
      if (!postings.has(posting.entryId)) postings.set(posting.entryId, posting);
    }
  }
  return [...postings.values()];
}

/** Returns the ids of the charges that a step refunds: that of an unusable copy. */
export const refundedCharges = ({ request, facts }: Pick<Acted, 'request' | 'facts'>): string[] =>
  facts.flatMap(({ trigger, askId }) => {
    if (trigger !== 'copy-unusable') return [];
    const ask = request.asks.findLast((one) => (askId === undefined ? one.answer === 'copy' : one.askId === askId));
    const names = ask && isPartner(ask.supplierMember) ? (['copy', 'copy-claim'] as const) : (['copy'] as const);
    return ask ? names.map((charge) => chargeId(request.requestId, ask.askId, charge)) : [];
  });
