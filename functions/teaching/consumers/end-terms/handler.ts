import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { endTerms } from '../../use-cases/end-terms.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  (_event: unknown, { table }, { now }) => endTerms(table, now),
);
