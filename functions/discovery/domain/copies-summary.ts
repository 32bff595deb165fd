import type { IndexedCopy } from '../../catalogue/public/index-document.ts';
import { maySee } from '../../catalogue/public/may-see.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { MemberCopies } from './views.ts';

/** Returns the indexed copies that a viewer may see. */
export const visibleCopies = (items: readonly IndexedCopy[], viewer: Viewer): IndexedCopy[] =>
  items.filter(({ member, hiddenFrom = [] }) => maySee(viewer, member, hiddenFrom));

/**
 * Counts copies by member, in the order of ids. Takes the copies that may be seen and the current state of each in the table; a missing or
 * withdrawn copy does not count.
 */
export const summariseCopies = (
  copies: readonly IndexedCopy[],
  stateOf: (itemId: string) => ItemState | undefined,
): MemberCopies[] => {
  const byMember = new Map<string, MemberCopies>();
  for (const { itemId, member } of copies) {
    const state = stateOf(itemId);
    if (state === undefined || state === 'withdrawn') continue;
    const counted = byMember.get(member) ?? { memberId: member, copies: 0, available: 0 };
    counted.copies += 1;
    counted.available += state === 'available' ? 1 : 0;
    byMember.set(member, counted);
  }
  return [...byMember.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
};
