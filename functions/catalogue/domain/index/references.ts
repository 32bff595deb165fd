import { headingKey } from './heading.ts';
import type { IndexDocument } from './index-document.ts';

/** A heading as authorities are looked up by it: its list and its normalized form. */
export type HeadingName = { list: 'author' | 'subject'; heading: string };

type Reference = NonNullable<IndexDocument['seeReferences']>[number];

/** The normalized form of a heading by which its authority is kept and found; empty when nothing is left of it. */
export const authorityKey = (list: HeadingName['list'], heading: string): string =>
  headingKey(list, heading).slice(0, 400);

// Beyond these nobody looks: a record of a thousand names would make a thousand look-ups.
const MOST_HEADINGS = 200;
const MOST_REFERENCES = 500;

/** A heading with subdivisions is looked up whole and by what stands before them. */
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

/** The headings of a record's document that authorities are asked for, each once. */
export const namedHeadings = (document: IndexDocument): HeadingName[] => {
  const names = headingsOf(document).map(({ list, text }) => ({ list, heading: authorityKey(list, text) }));
  const byName = new Map(
    names.filter(({ heading }) => heading !== '').map((one) => [`${one.list} ${one.heading}`, one]),
  );
  return [...byName.values()].slice(0, MOST_HEADINGS);
};

/**
 * The references of a record's document: for each of its headings the forms that lead to it. Takes the forms by list and
 * normalized heading. A form that the record bears as a heading too leads nowhere.
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
 * The see-also references of a record's document: for each of its headings those at which it is named too, in the lists of readers
 * who look there. Takes these by list and normalized heading.
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
