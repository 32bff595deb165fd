import type { TriggerContext } from './context.ts';
import { type Message, particularsOf } from './message.ts';
import { type Answer, type Ask, type LoanRequest, nextSupplier, type Step, type Timer } from './request.ts';
import type { Attention, RequesterState, SupplierState, Transition } from './states.ts';
import { answerBy, runsOutAt, TIMERS, type TimerName } from './timers.ts';
import { TABLE } from './transitions.ts';
import type { Side, Trigger } from './triggers.ts';

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
};

/** Only the supplier says which item is lent and until when; a barcode scanned on receipt is checked, never taken over. */
const SETS_THE_LOAN: ReadonlySet<Trigger> = new Set(['ship', 'loaned', 'accept-renewal', 'renewed']);

const withAsk = (request: LoanRequest, askId: string, change: (ask: Ask) => Ask): LoanRequest => ({
  ...request,
  asks: request.asks.map((ask) => (ask.askId === askId ? change(ask) : ask)),
});

/** The row of the table for a trigger in the present state of a side; undefined when there is none. */
export function findRow(request: LoanRequest, ask: Ask | undefined, side: Side, trigger: Trigger): Row | undefined {
  if (side === 'requester') {
    const row = TABLE.requester[request.state].on[trigger];
    return row && { ...row, from: request.state, moved: (before) => ({ ...before, state: row.to }) };
  }
  if (ask === undefined) return undefined;
  const row = TABLE.supplier[ask.supplierState].on[trigger];
  const moved = (before: LoanRequest): LoanRequest =>
    row ? withAsk(before, ask.askId, (old) => ({ ...old, supplierState: row.to })) : before;
  return row && { ...row, from: ask.supplierState, moved };
}

function openAsk(request: LoanRequest, context: TriggerContext, askId: string): LoanRequest {
  const supplier = nextSupplier(request);
  if (supplier === undefined) return request;
  const { needBy, serviceLevel } = request;
  const more = { ...(needBy && { needBy }), ...(context.open && { open: context.open }) };
  const ask: Ask = {
    ordinal: request.asks.length + 1,
    askId,
    supplierMember: supplier.member,
    ...(supplier.itemId === undefined ? {} : { itemId: supplier.itemId }),
    supplierState: 'request-received',
    askedAt: context.at,
    answerBy: answerBy(context.at, serviceLevel, context.policy, more),
    sent: { requester: 0, supplier: 0 },
    // The Request itself is the requester's first message, and the ask is its receipt.
    seen: { requester: 0, supplier: 1 },
  };
  return { ...request, asks: [...request.asks, ask] };
}

function timerFor(
  name: TimerName,
  request: LoanRequest,
  ask: Ask | undefined,
  { side, at, policy }: TriggerContext,
): Timer {
  const ends = name === 'answer-by' ? (ask?.answerBy ?? at) : runsOutAt(name, at, policy, request.due);
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

function withAttention(request: LoanRequest, side: Side, row: Row): LoanRequest {
  if (side === 'supplier' || (row.attention === undefined && row.from === row.to && !row.calms)) return request;
  const { attention: _, ...calm } = request;
  return row.attention === undefined ? calm : { ...calm, attention: row.attention };
}

/** What the ask learns from the trigger: the answer, the message numbers, its end. */
function noteOnAsk(ask: Ask, trigger: Trigger, row: Row, { side, at, sequence, reason }: TriggerContext): Ask {
  const answer = side === 'requester' ? ANSWERS[trigger] : undefined;
  return {
    ...ask,
    ...(answer && { answer, answeredAt: ask.answeredAt ?? at }),
    ...(answer && reason !== undefined && { reason }),
    ...(row.closesAsk && { closedAt: at, outcome: row.closesAsk }),
    sent: row.message ? { ...ask.sent, [side]: ask.sent[side] + 1 } : ask.sent,
    seen: sequence === undefined ? ask.seen : { ...ask.seen, [side]: sequence },
  };
}

function messageOf(request: LoanRequest, row: Row, ask: Ask | undefined, context: TriggerContext): Message | undefined {
  if (row.message === undefined || ask === undefined) return undefined;
  const { requestId } = request;
  const { side: from, at } = context;
  const { askId, sent } = ask;
  return { name: row.message, requestId, askId, from, sequence: sent[from], at, ...particularsOf(context) };
}

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

/** Carries out a transition that nothing speaks against. */
export function move(
  request: LoanRequest,
  trigger: Trigger,
  row: Row,
  askId: string | undefined,
  context: TriggerContext,
): Applied {
  const { reason: _, ...lent } = SETS_THE_LOAN.has(trigger) ? particularsOf(context) : {};
  const opened = trigger === 'ask' && askId !== undefined ? openAsk(request, context, askId) : request;
  const noted = askId === undefined ? opened : withAsk(opened, askId, (ask) => noteOnAsk(ask, trigger, row, context));
  const moved = { ...withAttention(row.moved(noted), context.side, row), ...lent };
  const ask = moved.asks.find((one) => one.askId === askId);
  const timer = row.timer && timerFor(row.timer, moved, ask, context);
  const step = stepOf(trigger, row, ask, context);
  const timed = withTimer(moved, context.side, timer, row.from === row.to);
  const message = messageOf(timed, row, ask, context);
  return {
    request: { ...timed, history: [...timed.history, step] },
    facts: [factOf(timed, step, ask, row)],
    ...(message && { message }),
    ...(timer && { timer }),
  };
}
