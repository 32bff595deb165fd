import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { decisionDeps } from '../../deps.ts';
import { decidingOf, refuseDecision, shownTo } from '../../use-cases/prepare-decision.ts';
import { undoDecision } from '../../use-cases/undo-decision.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, decisionDeps, async (request, deps) => {
  const { decisionId } = request.path;
  const undone = await undoDecision(decidingOf(deps, request), decisionId);
  if (undone === 'unknown-decision') return refuse(undone, `There is no decision ${decisionId}.`);
  if (typeof undone === 'string') return refuseDecision(undone);
  return answer(shownTo(request.actor)(undone));
});
