import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';

/** Returns the number of the last adopted version of a kind of policy, which the next adoption names in `follows`. */
export const lastVersion = async (table: Table, kind: string): Promise<number> =>
  (await policyStore(table).adopted(kind, '2000-01-01T00:00:00.000Z')).last;
