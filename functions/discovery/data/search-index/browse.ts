import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { END, type HeadingValue, headingKey, isAlso, readHeading } from '../../../catalogue/public/heading.ts';
import { type BrowseScope, countsQuery, headingsQuery } from '../../domain/browse/browse-query.ts';
import type { BrowseView, Heading } from '../../domain/browse/browse-views.ts';
import { writePlace } from '../../domain/browse/place.ts';
import { ringsOf } from '../../domain/browse/ring.ts';

const shown = z.object({
  recordId: z.string(),
  title: z.string(),
  author: z.string().optional(),
  year: z.number().optional(),
});
const headingsAnswer = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({ headings: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }),
});
const countsAnswer = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({
    counts: z.object({
      buckets: z.record(
        z.string(),
        z.object({
          doc_count: z.number(),
          first: z.object({ hits: z.object({ hits: z.array(z.object({ _source: z.object({ shown }) })) }) }),
        }),
      ),
    }),
  }),
});

/** A heading with all its spellings in the index; references, and the call numbers of each member, are separate. */
type Found = HeadingValue & { values: string[] };

const grouped = (values: readonly string[]): Found[] => {
  const found = new Map<string, Found>();
  for (const value of values) {
    const read = readHeading(value);
    const name = `${read.key}${END}${read.see ?? ''}`;
    const one = found.get(name) ?? { ...read, values: [] };
    one.values.push(value);
    found.set(name, one);
  }
  return [...found.values()];
};

/** Returns the headings on one side of a position, nearest first: at most `most`, and one more when there are more. */
const headingsFrom = async (
  engine: Engine,
  family: string,
  scope: BrowseScope,
  at: string,
  way: 'onwards' | 'back',
  most: number,
): Promise<Found[]> => {
  // A heading may have several spellings, and several members the same number.
  const size = 3 * (most + 1);
  let values: string[] = [];
  for (const ring of ringsOf(at, way)) {
    const answer = await askIndex(engine, family, headingsQuery(scope, ring, way, size), headingsAnswer, 'Browsing');
    values = [...values, ...(answer?.aggregations.headings.buckets ?? []).map(({ key }) => key)];
    if (grouped(values).length > most) break;
  }
  return grouped(values).slice(0, most + 1);
};

const counted = async (
  engine: Engine,
  family: string,
  scope: BrowseScope,
  found: readonly Found[],
): Promise<Heading[]> => {
  const values = found.map((one) => one.values);
  const answer =
    found.length > 0 ? await askIndex(engine, family, countsQuery(scope, values), countsAnswer, 'Browsing') : undefined;
  return found.map((one, i): Heading => {
    const { key, shown: heading, see } = one;
    const at = writePlace(key);
    if (see !== undefined) {
      const there = { heading: see, at: writePlace(headingKey(scope.list, see)) };
      return { at, heading, count: 0, ...(isAlso(one) ? { seeAlso: there } : { see: there }) };
    }
    const bucket = answer?.aggregations.counts.buckets[String(i)];
    const record = bucket?.first.hits.hits[0]?._source.shown;
    return { at, heading, count: bucket?.doc_count ?? 0, ...(record ? { record } : {}) };
  });
};

/**
 * Returns the key at which the typed text begins in a list: of several possible keys the first with a matching heading, else the last.
 * Makes one request to the engine for each key but the last.
 */
export const placeOf = async (
  engine: Engine,
  family: string,
  scope: BrowseScope,
  [key = '', ...others]: readonly string[],
): Promise<string> => {
  if (others.length === 0) return key;
  const [nearest] = await headingsFrom(engine, family, scope, key, 'onwards', 0);
  return nearest?.key.startsWith(key) ? key : placeOf(engine, family, scope, others);
};

/**
 * Returns a page of a list around a position (a key): the headings before it and after it, each with its count in the scope. Takes how many
 * of each; the position itself counts as after.
 */
export const browseIndex = async (
  engine: Engine,
  family: string,
  scope: BrowseScope,
  at: string,
  { before, after }: { before: number; after: number },
): Promise<BrowseView> => {
  const [back, onwards] = await Promise.all([
    headingsFrom(engine, family, scope, at, 'back', before),
    headingsFrom(engine, family, scope, at, 'onwards', after),
  ]);
  const earlier = back.slice(0, before).reverse();
  return {
    headings: await counted(engine, family, scope, [...earlier, ...onwards.slice(0, after)]),
    position: earlier.length,
    first: back.length <= before,
    last: onwards.length <= after,
  };
};
