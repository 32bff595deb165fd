import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { policyKindOf, policySchema } from '../../domain/policy-kinds.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ policies: policyStore(openTable(runtime)) }),
  async ({ path, query, now }, { policies }) => {
    const at = query.at === undefined ? now : Date.parse(query.at);
    const found = await policies.inForce(policyKindOf(path.kind), at, now);
    return found
      ? answer(policySchema.parse(found))
      : refuse('none-in-force', 'No version of this policy was in force then.');
  },
);
