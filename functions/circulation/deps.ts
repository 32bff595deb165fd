import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { interlibraryLoans } from '../interlibrary-loans.ts';
import { circulationStores } from './data/circulation-stores.ts';

/** Composes what circulation's operations work with, once a container. */
export const circulationDeps = (runtime: Pick<Runtime, 'environment'>) => circulationStores(openTable(runtime));
export type CirculationDeps = ReturnType<typeof circulationDeps>;

/** The same for operations that may also advance an interlibrary loan: check-in and renewal. */
export const interlibraryDeps = (runtime: Runtime) => ({
  ...circulationDeps(runtime),
  interlibraryLoans: interlibraryLoans(runtime),
});
export type InterlibraryDeps = ReturnType<typeof interlibraryDeps>;
