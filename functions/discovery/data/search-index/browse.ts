import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import type { HeadingValue } from '../../../catalogue/public/heading.ts';
import { END } from '../../../catalogue/public/heading-end.ts';
import { headingKey } from '../../../catalogue/public/heading-key.ts';
import { isAlso } from '../../../catalogue/public/is-also-in-list.ts';
import { readHeading } from '../../../catalogue/public/read-heading.ts';
import { type BrowseQuery, type BrowseScope, countsQuery, headingsQuery } from '../../domain/browse/browse-query.ts';
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
export type Found = HeadingValue & { values: string[] };

/** Returns what makes two values of the index one entry; undefined for a value that is no entry. */
type NameOf = (value: HeadingValue) => string | undefined;

const apart: NameOf = ({ key, see }) => `${key}${END}${see ?? ''}`;

const grouped = (values: readonly string[], nameOf: NameOf): Found[] => {
  const found = new Map<string, Found>();
  for (const value of values) {
    const read = readHeading(value);
    const name = nameOf(read);
    if (name === undefined) continue;
    const one = found.get(name) ?? { ...read, values: [] };
    one.values.push(value);
    found.set(name, one);
  }
  return [...found.values()];
};

/** The most values that one request to the engine reads. */
const MOST_VALUES = 20_000;

const ringValues = async (engine: Engine, family: string, query: BrowseQuery): Promise<string[]> => {
  const answer = await askIndex(engine, family, query, headingsAnswer, 'Browsing');
  return (answer?.aggregations.headings.buckets ?? []).map(({ key }) => key);
};

/** Returns the headings on one side of a position, nearest first: at most `most`, and one more when there are more. */
export const headingsFrom = async (
  engine: Engine,
  family: string,
  scope: BrowseScope,
  at: string,
  way: 'onwards' | 'back',
  most: number,
  nameOf: NameOf = apart,
): Promise<Found[]> => {
  const found = (values: readonly string[]): Found[] => grouped(values, nameOf);
  let values: string[] = [];
  for (const ring of ringsOf(at, way)) {
    let inRing: string[] = [];
    let size = 3 * (most + 1);
    const isCut = (): boolean => inRing.length === size && found([...values, ...inRing]).length <= most;
    inRing = await ringValues(engine, family, headingsQuery(scope, ring, way, size));
    // A heading may have several spellings, and each member the same number: where they fill the answer, more are read.
    while (isCut() && size < MOST_VALUES) {
      size = Math.min(4 * size, MOST_VALUES);
      inRing = await ringValues(engine, family, headingsQuery(scope, ring, way, size));
    }
    values = [...values, ...inRing];
    if (found(values).length > most) break;
  }
  return found(values).slice(0, most + 1);
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
