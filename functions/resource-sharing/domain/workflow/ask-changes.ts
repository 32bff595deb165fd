import { claimsUnreturned } from '../charges/claims.ts';
import { type Answer, type Ask, type LoanRequest, needByPassed, nextSupplier } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import type { Row } from './find-row.ts';
import { nearOffer } from './near-offer.ts';
import { afterOpenMinutes, answerBy } from './timers.ts';
import type { Trigger } from './triggers.ts';

const ANSWERS: { readonly [T in Trigger]?: Answer } = {
  'will-supply': 'will-supply',
  unfilled: 'unfilled',
  loaned: 'loaned',
  'terms-offered': 'terms',
  'conditions-set': 'terms',
  'copy-supplied': 'copy',
};

/** The terms of the agreement: stated with the item, or offered before and accepted. */
const SETS_THE_TERMS: ReadonlySet<Trigger> = new Set([
  'ship',
  'loaned',
  'supply-copy',
  'copy-supplied',
  'check-in-damaged',
  'damage-claimed',
]);
/** Triggers by which the requester accepts the offer: on our side, or by a partner's message (C81). */
const AGREES: ReadonlySet<Trigger> = new Set(['agree-terms', 'terms-agreed', 'conditions-agreed']);
const OFFERS: ReadonlySet<Trigger> = new Set(['terms-offered', 'conditions-set', 'offer-terms']);
const ASKS_AGAIN: ReadonlySet<Trigger> = new Set(['agree-terms', 'retry-due']);

/** Completes an offer: a refusal of the requested service offers the other one, when it names none. */
export const meantBy = (request: LoanRequest, trigger: Trigger, context: TriggerContext): TriggerContext => {
  const { reason, terms } = context;
  const { service: asked } = request;
  if (!OFFERS.has(trigger) || reason !== 'ReqServTypeNotPossible' || terms?.service || asked === 'copy-or-loan')
    return context;
  return { ...context, terms: { ...terms, service: asked === 'loan' ? 'copy' : 'loan' } };
};

/** The late deliveries of a former supplier, and the steps that settle them. */
const CAME: { readonly [T in Trigger]?: NonNullable<Ask['cameAnyway']> } = {
  'item-came-anyway': 'item',
  'copy-came-anyway': 'copy',
};
export const SETTLES_LATE: ReadonlySet<Trigger> = new Set(['send-back', 'set-aside']);

const mustAnswerBy = ({ needBy, serviceLevel }: LoanRequest, { at, policy, open }: TriggerContext): string =>
  answerBy(at, serviceLevel, policy, { ...(needBy && { needBy }), ...(open && { open }) });

/** The maximum extension of the time to answer for a supplier that keeps expecting to supply, in multiples of it. */
const MOST_TIMES = 10;

/**
 * Returns the new deadline of a supplier that expects to supply, as a broker does with each library that it asks: its
 * full time again, up to ten times in all, never after the need-by date and never earlier than before.
 */
const mayAnswerBy = (request: LoanRequest, ask: Ask, context: TriggerContext): string => {
  const { at, policy } = context;
  if (needByPassed(request, at)) return ask.answerBy;
  const most = afterOpenMinutes(ask.askedAt, MOST_TIMES * policy.answerMinutes[request.serviceLevel]);
  const anew = mustAnswerBy(request, context);
  const until = Date.parse(most) < Date.parse(anew) ? most : anew;
  return Date.parse(until) > Date.parse(ask.answerBy) ? until : ask.answerBy;
};

/** Returns the supplier's deadline after the trigger, when the trigger changes it. */
const timeAfter = (request: LoanRequest, ask: Ask, trigger: Trigger, context: TriggerContext): string | undefined => {
  // Asked again on the agreed terms, the supplier has its full time again.
  if (ASKS_AGAIN.has(trigger)) return mustAnswerBy(request, context);
  return trigger === 'expected' || trigger === 'goes-on' ? mayAnswerBy(request, ask, context) : undefined;
};

/** Asks the next supplier of the rota under this id; unchanged when none is left. */
export function openAsk(request: LoanRequest, context: TriggerContext, askId: string): LoanRequest {
  const supplier = nextSupplier(request);
  if (supplier === undefined) return request;
  const ask: Ask = {
    ordinal: request.asks.length + 1,
    askId,
    supplierMember: supplier.member,
    ...(supplier.itemId === undefined ? {} : { itemId: supplier.itemId }),
    supplierState: 'request-received',
    askedAt: context.at,
    answerBy: mustAnswerBy(request, context),
    sent: { requester: 0, supplier: 0 },
    // The Request itself is the requester's first message, and the ask records its reception.
    seen: { requester: 0, supplier: 1 },
  };
  return { ...request, asks: [...request.asks, ask] };
}

/** The terms and service agreed after the trigger, from its details and the earlier offer. */
export function agreedBy(request: LoanRequest, trigger: Trigger, askId: string | undefined, context: TriggerContext) {
  const ask = request.asks.find((one) => one.askId === askId);
  const stated = SETS_THE_TERMS.has(trigger) && !claimsUnreturned(request, trigger, ask) ? context.terms : undefined;
  const taken = AGREES.has(trigger) ? ask?.offer : undefined;
  if (taken === undefined && stated === undefined) return {};
  const { reason: _reason, agreed: _agreed, afterRefusal: _refused, ...offered } = taken ?? {};
  return { terms: { ...request.terms, ...offered, ...stated }, ...(taken?.service && { service: taken.service }) };
}

/** Builds the current offer. Conditions of a promise arrive one by one (ReShare): each adds to the earlier ones. */
const offered = ({ offer }: Ask, trigger: Trigger, { terms, reason }: TriggerContext): NonNullable<Ask['offer']> => {
  const stated = { ...terms, ...(reason !== undefined && { reason }) };
  if (trigger !== 'conditions-set' || offer === undefined) return stated;
  const conditions = [...new Set([...(offer.conditions ?? []), ...(terms?.conditions ?? [])])];
  const cost = terms?.cost ?? offer.cost;
  return { ...stated, ...(conditions.length > 0 && { conditions }), ...(cost && { cost }) };
};

/** Resets a broker's ask after its library that had answered cannot supply: the next one has not answered yet. */
const withoutAnswer = ({ offer: _offer, answer: _answer, expectedAt: _expectedAt, ...ask }: Ask): Ask => ask;

/** Updates an ask by a trigger: its answer, its message numbers, its end. */
export function noteOnAsk(request: LoanRequest, ask: Ask, trigger: Trigger, row: Row, context: TriggerContext): Ask {
  const { side, at, sequence, reason } = context;
  const answer = side === 'requester' ? ANSWERS[trigger] : undefined;
  const { cameAnyway: came, ...settled } = trigger === 'goes-on' ? withoutAnswer(ask) : ask;
  const until = row.timer === 'answer-by' ? timeAfter(request, ask, trigger, context) : undefined;
  return {
    ...settled,
    ...(came !== undefined && !SETTLES_LATE.has(trigger) && { cameAnyway: came }),
    ...(OFFERS.has(trigger) && { offer: nearOffer(offered(ask, trigger, context), at) }),
    ...(AGREES.has(trigger) && ask.offer && { offer: { ...ask.offer, agreed: true as const } }),
    ...(until !== undefined && { answerBy: until }),
    ...(answer && { answer, answeredAt: ask.answeredAt ?? at }),
    ...(answer && reason !== undefined && { reason }),
    ...(CAME[trigger] && { cameAnyway: CAME[trigger] }),
    ...(row.closesAsk && { closedAt: at, outcome: row.closesAsk }),
    sent: row.message ? { ...ask.sent, [side]: ask.sent[side] + 1 } : ask.sent,
    seen: sequence === undefined ? ask.seen : { ...ask.seen, [side]: sequence },
  };
}
