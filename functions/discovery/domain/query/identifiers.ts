import { isbn13Of, issnOf, lccnOf, oclcOf, plainNumber } from '../../../../layers/kernel/citation/standard-numbers.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { identifierKey } from '../../../catalogue/public/identifier-key.ts';

// Labels before a number, as copied from a page.
const LABEL =
  /^\s*(?:https?:\/\/(?:lccn\.loc\.gov|(?:www\.)?worldcat\.org\/(?:oclc|title|isbn))\/|(?:urn:)?(?:isbn(?:-?1[03](?!\d))?|issn(?:-l)?|lccn|oclc|ocolc|barcode)\b(?:\s*(?:number|no)\b\.?)?\s*[:#]?)\s*/i;

const unlabelled = (q: string): string => {
  const rest = plainNumber(q).replace(LABEL, '');
  return rest.trim() === '' ? q : rest.trim();
};

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text ? [text] : []))),
];

/** Returns all keys under which a number may be among the record's ids: as typed, as OCLC number, as LCCN, without leading zeros. */
const keysOf = (q: string): string[] => {
  const bare = unlabelled(q);
  const keys = distinct([identifierKey(q), identifierKey(bare), oclcOf(q), oclcOf(bare), lccnOf(bare)]);
  return distinct([...keys, ...keys.map((key) => (/^0+\d/.test(key) ? key.replace(/^0+(?=\d)/, '') : undefined))]);
};

/** Returns the readings of a query as an identifier: ISBN of either length with any hyphens, ISSN, or a number as on a label. */
const readings = (q: string): Clause[] => {
  const bare = unlabelled(q);
  const [isbn, issn] = [isbn13Of(bare), issnOf(bare)];
  return [
    ...(isbn === undefined ? [] : [{ term: { isbn } }]),
    ...(issn === undefined ? [] : [{ term: { issn } }]),
    { terms: { ids: keysOf(q) } },
  ];
};

/** Returns the clause of an identifier search: exactly that number. */
export const identifierClause = (q: string): Clause => anyOf(readings(q));

// Fewer digits of an ISBN match half a country's books.
const SHORTEST_START = 6;

/** Returns the beginning of an ISBN in its long form: ten-digit ones follow 978. */
const startsOfIsbn = (q: string): Clause[] => {
  const digits = unlabelled(q).replace(/[- ]/g, '');
  if (!/^\d+$/.test(digits) || digits.length < SHORTEST_START || digits.length > 12) return [];
  const starts = /^97[89]/.test(digits) ? [digits, `978${digits}`] : [`978${digits}`];
  // The last digit of a complete ISBN-10 is its check digit, which the long form lacks.
  return starts.filter((start) => start.length <= 12).map((value) => ({ prefix: { isbn: { value } } }));
};

/**
 * Returns the clause for when no record has the number as its own: records that refer to it (another form's ISBN, a cancelled or misprinted
 * number) or whose ISBN begins with it.
 */
export const nearIdentifier = (q: string): Clause => {
  const bare = unlabelled(q);
  const numbers = distinct([...keysOf(q), isbn13Of(bare), identifierKey(issnOf(bare) ?? '')]);
  return anyOf([{ terms: { other_numbers: numbers } }, ...startsOfIsbn(q)]);
};

// "1984" is a title rather than a number.
const SHORTEST_NUMBER = 6;

/** Returns whether a query in all fields looks like a number from a label or a book's back. */
export const looksLikeNumber = (q: string): boolean => {
  const key = identifierKey(unlabelled(q));
  const digits = key.match(/\d/g)?.length ?? 0;
  if (LABEL.test(plainNumber(q))) return digits > 0;
  if (oclcOf(q) !== undefined || /^[a-z]{0,3} ?\d{2,4}-\d{1,6}$/i.test(unlabelled(q))) return true;
  return key.length >= SHORTEST_NUMBER && digits >= key.length / 2;
};
