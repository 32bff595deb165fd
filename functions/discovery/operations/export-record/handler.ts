import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { exportDeps } from '../../deps.ts';
import { fileOfRecord } from '../../use-cases/export-records.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, exportDeps, async ({ actor, path: { recordId, form }, now }, deps) => {
  const found = await fileOfRecord(deps, recordId, [form, viewerOf(actor), now]);
  if (!found) return refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
  if ('refused' in found) return refuse('not-in-this-form', found.refused, '/path/form');
  return answer(found.file, found.headers);
});
