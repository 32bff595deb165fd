/**
 * Bytes of the search index per record, in one copy: `npm run bench search` prints 1,620 with 6,000 of the demo's documents, fewer take
 * up to 1,790. More detailed records take more.
 */
const INDEX_BYTES = 1800;

/** The maximum utilisation of a disk: merging segments needs space (OpenSearch Service guide, sizing). */
const FULL_PERCENT = 65;

/**
 * Gigabytes of index per gigabyte of a node's memory. Half of the memory caches parts of the index; that it should cover a quarter of it
 * is an assumption, because search must respond in tenths of a second from disks that are not local.
 */
const INDEX_PER_MEMORY = 2;

/** Memory in gigabytes by node, from the AWS list: for the nodes in the profiles and price books. */
const memoryGb: Readonly<Record<string, number>> = {
  ...{ 't3.small.search': 2, 't3.medium.search': 4, 'm7g.medium.search': 4, 'm7g.large.search': 8 },
  'or1.large.search': 16,
};

const GIB = 1024 ** 3;

/** Returns the gigabytes of the index of this many records. */
export const indexGb = (records: number): number => (records * INDEX_BYTES) / GIB;

/** A node of the search domain. */
export type SearchNode = { instanceType: string; storageGb: number };

/**
 * Returns whether the index of this many records fits on each node, which contains all of it: on its disk, and in its memory. An unknown
 * node is judged only by its disk.
 */
export const holdsIndex = (records: number, { instanceType, storageGb }: SearchNode): boolean => {
  const gigabytes = indexGb(records);
  const memory = memoryGb[instanceType];
  return (
    gigabytes * 100 <= storageGb * FULL_PERCENT && (memory === undefined || gigabytes <= memory * INDEX_PER_MEMORY)
  );
};
