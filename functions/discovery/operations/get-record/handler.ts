import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { recordDeps } from '../../deps.ts';
import { showRecordPage } from '../../use-cases/show-record-page.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { recordId }, now }, deps) => {
  const page = await showRecordPage(deps, recordId, viewerOf(actor), now);
  return page ? answer(page) : refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
});
