import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { facetValuesQuery, offeredValues, type ValueCount } from '../../domain/query/facet-values.ts';
import type { SoughtFacet } from '../../domain/query/facets.ts';
import type { SearchParameters } from '../../domain/query/search-parameters.ts';

const answerSchema = z.object({
  timed_out: z.boolean(),
  terminated_early: z.boolean().optional(),
  aggregations: z.object({
    values: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/**
 * Returns the values of a facet among a search's hits, for headings those that match the typed text, and whether the count is complete.
 * Empty when no index exists. Throws `EngineUnavailable` when the engine is busy or down.
 */
export const facetValues = async (
  engine: Engine,
  family: string,
  facet: SoughtFacet,
  typed: string,
  search: { parameters: SearchParameters; viewer: Viewer; near: boolean },
): Promise<{ values: ValueCount[]; atLeast: boolean }> => {
  const query = facetValuesQuery(facet, typed, search.parameters, search.viewer, search.near);
  const answer = await askIndex(engine, family, query, answerSchema, 'Looking for values of a facet');
  const buckets = answer?.aggregations.values.buckets ?? [];
  const values = buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
  return { values: offeredValues(facet, typed, values), atLeast: answer?.terminated_early ?? false };
};
