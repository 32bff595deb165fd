import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { fundStore } from './data/fund-store.ts';

/** Composes the dependencies of fiscal years, funds and the movements of their money. */
export const fundDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    ...{ funds: fundStore(table), ids: runtime.ids },
    names: (actors: readonly string[]) => staffNames(table, actors),
  };
};
export type FundDeps = ReturnType<typeof fundDeps>;
