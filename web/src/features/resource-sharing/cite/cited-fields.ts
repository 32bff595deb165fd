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
/** The typed values by field; values for another kind stay until they are used again. */
export type Typed = { [F in CitedField]?: string };

/** Returns the fields of a kind, in the usual order of a reference. */
export const fieldsFor = (kind: CitedKind): readonly CitedField[] => fieldsOf[kind];

const isThere = (typed: Typed, ...fields: CitedField[]): boolean => fields.some((field) => typed[field]?.trim());
const isPart = (kind: CitedKind): boolean => kind === 'article' || kind === 'chapter';

/** Whether a field is required to find the item; the API requires the same (`missing` of a citation). */
export const isNeeded = (field: CitedField, kind: CitedKind, typed: Typed): boolean => {
  if (isPart(kind) && isThere(typed, 'doi')) return false;
  if (field === 'title')
    return !isThere(typed, ...(kind === 'article' || kind === 'journal' ? ['issn' as const] : ['isbn' as const]));
  if (!isPart(kind)) return false;
  return (field === 'partTitle' && !isThere(typed, 'pages')) || (field === 'date' && !isThere(typed, 'volume'));
};

/** Returns the usual service: a copy for a part, a loan for a whole. */
export const usualService = (kind: CitedKind): Service => (isPart(kind) ? 'copy' : 'loan');

/** Builds the citation of the fields of its kind; numbers become lists. */
export const citationOf = (kind: CitedKind, typed: Typed): Citation => {
  const given = fieldsFor(kind).flatMap((field) => {
    const text = typed[field]?.trim() ?? '';
    if (text === '') return [];
    const isList = field === 'isbn' || field === 'issn';
    return [[field, isList ? text.split(/\s*[,;]\s*/).filter(Boolean) : text]];
  });
  return { kind, ...Object.fromEntries(given) };
};
