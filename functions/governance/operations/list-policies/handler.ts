import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { policyDeps } from '../../deps.ts';
import { policyKindOf, policySchema } from '../../domain/policy-kinds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, policyDeps, async ({ query }, { policies }) => {
  const found = await policies.list(policyKindOf(query.kind));
  return answer({ policies: found.map((one) => policySchema.parse(one)) });
});
