import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { work } from '../../../layers/http/work.ts';
import { bearWitness, count } from '../../../layers/runtime/meter.ts';
import { advance } from './advance.ts';
import { contract } from './contract.ts';

/** An execution's history has at most 25,000 events; a new one goes on long before. */
const MOST_ROUNDS = 1000;

/** What the state machine gives and takes on: ids and numbers only. */
export type Round = { requestId: string; rounds: number };
export type RoundResult = Round & { next: 'wait' | 'end'; seconds: number; v: number };

export const handler = work(
  contract,
  (runtime) => ({ ...sharingStores(runtime), newIds: runtime.ids }),
  async ({ requestId, rounds }: Round, deps, { now }): Promise<RoundResult> => {
    count({ transitions: 3 });
    const { requester, ...way } = await advance(deps, requestId, now);
    if (requester) bearWitness({ requester });
    const round = { requestId, rounds: rounds + 1, ...way };
    if (way.next === 'end' || round.rounds < MOST_ROUNDS) return round;
    await deps.machine.start(requestId, `on-${now}`);
    return { ...round, next: 'end' };
  },
);
