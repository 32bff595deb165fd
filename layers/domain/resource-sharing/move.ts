import { behindCancel } from './behind-cancel.ts';
import { claimsAfter, hasOpenClaim, openCost } from './charges/claims.ts';
import type { TriggerContext } from './context.ts';
import { type Message, type Particulars, particularsOf, type Terms } from './message.ts';
import { NOTE_RECEIVED, READ_AWAY } from './notes.ts';
import { type Answer, type Ask, isOurs, type LoanRequest, nextSupplier, type Step, type Timer } from './request.ts';
import { withStanding } from './standing.ts';
import type { Attention, RequesterState, SupplierState, Transition } from './states.ts';
import { answerBy, runsOutAt, TIMERS, type TimerName } from './timers.ts';
import { TABLE } from './transitions.ts';
import { otherSide, type Side, TRIGGERS, type Trigger } from './triggers.ts';

/** The published fact of one step; without the patron. */
export type LoanFact = Step & {
  fact: 'loan-request-moved';
  requestId: string;
  recordId: string;
  requesterMember: string;
  supplierMember?: string;
  attention?: Attention;
};

/** The request after a trigger. `unchanged` says that the trigger had been applied before. */
export type Applied = {
  request: LoanRequest;
  facts: LoanFact[];
  message?: Message;
  timer?: Timer;
  unchanged?: 'already-applied';
};

/** A row of the table found for a request: where it starts, and how the state is put into the request. */
export type Row = Transition<RequesterState | SupplierState> & {
  from: RequesterState | SupplierState;
  moved: (request: LoanRequest) => LoanRequest;
};

const ANSWERS: { readonly [T in Trigger]?: Answer } = {
  'will-supply': 'will-supply',
  unfilled: 'unfilled',
  loaned: 'loaned',
  'terms-offered': 'terms',
  'conditions-set': 'terms',
  'copy-supplied': 'copy',
};

/** Only the supplier says which item is lent and until when; a barcode scanned on receipt is checked, never taken over. */
const SETS_THE_LOAN: ReadonlySet<Trigger> = new Set(['ship', 'loaned', 'accept-renewal', 'renewed', 'due-changed']);
const SETS_THE_COPY: ReadonlySet<Trigger> = new Set(['supply-copy', 'copy-supplied', 'deliver-copy']);
/** What is sent now takes the place of what another supplier sent before, also where it comes without a document. */
const NEW_COPY: ReadonlySet<Trigger> = new Set(['copy-supplied']);
/** What the two agreed on: said with the item, or offered before and agreed to. */
const SETS_THE_TERMS: ReadonlySet<Trigger> = new Set([
  'ship',
  'loaned',
  'supply-copy',
  'copy-supplied',
  'check-in-damaged',
  'damage-claimed',
]);
/** The requester takes what was offered: said at our side, or heard from a partner outside (C81). */
const AGREES: ReadonlySet<Trigger> = new Set(['agree-terms', 'terms-agreed', 'conditions-agreed']);
const OFFERS: ReadonlySet<Trigger> = new Set(['terms-offered', 'conditions-set', 'offer-terms']);
const ASKS_AGAIN: ReadonlySet<Trigger> = new Set(['agree-terms', 'retry-due']);

/** An offer as it is meant: "not in this way" means in the other one, where it names none. */
export const meantBy = (request: LoanRequest, trigger: Trigger, context: TriggerContext): TriggerContext => {
  const { reason, terms } = context;
  const { service: asked } = request;
  if (!OFFERS.has(trigger) || reason !== 'ReqServTypeNotPossible' || terms?.service || asked === 'copy-or-loan')
    return context;
  return { ...context, terms: { ...terms, service: asked === 'loan' ? 'copy' : 'loan' } };
};

/** What a supplier sends although it is asked no more, and the steps by which that is over. */
const CAME: { readonly [T in Trigger]?: NonNullable<Ask['cameAnyway']> } = {
  'item-came-anyway': 'item',
  'copy-came-anyway': 'copy',
};
export const SETTLES_LATE: ReadonlySet<Trigger> = new Set(['send-back', 'set-aside']);

const withAsk = (request: LoanRequest, askId: string, change: (ask: Ask) => Ask): LoanRequest => ({
  ...request,
  asks: request.asks.map((ask) => (ask.askId === askId ? change(ask) : ask)),
});

type Read = { request: LoanRequest; ask: Ask | undefined; side: Side; trigger: Trigger; at: string };

/** The row as it holds here: a partner's word may weigh less, and a cost that is not decided on keeps from the end. */
const asItHolds = <S extends string>(row: Transition<S> | undefined, { request, ask, side, trigger, at }: Read) => {
  if (row === undefined) return undefined;
  const { outside, unpaid, early, back, ...plain } = row;
  const stood = back && behindCancel(request)?.state;
  if (stood && back[stood]) return back[stood];
  const { retryAfter } = ask?.offer ?? {};
  if (early && retryAfter !== undefined && Date.parse(at) < Date.parse(retryAfter)) return early;
  if (outside && !isOurs(request, otherSide(side), ask)) return outside;
  const claims = claimsAfter(request, trigger, ask?.askId, undefined);
  return unpaid && hasOpenClaim({ claims }) ? unpaid : plain;
};

/** The row of the table for a trigger in the present state of a side; undefined when there is none. */
export function findRow(
  request: LoanRequest,
  ask: Ask | undefined,
  trigger: Trigger,
  { side, at }: Pick<TriggerContext, 'side' | 'at'>,
): Row | undefined {
  if (side === 'requester') {
    const row = asItHolds(TABLE.requester[request.state].on[trigger], { request, ask, side, trigger, at });
    return row && { ...row, from: request.state, moved: (before) => ({ ...before, state: row.to }) };
  }
  if (ask === undefined) return undefined;
  const row = asItHolds(TABLE.supplier[ask.supplierState].on[trigger], { request, ask, side, trigger, at });
  const moved = (before: LoanRequest): LoanRequest =>
    row ? withAsk(before, ask.askId, (old) => ({ ...old, supplierState: row.to })) : before;
  return row && { ...row, from: ask.supplierState, moved };
}

const mustAnswerBy = ({ needBy, serviceLevel }: LoanRequest, { at, policy, open }: TriggerContext): string =>
  answerBy(at, serviceLevel, policy, { ...(needBy && { needBy }), ...(open && { open }) });

function openAsk(request: LoanRequest, context: TriggerContext, askId: string): LoanRequest {
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
    // The Request itself is the requester's first message, and the ask is its receipt.
    seen: { requester: 0, supplier: 1 },
  };
  return { ...request, asks: [...request.asks, ask] };
}

/** When a timer ends. Terms stand at least for as long as the supplier says, and from when it says a while longer. */
function endOf(
  name: TimerName,
  request: LoanRequest,
  ask: Ask | undefined,
  { at, policy }: Pick<TriggerContext, 'at' | 'policy'>,
): string {
  if (name === 'answer-by') return ask?.answerBy ?? at;
  const { retryAfter, retryBefore } = ask?.offer ?? {};
  if (name === 'retry-at') return retryAfter ?? at;
  const ends = runsOutAt(name, at, policy, request.due);
  if (name !== 'terms-by') return ends;
  const more = [retryBefore, retryAfter && runsOutAt(name, retryAfter, policy)];
  return more.reduce<string>((latest, one) => (one && Date.parse(one) > Date.parse(latest) ? one : latest), ends);
}

function timerFor(
  name: TimerName,
  request: LoanRequest,
  ask: Ask | undefined,
  { side, at, policy }: TriggerContext,
): Timer {
  const ends = endOf(name, request, ask, { at, policy });
  const about = ask === undefined || ask.closedAt !== undefined ? {} : { askId: ask.askId };
  return { side, name, trigger: TIMERS[name], at: ends, ...about };
}

/** A state change ends the side's timer; a trigger that leaves the state leaves its timer running. */
function withTimer(request: LoanRequest, side: Side, timer: Timer | undefined, stays: boolean): LoanRequest {
  if (timer) return { ...request, timers: { ...request.timers, [side]: timer } };
  if (stays) return request;
  const { [side]: _, ...others } = request.timers;
  return { ...request, timers: others };
}

type Attentive = { attention?: Attention };

/** A note stands behind whatever calls for a person already, and until staff of ours go on: others do not read it for them. */
const noteWaits = ({ attention }: Attentive, row: Row, { by }: TriggerContext): boolean => {
  if (row.attention !== undefined && READ_AWAY.has(row.attention))
    return attention !== undefined && attention !== NOTE_RECEIVED;
  if (row.calms === NOTE_RECEIVED) return !READ_AWAY.has(attention);
  return attention !== undefined && READ_AWAY.has(attention) && row.attention === undefined && by.kind !== 'staff';
};

const attentive = <T extends Attentive>(one: T, row: Row, context: TriggerContext): T => {
  if (noteWaits(one, row, context)) return one;
  if (row.attention === undefined && row.from === row.to && !row.calms) return one;
  const { attention: _, ...calm } = one;
  return (row.attention === undefined ? calm : { ...calm, attention: row.attention }) as T;
};

function withAttention(
  request: LoanRequest,
  row: Row,
  askId: string | undefined,
  context: TriggerContext,
): LoanRequest {
  if (context.side === 'requester') return attentive(request, row, context);
  return askId === undefined ? request : withAsk(request, askId, (ask) => attentive(ask, row, context));
}

/** What the two sides are agreed on after the trigger, out of what it carries and what was offered before. */
function agreedBy(request: LoanRequest, trigger: Trigger, askId: string | undefined, context: TriggerContext) {
  const offer = request.asks.find((ask) => ask.askId === askId)?.offer;
  const said = SETS_THE_TERMS.has(trigger) ? context.terms : undefined;
  const taken = AGREES.has(trigger) ? offer : undefined;
  if (taken === undefined && said === undefined) return {};
  const { reason: _reason, agreed: _agreed, ...offered } = taken ?? {};
  return { terms: { ...request.terms, ...offered, ...said }, ...(taken?.service && { service: taken.service }) };
}

/** What the ask learns from the trigger: the answer, the message numbers, its end. */
function noteOnAsk(request: LoanRequest, ask: Ask, trigger: Trigger, row: Row, context: TriggerContext): Ask {
  const { side, at, sequence, reason, terms } = context;
  const answer = side === 'requester' ? ANSWERS[trigger] : undefined;
  const { cameAnyway: came, ...settled } = ask;
  return {
    ...(SETTLES_LATE.has(trigger) || came === undefined ? settled : ask),
    ...(OFFERS.has(trigger) && { offer: { ...terms, ...(reason !== undefined && { reason }) } }),
    ...(AGREES.has(trigger) && ask.offer && { offer: { ...ask.offer, agreed: true as const } }),
    // Asked again on the agreed terms, the supplier has its time anew.
    ...(ASKS_AGAIN.has(trigger) && row.timer === 'answer-by' && { answerBy: mustAnswerBy(request, context) }),
    ...(answer && { answer, answeredAt: ask.answeredAt ?? at }),
    ...(answer && reason !== undefined && { reason }),
    ...(CAME[trigger] && { cameAnyway: CAME[trigger] }),
    ...(row.closesAsk && { closedAt: at, outcome: row.closesAsk }),
    sent: row.message ? { ...ask.sent, [side]: ask.sent[side] + 1 } : ask.sent,
    seen: sequence === undefined ? ask.seen : { ...ask.seen, [side]: sequence },
  };
}

function messageOf(
  { requestId }: LoanRequest,
  row: Row,
  ask: Ask | undefined,
  { side: from, at }: TriggerContext,
  said: Particulars,
): Message | undefined {
  if (row.message === undefined || ask === undefined) return undefined;
  const { askId, sent } = ask;
  return { name: row.message, requestId, askId, from, sequence: sent[from], at, ...particularsOf(said) };
}

/** What is said with a step: who refuses a cost says which. */
const saying = (before: LoanRequest, { message }: Row, context: TriggerContext): TriggerContext => {
  const cost = message === 'CostRefused' ? openCost(before) : undefined;
  return cost ? { ...context, terms: { cost } } : context;
};

function stepOf(trigger: Trigger, row: Row, ask: Ask | undefined, { at, by, side, reason }: TriggerContext): Step {
  const about = ask === undefined ? {} : { askId: ask.askId };
  return {
    at,
    by,
    side,
    ...about,
    trigger,
    from: row.from,
    to: row.to,
    ...(reason === undefined ? {} : { note: reason }),
  };
}

function factOf(request: LoanRequest, step: Step, ask: Ask | undefined, row: Row): LoanFact {
  const { requestId, recordId, requesterMember } = request;
  const { attention } = row;
  const supplier = ask === undefined ? {} : { supplierMember: ask.supplierMember };
  const about = { requestId, recordId, requesterMember, ...supplier, ...(attention && { attention }) };
  return { fact: 'loan-request-moved', ...about, ...step };
}

/** What a partner's word leaves to a person: an end of the loan to be confirmed, costs to be decided on. */
function leftToPersons(request: LoanRequest, trigger: Trigger, row: Row, askId: string | undefined, terms?: Terms) {
  const { saidEnd, claims: _, ...rest } = request;
  const isOver = row.closesAsk !== undefined || trigger === 'confirm-lost';
  const end = row.saidEnd ?? (isOver ? undefined : saidEnd);
  const claims = claimsAfter(request, trigger, askId, terms);
  return { ...rest, ...(end && { saidEnd: end }), ...(claims.length > 0 && { claims }) };
}

/** Carries out a transition that nothing speaks against. */
export function move(
  request: LoanRequest,
  trigger: Trigger,
  row: Row,
  askId: string | undefined,
  context: TriggerContext,
): Applied {
  const { itemId, barcode, due, documentId } = context;
  const lent = SETS_THE_LOAN.has(trigger) ? particularsOf({ itemId, barcode, due }) : {};
  const copied = SETS_THE_COPY.has(trigger) ? particularsOf({ documentId }) : {};
  const opened = trigger === 'ask' && askId !== undefined ? openAsk(request, context, askId) : request;
  const before = leftToPersons(opened, trigger, row, askId, context.terms);
  const noted =
    askId === undefined ? before : withAsk(before, askId, (ask) => noteOnAsk(before, ask, trigger, row, context));
  const { holdsReturn, documentId: former, ...free } = withAttention(row.moved(noted), row, askId, context);
  const kept = former !== undefined && !NEW_COPY.has(trigger) && { documentId: former };
  const held = row.holdsReturn ?? holdsReturn;
  const agreed = agreedBy(noted, trigger, askId, context);
  const made: LoanRequest = { ...free, ...kept, ...(held && { holdsReturn: held }), ...lent, ...copied, ...agreed };
  const moved = context.side === 'requester' ? withStanding(made) : made;
  const ask = moved.asks.find((one) => one.askId === askId);
  // Terms to which a refused cancellation leads back lapse when they would have.
  const since = row.timer === 'terms-by' && trigger === 'cancel-refused' ? behindCancel(request)?.since : undefined;
  const counted = since === undefined ? context : { ...context, at: since };
  // A partner outside keeps its own time: what it does not do in time is nothing that we do in its name.
  const timer = row.timer && isOurs(moved, context.side, ask) ? timerFor(row.timer, moved, ask, counted) : undefined;
  const step = stepOf(trigger, row, ask, context);
  const timed = withTimer(moved, context.side, timer, row.from === row.to);
  // What answers the other side by itself says nothing of what that said.
  const said = TRIGGERS[trigger].source === 'message' ? particularsOf({}) : saying(request, row, context);
  const message = messageOf(timed, row, ask, context, said);
  return {
    request: { ...timed, history: [...timed.history, step] },
    facts: [factOf(timed, step, ask, row)],
    ...(message && { message }),
    ...(timer && { timer }),
  };
}
