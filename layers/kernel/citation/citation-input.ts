import * as z from 'zod';
import type { Citation } from './citation.ts';
import { citationSchema } from './citation-schema.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from './standard-numbers.ts';

/** Typed or pasted text, reduced to one line without control characters and broken surrogates. */
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .overwrite((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .min(1);
const text = line(1000).optional();

/** A number as printed, with hyphens and in any length, normalised for a citation. `read` returns undefined for an invalid one. */
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
 * A citation from a form or another system: all fields except the kind are optional and are normalised (13-digit ISBN, lower-case DOI,
 * one line of text). Invalid numbers are refused, not dropped, because the sender can correct them.
 */
export const citationInputSchema = citationSchema.extend({
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

/** Returns the non-empty fields of a parsed citation. */
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

/** The citation as query parameters: lists are comma-separated, and without any field there is no citation. */
export const citationQuery = {
  ...citationInputSchema.shape,
  kind: citationInputSchema.shape.kind.optional(),
  isbn: numbersIn(isbn),
  issn: numbersIn(issn),
};

/** Returns the citation in a parsed query; undefined when no field is present. A title alone is taken for that of a book. */
export const citationInQuery = (query: { [F in keyof Citation]?: Citation[F] | undefined }): Citation | undefined => {
  const fields = Object.keys(citationInputSchema.shape) as (keyof Citation)[];
  const given = Object.fromEntries(fields.flatMap((field) => (isThere(query[field]) ? [[field, query[field]]] : [])));
  return Object.keys(given).length === 0 ? undefined : { kind: 'book', ...given };
};
