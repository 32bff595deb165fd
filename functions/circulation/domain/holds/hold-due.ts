import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import { isWaiting } from './hold-queue.ts';

const instantsOf = (hold: Hold): (string | undefined)[] => {
  if (isOver(hold)) return [];
  if (hold.state === 'on-shelf') return [hold.shelfExpiresAt];
  if (hold.state === 'frozen') return [hold.neededUntil, hold.suspended?.until];
  return isWaiting(hold) ? [hold.neededUntil, hold.suspended?.from] : [];
};

/**
 * Returns the next instant at which time alone changes a hold: its shelf expiry, its last useful day, or the start or end of a
 * suspension. Undefined for a hold that has ended, is in transit, or waits indefinitely. The hold job finds holds by this instant.
 */
export const dueOf = (hold: Hold): string | undefined =>
  instantsOf(hold)
    .filter((at) => at !== undefined)
    .toSorted()[0];
