import { protectedFields } from '../../../layers/data/catalogue/field-protection-store.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ path: { memberId } }, { table }) => answer({ fields: await protectedFields(table, memberId) }),
);
