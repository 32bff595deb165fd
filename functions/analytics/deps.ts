import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { openFactQueries } from '../../layers/platform/queries/fact-queries.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { factArchive } from './data/fact-archive.ts';

/** Composes the archive of facts in the bucket. */
export const archiveDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({
  archive: factArchive(openBucket(runtime)),
});
export type ArchiveDeps = ReturnType<typeof archiveDeps>;

/** Composes the queries of the archive. */
export const queryDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({ facts: openFactQueries(runtime) });
export type QueryDeps = ReturnType<typeof queryDeps>;
