import { openBucket } from '../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { factArchive } from './data/fact-archive.ts';

/** Composes the archive of facts in the bucket. */
export const archiveDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({
  archive: factArchive(openBucket(runtime)),
});
export type ArchiveDeps = ReturnType<typeof archiveDeps>;
