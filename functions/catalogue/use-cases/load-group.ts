import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { changedItemWrites, itemsOfSource, newItemWrites } from '../data/item-writes.ts';
import { type Laid, type Laying, layEdits } from '../data/lay-edits.ts';
import { loadedContent } from '../data/source-bytes.ts';
import { changeWrite } from '../data/source-change-store.ts';
import { type SourceRecord, versionOf } from '../data/source-record.ts';
import { matchedBy, readFor, readLacking, readSources, takeOver, type UnionCache } from '../data/union-cache.ts';
import { sourceWrite, unionWrites } from '../data/union-writes.ts';
import type { ImportCounts, ImportReject } from '../domain/loading/import.ts';
import type { LoadRecord } from '../domain/loading/load-record.ts';
import type { MatchRules } from '../domain/matching/match-rules.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { planJoin } from '../domain/union/join.ts';
import { StateLacks, type UnionChanges } from '../domain/union/union-state.ts';
import { retargetItems } from './follow-decision.ts';
import { endedOffers } from './plan-deleted-copies.ts';
import { type Barcodes, type ItemPlan, planItems, readBarcodes } from './plan-items.ts';

/**
 * The dependencies of loading. `itemsBy` names the mapping, so that another mapping loads items again; `protects` are the fields in which
 * edits of staff are preserved, `rules` those by which records are matched (without, the default ones).
 */
export type Loading = Laying & { table: Table; itemsBy: string; rules?: MatchRules };

/** The result of loading some records. */
export type Loaded = { counts: ImportCounts; rejects: ImportReject[] };

/** The most writes in one transaction. */
export const MOST_WRITES = 100;

type Prepared = Laid & { before: SourceRecord | undefined; items: ItemPlan; ended: Write[][] };

/** The outcome of a group: what was written of each record, or why nothing was. */
export type GroupOutcome = { written: (Prepared & { matched: boolean })[] } | 'conflict' | 'too-large';

/** Returns the mapping by which a record's items were read; a record without items is the same under any mapping. */
export const itemsBy = (
  loading: Pick<Loading, 'itemsBy'>,
  { items, itemRejects }: { items: readonly unknown[]; itemRejects: readonly unknown[] },
): string => (items.length + itemRejects.length === 0 ? 'none' : loading.itemsBy);

/** Plans on what was read, reads what the plan lacks, and plans again. */
export const planned = async <T extends UnionChanges>(
  reading: Parameters<typeof readFor>[0],
  plan: () => T,
): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return plan();
    } catch (error) {
      if (!(error instanceof StateLacks) || attempt >= 200) throw error;
      await readLacking(reading, error);
    }
  }
};

/** A file with more records of one number than this is not meaningful. */
const MOST_EARLIER = 20;

/** Returns the earlier records of the same number in the same file. */
export const earlierOf = (importId: string, before: SourceRecord | undefined): Pick<SourceRecord, 'earlier'> => {
  if (before === undefined) return {};
  const known = before.importId === importId ? [...(before.earlier ?? []), versionOf(before)] : before.earlier;
  return known === undefined ? {} : { earlier: [...new Set(known)].slice(-MOST_EARLIER) };
};

/** Loads remembered per record. */
const MOST_LOADS = 20;

/** Returns the loads that brought a record before this one. */
const loadsOf = (importId: string, before: SourceRecord | undefined): Pick<SourceRecord, 'loads'> => {
  if (before === undefined) return {};
  const loads = before.importId === importId ? before.loads : [...(before.loads ?? []), before.importId];
  return loads === undefined ? {} : { loads: loads.slice(-MOST_LOADS) };
};

const isOwn = ({ importId }: Loading, before: SourceRecord): boolean =>
  before.importId === importId && before.withdrawn === undefined;

const sourceOf = async (
  loading: Loading,
  cache: UnionCache,
  { record, before, written, items }: Prepared,
  home: string,
): Promise<SourceRecord> => ({
  sourceId: record.sourceId,
  v: before?.v ?? 0,
  localId: record.localId,
  recordId: home,
  importId: loading.importId,
  offset: record.offset,
  // A repeated part recognises its own work and counts it as before.
  loadedAs: before === undefined ? 'created' : isOwn(loading, before) ? before.loadedAs : 'changed',
  checksum: record.checksum,
  itemsBy: itemsBy(loading, record),
  // For a record that had items, no read proves that it has none left.
  ...(items.created.length === 0 && (before === undefined || before.bare) && { bare: true }),
  ...earlierOf(loading.importId, before),
  ...loadsOf(loading.importId, before),
  matchKeys: record.matchKeys,
  ...matchedBy(cache),
  ...(before?.gave && { gave: before.gave }),
  ...(before?.rulings && { rulings: before.rulings }),
  ...(before?.workDecision && { workDecision: before.workDecision }),
  ...(await loadedContent(loading.bucket, record, written)),
  hiddenFrom: before?.hiddenFrom ?? [],
  hiddenHoldings: before?.hiddenHoldings ?? {},
});

const itemWrites = ({ created, changed }: ItemPlan, recordId: string): Write[][] => [
  ...created.map(({ item, beside }) => newItemWrites(item, recordId, beside)),
  ...changed.map(changedItemWrites),
];

const prepare = async (
  loading: Loading,
  laid: Laid,
  cache: UnionCache,
  barcodes: Barcodes,
  strong: boolean,
): Promise<Prepared> => {
  const { record } = laid;
  const before = cache.stored.get(record.sourceId);
  const existing = before && !before.bare ? await itemsOfSource(loading.table, record.sourceId, strong) : [];
  const stored = { existing, gave: before?.gave ?? [] };
  const items = planItems(record, stored, barcodes, () => loading.ids.next('item', loading.now));
  return { ...laid, before, items, ended: await endedOffers(loading.table, before, existing, items.changed) };
};

/** Writes the items that do not fit the transaction of their record; until then the record marks them as pending. */
const writeRest = async (table: Table, source: SourceRecord, rest: Write[][]): Promise<boolean> => {
  const batches: Write[][] = [];
  for (const writes of rest) {
    const last = batches.at(-1);
    if (last && last.length + writes.length <= MOST_WRITES) last.push(...writes);
    else batches.push([...writes]);
  }
  for (const batch of batches) if (await table.write(batch)) return false;
  const { itemsPending: _, ...whole } = source;
  return (await table.write([sourceWrite({ ...whole, v: source.v + 1 })])) === undefined;
};

/**
 * Stores a few records in one transaction: sources, match blocks, union records and items, each conditioned on what was read. Returns
 * 'conflict' when something changed meanwhile, 'too-large' when the transaction would exceed 100 writes and the group can be made smaller.
 * In both cases nothing was written (or, for a record with very many items, only some of these, which a new attempt finds).
 */
export const loadGroup = async (
  loading: Loading,
  cache: UnionCache,
  barcodes: Barcodes,
  loaded: readonly LoadRecord[],
  strong: boolean,
): Promise<GroupOutcome> => {
  const reading = { table: loading.table, cache, strong };
  await readSources(
    reading,
    loaded.map(({ sourceId }) => sourceId),
  );
  const laid = await Promise.all(loaded.map((one) => layEdits(loading, one, cache.stored.get(one.sourceId))));
  const group = laid.map(({ record }) => record);
  await readFor(reading, group);
  await readBarcodes(loading.table, barcodes, group, strong);
  const prepared: Prepared[] = [];
  for (const one of laid) prepared.push(await prepare(loading, one, cache, barcodes, strong));
  const newId = () => loading.ids.next('record', loading.now);
  const changes = await planned(reading, () => planJoin(cache, group, newId));
  const recordIdOf = (i: number): string => changes.placed[i]?.recordId ?? '';
  const sources = await Promise.all(
    prepared.map((one, i) => sourceOf(loading, cache, one, changes.placed[i]?.home ?? '')),
  );
  const items = prepared.flatMap((one, i) => [...one.ended, ...itemWrites(one.items, recordIdOf(i))]);
  // All records of a load belong to one member.
  const cause = memberOfSource(group[0]?.sourceId ?? '');
  const met = laid.flatMap(({ change }) => (change ? [changeWrite(change)] : []));
  const frame = [...unionWrites(changes, cause), ...met, ...sources.map(sourceWrite)];
  if (frame.length + items.flat().length > MOST_WRITES && group.length > 1) return 'too-large';
  let space = MOST_WRITES - frame.length;
  const fitting = items.filter((writes) => {
    space -= writes.length;
    return space >= 0;
  });
  const rest = items.slice(fitting.length);
  const [only] = sources;
  if (rest.length > 0 && only) {
    only.itemsPending = true;
    frame[frame.length - 1] = sourceWrite(only);
  }
  try {
    if (await loading.table.write([...frame, ...fitting.flat()])) return 'conflict';
    if (rest.length > 0 && only && !(await writeRest(loading.table, only, rest))) return 'conflict';
  } catch (error) {
    if (error instanceof TableConflict) return 'conflict';
    throw error;
  }
  const written = sources.map((source) => ({ ...source, v: source.v + (rest.length > 0 ? 2 : 1) }));
  takeOver(cache, changes, written);
  await retargetItems(loading.table, changes.relocated);
  return { written: prepared.map((one, i) => ({ ...one, matched: changes.placed[i]?.matched ?? false })) };
};
