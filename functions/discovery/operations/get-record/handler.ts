import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { sourceStore } from '../../../catalogue/public/source-store.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { schemaOrgOf } from '../../domain/export/schema-org.ts';
import { readRecordPage } from '../../use-cases/record-page.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, sources: sourceStore(table, openBucket(runtime)) };
  },
  async ({ actor, path: { recordId }, now }, { table, sources }) => {
    const page = await readRecordPage(table, sources, recordId, viewerOf(actor), now);
    if (!page) return refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
    const { description, holdings } = page;
    const schemaOrg = schemaOrgOf(page.recordId, description, undefined, holdings);
    return answer({ ...page, schemaOrg, ...(page.recordId === recordId ? {} : { movedFrom: recordId }) });
  },
);
