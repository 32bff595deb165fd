import type { CursorPage, PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from '../data/keys.ts';
import { possibleDuplicatesOf } from '../data/possible-duplicate-store.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import { findRecord } from '../data/union-record.ts';
import { type ComparedSource, possibleDuplicateView } from '../domain/duplicates/possible-duplicate-view.ts';
import { memberOfSource } from '../domain/source-id.ts';
import type { Viewer } from '../domain/visibility/visibility.ts';

/** Returns source records with their union records, without the withdrawn ones. */
export const sourcesById = async (
  table: Table,
  sources: SourceStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ComparedSource>> => {
  const rows = await table.getMany([...new Set(ids)].map((sourceId) => key('source', { sourceId })));
  const present = rows.flatMap((row) => (row ? [readSource(row)] : [])).filter(({ withdrawn }) => !withdrawn);
  const whole = async (source: SourceRecord): Promise<ComparedSource[]> => {
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
  const read = (await Promise.all(present.map(whole))).flat();
  return new Map(read.map((one) => [one.sourceId, one]));
};

/** Lists the pairs of records that a member's cataloguers should compare, the likeliest first, limited to what the viewer may see. */
export const listPossibleDuplicates = async (
  { table, sources }: { table: Table; sources: SourceStore },
  memberId: string,
  pageRequest: PageRequest,
  viewer: Viewer,
  now: number,
): Promise<CursorPage<NonNullable<ReturnType<typeof possibleDuplicateView>>> | 'bad-cursor'> => {
  const page = await possibleDuplicatesOf(table, memberId, pageRequest);
  if (page === 'bad-cursor') return page;
  const { rows, next } = page;
  const rules = await sources.rulesAt(now);
  const found = await sourcesById(
    table,
    sources,
    rows.flatMap(({ one, two }) => [one, two]),
  );
  const shown = rows.flatMap((pair) => {
    const [one, two] = [found.get(pair.one), found.get(pair.two)];
    return (one && two && possibleDuplicateView(one, two, viewer, rules)) ?? [];
  });
  return { rows: shown, ...(next !== undefined && { next }) };
};
