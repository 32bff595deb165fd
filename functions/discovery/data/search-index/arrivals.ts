import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { arrivedFrom } from '../../../catalogue/public/arrived-from.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { toEngineQuery } from '../../domain/query/query.ts';
import type { SearchParameters } from '../../domain/query/search-parameters.ts';
import { NAMED_TITLES, type SearchArrivals } from '../../domain/searches/arrival-report.ts';

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ sort: z.tuple([z.number(), z.string()]) })),
  }),
});

/** Days (UTC, `YYYY-MM-DD`): the first, and the day after the last. */
export type Days = { from: string; until: string };

/**
 * Counts the titles of a search that a viewer may see and that arrived on some days, and returns the last of them. The words match as
 * they are, without corrections. Throws `EngineUnavailable` when the engine is busy or down.
 */
export const arrivals = async (
  engine: Engine,
  family: string,
  search: SearchParameters,
  viewer: Viewer,
  { from, until }: Days,
): Promise<Omit<SearchArrivals, 'searchId'>> => {
  const { aggs: _, query, ...page } = toEngineQuery({ ...search, sort: 'arrived', asWorks: false }, viewer, false);
  const [gte, lt] = [from, until].map((day) => arrivedFrom(Date.parse(day)));
  const among = { bool: { must: [query], filter: [{ range: { arrived: { gte, lt } } }] } };
  const asked = { ...page, size: NAMED_TITLES, query: among, _source: false };
  const answer = await askIndex(engine, family, asked, answerSchema, 'Looking for new titles');
  const { total, hits } = answer?.hits ?? { total: { value: 0 }, hits: [] };
  return { count: total.value, recordIds: hits.map(({ sort: [, recordId] }) => recordId) };
};
