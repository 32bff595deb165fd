import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

/** The object of a hold: any edition of a work, any copy of a title, of one volume or part, or one copy. */
export type HoldLevel = 'work' | 'title' | 'part' | 'copy';

type Wanted = Pick<Hold, 'itemId' | 'part' | 'editions'>;

/** Returns the level of a hold. */
export const levelOf = ({ itemId, part, editions }: Wanted): HoldLevel => {
  if (itemId !== undefined) return 'copy';
  if (part !== undefined) return 'part';
  return editions === undefined ? 'title' : 'work';
};

/**
 * Returns whether a hold requests a copy. A hold for a part accepts only that part, one for a title or work accepts no parts (C31), one
 * for a work accepts the editions in the requested formats (C32).
 */
export const wants = (hold: Wanted, item: Pick<ItemCirculation, 'itemId' | 'part' | 'recordId'>): boolean => {
  if (hold.itemId !== undefined) return hold.itemId === item.itemId;
  if (hold.part !== undefined) return hold.part === item.part;
  if (item.part !== undefined) return false;
  return hold.editions === undefined || (item.recordId !== undefined && hold.editions.includes(item.recordId));
};

/** Returns whether two holds on one record are duplicates: unless they request different parts, one copy could serve both (C28). */
export const overlap = (one: Pick<Hold, 'part'>, other: Pick<Hold, 'part'>): boolean =>
  one.part === undefined || other.part === undefined || one.part === other.part;
