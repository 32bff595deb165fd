import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { works } from '../demo/works/works.ts';
import { openEngine } from '../layers/data/search/client.ts';
import { findRecords } from '../layers/data/search/find-records.ts';
import { rebuildIndex } from '../layers/data/search/rebuild.ts';
import { familyOf } from '../layers/data/search/versions.ts';
import type { IndexDocument } from '../layers/domain/catalogue/index-document.ts';
import { plainWish } from '../layers/domain/discovery/search-wish.ts';
import { root } from '../local/places.ts';
import { documentOfWork } from '../test/builders/index-document.ts';
import { anIndex } from '../test/builders/search-engine.ts';
import { fromCaller } from './caller.ts';
import { marcFolder } from './marc-files.ts';
import { type Case, readCases } from './relevance/cases.ts';
import { documentsIn } from './relevance/corpus.ts';
import { type Judged, judge, type Search } from './relevance/judge.ts';
import { withSearch } from './with-search.ts';

/** How many conditions are met, over all and by kind, and what a search took (milliseconds, as its caller waits). */
type Relevance = {
  bench: 'relevance';
  documents: number;
  conditions: number;
  met: number;
  byKind: Record<string, { conditions: number; met: number }>;
  p50Ms: number;
  p95Ms: number;
};

const AT_ONCE = 250;

const batches = async function* (documents: readonly IndexDocument[]) {
  for (let from = 0; from < documents.length; from += AT_ONCE)
    yield documents.slice(from, from + AT_ONCE).map((document) => ({ id: document.recordId, version: 1, document }));
};

const quantile = (times: readonly number[], q: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10;
};

const HITS = 50;

/** Judges conditions on an index of these documents, made by the product's own rebuild and searched by its own query. */
const judgeAll = async (
  documents: readonly IndexDocument[],
  cases: readonly Case[],
): Promise<{ judged: Judged[]; times: number[] }> => {
  const index = anIndex();
  try {
    const { failed } = await rebuildIndex(index.runtime, () => batches(documents), { settleMs: 0 });
    if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed.slice(0, 3))}`);
    const [engine, family] = [openEngine(index.runtime), familyOf(index.runtime)];
    const times: number[] = [];
    const search: Search = async (query, scope) => {
      const startedAt = performance.now();
      const wish = plainWish(query, { scope, limit: HITS });
      const { hits, total } = await findRecords(engine, family, wish, { kind: 'anonymous' });
      times.push(performance.now() - startedAt);
      return { hits: hits.map(({ recordId, title }) => ({ id: recordId, title })), total: total.count };
    };
    // A first round warms the engine up.
    for (const { query, scope } of cases.slice(0, 50)) await search(query, scope);
    times.length = 0;
    const judged: Judged[] = [];
    for (const one of cases) judged.push(await judge(one, search));
    return { judged, times };
  } finally {
    await index.drop();
  }
};

const measured = (documents: number, judged: readonly Judged[], times: readonly number[]): Relevance => {
  const kinds = Map.groupBy(judged, ({ kind }) => kind);
  const met = (some: readonly Judged[]): number => some.filter((one) => one.met).length;
  return {
    bench: 'relevance',
    documents,
    conditions: judged.length,
    met: met(judged),
    byKind: Object.fromEntries([...kinds].map(([kind, some]) => [kind, { conditions: some.length, met: met(some) }])),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
};

const folder = join(root, 'test', 'relevance');

/** The project's own conditions: on real records where they lie beside it, else on the demo's works only. */
const ownCases = (real: boolean): Case[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && (real ? !file.startsWith('demo') : file.startsWith('demo')))
    .flatMap((file) => readCases(join(folder, file)));

const run = async (given: string | undefined, onDemo: boolean): Promise<{ judged: Judged[]; result: Relevance }> => {
  const marc = onDemo ? undefined : marcFolder();
  if (marc === undefined && !onDemo) console.error('real records are not beside the project: the demo’s works instead');
  const documents = marc === undefined ? works.map(documentOfWork) : documentsIn(marc);
  const cases = given === undefined ? ownCases(marc !== undefined) : readCases(given);
  const { judged, times } = await judgeAll(documents, cases);
  return { judged, result: measured(documents.length, judged, times) };
};

// node bench/relevance.ts [CASES.json] [--demo] [--json] [--unmet]
if (import.meta.main) {
  const words = process.argv.slice(2);
  const given = words.filter((word) => !word.startsWith('--')).map(fromCaller)[0];
  if (given !== undefined && !existsSync(given)) {
    console.error(`There is no file ${given}.`);
    process.exitCode = 2;
  } else {
    await withSearch(async () => {
      if (!process.env.OPENSEARCH_ENDPOINT)
        return console.log(JSON.stringify({ skipped: 'OpenSearch is not here: npm start fetches it' }));
      const { judged, result } = await run(given, words.includes('--demo'));
      if (words.includes('--unmet'))
        for (const { kind, query, came } of judged.filter(({ met }) => !met))
          console.error(`${kind}: ${query} -> ${came}`);
      if (words.includes('--json')) return console.log(JSON.stringify(result));
      const { byKind, ...whole } = result;
      console.table(byKind);
      console.table({ all: { ...whole, share: `${Math.round((1000 * whole.met) / whole.conditions) / 10} %` } });
    });
  }
}
