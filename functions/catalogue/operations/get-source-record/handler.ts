import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { readSourceRecord } from '../../use-cases/read-source-record.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { sourceId } }, deps) => {
  const record = await readSourceRecord(deps, sourceId, actor);
  return record ? answer(record) : refuse('unknown-record', `There is no record ${sourceId}.`);
});
