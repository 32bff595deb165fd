import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { CoverSize } from '../domain/covers/cover-providers.ts';
import { files } from './files.ts';

/** A title in a size, by the version of the chosen providers: a change of them begins with nothing stored. */
export type WantedCover = { recordId: string; size: CoverSize; v: number };

const nameOf = ({ recordId, size, v }: WantedCover): string => `${v}/${size}/${recordId}`;

/**
 * Stores what providers of covers answered. The bucket deletes both kinds of files after some days, so that a cover that a provider gets later
 * is found, and one that it withdraws is not shown for ever.
 */
export const coverFiles = (bucket: Bucket) => ({
  /** Returns a stored cover, `none` when no provider had one lately, undefined when none was asked. */
  stored: async (wanted: WantedCover): Promise<Uint8Array | 'none' | undefined> => {
    const picture = await bucket.get(`${files.pictures.prefix}${nameOf(wanted)}`);
    if (picture) return picture;
    return (await bucket.size(`${files.misses.prefix}${nameOf(wanted)}`)) === undefined ? undefined : 'none';
  },
  store: (wanted: WantedCover, picture: Uint8Array): Promise<void> =>
    bucket.put(`${files.pictures.prefix}${nameOf(wanted)}`, picture),
  /** Returns the key of an uploaded cover, by the digest of its bytes. */
  uploadKey: ({ recordId, memberId }: { recordId: string; memberId: string }, digest: string): string =>
    `cover-uploads/${recordId}/${memberId}/${digest}`,
  put: (file: string, picture: Uint8Array): Promise<void> => bucket.put(file, picture),
  get: (file: string): Promise<Uint8Array | undefined> => bucket.get(file),
  /** Empties a file that is shown no more. */
  clear: (file: string): Promise<void> => bucket.put(file, ''),
  storeNone: (wanted: WantedCover): Promise<void> => bucket.put(`${files.misses.prefix}${nameOf(wanted)}`, ''),
});

export type CoverFiles = ReturnType<typeof coverFiles>;
