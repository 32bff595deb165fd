import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from '../data/keys.ts';
import { readSource } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import { findRecord } from '../data/union-record.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';
import type { ShownSource } from '../domain/views/record-view.ts';

/**
 * Returns a union record with all its sources and what they lead in at a time (epoch ms); its id differs from the requested one after a
 * merge. Undefined when it never existed.
 */
export const readUnion = async (
  table: Table,
  sources: SourceStore,
  recordId: string,
  now: number,
): Promise<{ recordId: string; sources: ShownSource[] } | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found || found.now.sources.some(isTemporarySource)) return undefined;
  const rows = await table.getMany(found.now.sources.map((sourceId) => key('source', { sourceId })));
  const stored = rows.flatMap((row) => (row ? [readSource(row)] : []));
  const leads = await sources.leads(now);
  const shown = stored.map(async (source) => ({
    sourceId: source.sourceId,
    memberId: memberOfSource(source.sourceId),
    localId: source.localId,
    hiddenFrom: source.hiddenFrom,
    leads: leads(memberOfSource(source.sourceId)),
    record: await sources.marc(source),
  }));
  return { recordId: found.now.recordId, sources: await Promise.all(shown) };
};
