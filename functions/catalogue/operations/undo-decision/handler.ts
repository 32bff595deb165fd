import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { decidingOf, refuseDecision, shownTo } from '../../use-cases/decisions.ts';
import { undoDecision } from '../../use-cases/undo-decision.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (request, { table, ids }) => {
    const { decisionId } = request.path;
    const undone = await undoDecision(decidingOf(table, ids, request), decisionId);
    if (undone === 'unknown-decision') return refuse(undone, `There is no decision ${decisionId}.`);
    if (typeof undone === 'string') return refuseDecision(undone);
    return answer(shownTo(request.actor)(undone));
  },
);
