import * as z from 'zod';
import type { Engine } from '../../../layers/platform/search/client.ts';
import { bearing } from '../domain/index/bearing.ts';
import type { HeadingName } from '../domain/index/references.ts';
import { askIndex } from './search-index/ask-index.ts';

const answerSchema = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({ headings: z.object({ buckets: z.array(z.object({ doc_count: z.number() })) }) }).optional(),
});

/**
 * Counts the indexed records that a member holds with each of some headings, including subdivisions. Undefined when no index exists. Throws
 * `EngineUnavailable` when the engine is busy or down.
 */
export const countBearers = async (
  engine: Engine,
  family: string,
  { memberId, names }: { memberId: string; names: readonly HeadingName[] },
): Promise<number[] | undefined> => {
  if (names.length === 0) return [];
  const query = {
    size: 0,
    query: { bool: { filter: [{ term: { held_by: memberId } }, { term: { deleted: false } }] } },
    aggs: { headings: { filters: { filters: names.map((name) => bearing([name])) } } },
    timeout: '5s',
  };
  const answer = await askIndex(engine, family, query, answerSchema, 'Counting the records of headings');
  return answer?.aggregations?.headings.buckets.map(({ doc_count }) => doc_count);
};
