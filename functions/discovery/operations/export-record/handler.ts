import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { exportFile } from '../../domain/export/export-records.ts';
import { exporting, fileHeaders } from '../../use-cases/exporting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, exporting, async ({ actor, path: { recordId, form }, now }, { exported }) => {
  const found = await exported(recordId, form, viewerOf(actor), now);
  if (!found) return refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
  if ('refused' in found) return refuse('not-in-this-form', found.refused, '/path/form');
  return answer(exportFile([found.text], form), fileHeaders(form, found.recordId));
});
