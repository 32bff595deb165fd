import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { periodStore } from '../finance/public/period-store.ts';

/** Composes the dependencies for reading policies. */
export const policyDeps = (runtime: Pick<Runtime, 'environment'>) => ({ policies: policyStore(openTable(runtime)) });

/** Composes the dependencies for adopting policies, including the periods that a policy for past months may affect. */
export const adoptionDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...policyDeps(runtime),
  periods: periodStore(openTable(runtime)),
});
export type AdoptionDeps = ReturnType<typeof adoptionDeps>;
