import { isbn13Of, issnOf, oclcOf } from '../marc/standard-numbers.ts';
import { anyOf, type Clause } from './engine-query.ts';
import { identifierKey } from './title-keys.ts';

/** What a query is as an identifier: ISBN in either length and any hyphens, ISSN, or a number as it stands on a label. */
const readings = (q: string): Clause[] => {
  const [isbn, issn, oclc] = [isbn13Of(q), issnOf(q), oclcOf(q)];
  const keys = [identifierKey(q), ...(oclc === undefined ? [] : [oclc])];
  const bare = /^0+(?=\d)/.test(keys[0] ?? '') ? [(keys[0] ?? '').replace(/^0+/, '')] : [];
  return [
    ...(isbn === undefined ? [] : [{ term: { isbn } }]),
    ...(issn === undefined ? [] : [{ term: { issn } }]),
    { terms: { ids: [...keys, ...bare].filter((key) => key !== '') } },
  ];
};

/** The clause of an identifier search: exactly that number. */
export const identifierClause = (q: string): Clause => anyOf(readings(q));

// "1984" is a title before it is anybody's number.
const SHORTEST_NUMBER = 6;

/** The same for a search in all fields, when the query looks like a number from a label or a book's back; else undefined. */
export const identifierInAny = (q: string): Clause | undefined => {
  const key = identifierKey(q);
  const looks = key.length >= SHORTEST_NUMBER && (key.match(/\d/g)?.length ?? 0) >= key.length / 2;
  return looks || oclcOf(q) !== undefined ? identifierClause(q) : undefined;
};
