import * as z from 'zod';
import type { Citation } from './citation.ts';
import { citationSchema } from './citation-schema.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from './standard-numbers.ts';

/** Text as somebody types or pastes it: one line of it is kept, without control characters and halves of characters. */
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .overwrite((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .min(1);
const text = line(1000).optional();

/** A number as printed, with hyphens and in any of its lengths; kept as a citation has it. `read` gives undefined for what is none. */
const numberBy = (read: (text: string) => string | undefined, message: string) =>
  z
    .string()
    .max(100)
    .refine((text) => read(text) !== undefined, message)
    .overwrite((text) => read(text) ?? text);

const doiOf = (text: string): string | undefined => /10\.\d{4,9}\/\S{1,200}/.exec(text)?.[0].toLowerCase();
const pmidOf = (text: string): string | undefined => /^\s*(?:pmid:?\s*)?(\d{1,9})\s*$/i.exec(text)?.[1];
const anyOclcOf = (text: string): string | undefined => oclcOf(/^\s*\d+\s*$/.test(text) ? `(OCoLC)${text}` : text);

const isbn = numberBy(isbn13Of, 'This is no ISBN: look at its last digit.');
const issn = numberBy(issnOf, 'This is no ISSN: look at its last digit.');
const MOST_NUMBERS = 10;

/**
 * A citation as a form or another system gives it: every field but the kind may be left out, and what is there is made
 * normal (ISBN of 13 digits, DOI in small letters, one line of text). Numbers that do not check are refused, not dropped:
 * here somebody can answer.
 */
export const citationInput = citationSchema.extend({
  title: text,
  partTitle: text,
  author: text,
  partAuthor: text,
  edition: line(200).optional(),
  volume: line(100).optional(),
  issue: line(100).optional(),
  pages: line(100).optional(),
  date: line(40).optional(),
  publisher: text,
  place: text,
  series: text,
  isbn: z.array(isbn).max(MOST_NUMBERS).optional(),
  issn: z.array(issn).max(MOST_NUMBERS).optional(),
  oclc: numberBy(anyOclcOf, 'This is no OCLC number.').optional(),
  lccn: numberBy(lccnOf, 'This is no LCCN.').optional(),
  doi: numberBy(doiOf, 'This is no DOI.').optional(),
  pmid: numberBy(pmidOf, 'This is no PubMed number.').optional(),
  source: text,
});

type Given = { [F in keyof Citation]?: Citation[F] | undefined };

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What of a parsed citation is there: fields without a value are left away. */
export const citationOf = ({ kind, ...given }: Given & Pick<Citation, 'kind'>): Citation => ({
  kind,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => isThere(value))),
});

const numbersIn = <T extends z.ZodType<string, string>>(one: T) =>
  z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter((part) => part.trim() !== ''))
    .pipe(z.array(one).max(MOST_NUMBERS))
    .optional();

/** The same as fields of a query: lists are parted by commas, and without any field nothing is cited. */
export const citationQuery = {
  ...citationInput.shape,
  kind: citationInput.shape.kind.optional(),
  isbn: numbersIn(isbn),
  issn: numbersIn(issn),
};

/** The citation in a parsed query; undefined when no field of it is there. A title alone is taken for a book's. */
export const citationInQuery = (query: { [F in keyof Citation]?: Citation[F] | undefined }): Citation | undefined => {
  const fields = Object.keys(citationInput.shape) as (keyof Citation)[];
  const given = Object.fromEntries(fields.flatMap((field) => (isThere(query[field]) ? [[field, query[field]]] : [])));
  return Object.keys(given).length === 0 ? undefined : { kind: 'book', ...given };
};
