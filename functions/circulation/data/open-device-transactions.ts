import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { deviceTransactionStore } from './device-transaction-store.ts';

/** Returns the first transactions of a branch's devices that wait for staff, the oldest first. */
export const openDeviceTransactions = async (table: Table, branchId: string, limit: number) => {
  const page = await deviceTransactionStore(table).list(branchId, 'open', { limit });
  return page === 'bad-cursor' ? { rows: [] } : page;
};
