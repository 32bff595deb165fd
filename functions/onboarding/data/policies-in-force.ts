import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { circulationKinds } from '../../circulation/public/circulation-kinds.ts';
import { circulationPolicies } from '../../circulation/public/circulation-policies.ts';
import type { CirculationPolicies } from '../../circulation/public/policies.ts';

/** Loads the circulation policies in force at `now` (epoch ms), by which loans and holds are loaded; undefined when none were adopted. */
export const policiesInForce = async (table: Table, now: number): Promise<CirculationPolicies | undefined> => {
  const store = policyStore(table);
  const found = await Promise.all(circulationKinds.map((kind) => store.inForce(kind, now)));
  return circulationPolicies(
    found.filter((document) => document !== undefined),
    iso(now),
  );
};
