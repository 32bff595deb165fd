import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({ hits: z.array(z.object({ sort: z.tuple([z.string()]) })) }),
});

/** The public records after one, in the order of their ids; `from` leaves out so many. */
type Part = { after: string; from?: number; size: number };

/**
 * Returns ids of records that everybody may see. Takes no more than 10,000 with those that are left out. Throws `EngineUnavailable` when
 * the engine is busy or down.
 */
export const publicRecordIds = async (
  engine: Engine,
  family: string,
  { after, from = 0, size }: Part,
): Promise<string[]> => {
  const query = {
    ...{ from, size },
    query: {
      bool: {
        filter: [among('visible_to', viewerTokens({ kind: 'anonymous' })), { range: { record_id: { gt: after } } }],
      },
    },
    sort: [{ record_id: 'asc' }],
    track_total_hits: false,
    _source: false,
    timeout: '5s',
  };
  const answer = await askIndex(engine, family, query, answerSchema, 'Listing records');
  return (answer?.hits.hits ?? []).map(({ sort: [recordId] }) => recordId);
};
