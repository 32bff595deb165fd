import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { Erasure } from './erasure-store.ts';
import { files } from './files.ts';

const { prefix } = files.erasures;

/**
 * The list of erased patrons outside the table: a restore of the table brings them back, and this list erases them again. One object for
 * each id of a patron; its key is the id, its content the instant of the request, and nothing else.
 */
export type ErasureList = {
  /** Adds all ids of an erased patron. Repeating it changes nothing. */
  add(erased: Pick<Erasure, 'patronId' | 'formerIds' | 'askedAt'>): Promise<void>;
  /** Returns the next ids after a given one, in order; none at the end. */
  next(after?: string): Promise<string[]>;
};

/** Returns all ids of a patron: its own, and those of patrons who were merged into it. */
export const idsOf = ({ patronId, formerIds = [] }: Pick<Erasure, 'patronId' | 'formerIds'>): string[] => [
  patronId,
  ...formerIds,
];

/** Returns the list of erasures in the bucket. */
export const erasureList = (bucket: Bucket): ErasureList => ({
  add: async (erased) => {
    const content = JSON.stringify({ askedAt: erased.askedAt });
    for (const id of idsOf(erased)) await bucket.put(`${prefix}${id}`, content);
  },
  next: async (after) => {
    const keys = await bucket.list(prefix, after === undefined ? undefined : `${prefix}${after}`);
    return keys.map((key) => key.slice(prefix.length));
  },
});
