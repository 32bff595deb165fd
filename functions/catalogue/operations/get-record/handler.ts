import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { showRecord } from '../../use-cases/show-record.ts';
import { viewerOf } from '../../use-cases/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { recordId }, now }, deps) => {
  const record = await showRecord(deps, recordId, viewerOf(actor), now);
  return record ? answer(record) : refuse('unknown-record', `There is no record ${recordId}.`);
});
