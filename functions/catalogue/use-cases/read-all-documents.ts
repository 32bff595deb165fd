import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { sourceStore } from '../data/source-store.ts';
import { readRecord } from '../data/union-record.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { unionDocument } from '../domain/union/union-document.ts';
import { readSourcesOf } from './read-union-sources.ts';

/** Returns the documents of all union records of a small table without an index, as that of the Practice Library, from its current state. */
export const readAllDocuments = async (runtime: Runtime): Promise<IndexDocument[]> => {
  const table = openTable(runtime);
  const rows: unknown[] = [];
  for await (const page of scanTableFrom(runtime, 'record')) rows.push(...page.rows);
  const records = rows.map(readRecord).filter(({ mergedInto }) => mergedInto === undefined);
  const reading = { table, sources: sourceStore(table, openBucket(runtime)), now: runtime.clock.now() };
  const sourcesOf = await readSourcesOf(reading, records);
  const documents = records.map(async (record) => unionDocument(record.recordId, await sourcesOf(record)));
  return (await Promise.all(documents)).filter((document) => document !== undefined);
};
