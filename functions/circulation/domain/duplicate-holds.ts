import { type Hold, isAgreed } from '../../items/public/hold.ts';
import { byQueueOrder } from './hold-queue.ts';

const requestOf = ({ recordId, itemId, part, editions }: Hold): string =>
  JSON.stringify([recordId, itemId, part, editions]);
const hasCopy = ({ state }: Hold): boolean => state === 'in-transit' || state === 'on-shelf';

/**
 * Returns the holds of one patron that request what another of their holds requests (C28). Of each request one hold stays:
 * the one that has its copy, or else the one with the better place. Holds with a copy and agreed consortium loans always stay.
 */
export const duplicateHolds = (holds: readonly Hold[]): Hold[] => {
  const seen = new Set<string>();
  const ordered = holds
    .filter((hold) => !isAgreed(hold))
    .toSorted((one, other) => Number(hasCopy(other)) - Number(hasCopy(one)) || byQueueOrder(one, other));
  return ordered.filter((hold) => {
    const duplicate = seen.has(requestOf(hold)) && !hasCopy(hold);
    seen.add(requestOf(hold));
    return duplicate;
  });
};
