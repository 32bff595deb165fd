import { type HistoryEntry, MOST_HISTORY, sharedEntry } from '../../domain/catalogue/history.ts';
import { memberOfSource } from '../../domain/catalogue/source-id.ts';
import { idTime } from '../../domain/identity/id.ts';
import { iso } from '../../runtime/clock.ts';
import type { Table } from '../table.ts';
import { importsById } from './import-store.ts';
import { changesOf, type SourceChange } from './source-change-store.ts';
import type { SourceRecord } from './source-record.ts';

type Loads = Awaited<ReturnType<typeof importsById>>;

const editEntry = ({ sourceId, at, by = '', reason = '', fields }: SourceChange): HistoryEntry => ({
  ...{ kind: 'edit', at, sourceId, memberId: memberOfSource(sourceId), by, reason, fields },
});

/** A load as it is told: when it began, and what it met. One whose time is not known is not told. */
const loadEntry = (sourceId: string, importId: string, met: SourceChange | undefined, loads: Loads): HistoryEntry[] => {
  const load = loads.get(importId);
  const made = idTime(importId);
  const at = met?.at ?? load?.startedAt ?? load?.createdAt ?? (made === undefined ? undefined : iso(made));
  if (at === undefined) return [];
  const { kept = [], lost = [], fields = [] } = met ?? {};
  const entry = {
    kind: 'load' as const,
    at,
    sourceId,
    memberId: memberOfSource(sourceId),
    importId,
    kept,
    lost,
    fields,
  };
  return [
    {
      ...entry,
      ...(load && { fileName: load.fileName }),
      ...(load?.openedBy !== undefined && { by: load.openedBy }),
    },
  ];
};

/**
 * The edits and loads that made some source records what they are. Reads the changes of each and their loads. Of other members'
 * than `own` only what these share is told.
 */
export const sourceHistory = async (
  table: Table,
  sources: readonly SourceRecord[],
  own: readonly string[],
): Promise<HistoryEntry[]> => {
  const changes = await Promise.all(sources.map(({ sourceId }) => changesOf(table, sourceId, MOST_HISTORY)));
  const loadIds = (source: SourceRecord): string[] => [...new Set([...(source.loads ?? []), source.importId])];
  const loads = await importsById(table, sources.flatMap(loadIds));
  return sources.flatMap((source, i) => {
    const made = changes[i] ?? [];
    const met = new Map(
      made.flatMap((one) => (one.did === 'load' && one.importId ? [[one.importId, one] as const] : [])),
    );
    const entries = [
      ...made.filter(({ did }) => did === 'edit').map(editEntry),
      ...loadIds(source).flatMap((id) => loadEntry(source.sourceId, id, met.get(id), loads)),
    ];
    return own.includes(memberOfSource(source.sourceId)) ? entries : entries.flatMap(sharedEntry);
  });
};
