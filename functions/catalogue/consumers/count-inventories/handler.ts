import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { walkFrom } from '../../../../layers/platform/dynamodb/walk.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { countInventories } from '../../../items/public/count-inventories.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (_event: unknown, { table, clock, ...runtime }) =>
    countInventories({ table, clock, walk: (from) => walkFrom(runtime, 'item', from) }),
);
