import { parseArgs } from 'node:util';
import * as z from 'zod';
import { quantile } from '../../bench/quantile.ts';
import { generatedDocument, generatedQuery } from '../../bench/search-load/documents.ts';
import { withSearch } from '../../bench/with-search.ts';
import { rebuildIndex } from '../../functions/catalogue/data/search-index/rebuild.ts';
import { findRecords } from '../../functions/discovery/data/search-index/find-records.ts';
import { plainSearch } from '../../functions/discovery/domain/query/search-parameters.ts';
import { anIndex, type TestIndex } from '../builders/search-engine.ts';

const CLIENTS = 8;
const AT_ONCE = 1_500;
const goals = { p95Ms: 40, perSecond: 150, indexedPerSecond: 3_000 };

/**
 * The results of a run. Times are those of a caller, in milliseconds; the engine's processor time is listed too, because times on
 * a busy machine vary.
 */
type Proof = {
  bench: 'prove-search';
  documents: number;
  indexedPerSecond: number;
  engineCpuMsADocument: number;
  bytesADocument: number;
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
  p95MsOfMany: number;
  engineCpuMsASearch: number;
  byKind: Record<string, { p50Ms: number; p95Ms: number }>;
};

const rounded = (value: number): number => Math.round(value * 100) / 100;
const cpuSchema = z.object({
  nodes: z.record(z.string(), z.object({ process: z.object({ cpu: z.object({ total_in_millis: z.number() }) }) })),
});
const sizeSchema = z.object({
  _all: z.object({ primaries: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});

const engineCpuMs = async ({ engine }: TestIndex): Promise<number> => {
  const { body } = await engine({ method: 'GET', path: '/_nodes/stats/process' });
  const { nodes } = cpuSchema.parse(body);
  return Object.values(nodes).reduce((sum, { process: { cpu } }) => sum + cpu.total_in_millis, 0);
};

const batches = async function* (documents: number) {
  for (let from = 0; from < documents; from += AT_ONCE)
    yield {
      writes: Array.from({ length: Math.min(AT_ONCE, documents - from) }, (_, i) => {
        const document = generatedDocument(from + i);
        return { id: document.recordId, version: 1, document };
      }),
    };
};

const build = async (index: TestIndex, documents: number) => {
  const [startedAt, cpu] = [performance.now(), await engineCpuMs(index)];
  await rebuildIndex(index.runtime, () => batches(documents), { settleMs: 0 });
  const seconds = (performance.now() - startedAt) / 1000;
  const engineMs = (await engineCpuMs(index)) - cpu;
  const { body } = await index.engine({ method: 'GET', path: `/${index.family}-v*/_stats/store` });
  return {
    indexedPerSecond: Math.round(documents / seconds),
    engineCpuMsADocument: rounded(engineMs / documents),
    bytesADocument: Math.round(sizeSchema.parse(body)._all.primaries.store.size_in_bytes / documents),
  };
};

const search = async (
  { engine, family }: TestIndex,
  n: number,
  documents: number,
): Promise<{ kind: string; ms: number }> => {
  const { kind, q, scope } = generatedQuery(n, documents);
  const startedAt = performance.now();
  await findRecords(engine, family, plainSearch(q, { scope }), { kind: 'anonymous' });
  return { kind, ms: performance.now() - startedAt };
};

const alone = async (index: TestIndex, documents: number, searches: number) => {
  for (let n = 0; n < searches; n++) await search(index, n, documents);
  const took: { kind: string; ms: number }[] = [];
  for (let n = searches; n < 2 * searches; n++) took.push(await search(index, n, documents));
  const ms = (some: typeof took) => some.map((one) => one.ms);
  const byKind = Object.fromEntries(
    [...Map.groupBy(took, ({ kind }) => kind)].map(([kind, some]) => [
      kind,
      { p50Ms: rounded(quantile(ms(some), 0.5)), p95Ms: rounded(quantile(ms(some), 0.95)) },
    ]),
  );
  return { p50Ms: rounded(quantile(ms(took), 0.5)), p95Ms: rounded(quantile(ms(took), 0.95)), byKind };
};

const together = async (index: TestIndex, documents: number, seconds: number) => {
  const [startedAt, cpu] = [performance.now(), await engineCpuMs(index)];
  const took: number[] = [];
  let next = 1_000_000;
  const client = async (): Promise<void> => {
    while (performance.now() - startedAt < seconds * 1000) {
      next += 1;
      took.push((await search(index, next, documents)).ms);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const passed = (performance.now() - startedAt) / 1000;
  return {
    perSecond: rounded(took.length / passed),
    p95MsOfMany: rounded(quantile(took, 0.95)),
    engineCpuMsASearch: rounded(((await engineCpuMs(index)) - cpu) / took.length),
  };
};

/**
 * Fills an index with generated documents by the product's own rebuild and searches it with four facets, warm: by one client,
 * then by eight.
 */
const prove = async (documents: number, searches: number, seconds: number): Promise<Proof> => {
  const index = anIndex();
  try {
    const built = await build(index, documents);
    const one = await alone(index, documents, searches);
    return { bench: 'prove-search', documents, ...built, ...one, ...(await together(index, documents, seconds)) };
  } finally {
    await index.drop();
  }
};

const tell = ({ byKind, ...proof }: Proof): void => {
  console.table(byKind);
  console.table({ proof });
  const met =
    proof.p95Ms <= goals.p95Ms &&
    proof.perSecond >= goals.perSecond &&
    proof.indexedPerSecond >= goals.indexedPerSecond;
  console.log(
    `${met ? 'met' : 'not met'}: p95 <= ${goals.p95Ms} ms, >= ${goals.perSecond} searches/s, >= ${goals.indexedPerSecond} documents/s`,
  );
};

// node test/proofs/prove-search.ts [--documents 1000000] [--searches 300] [--seconds 20] [--json]
if (import.meta.main) {
  const { values: given } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000000' },
      searches: { type: 'string', default: '300' },
      seconds: { type: 'string', default: '20' },
      json: { type: 'boolean' },
    },
  });
  await withSearch(
    async () => {
      if (!process.env.OPENSEARCH_ENDPOINT)
        return console.log(JSON.stringify({ skipped: 'OpenSearch is not here: npm start fetches it' }));
      const proof = await prove(Number(given.documents), Number(given.searches), Number(given.seconds));
      if (given.json) console.log(JSON.stringify(proof));
      else tell(proof);
    },
    { runs: 'long' },
  );
}
