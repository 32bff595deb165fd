import { billStore } from '../../functions/circulation/public/bill-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** Reads the open bills of a patron, strongly. */
export const openBills = (table: Table, patronId: string) => billStore(table).open(patronId, { strong: true });
