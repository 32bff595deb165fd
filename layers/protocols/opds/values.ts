import * as z from 'zod';

/** Returns text in one line without control characters, of at most `most` characters. */
export const cleanLine = (text: string, most: number): string =>
  text
    .replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most);

/** Longest values that are taken of a feed. */
const LINE = 500;
const MOST_VALUES = 30;

/** A text, or the same in several languages: the first counts. */
const localized = z.union([z.string(), z.record(z.string(), z.string())]).transform((value) => {
  const text = typeof value === 'string' ? value : (value.en ?? Object.values(value)[0] ?? '');
  return cleanLine(text, LINE);
});

/** One value or a list of them; what is not readable in a list is left out. */
const oneOrMore = <T extends z.ZodType>(one: T) =>
  z
    .unknown()
    .optional()
    .transform((value) =>
      (Array.isArray(value)
        ? value.slice(0, MOST_VALUES)
        : value === undefined || value === null
          ? []
          : [value]
      ).flatMap((each): z.output<T>[] => {
        const read = one.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );

/** A contributor or subject; `sortAs` is the inverted name, as catalogues have it. */
const named = z
  .union([z.object({ name: localized, sortAs: z.string().optional().catch(undefined) }), localized])
  .transform((value) => (typeof value === 'string' ? value : cleanLine(value.sortAs ?? value.name, LINE)));

const count = z.int().min(0).max(1_000_000);
const lenient = <T extends z.ZodType>(one: T) => one.optional().catch(undefined);

const indirectSchema = z.object({ type: z.string() });

/** A link of a feed or publication, with the properties that lending needs. */
export const linkSchema = z.object({
  href: z.string().min(1).max(2000),
  rel: oneOrMore(z.string()),
  type: lenient(z.string()),
  title: lenient(localized),
  templated: lenient(z.boolean()),
  properties: z
    .object({
      availability: lenient(
        z.object({
          state: z.enum(['available', 'unavailable', 'reserved', 'ready']),
          since: lenient(z.string()),
          until: lenient(z.string()),
        }),
      ),
      copies: lenient(z.object({ total: lenient(count), available: lenient(count) })),
      holds: lenient(z.object({ total: lenient(count), position: lenient(count) })),
      indirectAcquisition: oneOrMore(indirectSchema),
    })
    .partial()
    .catch({}),
});
export type OpdsLink = z.output<typeof linkSchema>;

export const linksSchema = oneOrMore(linkSchema);

/** A publication: its metadata as one line each, and its links. */
export const publicationSchema = z.object({
  metadata: z.object({
    '@type': lenient(z.string()),
    title: localized.refine((title) => title !== ''),
    subtitle: lenient(localized),
    identifier: lenient(z.string().min(1).max(300)),
    author: oneOrMore(named),
    narrator: oneOrMore(named),
    publisher: oneOrMore(named),
    language: oneOrMore(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/)),
    published: lenient(z.string()),
    modified: lenient(z.string()),
    description: lenient(z.union([z.string(), z.record(z.string(), z.string())])),
    subject: oneOrMore(named),
  }),
  links: linksSchema,
});
export type Publication = z.output<typeof publicationSchema>;
