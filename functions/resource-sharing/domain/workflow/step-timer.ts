import type { Ask, LoanRequest, Timer } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import { runsOutAt, TIMERS, type TimerName } from './timers.ts';
import type { Side } from './triggers.ts';

/** The end of a timer. Terms stand at least as long as the supplier states, and some time beyond its start date. */
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

/** Starts the timer of this name with a side's step, for the open ask. */
export function timerFor(
  name: TimerName,
  request: LoanRequest,
  ask: Ask | undefined,
  { side, at, policy }: TriggerContext,
): Timer {
  const ends = endOf(name, request, ask, { at, policy });
  const about = ask === undefined || ask.closedAt !== undefined ? {} : { askId: ask.askId };
  return { side, name, trigger: TIMERS[name], at: ends, ...about };
}

/** A change of state ends the side's timer; a trigger that leaves the state unchanged leaves its timer running. */
export function withTimer(request: LoanRequest, side: Side, timer: Timer | undefined, stays: boolean): LoanRequest {
  if (timer) return { ...request, timers: { ...request.timers, [side]: timer } };
  if (stays) return request;
  const { [side]: _, ...others } = request.timers;
  return { ...request, timers: others };
}
