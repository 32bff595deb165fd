import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { callNumberKey } from '../../../catalogue/public/call-number-key.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';

const term = (key: string): Clause => ({ term: { call_number: key } });

/** Returns the clause of a call number search: that number or mark, or any that begins with it. */
export const callNumberClause = (q: string): Clause => {
  const key = callNumberKey(q);
  return key === '' ? { match_none: {} } : anyOf([term(key), { prefix: { call_number: { value: key } } }]);
};

/** Boosts a whole call number over a prefix. */
export const wholeCallNumber = (q: string): Clause => ({
  constant_score: { filter: term(callNumberKey(q)), boost: 100 },
});

/** Returns the same for a search in all fields, when the query looks like a call number: only the whole number. */
export const callNumberInAny = (q: string): Clause | undefined =>
  /^\s*\p{L}{0,4} ?\d/u.test(q) && (/[.:/]/.test(q) || /\d \p{L}\d/u.test(q)) ? term(callNumberKey(q)) : undefined;
