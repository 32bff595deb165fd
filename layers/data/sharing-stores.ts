import { circulationKinds, circulationPolicies } from '../domain/circulation/policies.ts';
import { defaultSharingPolicy, type SharingPolicy } from '../domain/resource-sharing/sharing-policy.ts';
import { iso } from '../runtime/clock.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { branchStore } from './branch-store.ts';
import { holdStore } from './hold-store.ts';
import { itemStore } from './item-store.ts';
import { loanItems } from './loan-items.ts';
import { loanMachine } from './loan-machine.ts';
import { loanRequestStore } from './loan-request-store.ts';
import { memberStore } from './member-store.ts';
import { patronStore } from './patron-store.ts';
import { policyStore } from './policy-store.ts';
import { supplyingPartners } from './supplying-partners.ts';
import { openTable } from './table.ts';

/** All that resource sharing is composed of, once a container. */
export const sharingStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  const [items, holds, patrons] = [itemStore(table), holdStore(table), patronStore(table)];
  const [branches, adopted] = [branchStore(table), policyStore(table)];
  const rules = async (now: number) => {
    const found = await Promise.all(circulationKinds.map((kind) => adopted.inForce(kind, now)));
    return circulationPolicies(
      found.filter((document) => document !== undefined),
      iso(now),
    );
  };
  return {
    table,
    items,
    patrons,
    branches,
    members: memberStore(table),
    requests: loanRequestStore(table),
    machine: loanMachine(runtime),
    newIds: runtime.ids,
    /** The libraries outside that may be asked. */
    partners: () => supplyingPartners(table),
    copies: loanItems({ items, holds, patrons, branches, policies: rules, ids: runtime.ids }),
    /** What circulation lends by; undefined until the consortium has adopted it. */
    rules,
    /** How members share: the consortium's policy, or the default. */
    sharing: async (now: number): Promise<SharingPolicy> =>
      (await adopted.inForce('resource-sharing', now))?.body ?? defaultSharingPolicy,
  };
};
export type SharingStores = ReturnType<typeof sharingStores>;
