import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { setProtectedFields } from '../../data/field-protection-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ path: { memberId }, body: { fields } }, { table }) => {
    await setProtectedFields(table, memberId, fields);
    return answer({ fields });
  },
);
