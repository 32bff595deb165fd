import { headingKey } from './heading.ts';
import type { IndexDocument } from './index-document.ts';

/** A heading for the lookup of authorities: its list and its normalized form. */
export type HeadingName = { list: 'author' | 'subject'; heading: string };

type Reference = NonNullable<IndexDocument['seeReferences']>[number];

/** Returns the normalized form of a heading by which its authority is stored and found; empty when nothing remains of it. */
export const authorityKey = (list: HeadingName['list'], heading: string): string =>
  headingKey(list, heading).slice(0, 400);

// Limits the lookups for a record with very many headings.
const MOST_HEADINGS = 200;
const MOST_REFERENCES = 500;

/** Returns a heading with subdivisions as a whole and by its main part. */
const withMain = (subject: string): string[] => {
  const [main = ''] = subject.split(' -- ');
  return main === subject ? [subject] : [subject, main];
};

const headingsOf = ({
  author,
  authorsAdded,
  subjects,
}: IndexDocument): { list: HeadingName['list']; text: string }[] => [
  ...[...(author === undefined ? [] : [author]), ...authorsAdded].map((text) => ({ list: 'author' as const, text })),
  ...subjects.flatMap(withMain).map((text) => ({ list: 'subject' as const, text })),
];

/** Returns the headings of a record's document to look up in authorities, each once. */
export const namedHeadings = (document: IndexDocument): HeadingName[] => {
  const names = headingsOf(document).map(({ list, text }) => ({ list, heading: authorityKey(list, text) }));
  const byName = new Map(
    names.filter(({ heading }) => heading !== '').map((one) => [`${one.list} ${one.heading}`, one]),
  );
  return [...byName.values()].slice(0, MOST_HEADINGS);
};

/**
 * Returns the see references of a record's document: the variant forms of each of its headings. Takes the forms by list and normalized
 * heading. A form that is itself a heading of the record is left out.
 */
export const referencesOf = (
  document: IndexDocument,
  formsOf: (name: HeadingName) => readonly string[],
): Reference[] => {
  const borne = new Set(namedHeadings(document).map(({ list, heading }) => `${list} ${heading}`));
  const references = headingsOf(document).flatMap(({ list, text }) =>
    formsOf({ list, heading: authorityKey(list, text) }).map((from) => ({ list, from, to: text })),
  );
  const byForm = new Map<string, Reference>();
  for (const one of references) {
    const form = `${one.list} ${authorityKey(one.list, one.from)}`;
    if (!borne.has(form) && !byForm.has(form)) byForm.set(form, one);
  }
  return [...byForm.values()].slice(0, MOST_REFERENCES);
};

/**
 * Returns the see-also references of a record's document: for each of its headings the related headings that refer to it. Takes these by
 * list and normalized heading.
 */
export const relatedOf = (
  document: IndexDocument,
  relatedTo: (name: HeadingName) => readonly string[],
): Reference[] => {
  const references = headingsOf(document).flatMap(({ list, text }) =>
    relatedTo({ list, heading: authorityKey(list, text) }).map((from) => ({ list, from, to: text })),
  );
  const name = ({ list, from, to }: Reference): string =>
    [list, authorityKey(list, from), authorityKey(list, to)].join('\n');
  const byName = new Map(references.map((one) => [name(one), one]));
  return [...byName.values()].slice(0, MOST_REFERENCES);
};
