import type { Citation, Service } from '../shared/ways.ts';

export const citedKinds = ['book', 'article', 'chapter', 'journal', 'dissertation', 'other'] as const;
export type CitedKind = Citation['kind'];

const whole = ['title', 'author'] as const;
const part = ['title', 'partTitle', 'partAuthor'] as const;
const fieldsOf = {
  book: [...whole, 'edition', 'volume', 'date', 'publisher', 'isbn'],
  article: [...part, 'volume', 'issue', 'pages', 'date', 'issn', 'doi'],
  chapter: [...part, 'author', 'pages', 'date', 'isbn', 'doi'],
  journal: ['title', 'volume', 'issue', 'date', 'issn'],
  dissertation: [...whole, 'publisher', 'date', 'doi'],
  other: [...whole, 'edition', 'volume', 'date', 'publisher', 'isbn'],
} as const satisfies Record<CitedKind, readonly (keyof Citation)[]>;

export type CitedField = (typeof fieldsOf)[CitedKind][number];
/** What somebody has typed, by field; what was typed for another kind stays until it is of use again. */
export type Typed = { [F in CitedField]?: string };

/** What is asked for of each kind, in the order in which a list of references says it. */
export const fieldsFor = (kind: CitedKind): readonly CitedField[] => fieldsOf[kind];

const isThere = (typed: Typed, ...fields: CitedField[]): boolean => fields.some((field) => typed[field]?.trim());
const isPart = (kind: CitedKind): boolean => kind === 'article' || kind === 'chapter';

/** Without what nobody can look for it: the API asks for the same (`missing` of a citation). */
export const isNeeded = (field: CitedField, kind: CitedKind, typed: Typed): boolean => {
  if (isPart(kind) && isThere(typed, 'doi')) return false;
  if (field === 'title')
    return !isThere(typed, ...(kind === 'article' || kind === 'journal' ? ['issn' as const] : ['isbn' as const]));
  if (!isPart(kind)) return false;
  return (field === 'partTitle' && !isThere(typed, 'pages')) || (field === 'date' && !isThere(typed, 'volume'));
};

/** A part of something is copied, a whole is lent, unless it is said otherwise. */
export const usualService = (kind: CitedKind): Service => (isPart(kind) ? 'copy' : 'loan');

/** The citation of what was typed for its kind, numbers as lists. */
export const citationOf = (kind: CitedKind, typed: Typed): Citation => {
  const given = fieldsFor(kind).flatMap((field) => {
    const text = typed[field]?.trim() ?? '';
    if (text === '') return [];
    const isList = field === 'isbn' || field === 'issn';
    return [[field, isList ? text.split(/\s*[,;]\s*/).filter(Boolean) : text]];
  });
  return { kind, ...Object.fromEntries(given) };
};
