import { rebuildIndex } from '../../functions/catalogue/data/search-index/rebuild.ts';
import type { IndexDocument } from '../../functions/catalogue/domain/index/index-document.ts';
import { findRecords } from '../../functions/discovery/data/search-index/find-records.ts';
import { plainSearch } from '../../functions/discovery/domain/query/search-parameters.ts';
import { anIndex } from '../../test/builders/search-engine.ts';
import type { Case } from './cases.ts';
import { type Judged, judge, type Search } from './judge.ts';

const AT_ONCE = 250;

const batches = async function* (documents: readonly IndexDocument[]) {
  for (let from = 0; from < documents.length; from += AT_ONCE)
    yield {
      writes: documents
        .slice(from, from + AT_ONCE)
        .map((document) => ({ id: document.recordId, version: 1, document })),
    };
};

const HITS = 50;

/** Judges conditions on an index of these documents, built by the product's own rebuild and searched by its own query. */
export const judgeAll = async (
  documents: readonly IndexDocument[],
  cases: readonly Case[],
): Promise<{ judged: Judged[]; times: number[] }> => {
  const index = anIndex();
  try {
    const { failed } = await rebuildIndex(index.runtime, () => batches(documents), { settleMs: 0 });
    if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed.slice(0, 3))}`);
    const { engine, family } = index;
    const times: number[] = [];
    const search: Search = async (query, scope) => {
      const startedAt = performance.now();
      const parameters = plainSearch(query, { scope, limit: HITS });
      const { hits, total } = await findRecords(engine, family, parameters, { kind: 'anonymous' });
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
