import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { splitRecord } from '../../use-cases/decide-union.ts';
import { decidingOf, refuseDecision, shownTo } from '../../use-cases/decisions.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (request, { table, ids }) => {
    const { actor, path, body } = request;
    const decided = await splitRecord(decidingOf(table, ids, request), path.recordId, body.leaving);
    if (typeof decided === 'string') return refuseDecision(decided);
    return answer(shownTo(actor)(decided));
  },
);
