import type { SweepDeps } from '../deps.ts';

/** Deletes the tombstones of the index that are old enough by `now` (epoch ms), and returns how many. */
export const sweepIndex = async ({ sweepTombstones }: SweepDeps, now: number): Promise<{ swept: number }> => ({
  swept: await sweepTombstones(now),
});
