import type { Money } from '../../../../layers/kernel/money/money.ts';
import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import { type ActResult, nothingSoFar, settle, together } from '../workflow/act.ts';
import { apply } from '../workflow/apply.ts';
import type { TriggerContext } from '../workflow/context.ts';
import { NOTES, wantsReading } from '../workflow/notes.ts';
import { afterReceiving } from '../workflow/partner-state.ts';
import { refuse } from '../workflow/refusals.ts';
import type { AskOutcome, RequesterState } from '../workflow/states.ts';
import { TABLE } from '../workflow/transitions.ts';
import { MESSAGES, type MessageName, otherSide, type Trigger } from '../workflow/triggers.ts';
import { withAsk } from '../workflow/with-ask.ts';
import { type Message, type Particulars, particularsOf } from './message.ts';
import { asksForBetterCitation } from './not-found-as-cited.ts';
import { behindCancellation } from './pending-cancellation.ts';

/** Triggers of a supplier that acts after its ask has ended: it had not received the end, or acted before it. */
const ANYWAY: { readonly [N in MessageName]?: Trigger } = {
  Loaned: 'item-came-anyway',
  CopySupplied: 'copy-came-anyway',
  WillSupply: 'promised-anyway',
  ConditionsSet: 'promised-anyway',
};
const LET_GO: ReadonlySet<AskOutcome | undefined> = new Set([
  'unfilled',
  'timed-out',
  'withdrawn',
  'cancelled',
  'unreachable',
  'terms-refused',
]);
const triggerOf = (name: MessageName, { closedAt, outcome }: Ask): Trigger | 'opens-ask' =>
  (closedAt !== undefined && LET_GO.has(outcome) && ANYWAY[name]) || MESSAGES[name].trigger;

const SAYS_DUE: ReadonlySet<MessageName> = new Set(['Loaned', 'Renewed']);

/**
 * Returns the step of a supplier that states another due date than the known one, in any message: a renewal when one
 * was requested. Undefined for the known date, and for an earlier one, which may come from a late message.
 */
const redated = ({ state, due }: LoanRequest, { name, due: newDue }: ReceivedMessage): Trigger | undefined => {
  if (!SAYS_DUE.has(name) || newDue === undefined) return undefined;
  if (due !== undefined && Date.parse(newDue) <= Date.parse(due)) return undefined;
  if (state === 'renewal-asked') return 'renewed';
  const { on } = TABLE.requester[state];
  if (name === 'Renewed' && on.renewed) return 'renewed';
  return on['due-changed'] && 'due-changed';
};

/**
 * Messages that only a supplier that has shipped sends: received earlier, they show that its shipping message was lost.
 */
const AFTER_SHIPPING: ReadonlySet<MessageName> = new Set([
  'Overdue',
  'Recalled',
  'LoanCompleted',
  'CompletedWithoutReturn',
]);
const UNSHIPPED: ReadonlySet<RequesterState> = new Set([
  'asked',
  'will-supply',
  'terms-offered',
  'conditions-set',
  'retry-waiting',
  'cancel-pending',
]);
const missedShipping = ({ state, service }: LoanRequest, { closedAt }: Ask, name: MessageName): boolean =>
  AFTER_SHIPPING.has(name) && closedAt === undefined && UNSHIPPED.has(state) && service !== 'copy';

type Hearing = Pick<TriggerContext, 'at' | 'by' | 'policy'>;

const shippedBefore = (request: LoanRequest, received: ReceivedMessage, context: Hearing): ActResult => {
  const { askId, due } = received;
  const shipped = receive(request, { name: 'Loaned', askId, ...(due !== undefined && { due }) }, context);
  if ('refused' in shipped) return shipped;
  const then = receive(shipped.request, received, context);
  return 'refused' in then ? then : { ...then, facts: [...shipped.facts, ...then.facts] };
};

/** A partner's message: its name in the table, its ask, and its details. `promises`: it also promises to supply. */
export type ReceivedMessage = { name: MessageName; askId: string; promises?: true } & Particulars;

/**
 * Applies a promise that comes only with the refusal to cancel an unanswered request: first the promise, which would be
 * lost otherwise.
 */
const promisedBefore = (
  request: LoanRequest,
  { promises, ...received }: ReceivedMessage,
  context: Hearing,
): ActResult => {
  const isNew = behindCancellation(request)?.state === 'asked';
  const promise = isNew ? receive(request, { name: 'WillSupply', askId: received.askId }, context) : undefined;
  if (promise === undefined || 'refused' in promise) return receive(request, received, context);
  const then = receive(promise.request, received, context);
  return 'refused' in then ? then : together(promise, then);
};

const costsNoMore = (cost: Money | undefined, agreed: Money | undefined): boolean =>
  cost === undefined || (cost.currency === agreed?.currency && cost.amount <= agreed.amount);

/** Whether a supplier's promise only repeats agreed terms: all of them were agreed to before, here or by a retry. */
const saysAgain = ({ offer }: Ask, { name, terms }: ReceivedMessage): boolean => {
  if (name !== 'ConditionsSet' || !offer?.agreed || terms === undefined) return false;
  const { conditions = [], cost, ...more } = terms;
  const agreed = new Set(offer.conditions?.map((code) => code.toLowerCase()));
  const isKnown = conditions.every((code) => agreed.has(code.toLowerCase()));
  return isKnown && costsNoMore(cost, offer.cost) && Object.keys(more).length === 0;
};

/**
 * Messages that are notes only; and a refusal, after which the next library is asked automatically: its note stays in
 * the log.
 */
const NO_MORE_MESSAGES: ReadonlySet<MessageName> = new Set([
  ...(['SupplierWrites', 'RequesterWrites', 'Unfilled', 'GoesOn'] as const),
]);

/** Requests staff attention for a note in a message that moves something, as for a separate note. */
const withItsText = (result: ActResult, { name, askId, note }: ReceivedMessage, context: Hearing): ActResult => {
  if ('refused' in result || note === undefined || NO_MORE_MESSAGES.has(name) || !wantsReading(note)) return result;
  const noted = receive(result.request, { name: NOTES[MESSAGES[name].from].sends, askId, note }, context);
  return 'refused' in noted || noted.unchanged ? result : together(result, noted);
};

/**
 * Applies a partner's message on our side and records what it states about the partner's own state. `unchanged` when it
 * repeats the partner's last message. Refused, with nothing recorded, when our side's table has no row for it: late,
 * out of order, about a former ask (C79, C80, C85); an item shipped all the same is recorded. The caller recognises a
 * repeated older message by its number, because partners do not number messages.
 */
export function receive(request: LoanRequest, received: ReceivedMessage, context: Hearing): ActResult {
  const { name, askId, promises, ...carried } = received;
  if (promises) return promisedBefore(request, received, context);
  const { from } = MESSAGES[name];
  const ask = request.asks.find((one) => one.askId === askId);
  if (ask && saysAgain(ask, received)) return receive(request, { ...received, name: 'WillSupply' }, context);
  if (ask && asksForBetterCitation(request, ask, received, context.at)) {
    const offered = receive(request, { ...received, name: 'TermsOffered' }, context);
    if ('refused' in offered || offered.unchanged) return offered;
    const again = withAsk(offered.request, askId, (one) => ({ ...one, offer: { ...one.offer, afterRefusal: true } }));
    return { ...offered, request: again };
  }
  const newDate = ask?.closedAt === undefined ? redated(request, received) : undefined;
  const trigger = ask && (newDate ?? triggerOf(name, ask));
  if (!ask || !trigger || trigger === 'opens-ask' || isOurs(request, from, ask)) return refuse('no-such-ask');
  if (missedShipping(request, ask, name)) return shippedBefore(request, received, context);
  const side = otherSide(from);
  const sequence = ask.seen[side] + 1;
  const { requestId } = request;
  const message: Message = { name, requestId, askId, from, sequence, at: context.at, ...particularsOf(carried) };
  const { due } = carried;
  // Only the new date is used: the item keeps its identifiers here, and the supplier its state.
  const taken = newDate ? particularsOf({ due }) : particularsOf(carried);
  const about = { ...context, side, askId, sequence, ...taken };
  const noted = newDate
    ? { ...message, name: newDate === 'renewed' ? ('Renewed' as const) : NOTES.supplier.sends }
    : message;
  const first = apply(afterReceiving(request, noted), trigger, about);
  // A repeated message does not change the partner's known state either.
  if ('unchanged' in first && first.unchanged)
    return { ...nothingSoFar, request, timers: request.timers, unchanged: first.unchanged };
  return withItsText(settle(first, about, nothingSoFar), received, context);
}
