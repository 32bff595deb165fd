import type { Copy } from '../item/item.ts';
import type { Entry } from './source-records.ts';

/** Returns a function that says whether an entry of a record's history concerns one item: the item itself, its branch or its record. */
export const concerns =
  ({ itemId, sourceId, branchId }: Pick<Copy, 'itemId' | 'sourceId' | 'branchId'>) =>
  (entry: Entry): boolean => {
    if (entry.kind === 'batch') return entry.copies.some((copy) => copy.itemId === itemId);
    if (entry.kind === 'relabel' || entry.kind === 'withdraw-offer') return entry.itemId === itemId;
    if (entry.kind !== 'hide' || entry.sourceId !== sourceId) return false;
    if (entry.itemId !== undefined) return entry.itemId === itemId;
    return entry.branchId === undefined || entry.branchId === branchId;
  };
