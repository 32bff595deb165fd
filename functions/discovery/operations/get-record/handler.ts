import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { recordDeps } from '../../deps.ts';
import { schemaOrgOf } from '../../domain/export/schema-org.ts';
import { readRecordPage } from '../../use-cases/read-record-page.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { recordId }, now }, { table, sources }) => {
  const page = await readRecordPage(table, sources, recordId, viewerOf(actor), now);
  if (!page) return refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
  const { description, holdings } = page;
  const schemaOrg = schemaOrgOf(page.recordId, description, undefined, holdings);
  return answer({ ...page, schemaOrg, ...(page.recordId === recordId ? {} : { movedFrom: recordId }) });
});
