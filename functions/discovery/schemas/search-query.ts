import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { cursorSchema } from '../../../layers/platform/http/page.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { readPlace } from '../domain/browse/place.ts';
import { literalPattern } from '../domain/browse/ring.ts';
import { audiences, LARGEST_PAGE, LONGEST_QUERY, scopes, sorts, workNames } from '../domain/query/search-parameters.ts';
import { listOf } from './parameters.ts';

/** A group of libraries may be all of a large consortium but one. */
const MOST_MEMBERS = 200;
/** Nobody chooses more headings of one facet; each is a clause. */
const MOST_HEADINGS = 10;
/** The engine counts the chosen headings by one pattern of at most 4,000 characters (`index.max_regex_length`). */
const LONGEST_TOGETHER = 3900;

const year = z
  .string()
  .regex(/^\d{1,4}$/, 'A year has up to four digits.')
  .transform(Number);

/** A heading by its position in its list, as a facet or a list returns it. */
const headingSchema = z
  .string()
  .max(600)
  .transform((place, context) => {
    const key = readPlace(place);
    if (key !== undefined && key !== '') return key;
    context.addIssue({ code: 'custom', message: 'This is no place of a list.' });
    return z.NEVER;
  });

/** The headings chosen in one facet. */
const headingsSchema = listOf(headingSchema, MOST_HEADINGS, 600).refine(
  (keys) => keys.map(literalPattern).join('|').length <= LONGEST_TOGETHER,
  'These headings are too long together: choose fewer.',
);

/** A work by the name in a hit. An invented name finds only what the caller may see, or nothing. */
const workSchema = z.string().regex(workNames);

/** The text of a search and the values chosen in its facets. */
export const soughtShape = {
  q: z.string().max(LONGEST_QUERY, `A search has at most ${LONGEST_QUERY} characters.`).optional(),
  scope: z.enum(scopes).optional(),
  format: listOf(z.enum(formats)).optional(),
  language: listOf(z.string().regex(/^[a-z]{3}$/, 'A MARC language code has three letters.')).optional(),
  member: listOf(memberIdSchema).optional(),
  author: headingsSchema.optional(),
  subject: headingsSchema.optional(),
  /** Only the editions of one work, as named in a hit of works. */
  work: workSchema.optional(),
  /** Only records that are meant for these readers, by their codes and subjects. */
  audience: z.enum(audiences).optional(),
  yearFrom: year.optional(),
  yearTo: year.optional(),
  /**
   * `1`: only copies that are on a shelf now, at one of the libraries that the search is about: those chosen as `member`, else those of
   * `within`, else any.
   */
  shelf: z.literal('1').optional(),
  /** Only holdings of these libraries: the visitor's own, or a group of them. Facets count within it. */
  within: listOf(memberIdSchema, MOST_MEMBERS).optional(),
  /** The library from whose page the visitor searches: it pays for an anonymous search. */
  portal: memberIdSchema.optional(),
};

/** The query of a search. All of it is optional: without words, only the facets select. */
export const searchQuerySchema = z
  .strictObject({
    ...soughtShape,
    /** `works`: the editions of a work as one hit; the total still counts editions. */
    group: z.enum(['works']).optional(),
    sort: z.enum(sorts).optional(),
    limit: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(LARGEST_PAGE))
      .optional(),
    after: cursorSchema.optional(),
  })
  .refine(({ yearFrom, yearTo }) => yearFrom === undefined || yearTo === undefined || yearFrom <= yearTo, {
    path: ['yearTo'],
    message: 'The last year must not be before the first.',
  });
