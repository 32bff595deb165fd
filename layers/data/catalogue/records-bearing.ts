import * as z from 'zod';
import type { HeadingName } from '../../domain/catalogue/references.ts';
import { bearing } from '../../domain/discovery/browse/bearing.ts';
import type { Engine } from '../search/client.ts';
import { askIndex } from '../search/search.ts';

/** A heading that more records bear is brought up to date with them at the next rebuild of the index. */
const MOST_RECORDS = 5000;

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }),
});

/**
 * The ids of the records that bear any of some headings, with whatever subdivisions, as the index has them; the first 5,000. An
 * index that was never made has none. Throws `EngineAway` when the engine is busy or gone.
 */
export const recordsBearing = async (
  engine: Engine,
  family: string,
  names: readonly HeadingName[],
): Promise<string[]> => {
  if (names.length === 0) return [];
  const query = { size: MOST_RECORDS, query: bearing(names), _source: false, timeout: '10s' };
  const answer = await askIndex(engine, family, query, answerSchema, 'Looking for the records of a heading');
  return answer?.hits.hits.map(({ _id }) => _id) ?? [];
};
