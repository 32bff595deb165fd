import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { titlesIn } from '../../catalogue/public/titles.ts';
import { loanRequestStore } from '../data/loan-request-store.ts';

/** What reading requests is composed of: of all that resource sharing writes with, nothing. */
export const reading = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, requests: loanRequestStore(table), titles: titlesIn(table) };
};
export type Reading = ReturnType<typeof reading>;
