import { randomUUID } from 'node:crypto';
import { indexDefinition } from '../../functions/catalogue/data/search-index/mapping.ts';
import { entranceOf, type IndexVersions, indexVersions } from '../../functions/catalogue/data/search-index/versions.ts';
import { type IndexWriter, indexWriter } from '../../functions/catalogue/data/search-index/writer.ts';
import type { IndexDocument } from '../../functions/catalogue/domain/index/index-document.ts';
import type { Viewer } from '../../functions/catalogue/domain/visibility/visibility.ts';
import { type Found, findRecords } from '../../functions/discovery/data/search-index/find-records.ts';
import { plainSearch, type SearchParameters } from '../../functions/discovery/domain/query/search-parameters.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { type Engine, openEngine } from '../../layers/platform/search/client.ts';

/** A separate index on a real engine. */
export type TestIndex = {
  family: string;
  engine: Engine;
  runtime: Runtime;
  versions: IndexVersions;
  writer: IndexWriter;
  /** Writes these documents and waits until they can be found. */
  hold(documents: IndexDocument[]): Promise<void>;
  refresh(): Promise<void>;
  /** Creates its first version like a release without these fields. Returns the version. */
  makeWithout(...fields: string[]): Promise<string>;
  search(q: string, more?: Partial<SearchParameters>, viewer?: Viewer): Promise<Found>;
  /** Removes all its versions. */
  drop(): Promise<void>;
};

/**
 * Opens an empty index with a unique name, and sets SEARCH_ENDPOINT and SEARCH_INDEX, so that handlers use it too. Throws when no
 * engine is running.
 */
export const anIndex = (family = `test-${randomUUID()}`): TestIndex => {
  const endpoint = process.env.OPENSEARCH_ENDPOINT;
  if (!endpoint)
    throw new Error('Search tests need OpenSearch: start it and set OPENSEARCH_ENDPOINT (npm test does both).');
  Object.assign(process.env, { SEARCH_ENDPOINT: endpoint, SEARCH_SIGNED: 'false', SEARCH_INDEX: family });
  const runtime = systemRuntime();
  const engine = openEngine(runtime);
  const versions = indexVersions(engine, family);
  const writer = indexWriter(runtime);
  const refresh = async (): Promise<void> => void (await engine({ method: 'POST', path: `/${family}-v*/_refresh` }));
  return {
    family,
    engine,
    runtime,
    versions,
    writer,
    refresh,
    hold: async (documents) => {
      const writes = documents.map((document) => ({ id: document.recordId, version: 1, document }));
      const wrong = (await writer.write(writes)).filter(({ outcome }) => outcome !== 'written');
      if (wrong.length > 0) throw new Error(`Not indexed: ${JSON.stringify(wrong.slice(0, 3))}`);
      await refresh();
    },
    makeWithout: async (...fields) => {
      const version = `${family}-v1`;
      const known = Object.entries(indexDefinition.mappings.properties).filter(([name]) => !fields.includes(name));
      const named = [`${family}-read`, `${family}-write`, entranceOf(version)];
      const body = {
        settings: indexDefinition.settings,
        mappings: { ...indexDefinition.mappings, properties: Object.fromEntries(known) },
        aliases: Object.fromEntries(named.map((alias) => [alias, {}])),
      };
      const { status } = await engine({ method: 'PUT', path: `/${version}`, body });
      if (status !== 200) throw new Error(`The engine made no version: ${status}`);
      return version;
    },
    search: (q, more = {}, viewer = { kind: 'anonymous' }) => findRecords(engine, family, plainSearch(q, more), viewer),
    drop: async () => {
      for (const version of await versions.targets()) await versions.remove([version]);
    },
  };
};
