/** A clause of the search engine's query language. */
export type Clause = Record<string, unknown>;

export const anyOf = (should: Clause[]): Clause => ({ bool: { should, minimum_should_match: 1 } });
export const allOf = (filter: Clause[]): Clause => ({ bool: { filter } });
export const among = (field: string, values: readonly string[]): Clause => ({ terms: { [field]: [...values] } });
/** Returns a clause that scores a fixed number when it matches. */
export const worth = (boost: number, filter: Clause): Clause => ({ constant_score: { filter, boost } });
