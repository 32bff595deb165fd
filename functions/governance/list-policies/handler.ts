import { policyStore } from '../../../layers/data/policy-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ policies: policyStore(openTable(runtime)) }),
  async ({ query }, { policies }) => answer({ policies: await policies.list(query.kind) }),
);
