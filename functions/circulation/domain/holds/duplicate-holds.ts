import type { Hold } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import { byQueueOrder } from './hold-queue.ts';

const requestOf = ({ recordId, itemId, part, editions }: Hold): string =>
  JSON.stringify([recordId, itemId, part, editions]);
const hasCopy = ({ state }: Hold): boolean => state === 'in-transit' || state === 'on-shelf';

/**
 * Returns the holds of one patron that duplicate another of the patron's holds (C28). One hold of each request remains: the one with a
 * copy, otherwise the one with the better place. Holds with a copy and agreed consortium loans always remain.
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
