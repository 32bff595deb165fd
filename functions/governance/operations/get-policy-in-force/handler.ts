import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { policyDeps } from '../../deps.ts';
import { policyKindOf, policySchema } from '../../domain/policy-kinds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, policyDeps, async ({ path, query, now }, { policies }) => {
  const at = query.at === undefined ? now : Date.parse(query.at);
  const found = await policies.inForce(policyKindOf(path.kind), at, now);
  return found
    ? answer(policySchema.parse(found))
    : refuse('none-in-force', 'No version of this policy was in force then.');
});
