import type { Engines } from '../../layers/platform/runtime/engines.ts';
import { bucketInMemory } from './bucket-in-memory.ts';

/** Engines for a runtime of tests: a bucket in memory, a bus that nobody reads, a workflow in which a task always waits. */
export const quietEngines = (files = new Map<string, Uint8Array>()): Engines => ({
  bucket: bucketInMemory(files),
  bus: () => ({ publish: async () => {} }),
  workflow: { start: async () => {}, wake: async () => true },
});
