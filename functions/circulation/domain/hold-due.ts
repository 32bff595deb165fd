import { type Hold, isOver } from '../../items/public/hold.ts';
import { isWaiting } from './hold-queue.ts';

const instantsOf = (hold: Hold): (string | undefined)[] => {
  if (isOver(hold)) return [];
  if (hold.state === 'on-shelf') return [hold.shelfExpiresAt];
  if (hold.state === 'frozen') return [hold.neededUntil, hold.suspended?.until];
  return isWaiting(hold) ? [hold.neededUntil, hold.suspended?.from] : [];
};

/**
 * The next instant at which time alone changes a hold: its shelf expires, it is not needed any more, or a suspension begins
 * or ends. Nothing for one that is over, on its way, or waits without an end. The job of holds finds it by this.
 */
export const dueOf = (hold: Hold): string | undefined =>
  instantsOf(hold)
    .filter((at) => at !== undefined)
    .toSorted()[0];
