import { askOfClaim, DECIDES_COST } from '../charges/claims.ts';
import { type Message, particularsOf } from '../messages/message.ts';
import { type Ask, currentAsk, type LoanRequest } from '../requests/request.ts';
import { meantBy, SETTLES_LATE } from './ask-changes.ts';
import type { TriggerContext } from './context.ts';
import { findRow } from './find-row.ts';
import { type Applied, move } from './move.ts';
import { type LoanRefusal, refuse, refuseByGuard, refuseByService, refuseByState, refuseTimer } from './refusals.ts';
import { MESSAGES, otherSide, TRIGGERS, type Trigger } from './triggers.ts';

/** Applied, or refused with reasons. */
export type ApplyResult = Applied | { refused: LoanRefusal[] };

/** Whether the side's last step was this trigger with the same particulars: a button pressed or a task run twice. */
function justDone(request: LoanRequest, trigger: Trigger, { side, askId, reason, itemId }: TriggerContext): boolean {
  const last = request.history.findLast((step) => step.side === side);
  if (last?.trigger !== trigger || last.note !== reason) return false;
  if (askId !== undefined && last.askId !== askId) return false;
  return itemId === undefined || itemId === request.itemId;
}

/** Whether a message was received before, or is older than a later one about the same ask (C85). */
const overtaken = (ask: Ask, { side, sequence }: TriggerContext): boolean =>
  sequence !== undefined && sequence <= ask.seen[side];

function refuseNewAsk(request: LoanRequest, { askId }: TriggerContext): ApplyResult | undefined {
  if (askId === undefined) return refuse('ask-missing');
  const open = currentAsk(request);
  if (open?.askId === askId) return { request, facts: [], unchanged: 'already-applied' };
  if (open) return refuse('ask-open');
  return request.asks.some((ask) => ask.askId === askId) ? refuse('ask-id-used') : undefined;
}

/** The triggers that are accepted for an ended ask. */
const ABOUT_FORMER: ReadonlySet<Trigger> = new Set([
  ...SETTLES_LATE,
  ...DECIDES_COST,
  ...(['item-came-anyway', 'copy-came-anyway', 'promised-anyway', 'supplier-wrote', 'contradicted'] as const),
  ...(['undelivered', 'delivered-late', 'failed-message-settled'] as const),
]);

/** The refusals of a message or a supplier's trigger before the table is consulted. */
function refuseAbout(
  request: LoanRequest,
  trigger: Trigger,
  ask: Ask | undefined,
  context: TriggerContext,
): ApplyResult | undefined {
  if ((SETTLES_LATE.has(trigger) || DECIDES_COST.has(trigger)) && ask === undefined) return undefined;
  if (context.askId !== undefined && ask === undefined) return refuse('no-such-ask');
  const isMessage = TRIGGERS[trigger].source === 'message';
  if (ask === undefined) return isMessage || context.side === 'supplier' ? refuse('ask-missing') : undefined;
  if (isMessage && context.askId === undefined) return refuse('ask-missing');
  if (isMessage && context.sequence === undefined) return refuse('sequence-missing');
  if (isMessage && overtaken(ask, context)) return { request, facts: [], unchanged: 'already-applied' };
  // Only the requester closes an ask; messages about a former one change nothing (C80).
  if (context.side === 'supplier' || ask.closedAt === undefined || ABOUT_FORMER.has(trigger)) return undefined;
  return justDone(request, trigger, context)
    ? { request, facts: [], unchanged: 'already-applied' }
    : refuse('ask-closed');
}

/** Finds the ask of a trigger: the named one, the open one, or the one with a late arrival or a claim. */
function askOf(request: LoanRequest, trigger: Trigger, { askId, side }: TriggerContext): Ask | undefined {
  if (SETTLES_LATE.has(trigger)) return request.asks.find(({ cameAnyway }) => cameAnyway !== undefined);
  if (DECIDES_COST.has(trigger)) return askOfClaim(request);
  if (askId === undefined && side === 'requester') return currentAsk(request);
  return request.asks.find((ask) => ask.askId === askId);
}

/**
 * Applies one trigger on one side by the table: returns the request after it, the facts, the message for the other side
 * and the timer to start; or the refusal. Repeated and obsolete messages, a button pressed twice and an old timer
 * change nothing; an answer counts only for the ask that it names, while that is open (C79, C80, C84, C85).
 */
export function apply(request: LoanRequest, trigger: Trigger, given: TriggerContext): ApplyResult {
  const context = meantBy(request, trigger, given);
  const ask = askOf(request, trigger, context);
  const before = trigger === 'ask' ? refuseNewAsk(request, context) : refuseAbout(request, trigger, ask, context);
  if (before) return before;
  const notTimely = refuseTimer(request, trigger, context);
  if (notTimely) return refuse(notTimely);
  const row = findRow(request, ask, trigger, context);
  if (row === undefined) {
    const twice = justDone(request, trigger, context);
    return twice
      ? { request, facts: [], unchanged: 'already-applied' }
      : refuse(refuseByState(request, ask, context.side));
  }
  const lacking = refuseByService(request, row.wants) ?? refuseByGuard(request, trigger, context);
  return lacking
    ? refuse(lacking)
    : move(request, trigger, row, trigger === 'ask' ? context.askId : ask?.askId, context);
}

/** Applies a message on its receiving side; for `Request` the ask exists already. */
export function deliver(
  request: LoanRequest,
  message: Message,
  context: Pick<TriggerContext, 'at' | 'by' | 'policy'>,
): ApplyResult {
  const { trigger } = MESSAGES[message.name];
  if (trigger === 'opens-ask') return { request, facts: [], unchanged: 'already-applied' };
  const { askId, sequence } = message;
  const side = otherSide(message.from);
  return apply(request, trigger, { ...context, side, askId, sequence, ...particularsOf(message) });
}
