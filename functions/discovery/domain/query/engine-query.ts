import type { Clause } from '../../../catalogue/public/clauses.ts';

/** The engine's request for one page of hits. */
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
