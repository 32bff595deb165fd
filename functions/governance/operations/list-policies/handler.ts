import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { policyKindOf, policySchema } from '../../domain/policy-kinds.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ policies: policyStore(openTable(runtime)) }),
  async ({ query }, { policies }) => {
    const found = await policies.list(policyKindOf(query.kind));
    return answer({ policies: found.map((one) => policySchema.parse(one)) });
  },
);
