import { loanRequestStore } from '../../layers/data/loan-request-store.ts';
import { openTable } from '../../layers/data/table.ts';
import { titlesIn } from '../../layers/data/titles.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';

/** What reading requests is composed of: of all that resource sharing writes with, nothing. */
export const reading = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, requests: loanRequestStore(table), titles: titlesIn(table) };
};
export type Reading = ReturnType<typeof reading>;
