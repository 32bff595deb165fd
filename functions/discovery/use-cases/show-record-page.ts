import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { schemaOrgOf } from '../domain/export/schema-org.ts';
import { readRecordPage } from './read-record-page.ts';

/**
 * Returns the page of a record: its description, the copies that a viewer may see at a time (epoch ms), their data for search engines
 * (schema.org), and the id asked for when the record was merged. Undefined when there is none for this viewer.
 */
export const showRecordPage = async (
  { table, sources }: { table: Table; sources: SourceStore },
  recordId: string,
  viewer: Viewer,
  now: number,
) => {
  const page = await readRecordPage(table, sources, recordId, viewer, now);
  if (!page) return undefined;
  const schemaOrg = schemaOrgOf(page.recordId, page.description, undefined, page.holdings);
  return { ...page, schemaOrg, ...(page.recordId === recordId ? {} : { movedFrom: recordId }) };
};
