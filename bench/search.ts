import { parseArgs } from 'node:util';
import { works } from '../demo/works/works.ts';
import type { IndexDocument } from '../layers/domain/catalogue/index-document.ts';
import { toSearchDocument } from '../layers/domain/discovery/search-document.ts';
import type { SearchWish } from '../layers/domain/discovery/search-wish.ts';
import { documentOfWork } from '../test/builders/index-document.ts';
import { anIndex } from '../test/builders/search-engine.ts';

/**
 * How fast a search is on a real engine: `node bench/search.ts [--documents 20000] [--json]`, with OPENSEARCH_ENDPOINT set.
 * The documents are the demo's works, over and over, each copy with other words of the same works in its notes.
 */
const { values: given } = parseArgs({
  options: { json: { type: 'boolean' }, documents: { type: 'string', default: '20000' } },
});
if (!process.env.OPENSEARCH_ENDPOINT) {
  console.log(
    given.json
      ? JSON.stringify({ skipped: 'OPENSEARCH_ENDPOINT is not set' })
      : 'Skipped: set OPENSEARCH_ENDPOINT to a running OpenSearch.',
  );
  process.exit(0);
}
const size = Number(given.documents);

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

const kinds: Record<string, Partial<SearchWish>[]> = {
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

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

const index = anIndex();
try {
  const folding = performance.now();
  for (let n = 0; n < 2000; n++) toSearchDocument(documentAt(n));
  const foldedPerSecond = Math.round(2000 / ((performance.now() - folding) / 1000));
  const filling = performance.now();
  for (let from = 0; from < size; from += 500)
    await index.hold(Array.from({ length: Math.min(500, size - from) }, (_, i) => documentAt(from + i)));
  const writtenPerSecond = Math.round(size / ((performance.now() - filling) / 1000));
  const rows: { kind: string; searches: number; p50: number; p95: number }[] = [];
  const every: number[] = [];
  for (const [kind, wishes] of Object.entries(kinds)) {
    const took: number[] = [];
    for (const round of [0, 1, 2]) {
      for (const { q = '', ...more } of wishes) {
        const startedAt = performance.now();
        await index.search(q, more);
        // The first round warms the engine up.
        if (round > 0) took.push(performance.now() - startedAt);
      }
    }
    took.sort((a, b) => a - b);
    every.push(...took);
    rows.push({ kind, searches: took.length, p50: rounded(quantile(took, 0.5)), p95: rounded(quantile(took, 0.95)) });
  }
  every.sort((a, b) => a - b);
  const result = {
    bench: 'search',
    documents: size,
    writtenPerSecond,
    foldedPerSecond,
    p50: rounded(quantile(every, 0.5)),
    p95: rounded(quantile(every, 0.95)),
    kinds: rows,
  };
  if (given.json) console.log(JSON.stringify(result));
  else {
    console.table(rows);
    console.log(
      `${size} documents; ${writtenPerSecond} written/s, ${foldedPerSecond} folded/s; p50 ${result.p50} ms, p95 ${result.p95} ms`,
    );
  }
} finally {
  await index.drop();
}
