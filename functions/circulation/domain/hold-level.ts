import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';

/** How much a hold leaves open: any edition of a work, any copy of a title, of one volume or part, or one copy. */
export type HoldLevel = 'work' | 'title' | 'part' | 'copy';

type Wanted = Pick<Hold, 'itemId' | 'part' | 'editions'>;

/** The level of a hold. */
export const levelOf = ({ itemId, part, editions }: Wanted): HoldLevel => {
  if (itemId !== undefined) return 'copy';
  if (part !== undefined) return 'part';
  return editions === undefined ? 'title' : 'work';
};

/**
 * Whether a copy is one that the hold asks for. A hold for a part takes that part and no other, one for a title or work
 * takes no part at all (C31), one for a work takes the editions whose format was asked for (C32).
 */
export const wants = (hold: Wanted, item: Pick<ItemCirculation, 'itemId' | 'part' | 'recordId'>): boolean => {
  if (hold.itemId !== undefined) return hold.itemId === item.itemId;
  if (hold.part !== undefined) return hold.part === item.part;
  if (item.part !== undefined) return false;
  return hold.editions === undefined || (item.recordId !== undefined && hold.editions.includes(item.recordId));
};

/** Whether two wishes for one record are the same wish twice: unless they are for different parts, one copy could serve both (C28). */
export const overlap = (one: Pick<Hold, 'part'>, other: Pick<Hold, 'part'>): boolean =>
  one.part === undefined || other.part === undefined || one.part === other.part;
