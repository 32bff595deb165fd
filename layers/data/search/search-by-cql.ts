import * as z from 'zod';
import type { Order } from '../../domain/cql/cql-to-engine.ts';
import { allOf, among, type Clause } from '../../domain/discovery/engine-query.ts';
import { bodyOf, type Engine } from './client.ts';
import { readWhole, searchPath } from './search.ts';

/** A page of a search for the public: from which hit on (the first is 1), how many, in which order. */
export type CqlPage = { clause: Clause; orders: readonly Order[]; startRecord: number; maximumRecords: number };

/** How many records there are in all, and the numbers of those on the page. */
export type CqlFound = { total: number; recordIds: string[] };

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _id: z.string() })),
  }),
});

const sortOf = (orders: readonly Order[]): unknown[] => [
  ...(orders.length === 0 ? [{ _score: 'desc' }] : []),
  ...orders.map(({ field, descending }) => ({ [field]: { order: descending ? 'desc' : 'asc', missing: '_last' } })),
  ...(orders.some(({ field }) => field === 'record_id') ? [] : [{ record_id: 'asc' }]),
];

const queryOf = ({ clause, orders, startRecord, maximumRecords }: CqlPage): Record<string, unknown> => ({
  query: {
    // Whatever the query says: only what anybody may see, and no tombstones.
    bool: { must: [clause], filter: [allOf([among('visible_to', ['public']), { term: { deleted: false } }])] },
  },
  ...{ from: startRecord - 1, size: maximumRecords, sort: sortOf(orders) },
  ...{ track_total_hits: true, _source: false, timeout: '5s' },
});

/**
 * Sends a query that was written in CQL to the index that is searched now. Gives 'too-much' for one that the engine itself
 * refuses as too large; throws `EngineAway` when it is busy, gone, or answered in part.
 */
export const searchByCql = async (engine: Engine, family: string, page: CqlPage): Promise<CqlFound | 'too-much'> => {
  const answer = await engine({ method: 'POST', path: searchPath(family), body: queryOf(page) });
  if (answer.status === 400 && /too_many|too_complex|max_clause|maxClauseCount/i.test(JSON.stringify(answer.body)))
    return 'too-much';
  const body = bodyOf('Searching by CQL', answer);
  if (body === undefined) return { total: 0, recordIds: [] };
  const { hits } = readWhole('Searching by CQL', answerSchema, body);
  return { total: hits.total.value, recordIds: hits.hits.map(({ _id }) => _id) };
};
