import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { decisionDeps } from '../../deps.ts';
import { markDistinct } from '../../use-cases/decide-union.ts';
import { decidingOf, refuseDecision, shownTo } from '../../use-cases/prepare-decision.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, decisionDeps, async (request, deps) => {
  const { actor, path, body } = request;
  const decided = await markDistinct(decidingOf(deps, request), [path.recordId, body.from]);
  if (typeof decided === 'string') return refuseDecision(decided);
  return answer(shownTo(actor)(decided));
});
