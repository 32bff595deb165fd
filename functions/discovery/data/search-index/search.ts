import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { audiences } from '../../../catalogue/public/audiences.ts';
import type { EngineQuery } from '../../domain/query/engine-query.ts';
import { type HeadingCount, headingCounts } from '../../domain/query/facet-values.ts';
import { type CodedFacet, codedFacets, workNames } from '../../domain/query/search-parameters.ts';
import type { Spellings } from '../../domain/query/spelling.ts';

/** A hit as the index has it. */
export const foundSchema = z.object({
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

/**
 * Defines the counts as the engine returns them: within a filter of the other choices, or without one. `sum_other_doc_count`: hits under
 * values that it left out.
 */
const counts = <K extends z.ZodType>(key: K) => {
  const values = z.object({
    buckets: z.array(z.object({ key, doc_count: z.number() })),
    sum_other_doc_count: z.number().default(0),
  });
  return z.union([values, z.object({ values }).transform((within) => within.values)]);
};
const terms = counts(z.string());
const suggested = z.array(z.object({ text: z.string(), options: z.array(z.object({ text: z.string() })) }));
const innerHits = z.object({ editions: z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) }) });
const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    total: z.object({ value: z.number(), relation: z.string() }),
    hits: z.array(
      z.object({
        sort: z.tuple([z.union([z.number(), z.string()]), z.string()]),
        _source: z.object({ shown: foundSchema }),
        inner_hits: innerHits.optional(),
        fields: z.object({ work_key: z.array(z.string()).min(1) }).optional(),
      }),
    ),
  }),
  aggregations: z
    .object({
      found: z.object({ doc_count: z.number() }).optional(),
      format: terms,
      language: terms,
      member: terms,
      year: counts(z.number()),
      author: terms.optional(),
      subject: terms.optional(),
    })
    .optional(),
  suggest: z.object({ spelling: suggested }).optional(),
});

/** A hit as the index has it, with the sort values for a cursor; for a work, its name and the number of editions found. */
export type FoundRecord = z.infer<typeof foundSchema> & {
  sort: [string | number, string];
  editions?: number;
  work?: string;
};

type Buckets = { value: string; count: number }[];

/**
 * A page from the index. `found`: all hits of the words before facets; known for the first page only. `spellings`: words similar to those
 * that the index lacks.
 */
export type FoundPage = {
  total: { count: number; atLeast: boolean };
  hits: FoundRecord[];
  found?: number;
  spellings?: Spellings[];
  facets?: {
    format: Buckets;
    language: Buckets;
    member: Buckets;
    decade: { from: number; count: number }[];
    author?: HeadingCount[];
    subject?: HeadingCount[];
    /** The facets of which the engine left values out. */
    more?: CodedFacet[];
  };
};

const bucketsOf = ({ buckets }: z.infer<typeof terms>): Buckets =>
  buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));

const nothing: FoundPage = {
  total: { count: 0, atLeast: false },
  hits: [],
  found: 0,
  facets: { format: [], language: [], member: [], decade: [] },
};

/** Returns the facets from the engine's counts. */
const facetsOf = (by: NonNullable<z.infer<typeof answerSchema>['aggregations']>): NonNullable<FoundPage['facets']> => {
  const more = codedFacets.filter((facet) => by[facet].sum_other_doc_count > 0);
  return {
    format: bucketsOf(by.format),
    language: bucketsOf(by.language),
    member: bucketsOf(by.member),
    decade: by.year.buckets.map(({ key, doc_count }) => ({ from: key, count: doc_count })),
    ...(by.author ? { author: headingCounts('author', bucketsOf(by.author)) } : {}),
    ...(by.subject ? { subject: headingCounts('subject', bucketsOf(by.subject)) } : {}),
    ...(more.length > 0 ? { more } : {}),
  };
};

// An index made before names were opaque has readable ones, which are not shown.
const workOf = (work = ''): { work?: string } => (workNames.test(work) ? { work } : {});

const pageOf = ({ hits, aggregations: by, suggest }: z.infer<typeof answerSchema>): FoundPage => ({
  total: { count: hits.total.value, atLeast: hits.total.relation !== 'eq' },
  hits: hits.hits.map(({ sort, _source, inner_hits: inner, fields }) => ({
    ..._source.shown,
    sort,
    ...(inner ? { editions: inner.editions.hits.total.value } : {}),
    ...workOf(fields?.work_key[0]),
  })),
  ...(suggest
    ? {
        spellings: suggest.spelling.map(({ text, options }) => ({
          word: text,
          options: options.map((one) => one.text),
        })),
      }
    : {}),
  ...(by
    ? {
        // Without a choice, all hits are shown.
        found: by.found?.doc_count ?? hits.total.value,
        facets: facetsOf(by),
      }
    : {}),
});

/** Returns a page of hits from the current index. Empty when no index exists. Throws as `askIndex`. */
export const searchIndex = async (engine: Engine, family: string, query: EngineQuery): Promise<FoundPage> => {
  const found = await askIndex(engine, family, query, answerSchema);
  return found === undefined ? nothing : pageOf(found);
};
