import * as z from 'zod';
import { audiences } from '../../domain/catalogue/visibility.ts';
import type { EngineQuery } from '../../domain/discovery/engine-query.ts';
import { type Engine, EngineAway, unexpected } from './client.ts';
import { readAlias } from './versions.ts';

const shown = z.object({
  recordId: z.string(),
  title: z.string(),
  responsibility: z.string().optional(),
  author: z.string().optional(),
  otherTitle: z.string().optional(),
  publishers: z.array(z.string()),
  year: z.number().optional(),
  edition: z.string().optional(),
  extent: z.string().optional(),
  format: z.string(),
  languages: z.array(z.string()),
  isOnline: z.boolean(),
  isbn13: z.array(z.string()),
  items: z.array(
    z.object({ itemId: z.string(), member: z.string(), hiddenFrom: z.array(z.enum(audiences)).exactOptional() }),
  ),
});

const terms = z.object({
  values: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
});
const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    total: z.object({ value: z.number(), relation: z.string() }),
    hits: z.array(
      z.object({
        sort: z.tuple([z.union([z.number(), z.string()]), z.string()]),
        _source: z.object({ shown }),
      }),
    ),
  }),
  aggregations: z
    .object({
      found: z.object({ doc_count: z.number() }),
      format: terms,
      language: terms,
      member: terms,
      year: z.object({
        values: z.object({ buckets: z.array(z.object({ key: z.number(), doc_count: z.number() })) }),
      }),
    })
    .optional(),
});

/** A hit as the index knows it, with the sort values that a cursor is made of. */
export type FoundRecord = z.infer<typeof shown> & { sort: [string | number, string] };

type Buckets = { value: string; count: number }[];

/** A page out of the index. `found`: all that the words found, before facets; known for the first page only. */
export type FoundPage = {
  total: { count: number; atLeast: boolean };
  hits: FoundRecord[];
  found?: number;
  facets?: { format: Buckets; language: Buckets; member: Buckets; decade: { from: number; count: number }[] };
};

const bucketsOf = ({ values }: z.infer<typeof terms>): Buckets =>
  values.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));

const nothing: FoundPage = {
  total: { count: 0, atLeast: false },
  hits: [],
  found: 0,
  facets: { format: [], language: [], member: [], decade: [] },
};

const pageOf = ({ hits, aggregations: by }: z.infer<typeof answerSchema>): FoundPage => ({
  total: { count: hits.total.value, atLeast: hits.total.relation !== 'eq' },
  hits: hits.hits.map(({ sort, _source }) => ({ ..._source.shown, sort })),
  ...(by
    ? {
        found: by.found.doc_count,
        facets: {
          format: bucketsOf(by.format),
          language: bucketsOf(by.language),
          member: bucketsOf(by.member),
          decade: by.year.values.buckets.map(({ key, doc_count }) => ({ from: key, count: doc_count })),
        },
      }
    : {}),
});

/**
 * Sends a query to the index that is searched now. An index that was never made is empty. Throws `EngineAway` when the
 * engine is busy, gone, or gave only part of an answer: half a result shown as whole would be a wrong answer.
 */
export const searchIndex = async (engine: Engine, family: string, query: EngineQuery): Promise<FoundPage> => {
  const path = `/${readAlias(family)}/_search?allow_partial_search_results=false`;
  const answer = await engine({ method: 'POST', path, body: query });
  if (answer.status === 404) return nothing;
  if (answer.status === 429 || answer.status >= 500) throw new EngineAway(`Searching: ${answer.status}`);
  if (answer.status !== 200) throw unexpected('Searching', answer);
  const parsed = answerSchema.parse(answer.body);
  if (parsed.timed_out) throw new EngineAway('The search took too long.');
  return pageOf(parsed);
};
