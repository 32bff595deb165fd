import { type Item, itemBytes } from './item-size.ts';

/** The consistency of a read: an eventually consistent read costs half of a strong one, a transactional read costs twice as much. */
export type Consistency = 'eventual' | 'strong' | 'transactional';

/** Bytes that one read unit covers. */
const UNIT = 4096;

const factors: Record<Consistency, number> = { eventual: 0.5, strong: 1, transactional: 2 };

const unitsOf = (bytes: number, consistency: Consistency): number =>
  Math.max(1, Math.ceil(bytes / UNIT)) * factors[consistency];

/** Read units of getting one item, rounded up to 4 KB; a missing item costs as much as a small one. */
export const getUnits = (item: Item | undefined, consistency: Consistency = 'eventual'): number =>
  unitsOf(item ? itemBytes(item) : 0, consistency);

/** Read units of getting several items: each item is rounded separately, in a batch and in a transaction. */
export const getManyUnits = (items: readonly (Item | undefined)[], consistency: Consistency = 'eventual'): number =>
  items.reduce((units, item) => units + getUnits(item, consistency), 0);

/**
 * Read units of one page of a query: the bytes of all items read (before any filter, as the table or the index holds them) are summed,
 * then rounded up to 4 KB; an empty page costs the minimum. An index does not support strong reads.
 */
export const queryUnits = (read: readonly Item[], consistency: 'eventual' | 'strong' = 'eventual'): number =>
  unitsOf(
    read.reduce((bytes, item) => bytes + itemBytes(item), 0),
    consistency,
  );
