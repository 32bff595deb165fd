import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { policyDeps } from '../../deps.ts';
import { versionInForce } from '../../use-cases/read-policies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, policyDeps, async ({ path, query, now }, deps) => {
  const at = query.at === undefined ? now : Date.parse(query.at);
  const found = await versionInForce(deps, path.kind, at, now);
  return found ? answer(found) : refuse('none-in-force', 'No version of this policy was in force then.');
});
