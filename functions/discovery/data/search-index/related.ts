import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { LAST } from '../../../catalogue/public/shelf-last.ts';
import { shelvedAs } from '../../../catalogue/public/shelved-as.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import type { EngineQuery } from '../../domain/query/engine-query.ts';
import { beside, editionsOf, placeOf, type RelatedBy, type Shelves, similarTo } from '../../domain/query/related.ts';
import type { Related, RelatedTitle } from '../../domain/related-titles.ts';
import { type FoundRecord, searchIndex } from './search.ts';

const several = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);
const answerSchema = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({
          record_id: z.string(),
          work_key: z.string().optional(),
          subject_key: several,
          author_key: z.string().optional(),
          language: several,
          format: z.string(),
        }),
      }),
    ),
  }),
});

/** Returns what relates a record to others, as the index has it; undefined when the index does not show the record to this viewer. */
const relatedBy = async (
  engine: Engine,
  family: string,
  recordId: string,
  tokens: readonly string[],
): Promise<RelatedBy | undefined> => {
  const query = {
    size: 1,
    query: { bool: { filter: [among('visible_to', tokens), { term: { record_id: recordId } }] } },
    _source: ['record_id', 'work_key', 'subject_key', 'author_key', 'language', 'format'],
    timeout: '2s',
  };
  const found = (await askIndex(engine, family, query, answerSchema))?.hits.hits[0]?._source;
  if (found === undefined) return undefined;
  return {
    ...{ recordId, work: found.work_key, subjects: found.subject_key, languages: found.language, format: found.format },
    // Records without an author sort last by this value.
    author: found.author_key === LAST ? undefined : found.author_key,
  };
};

const titleOf = ({ recordId, title, author, year, format, languages, sort: [place] }: FoundRecord): RelatedTitle => {
  const shelved = shelvedAs(place);
  return {
    ...{ recordId, title, format, languages },
    ...(author === undefined ? {} : { author }),
    ...(year === undefined ? {} : { year }),
    ...(shelved === undefined ? {} : { callNumber: shelved.callNumber }),
  };
};

const nothing: Related = { editions: [], similar: [], shelf: [] };

/**
 * Returns the titles related to a record that a viewer may see: other editions, similar titles, and the titles beside it on the shelves of
 * these members, in shelf order with the record itself. All lists are empty for a record that the index does not show to the viewer. Throws
 * as `askIndex`.
 */
export const relatedTitles = async (
  engine: Engine,
  family: string,
  recordId: string,
  members: readonly string[],
  viewer: Viewer,
): Promise<Related> => {
  const tokens = viewerTokens(viewer);
  const shelves: Shelves = { members, tokens };
  const asked = async (query: EngineQuery | undefined): Promise<FoundRecord[]> =>
    query === undefined ? [] : (await searchIndex(engine, family, query)).hits;
  const [by, [own]] = await Promise.all([
    relatedBy(engine, family, recordId, tokens),
    asked(placeOf(recordId, shelves)),
  ]);
  if (by === undefined) return nothing;
  const place = own && shelvedAs(own.sort[0]) ? own.sort : undefined;
  const [editions, similar, before, after] = await Promise.all([
    asked(editionsOf(by, tokens)),
    asked(similarTo(by, tokens)),
    asked(place && beside(place, 'before', shelves)),
    asked(place && beside(place, 'after', shelves)),
  ]);
  const shelf = own && place ? [...before.reverse(), own, ...after] : [];
  return {
    editions: editions.map(titleOf),
    similar: similar.map(titleOf),
    // Records without a call number come after all others.
    shelf: shelf.map(titleOf).filter(({ callNumber }) => callNumber !== undefined),
  };
};
