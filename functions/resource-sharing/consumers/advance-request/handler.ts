import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { advanceRequest } from '../../use-cases/advance-request.ts';
import { contract } from './contract.ts';

/** An execution's history has at most 25,000 events (a round makes some 15), and it lasts a year at most; a new one goes on long before. */
const MOST_ROUNDS = 1000;
const LONGEST_MS = 300 * 24 * 3600 * 1000;

/** What the state machine gives and takes on: ids and numbers only. `since`: when its first round was, epoch ms. */
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
    // By when this execution began, so that a call which is tried again starts the same one.
    await deps.machine.start(requestId, `on-${since}`);
    return { ...round, next: 'end' };
  },
);
