import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { titlesIn } from '../../catalogue/public/titles.ts';
import { guestStore } from '../../items/public/guest-store.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { accessLog } from '../../patrons/public/access-log.ts';
import { cardStore } from '../../patrons/public/card-store.ts';
import { loadPatronStatus } from '../../patrons/public/load-patron-status.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { type CirculationPolicies, circulationKinds, circulationPolicies } from '../domain/decisions/policies.ts';
import { billStore } from './bill-store.ts';
import { calendarsOf } from './calendars-of.ts';
import { holdStore } from './hold-store.ts';
import { unionsOf } from './union-queues.ts';

/** The consistency of reads: eventual at first, strong after a failed condition. */
export type Consistency = { strong: boolean };

/** Caches rarely changed data for a minute: policies in force and calendars. `now` in epoch ms. */
const cached = (table: Table) => {
  const policies = policyStore(table);
  const branches = branchStore(table);
  return {
    branches,
    policies,
    /** Returns the policies in force; undefined when the consortium has adopted none yet. */
    policiesAt: async (now: number): Promise<CirculationPolicies | undefined> => {
      const found = await Promise.all(circulationKinds.map((kind) => policies.inForce(kind, now)));
      return circulationPolicies(
        found.filter((document) => document !== undefined),
        iso(now),
      );
    },
    calendars: calendarsOf(branches),
  };
};

/** The stores that circulation reads and writes. */
export const circulationStores = (table: Table) => ({
  table,
  ...cached(table),
  items: itemStore(table),
  holds: holdStore(table),
  guests: guestStore(table),
  bills: billStore(table),
  cards: cardStore(table),
  accesses: accessLog(table),
  unions: unionsOf(table),
  titles: titlesIn(table),
  status: (patronId: string, reading: Partial<Consistency> = {}): Promise<PatronStatus | undefined> =>
    loadPatronStatus(table, patronId, reading),
});

export type CirculationStores = ReturnType<typeof circulationStores>;
