import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { type After, toEngineQuery } from '../../domain/query/query.ts';
import type { SearchParameters } from '../../domain/query/search-parameters.ts';
import { countingTries, isWorded, likeliest, rewordings, spellingAsked } from '../../domain/query/spelling.ts';
import { type FoundPage, searchIndex } from './search.ts';

/** The start of a later page, with the pass and the words that found its first page. */
export type LaterPage = { after: After; relaxed: boolean; corrected?: string };

/**
 * Hits and how they were found: `relaxed` when nothing matches the words as they are; `corrected`: the words that these hits match instead;
 * `suggestion`: words that find more.
 */
export type Found = FoundPage & { relaxed: boolean; corrected?: string; suggestion?: string };

const countsSchema = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({ tries: z.object({ buckets: z.array(z.object({ doc_count: z.number() })) }) }),
});

/** Returns the query with other spellings, when the index has some words only in another spelling. */
const reworded = async (
  engine: Engine,
  family: string,
  { q, scope }: SearchParameters,
  viewer: Viewer,
  { spellings = [] }: FoundPage,
): Promise<{ q: string; count: number } | undefined> => {
  const tries = rewordings(q, spellings);
  if (tries.length === 0 || !isWorded(scope)) return undefined;
  const answer = await askIndex(engine, family, countingTries(tries, scope, viewerTokens(viewer)), countsSchema);
  if (answer === undefined) return undefined;
  const counts = answer.aggregations.tries.buckets.map(({ doc_count }) => doc_count);
  const best = likeliest(tries, counts);
  return best === undefined ? undefined : { q: best, count: Math.max(...counts) };
};

// With fewer hits than this, words that find far more are suggested to the reader.
const FEW = 5;

/**
 * Returns a page of a search: strict first; only when the words (regardless of facets) find nothing, again with the likeliest spelling or
 * less strictly, which the result states. A later page uses the pass of the first.
 */
export const findRecords = async (
  engine: Engine,
  family: string,
  parameters: SearchParameters,
  viewer: Viewer,
  later?: LaterPage,
): Promise<Found> => {
  const pass = (relaxed: boolean, q = parameters.q, suggest?: Record<string, unknown>): Promise<FoundPage> =>
    searchIndex(engine, family, {
      ...toEngineQuery({ ...parameters, q }, viewer, relaxed, later?.after),
      ...(suggest && { suggest }),
    });
  if (later) {
    const { relaxed, corrected } = later;
    return { ...(await pass(relaxed && corrected === undefined, corrected)), relaxed };
  }
  const strict = await pass(false, parameters.q, spellingAsked(parameters));
  if (parameters.q.trim() === '' || parameters.scope === 'callNumber' || (strict.found ?? 0) >= FEW)
    return { ...strict, relaxed: false };
  const better = await reworded(engine, family, parameters, viewer, strict);
  if (strict.found !== 0) {
    const suggestion = better && better.count >= FEW * (strict.found ?? 0) ? better.q : undefined;
    return { ...strict, relaxed: false, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  if (better) return { ...(await pass(false, better.q)), relaxed: true, corrected: better.q };
  const near = await pass(true);
  return { ...near, relaxed: near.found !== 0 };
};
