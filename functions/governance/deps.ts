import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { periodStore } from '../finance/public/period-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';

/** Composes the dependencies for reading policies. */
export const policyDeps = (runtime: Pick<Runtime, 'environment'>) => ({ policies: policyStore(openTable(runtime)) });

/** Composes the dependencies for adopting policies, including the periods that a policy for past months may affect and the directory that rules name. */
export const adoptionDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...policyDeps(runtime),
  periods: periodStore(openTable(runtime)),
  directory: () => readDirectory(openTable(runtime)),
});
export type AdoptionDeps = ReturnType<typeof adoptionDeps>;
