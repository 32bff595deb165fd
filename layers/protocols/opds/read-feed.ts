import * as z from 'zod';
import { linksSchema, type OpdsLink, type Publication, publicationSchema } from './values.ts';

/** A page of a feed. `unreadable`: entries that are no publications, which are left out. */
export type Feed = { title: string; links: OpdsLink[]; publications: Publication[]; unreadable: number };

/** The most entries that are taken of a page. */
const MOST_ENTRIES = 1000;

const pageSchema = z.object({
  metadata: z.object({ title: z.unknown() }).partial().catch({}),
  links: linksSchema,
  publications: z.array(z.unknown()).max(MOST_ENTRIES).default([]),
  groups: z
    .array(z.object({ publications: z.array(z.unknown()).max(MOST_ENTRIES).default([]) }))
    .max(100)
    .default([]),
});

/** Returns the value of a JSON document in UTF-8; undefined when it is none. */
export const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Reads an OPDS 2.0 feed: its publications and those of its groups. Undefined when the document is no feed. */
export const readFeed = (document: unknown): Feed | undefined => {
  const page = pageSchema.safeParse(document);
  if (!page.success) return undefined;
  const { metadata, links, publications, groups } = page.data;
  const entries = [...publications, ...groups.flatMap((group) => group.publications)];
  const read = entries.flatMap((entry): Publication[] => {
    const one = publicationSchema.safeParse(entry);
    return one.success ? [one.data] : [];
  });
  return {
    title: typeof metadata.title === 'string' ? metadata.title.slice(0, 200) : '',
    links,
    publications: read,
    unreadable: entries.length - read.length,
  };
};

/** Reads one publication: an OPDS publication document, or a feed of exactly one. Undefined for anything else. */
export const readPublication = (document: unknown): Publication | undefined => {
  const one = publicationSchema.safeParse(document);
  if (one.success) return one.data;
  const feed = readFeed(document);
  return feed?.publications.length === 1 ? feed.publications[0] : undefined;
};

/**
 * Returns the address of the first link with this relation, resolved against the document's own address. Undefined without one, for a
 * template, and for what is no address of the web.
 */
export const hrefOf = (links: readonly OpdsLink[], rel: string, base: string): string | undefined => {
  const link = links.find((one) => one.rel.includes(rel) && one.templated !== true);
  if (!link || !URL.canParse(link.href, base)) return undefined;
  const url = new URL(link.href, base);
  return ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === ''
    ? url.href
    : undefined;
};

/** Returns whether two addresses have the same origin: a token of one origin is never sent to another. */
export const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
