import { holdStore } from '../../functions/circulation/data/hold-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** Returns the stored holds, for tests of other contexts. */
export const holdsIn = (table: Table) => holdStore(table);
