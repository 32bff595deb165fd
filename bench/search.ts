import { parseArgs } from 'node:util';
import * as z from 'zod';
import { works } from '../demo/works/works.ts';
import type { IndexDocument } from '../functions/catalogue/domain/index/index-document.ts';
import { toSearchDocument } from '../functions/catalogue/domain/index/search-document.ts';
import type { SearchParameters } from '../functions/discovery/domain/query/search-parameters.ts';
import { documentOfWork } from '../test/builders/index-document.ts';
import { anIndex } from '../test/builders/search-engine.ts';
import { quantile } from './quantile.ts';

const all = works.map(documentOfWork);
const words = all.flatMap(({ title }) => title.split(/\s+/)).filter((word) => /^\p{L}{3,}$/u.test(word));
const wordAt = (n: number): string => words[(n * 7919) % words.length] ?? 'word';
const phraseAt = (n: number, length: number): string =>
  Array.from({ length }, (_, i) => wordAt(n * 31 + i * 17)).join(' ');

const documentAt = (n: number): IndexDocument => {
  const work = all[n % all.length];
  if (!work) throw new Error('The demo has no works.');
  if (n < all.length) return work;
  const title = `${phraseAt(n, 4)} ${n % 9}`;
  return {
    ...work,
    recordId: `${work.recordId}-${n}`,
    title,
    titleProper: title,
    titleWithoutArticle: title,
    contents: [phraseAt(n, 30)],
    isbn13: [],
  };
};

const kinds: Record<string, Partial<SearchParameters>[]> = {
  'one word': all.slice(0, 60).map((_, i) => ({ q: wordAt(i) })),
  'a title': all.slice(0, 60).map(({ title }) => ({ q: title.split(' : ')[0] ?? title })),
  'author and title': all
    .filter(({ author }) => author)
    .slice(0, 60)
    .map(({ title, author = '' }) => ({ q: `${author.split(',')[0]} ${title}` })),
  'a slip of the finger': all.slice(100, 160).map(({ title }) => ({ q: `${title.slice(0, 3)}q${title.slice(4)} zq` })),
  'no words, facets': ['book', 'video', 'score'].map((format) => ({
    sort: 'title',
    facets: { format: [format as 'book'], language: [], member: [] },
  })),
};

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** The time of a search, over all kinds and by kind. Milliseconds; records a second. */
type SearchMeasure = {
  bench: 'search';
  documents: number;
  writtenPerSecond: number;
  foldedPerSecond: number;
  /** The size of one copy on the engine, with segments as written. */
  indexBytesADocument: number;
  p50: number;
  p95: number;
  kinds: { kind: string; searches: number; p50: number; p95: number }[];
};

type Index = ReturnType<typeof anIndex>;

const perSecond = (count: number, startedAt: number): number =>
  Math.round(count / ((performance.now() - startedAt) / 1000));

const fold = (count: number): number => {
  const startedAt = performance.now();
  for (let n = 0; n < count; n++) toSearchDocument(documentAt(n));
  return perSecond(count, startedAt);
};

const fill = async (index: Index, size: number): Promise<number> => {
  const startedAt = performance.now();
  for (let from = 0; from < size; from += 500)
    await index.hold(Array.from({ length: Math.min(500, size - from) }, (_, i) => documentAt(from + i)));
  return perSecond(size, startedAt);
};

const storedSchema = z.object({
  _all: z.object({ primaries: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});

const bytesOf = async ({ engine, family }: Index): Promise<number> => {
  await engine({ method: 'POST', path: `/${family}-v*/_flush` });
  const { body } = await engine({ method: 'GET', path: `/${family}-v*/_stats/store` });
  return storedSchema.parse(body)._all.primaries.store.size_in_bytes;
};

/** Returns the milliseconds of each search; a first round warms the engine up and is not counted. */
const timesOf = async (index: Index, searches: Partial<SearchParameters>[]): Promise<number[]> => {
  const took: number[] = [];
  for (const round of [0, 1, 2]) {
    for (const { q = '', ...more } of searches) {
      const startedAt = performance.now();
      await index.search(q, more);
      if (round > 0) took.push(performance.now() - startedAt);
    }
  }
  return took;
};

const shares = (took: readonly number[]) => ({ p50: rounded(quantile(took, 0.5)), p95: rounded(quantile(took, 0.95)) });

/**
 * Measures the speed of searches on a real engine (OPENSEARCH_ENDPOINT) with a number of documents: the demo's works, repeated, each
 * copy with different words of the same works in its notes.
 */
export const measureSearch = async (documents: number): Promise<SearchMeasure> => {
  const index = anIndex();
  try {
    const foldedPerSecond = fold(2000);
    const writtenPerSecond = await fill(index, documents);
    const indexBytesADocument = Math.round((await bytesOf(index)) / documents);
    const times: [kind: string, took: number[]][] = [];
    for (const [kind, searches] of Object.entries(kinds)) times.push([kind, await timesOf(index, searches)]);
    const every = times.flatMap(([, took]) => took);
    const rows = times.map(([kind, took]) => ({ kind, searches: took.length, ...shares(took) }));
    return {
      bench: 'search',
      documents,
      writtenPerSecond,
      foldedPerSecond,
      indexBytesADocument,
      ...shares(every),
      kinds: rows,
    };
  } finally {
    await index.drop();
  }
};

const tell = ({
  kinds: rows,
  documents,
  writtenPerSecond,
  foldedPerSecond,
  indexBytesADocument,
  p50,
  p95,
}: SearchMeasure): void => {
  console.table(rows);
  console.log(
    `${documents} documents; ${writtenPerSecond} written/s, ${foldedPerSecond} folded/s; ${indexBytesADocument} bytes a document; p50 ${p50} ms, p95 ${p95} ms`,
  );
};

// node bench/search.ts [--documents 20000] [--json]
if (import.meta.main) {
  const { values: given } = parseArgs({
    options: { json: { type: 'boolean' }, documents: { type: 'string', default: '20000' } },
  });
  if (!process.env.OPENSEARCH_ENDPOINT) {
    const skipped = 'OPENSEARCH_ENDPOINT is not set';
    console.log(given.json ? JSON.stringify({ skipped }) : `Skipped: ${skipped}.`);
  } else {
    const measure = await measureSearch(Number(given.documents));
    if (given.json) console.log(JSON.stringify(measure));
    else tell(measure);
  }
}
