import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { rollYears } from '../../use-cases/roll-years.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  (_event: unknown, { table, ids }, { now }) => rollYears(table, ids, now),
);
