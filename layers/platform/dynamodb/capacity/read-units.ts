import { type Item, itemBytes } from './item-size.ts';

/** How a read is made: eventually consistent reads cost half of strong ones, transactional ones twice. */
export type Consistency = 'eventual' | 'strong' | 'transactional';

/** Bytes that one read unit covers. */
const UNIT = 4096;

const factors: Record<Consistency, number> = { eventual: 0.5, strong: 1, transactional: 2 };

const unitsOf = (bytes: number, consistency: Consistency): number =>
  Math.max(1, Math.ceil(bytes / UNIT)) * factors[consistency];

/** Read units of getting one item, rounded up to 4 KB; an item that is not there costs as a small one. */
export const getUnits = (item: Item | undefined, consistency: Consistency = 'eventual'): number =>
  unitsOf(item ? itemBytes(item) : 0, consistency);

/** Read units of getting many: each item is rounded by itself, in a batch and in a transaction. */
export const getManyUnits = (items: readonly (Item | undefined)[], consistency: Consistency = 'eventual'): number =>
  items.reduce((units, item) => units + getUnits(item, consistency), 0);

/**
 * Read units of one page of a query: the bytes of all items read (before any filter, as the table or the index holds
 * them) are summed, then rounded up to 4 KB; an empty page costs the least. An index cannot be read strongly.
 */
export const queryUnits = (read: readonly Item[], consistency: 'eventual' | 'strong' = 'eventual'): number =>
  unitsOf(
    read.reduce((bytes, item) => bytes + itemBytes(item), 0),
    consistency,
  );
