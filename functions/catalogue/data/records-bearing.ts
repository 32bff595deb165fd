import * as z from 'zod';
import type { Engine } from '../../../layers/platform/search/client.ts';
import { bearing } from '../domain/index/bearing.ts';
import type { HeadingName } from '../domain/index/references.ts';
import { askIndex } from './search-index/ask-index.ts';

/** Records found in one search: as many as the queue takes at once. */
const MOST_RECORDS = 5000;

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }),
});

/** Some records with a heading; `next` is the position after the last one, when there are more. */
export type Bearers = { ids: string[]; next?: string };

/**
 * Returns the ids of the indexed records with any of some headings, including subdivisions: in order, after `after`, as many as one search
 * allows. Empty when no index exists. Throws `EngineUnavailable` when the engine is busy or down.
 */
export const recordsBearing = async (
  engine: Engine,
  family: string,
  names: readonly HeadingName[],
  { after, most = MOST_RECORDS }: { after?: string | undefined; most?: number | undefined } = {},
): Promise<Bearers> => {
  if (names.length === 0) return { ids: [] };
  const query = {
    ...{ size: most, query: bearing(names), _source: false, timeout: '10s', sort: [{ record_id: 'asc' }] },
    ...(after !== undefined && { search_after: [after] }),
  };
  const answer = await askIndex(engine, family, query, answerSchema, 'Looking for the records of a heading');
  const ids = answer?.hits.hits.map(({ _id }) => _id) ?? [];
  const last = ids.length === most ? ids.at(-1) : undefined;
  return { ids, ...(last !== undefined && { next: last }) };
};
