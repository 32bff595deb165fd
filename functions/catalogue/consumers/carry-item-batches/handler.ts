import { scanTableFrom } from '../../../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { carryItemBatches } from '../../data/carry-item-batches.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (_event: unknown, { table, ...runtime }) =>
    carryItemBatches({ ...runtime, table, walk: (from) => scanTableFrom(runtime, 'item', from) }),
);
