import { usageStore } from '../../functions/finance/public/usage-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** Reads the metered use of members in a month. */
export const usageOf = (table: Table, month: string, members: readonly string[]) =>
  usageStore(table).ofMonth(month, members);
