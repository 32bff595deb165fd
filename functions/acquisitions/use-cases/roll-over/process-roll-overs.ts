import { LEASE_MS, RUN_TIME_MS } from '../../../../layers/platform/dynamodb/scan-job.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { RollOverDeps } from '../../deps.ts';
import { claim } from './preview-stage.ts';
import { runRollOver } from './run-roll-over.ts';

/** Goes on with the roll-overs that no other run works at. Returns how many it took. */
export const processRollOvers = async (work: RollOverDeps): Promise<{ taken: number }> => {
  const started = work.clock.now();
  let taken = 0;
  for (const rollOver of await work.rollOvers.due(iso(started))) {
    if (work.clock.now() - started > RUN_TIME_MS) break;
    const mine = await claim(work, rollOver, LEASE_MS);
    if (!mine) continue;
    taken += 1;
    await runRollOver(work, mine, started + RUN_TIME_MS);
  }
  return { taken };
};
