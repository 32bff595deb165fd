import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { exportDeps } from '../../deps.ts';
import { fileOfRecords, headersOfRecords } from '../../use-cases/export-records.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, exportDeps, async ({ actor, body: { form, recordIds }, now }, deps) => {
  const found = await fileOfRecords(deps, [...new Set(recordIds)], [form, viewerOf(actor), now]);
  if (found === 'too-large') return refuse('too-large', 'The file would be over 5 MB.', '/body/recordIds');
  if (found === 'none-there') return refuse('unknown-record', 'None of these records is there.', '/body/recordIds');
  return answer(found.file, headersOfRecords(form, 'records', found.leftOut));
});
