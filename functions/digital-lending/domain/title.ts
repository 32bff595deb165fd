import * as z from 'zod';
import { availabilityOf } from '../../../layers/protocols/opds/lending.ts';
import { hrefOf, isSameOrigin } from '../../../layers/protocols/opds/read-feed.ts';
import { isOfType, relations } from '../../../layers/protocols/opds/relations.ts';
import type { OpdsLink, Publication } from '../../../layers/protocols/opds/values.ts';

const count = z.number().int().min(0);

/** How a title can be had at the vendor, as the feed or the vendor last stated. */
export const availabilitySchema = z.object({
  state: z.enum(['available', 'unlimited', 'waiting']),
  copies: count.exactOptional(),
  free: count.exactOptional(),
  waiting: count.exactOptional(),
});

/** A title of a collection as stored. `borrow`: where it is borrowed; `entry`: where its availability is read. */
export const titleSchema = z.object({
  collectionId: z.string(),
  titleKey: z.string(),
  identifier: z.string(),
  title: z.string(),
  medium: z.enum(['ebook', 'audiobook']),
  borrow: z.string(),
  entry: z.string().exactOptional(),
  availability: availabilitySchema,
  /** The members that have a record of it, and the checksum of what that record is made of. */
  members: z.array(z.string()),
  checksum: z.string(),
  /** The harvest that last wrote it. */
  seenBy: z.string(),
  v: z.number(),
});
export type Title = z.infer<typeof titleSchema>;

/** Returns digests in hexadecimal: the key of a title by its identifier, and the checksum of its description. */
export type TitleDigests = { titleKeyOf(identifier: string): string; descriptionChecksum(text: string): string };

/** Returns the number (001) of a title's records. */
export const localIdOf = (collectionId: string, titleKey: string): string => `ebook-${collectionId}-${titleKey}`;

/** Returns the title that a record number is of; undefined for any other number. */
export const titleOfLocalId = (localId: string): { collectionId: string; titleKey: string } | undefined => {
  const [, collectionId, titleKey] = /^ebook-([a-z][a-z0-9-]{0,29})-([0-9a-f]{20})$/.exec(localId) ?? [];
  return collectionId === undefined || titleKey === undefined ? undefined : { collectionId, titleKey };
};

const isAudio = (type: string | undefined): boolean => /audiobook/i.test(type ?? '');

/** Whether a link leads to a document of OPDS. Palace writes the type of an Atom entry, and answers OPDS 2 there to whoever asks for it. */
const isOpds = ({ type = '' }: OpdsLink): boolean =>
  isOfType(type, 'publication') || /^application\/atom\+xml.*profile=opds-catalog/i.test(type);

/** Returns where a title's availability is read: its own document, or, as Palace has it in feeds, an alternate one at the same origin. */
const entryOf = (links: readonly OpdsLink[], base: string): string | undefined => {
  const own = hrefOf(links, 'self', base);
  if (own !== undefined) return own;
  const other = hrefOf(links.filter(isOpds), 'alternate', base);
  return other !== undefined && isSameOrigin(other, base) ? other : undefined;
};

/**
 * Returns the title that a publication of a feed is, without what our table adds. `base` is the feed's address, for relative links. Undefined
 * when it has no identifier or cannot be borrowed.
 */
export const titleOf = (
  collectionId: string,
  { publication, base }: { publication: Publication; base: string },
  { titleKeyOf, descriptionChecksum }: TitleDigests,
): Omit<Title, 'members' | 'seenBy' | 'v'> | undefined => {
  const { metadata, links } = publication;
  const borrow = hrefOf(links, relations.borrow, base);
  const availability = availabilityOf(publication);
  if (metadata.identifier === undefined || borrow === undefined || !availability) return undefined;
  const entry = entryOf(links, base);
  const { modified: _, ...described } = metadata;
  return {
    ...{ collectionId, titleKey: titleKeyOf(metadata.identifier), identifier: metadata.identifier },
    ...{ title: metadata.title, medium: isAudio(metadata['@type']) ? 'audiobook' : 'ebook' },
    ...{ borrow, availability, checksum: descriptionChecksum(JSON.stringify(described)) },
    ...(entry !== undefined && { entry }),
  };
};

/**
 * Returns the number of licences of some titles, each title of a collection once, however many members share it: a record in the
 * catalogues of five libraries is still one licence. Titles without a count, which any number may borrow, have none.
 */
export const licencesOf = (titles: readonly Pick<Title, 'collectionId' | 'titleKey' | 'availability'>[]): number => {
  const once = new Map(titles.map((one) => [`${one.collectionId} ${one.titleKey}`, one.availability.copies ?? 0]));
  return [...once.values()].reduce((sum, copies) => sum + copies, 0);
};
