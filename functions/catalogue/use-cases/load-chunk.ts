import { backoff } from '../../../layers/platform/runtime/backoff.ts';
import { type SourceRecord, versionOf } from '../data/source-record.ts';
import { emptyCache, forget, readFor, readSources, type UnionCache } from '../data/union-cache.ts';
import { addCounts, type ImportCounts, type ImportReject, noCounts } from '../domain/loading/import.ts';
import type { LoadRecord } from '../domain/loading/load-record.ts';
import { defaultRules } from '../domain/matching/match-rules.ts';
import { hasKeys } from '../domain/union/join.ts';
import { type GroupOutcome, itemsBy, type Loaded, type Loading, loadGroup } from './load-group.ts';
import type { Barcodes } from './plan-items.ts';
import { withdrawSource } from './withdraw-source.ts';

/** Records per transaction: each takes about 8 writes, more with items. */
const GROUP = 12;
const GROUP_WRITES = 96;
/** More conflicts than this indicate another fault. */
const MOST_ATTEMPTS = 40;

const weight = ({ matchKeys, items }: LoadRecord): number => 3 + matchKeys.length + 3 * items.length;

/** Returns the next records that fit one transaction: never the same record twice, and a deletion on its own. */
const takeGroup = (waiting: readonly LoadRecord[], most: number): LoadRecord[] => {
  const group: LoadRecord[] = [];
  let writes = 0;
  for (const record of waiting) {
    writes += weight(record);
    const again = group.some(({ sourceId }) => sourceId === record.sourceId);
    const alone = record.deletes || group[0]?.deletes === true;
    if (group.length > 0 && (group.length >= most || writes > GROUP_WRITES || again || alone)) break;
    group.push(record);
  }
  return group;
};

type Written = Exclude<GroupOutcome, string>;
type LoadState = 'todo' | 'unchanged' | SourceRecord['loadedAs'];

/**
 * Returns how a record compares with the stored one: identical bytes, loaded before or by this load, or older than what this load stored.
 * `later`: the numbers with a later record still to come; for these the state before the last record counts as well.
 */
const loadStateOf = (
  loading: Loading,
  cache: UnionCache,
  record: LoadRecord,
  later: (record: LoadRecord) => boolean,
): LoadState => {
  const { importId } = loading;
  const before = cache.stored.get(record.sourceId);
  // A record that was never stored needs no withdrawal.
  if (!before) return record.deletes ? 'unchanged' : 'todo';
  // When a number occurs twice in a file, the later record applies, whichever part ran first.
  if (before.importId === importId && before.offset > record.offset) return 'unchanged';
  const known = versionOf({ checksum: record.checksum, itemsBy: itemsBy(loading, record) });
  if (later(record) && before.earlier?.includes(known) && !before.itemsPending) return 'unchanged';
  if (before.checksum !== record.checksum || before.itemsBy !== itemsBy(loading, record) || before.itemsPending)
    return 'todo';
  // It was stored when match keys were made in another way. Those of an edited record come from the edits.
  if (before.edited === undefined && before.matchKeys.length > 0 && !hasKeys(before, record.matchKeys)) return 'todo';
  return before.importId === importId && before.offset === record.offset ? before.loadedAs : 'unchanged';
};

const countsOf = ({ written }: Written): ImportCounts =>
  written.reduce((sum, { before, items, matched }) => {
    const is = before === undefined ? 'created' : 'changed';
    return addCounts(sum, {
      ...noCounts(),
      read: 1,
      accepted: 1,
      [is]: 1,
      matched: before === undefined && matched ? 1 : 0,
      itemsCreated: items.created.length,
      itemsChanged: items.changed.length,
      itemsRejected: items.rejects.length,
      barcodesShared: items.shared.length,
      itemsAsStaffSet: items.asStaffSet.length,
    });
  }, noCounts());

/** Writes a group, or withdraws the record when it is a deletion. Returns the outcome, or why nothing was written. */
const write = async (
  loading: Loading,
  cache: UnionCache,
  barcodes: Barcodes,
  group: readonly LoadRecord[],
  strong: boolean,
): Promise<Loaded | Extract<GroupOutcome, string>> => {
  const [first] = group;
  if (!first) return { counts: noCounts(), rejects: [] };
  if (first.deletes) {
    // The barcodes that it frees differ from what was read.
    barcodes.clear();
    return withdrawSource(loading, cache, first);
  }
  const outcome = await loadGroup(loading, cache, barcodes, group, strong);
  if (typeof outcome === 'string') return outcome;
  const rejects = outcome.written.flatMap(({ items }) => [...items.rejects, ...items.shared, ...items.asStaffSet]);
  return { counts: countsOf(outcome), rejects };
};

/**
 * Loads a chunk of records in order, a few per transaction. An unchanged record writes nothing. After a conflict it reads strongly and
 * matches again, first the group, then record by record. Returns counts and the items that were refused.
 */
export const loadChunk = async (loading: Loading, records: readonly LoadRecord[]): Promise<Loaded> => {
  const cache = emptyCache(loading.rules ?? defaultRules);
  const barcodes: Barcodes = new Map();
  let counts = noCounts();
  const rejects: ImportReject[] = [];
  let waiting = [...records];
  let [attempt, most] = [0, GROUP];
  const ids = records.map(({ sourceId }) => sourceId);
  const last = new Map(records.map(({ sourceId, offset }) => [sourceId, offset]));
  const later = ({ sourceId, offset }: LoadRecord): boolean => (last.get(sourceId) ?? 0) > offset;
  await readSources({ table: loading.table, cache, strong: false }, ids);
  await readFor(
    { table: loading.table, cache, strong: false },
    records.filter((record) => loadStateOf(loading, cache, record, later) === 'todo'),
  );
  while (waiting.length > 0) {
    const strong = attempt > 0;
    const candidates = takeGroup(waiting, most);
    await readSources(
      { table: loading.table, cache, strong },
      candidates.map(({ sourceId }) => sourceId),
    );
    const group = candidates.filter((record) => loadStateOf(loading, cache, record, later) === 'todo');
    const outcome = await write(loading, cache, barcodes, group, strong);
    if (outcome === 'too-large') {
      most = Math.max(1, Math.floor(group.length / 2));
      barcodes.clear();
      continue;
    }
    if (outcome === 'conflict') {
      attempt += 1;
      if (attempt > MOST_ATTEMPTS) throw new Error(`A record lost ${MOST_ATTEMPTS} races: ${group[0]?.sourceId}`);
      most = attempt > 2 ? 1 : GROUP;
      forget(cache);
      barcodes.clear();
      await backoff(attempt);
      continue;
    }
    for (const record of candidates) {
      if (group.includes(record)) continue;
      const is = loadStateOf(loading, cache, record, later);
      counts = addCounts(counts, { ...noCounts(), read: 1, accepted: 1, [is === 'todo' ? 'unchanged' : is]: 1 });
    }
    counts = addCounts(counts, outcome.counts);
    for (const reject of outcome.rejects) rejects.push(reject);
    waiting = waiting.slice(candidates.length);
    [attempt, most] = [0, GROUP];
  }
  // Items that are invalid in the record are listed at each load, written or not.
  const held = records.flatMap(({ itemRejects }) => itemRejects);
  return { counts: addCounts(counts, { ...noCounts(), itemsRejected: held.length }), rejects: [...held, ...rejects] };
};
