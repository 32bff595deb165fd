import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { DeviceDeps } from '../deps.ts';
import type { DeviceList } from '../domain/devices/device-transaction.ts';
import { deviceTransactionView } from '../schemas/device-transactions.ts';

type Input = { branchId: string; list: DeviceList; page: PageRequest };

/** Lists a page of the transactions of a branch's devices that wait for staff or were handled, with the names of who handled them. */
export const listDeviceTransactions = async (
  { devices, staffNames }: Pick<DeviceDeps, 'devices' | 'staffNames'>,
  { branchId, list, page }: Input,
) => {
  const found = await devices.list(branchId, list, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = found;
  const names = await staffNames(rows.flatMap(({ handled }) => handled?.by ?? []));
  const transactions = rows.map((row) => deviceTransactionView(row, names));
  return answer({ transactions, ...(next !== undefined && { next }) });
};
