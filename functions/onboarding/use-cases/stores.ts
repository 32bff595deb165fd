import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { memberStore } from '../../membership/public/member-store.ts';
import { loadStore } from '../data/load-store.ts';

/** The loads and the table they are in. */
export const loadStores = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return { table, loads: loadStore(table), members: memberStore(table) };
};

/** The same, with the bucket of their files. */
export const fileStores = (runtime: Pick<Runtime, 'environment'>) => ({
  ...loadStores(runtime),
  bucket: openBucket(runtime),
});
