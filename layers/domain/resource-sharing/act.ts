import { type ApplyResult, apply, deliver } from './apply.ts';
import type { TriggerContext } from './context.ts';
import type { Message } from './message.ts';
import type { LoanFact } from './move.ts';
import type { LoanRefusal } from './refusals.ts';
import type { LoanRequest, Timer } from './request.ts';
import type { Side, Trigger } from './triggers.ts';

/** Both sides after one act: what was said between them, and the timers that now run. */
export type Acted = {
  request: LoanRequest;
  facts: LoanFact[];
  messages: Message[];
  timers: Partial<Record<Side, Timer>>;
  unchanged?: 'already-applied';
};

/** Acted, or refused by either side. */
export type ActResult = Acted | { refused: LoanRefusal[] };

function settle(result: ApplyResult, context: TriggerContext, facts: LoanFact[], messages: Message[]): ActResult {
  if ('refused' in result) return result;
  const { request, message } = result;
  const told = [...facts, ...result.facts];
  if (message === undefined) return { request, facts: told, messages, timers: request.timers };
  const { at, by, policy } = context;
  return settle(deliver(request, message, { at, by, policy }), context, told, [...messages, message]);
}

/**
 * A trigger of a consortium loan, whose two sides are both ours: the message is delivered in the same write, and the
 * answer to it, so that the sides never drift apart (C84). When either side refuses, nothing changes at either.
 */
export function act(request: LoanRequest, trigger: Trigger, context: TriggerContext): ActResult {
  const first = apply(request, trigger, context);
  const settled = settle(first, context, [], []);
  return 'unchanged' in first && !('refused' in settled) ? { ...settled, unchanged: first.unchanged } : settled;
}
