import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { readAllDocuments } from '../catalogue/public/read-all-documents.ts';
import { itemStore } from '../items/public/item-store.ts';
import { findInDocuments } from './data/find-in-documents.ts';
import { findRecords } from './data/search-index/find-records.ts';
import { engineDeps } from './deps.ts';
import type { Find } from './use-cases/search-catalogue.ts';

/** Returns the dependencies of searching, with the current state of copies. */
export const searchDeps = (runtime: Runtime) => {
  const items = itemStore(openTable(runtime));
  // A library without an index has some dozen records: each search reads all.
  const inTable: Find = async (...search) => findInDocuments(await readAllDocuments(runtime), ...search);
  if (runtime.environment.isPractice) return { items, find: inTable };
  const { engine, family } = engineDeps(runtime);
  const inIndex: Find = (...search) => findRecords(engine, family, ...search);
  return { items, find: inIndex };
};
