import type { Engines } from '../../layers/platform/runtime/engines.ts';
import { bucketInMemory } from './bucket-in-memory.ts';

/** Engines for the runtime of tests: a bucket in memory, a bus without readers, a workflow with a task that always waits, an empty archive. */
export const quietEngines = (files = new Map<string, Uint8Array>()): Engines => ({
  bucket: bucketInMemory(files),
  bus: () => ({ publish: async () => {} }),
  workflow: { start: async () => {}, wake: async () => true },
  factQueries: { rows: async () => [] },
});
