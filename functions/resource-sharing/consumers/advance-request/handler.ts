import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { advanceRequest } from '../../use-cases/advance-request.ts';
import { contract } from './contract.ts';

/**
 * An execution's history holds at most 25,000 events (a round makes about 15), and an execution lasts at most a year; a
 * new one starts long before.
 */
const MOST_ROUNDS = 1000;
const LONGEST_MS = 300 * 24 * 3600 * 1000;

/** The state machine's input and output: ids and numbers only. `since`: the time of its first round, epoch ms. */
export type Round = { requestId: string; rounds: number; since?: number };
export type RoundResult = Round & { next: 'wait' | 'end'; seconds: number; v: number };

export const handler = work(
  contract,
  resourceSharingDeps,
  async ({ requestId, rounds, ...first }: Round, deps, { now }): Promise<RoundResult> => {
    count({ transitions: 3 });
    const { requester, ...way } = await advanceRequest(deps, requestId, now);
    if (requester) attributeUsage({ requester });
    const { since = now } = first;
    const round = { requestId, rounds: rounds + 1, since, ...way };
    const goesOn = round.rounds < MOST_ROUNDS && now - since < LONGEST_MS;
    if (way.next === 'end' || goesOn) return round;
    // Named by the start of this execution, so that a retried call starts the same one.
    await deps.machine.start(requestId, `on-${since}`);
    return { ...round, next: 'end' };
  },
);
