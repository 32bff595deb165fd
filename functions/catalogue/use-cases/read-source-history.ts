import { idTime } from '../../../layers/kernel/identity/id.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { importsById } from '../data/import-store.ts';
import { actPages } from '../data/source-act-store.ts';
import { changesOf, type SourceChange } from '../data/source-change-store.ts';
import type { SourceRecord } from '../data/source-record.ts';
import {
  type HistoryEntry,
  inBatches,
  isOfBatch,
  MOST_ACTS,
  MOST_HISTORY,
  sharedEntry,
} from '../domain/history/history.ts';
import type { SourceAct } from '../domain/history/source-act.ts';
import { memberOfSource } from '../domain/source-id.ts';

/** The most acts read of one source: a change of many copies may make thousands. */
const MOST_READ = 5_000;

type Loads = Awaited<ReturnType<typeof importsById>>;

const editEntry = ({ sourceId, at, by = '', reason = '', fields }: SourceChange): HistoryEntry => ({
  ...{ kind: 'edit', at, sourceId, memberId: memberOfSource(sourceId), by, reason, fields },
});

/** Returns an act as a history entry of its kind. */
const actEntry = ({ actId: _, ...act }: SourceAct): HistoryEntry => {
  const memberId = memberOfSource(act.sourceId);
  if (act.did === 'hide') {
    const { did: kind, ...rest } = act;
    return { kind, memberId, ...rest };
  }
  if (act.did === 'relabel') {
    const { did: kind, ...rest } = act;
    return { kind, memberId, ...rest };
  }
  if (act.did === 'withdraw-offer') {
    const { did: kind, ...rest } = act;
    return { kind, memberId, ...rest };
  }
  const { did: kind, ...rest } = act;
  return { kind, memberId, ...rest };
};

/**
 * Returns the acts on a source as history entries. Skips repeated acts of one change and acts that others may not see, until enough entries
 * are found. A change without an entry on a whole page has ended, as its acts are adjacent.
 */
const actEntries = async (table: Table, sourceId: string, isOwn: boolean): Promise<HistoryEntry[]> => {
  const read: HistoryEntry[] = [];
  let goesOn: HistoryEntry[] = [];
  for await (const { acts, more } of actPages(table, sourceId, MOST_READ)) {
    const page = acts.map(actEntry).flatMap((entry) => (isOwn ? [entry] : sharedEntry(entry)));
    read.push(...page);
    goesOn = more ? page : [];
    if (!page.some(isOfBatch) && inBatches(read).length >= MOST_ACTS) break;
  }
  return inBatches(read, goesOn);
};

/** Returns a load as a history entry: when it began, and what it changed of edits. Empty when its time is unknown. */
const loadEntry = (sourceId: string, importId: string, met: SourceChange | undefined, loads: Loads): HistoryEntry[] => {
  const load = loads.get(importId);
  const made = idTime(importId);
  const at = met?.at ?? load?.startedAt ?? load?.createdAt ?? (made === undefined ? undefined : iso(made));
  if (at === undefined) return [];
  const { preserved = [], lost = [], fields = [] } = met ?? {};
  const entry = {
    kind: 'load' as const,
    at,
    sourceId,
    memberId: memberOfSource(sourceId),
    importId,
    preserved,
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
 * Returns the edits, loads and other acts that shaped some source records, read from the changes, acts and loads of each. For members other
 * than `own` it returns only what they share.
 */
export const sourceHistory = async (
  table: Table,
  sources: readonly SourceRecord[],
  own: readonly string[],
): Promise<HistoryEntry[]> => {
  const isOwn = ({ sourceId }: SourceRecord): boolean => own.includes(memberOfSource(sourceId));
  const [changes, acts] = await Promise.all([
    Promise.all(sources.map(({ sourceId }) => changesOf(table, sourceId, MOST_HISTORY))),
    Promise.all(sources.map((source) => actEntries(table, source.sourceId, isOwn(source)))),
  ]);
  // A record that staff wrote came by no load.
  const loadIds = (source: SourceRecord): string[] =>
    [...new Set([...(source.loads ?? []), source.importId])].filter((id) => id !== '');
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
    return [...(isOwn(source) ? entries : entries.flatMap(sharedEntry)), ...(acts[i] ?? [])];
  });
};
