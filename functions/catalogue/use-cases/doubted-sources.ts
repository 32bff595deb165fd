import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from '../data/keys.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import { findRecord } from '../data/union-record.ts';
import type { DoubtedSource } from '../domain/doubt-view.ts';
import { memberOfSource } from '../domain/source-id.ts';

/** Source records by their ids, with the union records that they are in; those that were withdrawn are left out. */
export const doubtedSources = async (
  table: Table,
  sources: SourceStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DoubtedSource>> => {
  const rows = await table.getMany([...new Set(ids)].map((sourceId) => key('source', { sourceId })));
  const standing = rows.flatMap((row) => (row ? [readSource(row)] : [])).filter(({ withdrawn }) => !withdrawn);
  const whole = async (source: SourceRecord): Promise<DoubtedSource[]> => {
    const found = await findRecord(table, source.recordId);
    if (!found) return [];
    const { sourceId, localId, hiddenFrom, rulings } = source;
    return [
      {
        ...{ sourceId, localId, hiddenFrom, rulings, memberId: memberOfSource(sourceId) },
        ...{ recordId: found.now.recordId, record: await sources.marc(source) },
      },
    ];
  };
  const read = (await Promise.all(standing.map(whole))).flat();
  return new Map(read.map((one) => [one.sourceId, one]));
};
