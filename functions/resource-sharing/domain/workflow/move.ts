import { claimsAfter, openCost } from '../charges/claims.ts';
import { type Message, type Particulars, particularsOf, type Terms } from '../messages/message.ts';
import { behindCancellation } from '../messages/pending-cancellation.ts';
import { type Ask, isOurs, type LoanRequest, type Step, type Timer } from '../requests/request.ts';
import { agreedBy, noteOnAsk, openAsk } from './ask-changes.ts';
import type { TriggerContext } from './context.ts';
import type { Row } from './find-row.ts';
import { withAttention } from './needs-attention.ts';
import type { Attention } from './states.ts';
import { timerFor, withTimer } from './step-timer.ts';
import { withStickyAttention } from './sticky-attention.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';
import { withAsk } from './with-ask.ts';

/** The published fact of one step; without the patron. */
export type LoanFact = Step & {
  fact: 'loan-request-moved';
  requestId: string;
  recordId: string;
  requesterMember: string;
  supplierMember?: string;
  attention?: Attention;
};

/** The request after a trigger. `unchanged`: the trigger had been applied before. */
export type Applied = {
  request: LoanRequest;
  facts: LoanFact[];
  message?: Message;
  timer?: Timer;
  unchanged?: 'already-applied';
};

/** Only the supplier sets the lent item and its due date; a barcode scanned on receipt is checked, never stored. */
const SETS_THE_LOAN: ReadonlySet<Trigger> = new Set(['ship', 'loaned', 'accept-renewal', 'renewed', 'due-changed']);
/** The loan details of a step; a new due date ends a recall. */
const lentBy = ({ recalledTo }: LoanRequest, trigger: Trigger, { itemId, barcode, due }: TriggerContext) => {
  if (SETS_THE_LOAN.has(trigger)) return particularsOf({ itemId, barcode, due });
  const to = trigger === 'recalled' ? (due ?? recalledTo) : recalledTo;
  return to === undefined ? {} : { recalledTo: to };
};
const SETS_THE_COPY: ReadonlySet<Trigger> = new Set(['supply-copy', 'copy-supplied', 'deliver-copy']);
/** A new copy replaces that of an earlier supplier, also when it comes without a document. */
const NEW_COPY: ReadonlySet<Trigger> = new Set(['copy-supplied']);
function messageOf(
  { requestId }: LoanRequest,
  row: Row,
  ask: Ask | undefined,
  { side: from, at }: TriggerContext,
  particulars: Particulars,
): Message | undefined {
  if (row.message === undefined || ask === undefined) return undefined;
  const { askId, sent } = ask;
  return { name: row.message, requestId, askId, from, sequence: sent[from], at, ...particularsOf(particulars) };
}

/** Adds the details of a step's message: a refusal of a cost states the cost. */
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

/** Stores what a partner's message leaves to staff: an end of the loan to confirm, costs to decide. */
function leftToPersons(request: LoanRequest, trigger: Trigger, row: Row, askId: string | undefined, terms?: Terms) {
  const { reportedEnd, claims: _, ...rest } = request;
  const isOver = row.closesAsk !== undefined || trigger === 'confirm-lost';
  const end = row.reportedEnd ?? (isOver ? undefined : reportedEnd);
  const claims = claimsAfter(request, trigger, askId, terms);
  return { ...rest, ...(end && { reportedEnd: end }), ...(claims.length > 0 && { claims }) };
}

/** Carries out a permitted transition. */
export function move(
  request: LoanRequest,
  trigger: Trigger,
  row: Row,
  askId: string | undefined,
  given: TriggerContext,
): Applied {
  const context = row.reason === undefined ? given : { reason: row.reason, ...given };
  const lent = lentBy(request, trigger, context);
  const copied = SETS_THE_COPY.has(trigger) ? particularsOf({ documentId: context.documentId }) : {};
  const opened = trigger === 'ask' && askId !== undefined ? openAsk(request, context, askId) : request;
  const before = leftToPersons(opened, trigger, row, askId, context.terms);
  const noted =
    askId === undefined ? before : withAsk(before, askId, (ask) => noteOnAsk(before, ask, trigger, row, context));
  const {
    holdsReturn,
    recalledTo: _,
    documentId: former,
    ...free
  } = withAttention(row.moved(noted), row, askId, context);
  const retained = former !== undefined && !NEW_COPY.has(trigger) && { documentId: former };
  const held = row.holdsReturn ?? holdsReturn;
  const agreed = agreedBy(noted, trigger, askId, context);
  const made: LoanRequest = { ...free, ...retained, ...(held && { holdsReturn: held }), ...lent, ...copied, ...agreed };
  const moved = context.side === 'requester' ? withStickyAttention(made) : made;
  const ask = moved.asks.find((one) => one.askId === askId);
  // Terms restored by a refused cancellation lapse at their original time.
  const since =
    row.timer === 'terms-by' && trigger === 'cancel-refused' ? behindCancellation(request)?.since : undefined;
  const counted = since === undefined ? context : { ...context, at: since };
  // A partner has its own timers: its delays trigger no step on its behalf.
  const timer = row.timer && isOurs(moved, context.side, ask) ? timerFor(row.timer, moved, ask, counted) : undefined;
  const step = stepOf(trigger, row, ask, context);
  const timed = withTimer(moved, context.side, timer, row.from === row.to);
  // An automatic answer carries no details of the message that it answers.
  const carried = TRIGGERS[trigger].source === 'message' ? particularsOf({}) : saying(request, row, context);
  const message = messageOf(timed, row, ask, context, carried);
  return {
    request: { ...timed, history: [...timed.history, step] },
    facts: [factOf(timed, step, ask, row)],
    ...(message && { message }),
    ...(timer && { timer }),
  };
}
