import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultPatrons, type PatronsPolicy, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { accessLog } from './access-log.ts';
import { cardStore } from './card-store.ts';
import { departmentStore } from './department-store.ts';
import { patronChangeStore } from './patron-change-store.ts';
import { patronNoteStore } from './patron-note-store.ts';
import { patronStore } from './patron-store.ts';
import { proxyStore } from './proxy-store.ts';
import { sessionStore } from './session-store.ts';

/** Returns the stores that most operations on patrons read and write. */
export const patronsStores = (table: Table) => {
  const policies = policyStore(table);
  return {
    table,
    policies,
    cards: cardStore(table),
    patrons: patronStore(table),
    accesses: accessLog(table),
    changes: patronChangeStore(table),
    notes: patronNoteStore(table),
    attempts: attemptStore(table),
    proxies: proxyStore(table),
    sessions: sessionStore(table),
    departments: departmentStore(table),
    branches: branchStore(table),
    /** Returns the policy of patrons in force at a time (epoch ms): as adopted, or the default. */
    patronsPolicy: async (now: number): Promise<PatronsPolicy> =>
      (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons,
    /** Returns the same with its version, 0 for the default. */
    patronsPolicyVersion: async (now: number): Promise<{ body: PatronsPolicy; version: number }> =>
      (await policies.inForce(patronsKind, now)) ?? { body: defaultPatrons, version: 0 },
  };
};
export type PatronsStores = ReturnType<typeof patronsStores>;
