import { anyOf, type Clause } from '../../../catalogue/public/clauses.ts';
import { callNumberKey } from '../../../catalogue/public/title-keys.ts';

const term = (key: string): Clause => ({ term: { call_number: key } });

/** The clause of a call number search: that number or mark, or any that begins so. */
export const callNumberClause = (q: string): Clause => {
  const key = callNumberKey(q);
  return key === '' ? { match_none: {} } : anyOf([term(key), { prefix: { call_number: { value: key } } }]);
};

/** How much a whole call number counts over the beginning of one. */
export const wholeCallNumber = (q: string): Clause => ({
  constant_score: { filter: term(callNumberKey(q)), boost: 100 },
});

/** The same for a search in all fields, where the query has the shape of a call number: the whole of it only. */
export const callNumberInAny = (q: string): Clause | undefined =>
  /^\s*\p{L}{0,4} ?\d/u.test(q) && (/[.:/]/.test(q) || /\d \p{L}\d/u.test(q)) ? term(callNumberKey(q)) : undefined;
