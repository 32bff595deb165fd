import { loanRequestStore } from '../../layers/data/loan-request-store.ts';
import { titlesIn } from '../../layers/data/titles.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';

/** What reading requests is composed of: of all that resource sharing writes with, nothing. */
export const reading = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, requests: loanRequestStore(table), titles: titlesIn(table) };
};
export type Reading = ReturnType<typeof reading>;
