/** A clause of the engine's query language. */
export type Clause = Record<string, unknown>;

/** The engine's request for one page. `from the wish`, made by `toEngineQuery`; the data layer sends it as it is. */
export type EngineQuery = {
  size: number;
  query: Clause;
  post_filter?: Clause;
  aggs?: Record<string, unknown>;
  sort: unknown[];
  search_after?: (string | number)[];
  from?: number;
  collapse?: Clause;
  suggest?: Record<string, unknown>;
  track_total_hits: number;
  _source: string[];
  timeout: string;
};

export const anyOf = (should: Clause[]): Clause => ({ bool: { should, minimum_should_match: 1 } });
export const allOf = (filter: Clause[]): Clause => ({ bool: { filter } });
export const among = (field: string, values: readonly string[]): Clause => ({ terms: { [field]: [...values] } });
/** A clause that counts a fixed score when it holds. */
export const worth = (boost: number, filter: Clause): Clause => ({ constant_score: { filter, boost } });
