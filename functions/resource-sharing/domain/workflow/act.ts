import type { Message } from '../messages/message.ts';
import { hasRefused } from '../messages/not-found-as-cited.ts';
import { isOurs, type LoanRequest, type Timer } from '../requests/request.ts';
import { hasNextMember, rotaOfMembersEnded } from '../rota/member-rota.ts';
import { type ApplyResult, apply, deliver } from './apply.ts';
import type { TriggerContext } from './context.ts';
import type { LoanFact } from './move.ts';
import { afterSending } from './partner-state.ts';
import type { LoanRefusal } from './refusals.ts';
import { otherSide, type Side, type Trigger } from './triggers.ts';

/**
 * The result of a trigger on both sides: the request after it, the facts, the messages delivered within the consortium,
 * those (`outgoing`) for a partner, and the running timers.
 */
export type Acted = {
  request: LoanRequest;
  facts: LoanFact[];
  messages: Message[];
  outgoing: Message[];
  timers: Partial<Record<Side, Timer>>;
  unchanged?: 'already-applied';
};

/** Acted, or refused by either side. */
export type ActResult = Acted | { refused: LoanRefusal[] };

/** The results so far. */
type SoFar = Pick<Acted, 'facts' | 'messages' | 'outgoing'>;
export const nothingSoFar: SoFar = { facts: [], messages: [], outgoing: [] };

/** Carries the message of a trigger to the other side: delivered when it is ours, else queued for the partner. */
export function settle(result: ApplyResult, context: TriggerContext, before: SoFar): ActResult {
  if ('refused' in result) return result;
  const { request, message } = result;
  const soFar = { ...before, facts: [...before.facts, ...result.facts] };
  if (message === undefined) return { ...soFar, request, timers: request.timers };
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (message.name === 'Withdraw' && ask && hasRefused(ask)) return { ...soFar, request, timers: request.timers };
  if (!isOurs(request, otherSide(message.from), ask)) {
    const sent = afterSending(request, message);
    // The sender of a broadcast request receives a refusal only when no member is left.
    if (message.name === 'Unfilled' && hasNextMember(sent, context.at))
      return { ...soFar, request: sent, timers: sent.timers };
    const ended = message.name === 'Unfilled' ? rotaOfMembersEnded(sent) : sent;
    return { ...soFar, outgoing: [...soFar.outgoing, message], request: ended, timers: ended.timers };
  }
  const { at, by, policy } = context;
  const more = { ...soFar, messages: [...soFar.messages, message] };
  return settle(deliver(request, message, { at, by, policy }), context, more);
}

const unchangedAs = (first: ApplyResult, settled: ActResult): ActResult =>
  'unchanged' in first && first.unchanged && !('refused' in settled)
    ? { ...settled, unchanged: first.unchanged }
    : settled;

const SENDS: ReadonlySet<Trigger> = new Set(['ship', 'supply-copy']);

/** Whether a shipment refuses a pending cancellation; a partner waits for that answer, and receives it first (C80). */
const refusesCancel = (request: LoanRequest, trigger: Trigger, { askId }: TriggerContext): boolean => {
  const ask = request.asks.find((one) => one.askId === askId);
  return SENDS.has(trigger) && ask?.supplierState === 'cancel-requested' && !isOurs(request, 'requester', ask);
};

/** Combines the results of two steps. */
export const together = (first: Acted, second: Acted): Acted => ({
  ...second,
  facts: [...first.facts, ...second.facts],
  messages: [...first.messages, ...second.messages],
  outgoing: [...first.outgoing, ...second.outgoing],
});

/**
 * Applies a trigger and its effects: within the consortium the message and its answer are delivered in the same write,
 * so that the sides never diverge (C84); for a partner the message is queued. When one of our sides refuses, nothing
 * changes.
 */
export function act(request: LoanRequest, trigger: Trigger, context: TriggerContext): ActResult {
  if (refusesCancel(request, trigger, context)) {
    const { side, at, by, policy, askId = '' } = context;
    const refused = act(request, 'refuse-cancel', { side, at, by, policy, askId });
    const sent = 'refused' in refused ? refused : act(refused.request, trigger, context);
    return 'refused' in refused || 'refused' in sent ? sent : together(refused, sent);
  }
  const first = apply(request, trigger, context);
  return unchangedAs(first, settle(first, context, nothingSoFar));
}
