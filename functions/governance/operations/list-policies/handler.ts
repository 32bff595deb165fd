import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ policies: policyStore(openTable(runtime)) }),
  async ({ query }, { policies }) => answer({ policies: await policies.list(query.kind) }),
);
