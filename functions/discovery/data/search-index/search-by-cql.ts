import * as z from 'zod';
import { bodyOf, type Engine } from '../../../../layers/platform/search/client.ts';
import type { Order } from '../../../../layers/protocols/sru/sru-request.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { readWhole } from '../../../catalogue/public/read-whole-index.ts';
import { searchPath } from '../../../catalogue/public/search-path.ts';
import { LAST } from '../../../catalogue/public/shelf-last.ts';

/** A page of a public search: the first hit (from 1), the number of hits, and the order. */
export type CqlPage = { clause: Clause; orders: readonly Order[]; startRecord: number; maximumRecords: number };

/** The total number of records, and the ids of those on the page. */
export type CqlFound = { total: number; recordIds: string[] };

const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _id: z.string() })),
  }),
});

/** The values that mean none in a sort field: ordinary values to the engine, which must sort last in either direction. */
const NONE: Readonly<Record<string, string>> = { author_key: LAST };

const hasNone = ({ field }: Order): boolean => field in NONE;

/** Returns clauses that score only records with a value in the order, so that the score is the sort key before that order's. */
const scored = (orders: readonly Order[]): Clause[] =>
  orders.filter(hasNone).map(({ field }) => ({
    constant_score: { filter: { bool: { must_not: [{ term: { [field]: NONE[field] } }] } } },
  }));

const sortOf = (orders: readonly Order[]): unknown[] => [
  ...(orders.length === 0 ? [{ _score: 'desc' }] : []),
  ...orders.flatMap((order) => [
    ...(hasNone(order) ? [{ _score: 'desc' }] : []),
    { [order.field]: { order: order.descending ? 'desc' : 'asc', missing: '_last' } },
  ]),
  ...(orders.some(({ field }) => field === 'record_id') ? [] : [{ record_id: 'asc' }]),
];

/** Filters every query: only public records, and no tombstones. */
const offered: Clause[] = [among('visible_to', ['public']), { term: { deleted: false } }];

/** When an order is requested, relevance does not count. */
const found = (clause: Clause, orders: readonly Order[]): Clause =>
  orders.length === 0
    ? { bool: { must: [clause], filter: offered } }
    : { bool: { filter: [clause, ...offered], should: scored(orders) } };

const queryOf = ({ clause, orders, startRecord, maximumRecords }: CqlPage): Record<string, unknown> => ({
  query: found(clause, orders),
  ...{ from: startRecord - 1, size: maximumRecords, sort: sortOf(orders) },
  ...{ track_total_hits: true, _source: false, timeout: '5s' },
});

/**
 * Sends a CQL query to the current index. Returns 'too-much' when the engine rejects it as too large; throws `EngineUnavailable` when the
 * engine is busy, down or returned a partial result.
 */
export const searchByCql = async (engine: Engine, family: string, page: CqlPage): Promise<CqlFound | 'too-much'> => {
  const answer = await engine({ method: 'GET', path: searchPath(family), body: queryOf(page) });
  // The engine reports a mask with more matching words than it expands as an error of its own.
  if (answer.status >= 400 && /too_many|too_complex|max_clause|maxClauseCount/i.test(JSON.stringify(answer.body)))
    return 'too-much';
  const body = bodyOf('Searching by CQL', answer);
  if (body === undefined) return { total: 0, recordIds: [] };
  const { hits } = readWhole('Searching by CQL', answerSchema, body);
  return { total: hits.total.value, recordIds: hits.hits.map(({ _id }) => _id) };
};
