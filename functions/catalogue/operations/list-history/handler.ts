import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { tableDeps } from '../../deps.ts';
import { refuseDecision } from '../../use-cases/prepare-decision.ts';
import { readRecordHistory } from '../../use-cases/read-record-history.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, async ({ actor, path: { recordId } }, { table }) => {
  const history = await readRecordHistory(table, recordId, actor);
  return history ? answer(history) : refuseDecision('unknown-record');
});
