import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ClosingDeps } from '../deps.ts';
import { busyStates } from '../domain/closings/closing.ts';
import { advanceClosing } from './advance-closing.ts';

/** How long one run carries closings on, and how long no other run takes over its work. */
const RUN_MS = 120_000;
const LEASE_MS = 6 * 60_000;

/** Carries on the closings that are due: those that no request has finished, and interrupted ones. Returns how many it took. */
export const processClosings = async (deps: ClosingDeps): Promise<{ taken: number }> => {
  const { closings, clock } = deps;
  const until = clock.now() + RUN_MS;
  let taken = 0;
  for (const closing of await closings.due(iso(clock.now()))) {
    const leased = await closings.reached(closing, { lookAt: iso(clock.now() + LEASE_MS) }, true);
    if (!leased) continue;
    taken += 1;
    const done = await advanceClosing(deps, leased, until);
    if (busyStates.includes(done.state)) await closings.reached(done, { lookAt: iso(clock.now()) }, true);
    if (clock.now() >= until) break;
  }
  return { taken };
};
