/**
 * Bytes of the search index for each record, in one copy: `npm run bench search` prints 1,620 with 6,000 of the demo's
 * documents, fewer take up to 1,790. Records that say more than the demo's take more.
 */
const INDEX_BYTES = 1800;

/** A disk is to be no fuller than this: merging segments needs room (OpenSearch Service guide, sizing). */
const FULL_PERCENT = 65;

/**
 * Gigabytes of index for each gigabyte of a node's memory. Half of the memory keeps parts of the index at hand; that it
 * should hold a quarter of it is chosen, as search is to answer in tenths of a second from disks that are not at hand.
 */
const INDEX_PER_MEMORY = 2;

/** Memory in gigabytes by node, as AWS lists it: of the nodes that the profiles and the price books have. */
const memoryGb: Readonly<Record<string, number>> = {
  ...{ 't3.small.search': 2, 't3.medium.search': 4, 'm7g.medium.search': 4, 'm7g.large.search': 8 },
  'or1.large.search': 16,
};

const GIB = 1024 ** 3;

/** Gigabytes that the index of so many records takes. */
export const indexGb = (records: number): number => (records * INDEX_BYTES) / GIB;

/** A node of the search domain. */
export type SearchNode = { instanceType: string; storageGb: number };

/**
 * Whether the index of so many records has room on each node, as each holds all of it: on its disk, and for its memory.
 * A node that is not known is judged by its disk alone.
 */
export const holdsIndex = (records: number, { instanceType, storageGb }: SearchNode): boolean => {
  const gigabytes = indexGb(records);
  const memory = memoryGb[instanceType];
  return (
    gigabytes * 100 <= storageGb * FULL_PERCENT && (memory === undefined || gigabytes <= memory * INDEX_PER_MEMORY)
  );
};
