import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { periodStore } from '../finance/public/period-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { memberStore } from '../membership/public/member-store.ts';

/** Composes the dependencies for reading policies. */
export const policyDeps = (runtime: Pick<Runtime, 'environment'>) => ({ policies: policyStore(openTable(runtime)) });

/**
 * Composes the dependencies for adopting policies, including the periods that a policy for past months may affect, and the directory that
 * rules name.
 */
export const adoptionDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const [members, branches] = [memberStore(table), branchStore(table)];
  return {
    ...policyDeps(runtime),
    periods: periodStore(table),
    directory: () => readDirectory(table),
    /** Returns whether a member or a branch (`member.branch`) exists, by a read of its own. */
    exists: async (place: string): Promise<boolean> =>
      place.includes('.') ? branches.exists(place) : (await members.get(place)) !== undefined,
  };
};
export type AdoptionDeps = ReturnType<typeof adoptionDeps>;
