import * as z from 'zod';
import type { Identifiers } from './identifiers.ts';

/** The sizes in which a cover is asked for. */
export const coverSizes = ['small', 'large'] as const;
export type CoverSize = (typeof coverSizes)[number];

const addressSchema = z
  .url()
  .max(500)
  .regex(/\{isbn(?:10)?\}/, 'The address needs {isbn} or {isbn10}.');

/** A provider that the consortium chose, in the order in which they are asked. An address may contain a customer number, which is not shown to the public. */
export const coverProviderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open-library') }),
  z.strictObject({ kind: z.literal('google-books') }),
  z.strictObject({
    kind: z.literal('address'),
    name: z.string().trim().min(2).max(80),
    /** Where a cover is: `{isbn}` is replaced by the ISBN-13, `{isbn10}` by the ISBN-10, `{size}` by small or large. */
    address: addressSchema,
    /** The page to which its name leads, as its contract asks. */
    site: z
      .url({ protocol: /^https$/ })
      .max(500)
      .exactOptional(),
  }),
]);
export type CoverProvider = z.infer<typeof coverProviderSchema>;

/** The name of a provider with the page to which it leads, shown on record pages as its terms ask. */
export const coverCreditSchema = z.strictObject({ name: z.string(), site: z.string().exactOptional() });
export type CoverCredit = z.infer<typeof coverCreditSchema>;

/** The known providers: how they are credited, what may be asked of them, and the hosts to which they lead. */
const known = {
  'open-library': {
    credit: { name: 'Open Library', site: 'https://openlibrary.org' },
    // Its limit for one address by ISBN, OCLC number or LCCN: 100 in five minutes.
    limit: { requests: 100, seconds: 300 },
    hosts: ['covers.openlibrary.org', 'archive.org', '.archive.org'],
  },
  'google-books': {
    credit: { name: 'Google Books', site: 'https://books.google.com' },
    limit: { requests: 100, seconds: 100 },
    hosts: ['www.googleapis.com', 'books.google.com', '.googleusercontent.com'],
  },
} as const;
const unknownLimit = { requests: 100, seconds: 60 };

/** Returns the name and page of a provider. */
export const creditOf = (provider: CoverProvider): CoverCredit => {
  if (provider.kind !== 'address') return { ...known[provider.kind].credit };
  const { name, site } = provider;
  return { name, ...(site !== undefined && { site }) };
};

/** How often a provider may be asked from one address of the network. */
export const limitOf = ({ kind }: CoverProvider): { requests: number; seconds: number } =>
  kind === 'address' ? unknownLimit : known[kind].limit;

/** Returns whether a provider may lead to an address: to its own hosts only, so that a redirect leads nowhere else. */
export const mayLeadTo = (provider: CoverProvider, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol } = new URL(address);
  if (provider.kind === 'address') {
    const own = new URL(provider.address);
    return hostname === own.hostname && protocol === own.protocol;
  }
  const isOwn = (host: string) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host);
  return protocol === 'https:' && known[provider.kind].hosts.some(isOwn);
};

const openLibrary = ({ isbn, oclc, lccn }: Identifiers, size: CoverSize): string[] => {
  const letter = size === 'large' ? 'L' : 'M';
  const of = (kind: string, value: string) =>
    `https://covers.openlibrary.org/b/${kind}/${encodeURIComponent(value)}-${letter}.jpg?default=false`;
  return [
    ...isbn.map((one) => of('isbn', one)),
    ...oclc.map((one) => of('oclc', one)),
    ...lccn.map((one) => of('lccn', one)),
  ];
};

/** Returns the ISBN-10 of an ISBN-13; undefined for one that has none (979). */
export const isbn10Of = (isbn13: string): string | undefined => {
  if (!/^978\d{10}$/.test(isbn13)) return undefined;
  const nine = isbn13.slice(3, 12);
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${nine}${check === 10 ? 'X' : check}`;
};

const fromAddress = (address: string, { isbn }: Identifiers, size: CoverSize): string[] =>
  isbn.flatMap((isbn13) => {
    const isbn10 = isbn10Of(isbn13);
    if (address.includes('{isbn10}') && isbn10 === undefined) return [];
    return [
      address
        .replaceAll('{isbn}', isbn13)
        .replaceAll('{isbn10}', isbn10 ?? '')
        .replaceAll('{size}', size),
    ];
  });

/** The most addresses that are tried of one provider for a title. */
const MOST_TRIED = 3;

/** Returns the addresses at which a provider is asked for a cover, the likeliest first; none where it knows no such number. */
export const addressesOf = (provider: CoverProvider, of: Identifiers, size: CoverSize): string[] => {
  if (provider.kind === 'open-library') return openLibrary(of, size).slice(0, MOST_TRIED);
  if (provider.kind === 'address') return fromAddress(provider.address, of, size).slice(0, MOST_TRIED);
  return of.isbn
    .slice(0, 1)
    .map((isbn) => `https://www.googleapis.com/books/v1/volumes?q=isbn:${isbn}&fields=items/volumeInfo/imageLinks`);
};

const linksSchema = z.object({ thumbnail: z.string().optional(), smallThumbnail: z.string().optional() });
const volumesSchema = z.object({
  items: z.array(z.object({ volumeInfo: z.object({ imageLinks: linksSchema.optional() }).optional() })).optional(),
});

/** Returns the address of a picture in an answer of Google Books; undefined when it has none. */
export const pictureAddressIn = (body: string): string | undefined => {
  try {
    const { items = [] } = volumesSchema.parse(JSON.parse(body));
    const links = items.map(({ volumeInfo }) => volumeInfo?.imageLinks).find((one) => one !== undefined);
    // It names its own addresses without TLS.
    return (links?.thumbnail ?? links?.smallThumbnail)?.replace(/^http:/, 'https:');
  } catch {
    return undefined;
  }
};
