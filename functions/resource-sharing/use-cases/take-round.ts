import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import { advanceRequest, type NextRound, type RequestMovingDeps } from './advance-request.ts';

/**
 * An execution's history holds at most 25,000 events (a round makes about 15), and an execution lasts at most a year; a
 * new one starts long before.
 */
const MOST_ROUNDS = 1000;
const LONGEST_MS = 300 * 24 * 3600 * 1000;

/** The state machine's input and output: ids and numbers only. `since`: the time of its first round, epoch ms. */
export type Round = { requestId: string; rounds: number; since?: number };
export type RoundResult = Round & Omit<NextRound, 'requester'>;

/** Takes one round of the workflow of a request. A long execution ends, and the next one continues. */
export const takeRound = async (
  deps: RequestMovingDeps,
  { requestId, rounds, since: first }: Round,
  now: number,
): Promise<RoundResult> => {
  const { requester, ...way } = await advanceRequest(deps, requestId, now);
  if (requester) attributeUsage({ requester });
  const since = first ?? now;
  const round = { requestId, rounds: rounds + 1, since, ...way };
  const goesOn = round.rounds < MOST_ROUNDS && now - since < LONGEST_MS;
  if (way.next === 'end' || goesOn) return round;
  // Named by the start of this execution, so that a retried call starts the same one.
  await deps.machine.start(requestId, `on-${since}`);
  return { ...round, next: 'end' };
};
