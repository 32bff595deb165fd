import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { openTable, stamp } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { leadingMembers } from '../../catalogue/public/leading-members.ts';
import { holdsById } from '../../circulation/public/holds-by-id.ts';
import { circulationKinds, circulationPolicies } from '../../circulation/public/policies.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { memberStore } from '../../membership/public/member-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { borrowedItems } from '../data/borrowed-items.ts';
import { copyrightStore } from '../data/copyright-store.ts';
import { loanMachine } from '../data/loan-machine.ts';
import { loanRequestStore } from '../data/loan-request-store.ts';
import { sharingPolicy } from '../data/sharing-policy.ts';
import { supplyingPartners } from '../data/supplying-partners.ts';
import { byStanding } from '../domain/items/reserved-item.ts';
import { loanItems } from './item-moves/move-item.ts';

/** All that resource sharing is composed of, once a container. */
export const sharingStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  const [items, holdsOf, patrons] = [itemStore(table), holdsById(table, byStanding), patronStore(table)];
  const [branches, adopted] = [branchStore(table), policyStore(table)];
  const rules = async (now: number) => {
    const found = await Promise.all(circulationKinds.map((kind) => adopted.inForce(kind, now)));
    return circulationPolicies(
      found.filter((document) => document !== undefined),
      iso(now),
    );
  };
  const borrowed = borrowedItems(table);
  const addLibrary = async (status: PatronStatus): Promise<void> => {
    const put = { ...patronsKeys.key('patronStatus', status), ...stamp('patronStatus', status.v), ...status };
    await table.write([{ put, when: absent() }]);
  };
  return {
    table,
    items,
    holdsOf,
    borrowed,
    patrons,
    branches,
    members: memberStore(table),
    /** Whose records lead in what of the union record. */
    leads: leadingMembers(table),
    requests: loanRequestStore(table),
    machine: loanMachine(runtime),
    copyright: copyrightStore(table),
    ledger: ledgerStore(table),
    newIds: runtime.ids,
    /** The libraries outside that may be asked. */
    partners: () => supplyingPartners(table),
    copies: loanItems({ items, holdsOf, patrons, branches, borrowed, policies: rules, addLibrary, ids: runtime.ids }),
    /** What circulation lends by; undefined until the consortium has adopted it. */
    rules,
    /** How members share: the consortium's policy, or the default. */
    sharing: sharingPolicy(adopted),
  };
};
export type SharingStores = ReturnType<typeof sharingStores>;
