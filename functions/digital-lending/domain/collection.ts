import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** The kinds of vendors that an adapter exists for. */
export const vendorKinds = ['opds'] as const;

/** The name of a collection in addresses and record numbers. */
export const collectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/, 'Use lower-case letters, digits and hyphens.');

/** What staff set of a collection: `address` is that of the vendor's OPDS 2 feed. */
export const collectionInputSchema = z.strictObject({
  name: oneLine(80),
  vendor: z.enum(vendorKinds),
  address: z.url({ protocol: /^https?$/ }).max(500),
  /** The members whose patrons may borrow. */
  members: z.array(memberIdSchema).min(1).max(200),
  /** The member whose own collection it is; without one it is the consortium's. */
  memberId: memberIdSchema.exactOptional(),
  /** How Concord signs in to read the feed; its secret is in the parameter store only. */
  username: oneLine(100).exactOptional(),
  /** Neither read nor lent for a while; its records stay. */
  paused: z.boolean().exactOptional(),
  /** The contract has ended: nothing is lent, and the records are withdrawn. */
  ended: z.boolean().exactOptional(),
});
export type CollectionInput = z.infer<typeof collectionInputSchema>;

/** How far the harvest of a collection is. `next`: the page at which it continues; `problem`: why the last one ended early. */
export const harvestSchema = z.object({
  importId: z.string(),
  startedAt: z.string(),
  endedAt: z.string().exactOptional(),
  next: z.string().exactOptional(),
  titles: z.number(),
  licences: z.number(),
  unreadable: z.number(),
  /** The pages read, and the entries in them. */
  pages: z.number().exactOptional(),
  entries: z.number().exactOptional(),
  problem: z.string().exactOptional(),
  /** Whether staff set the collection again after its feed had lost most titles: those are then withdrawn. */
  mayShrink: z.boolean().exactOptional(),
});
export type Harvest = z.infer<typeof harvestSchema>;

/** A collection as stored. `secretSince`: when the secret for reading its feed was stored, under the name that has `secretId`. */
export const collectionSchema = z.object({
  ...collectionInputSchema.shape,
  collectionId: z.string(),
  changedAt: z.string(),
  secretSince: z.string().exactOptional(),
  secretId: z.string().exactOptional(),
  harvest: harvestSchema.exactOptional(),
  v: z.number(),
});
export type Collection = z.infer<typeof collectionSchema>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** The maximum of a feed: larger ones, or those whose pages never end, are not harvested. */
export const LARGEST_FEED = { pages: 5_000, entries: 200_000 } as const;
/** The problem of a harvest that reached the maximum. */
export const TOO_LARGE = 'feed-too-large';
/** The problem of a harvest whose feed has less than half of the titles before: nothing is withdrawn until staff set the collection again. */
export const SHRUNK = 'feed-shrunk';
/** Returns whether a feed lost so many titles that it is rather incomplete than changed. */
export const hasShrunk = (before: number, seen: number): boolean => seen * 2 < before;
/** A harvest with a problem is tried again after an hour. */
const AGAIN_MS = 60 * 60 * 1000;

/**
 * Returns whether a collection is to be harvested: new, changed, unfinished, or a day old. One that has ended is due until its titles are
 * withdrawn. `now` in epoch ms.
 */
export const isDue = ({ paused, ended, changedAt, harvest }: Collection, now: number): boolean => {
  if (paused === true && ended !== true) return false;
  if (harvest === undefined || harvest.startedAt < changedAt) return true;
  const { endedAt, problem } = harvest;
  if (endedAt === undefined) return true;
  if (ended === true) return false;
  return Date.parse(endedAt) + (problem === undefined || problem === TOO_LARGE ? DAY_MS : AGAIN_MS) <= now;
};

/** Returns the address of a feed as compared: two ways to write one address are one feed. */
export const addressOf = (address: string): string => {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname.replace(/(?<!\/)\/+$/, '')}${search}`;
};

/** Returns the origin of a vendor's address: what was given to one origin, a token or a secret, is never sent to another. */
export const originOf = (address: string): string => new URL(address).origin;

/** Returns whether titles of a collection are lent at present. */
export const isLending = ({ paused, ended }: Pick<Collection, 'paused' | 'ended'>): boolean =>
  paused !== true && ended !== true;

/** Returns whether a member's patrons borrow from a collection. */
export const lendsTo = (collection: Collection, memberId: string): boolean =>
  isLending(collection) && collection.members.includes(memberId);
