import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { MatchRules } from '../domain/matching/match-rules.ts';
import { isSame } from '../domain/matching/same-manifestation.ts';
import {
  type BlockPage,
  entriesOf,
  type Incoming,
  type MatchBlock,
  type SourceState,
  type StateLacks,
  type UnionChanges,
  type UnionRecord,
} from '../domain/union/union-state.ts';
import { key } from './keys.ts';
import { pageKey, readPage } from './match-block.ts';
import { readSource, type SourceRecord } from './source-record.ts';
import { readRecord } from './union-record.ts';

/** A part of the union as read from the table, cached while a chunk of a load is written by the same rules. */
export type UnionCache = {
  rules: MatchRules;
  blocks: Map<string, MatchBlock>;
  records: Map<string, UnionRecord>;
  sources: Map<string, SourceState>;
  /** The complete source records; undefined for those that were not found. */
  stored: Map<string, SourceRecord | undefined>;
};

/** Returns an empty cache of a union that is matched by these rules. */
export const emptyCache = (rules: MatchRules): UnionCache => ({
  rules,
  blocks: new Map(),
  records: new Map(),
  sources: new Map(),
  stored: new Map(),
});

type CachedReader = { table: Table; cache: UnionCache; strong: boolean };

/** Reads source records that were not read yet. */
export const readSources = async ({ table, cache, strong }: CachedReader, ids: string[]): Promise<void> => {
  const wanted = [...new Set(ids)].filter((id) => !cache.stored.has(id));
  const items = await table.getMany(
    wanted.map((sourceId) => key('source', { sourceId })),
    { strong },
  );
  for (const [i, sourceId] of wanted.entries()) {
    const item = items[i];
    const source = item && readSource(item);
    cache.stored.set(sourceId, source);
    if (source) cache.sources.set(sourceId, source);
  }
};

/** Reads match blocks that were not read yet, with all their pages. */
export const readBlocks = async ({ table, cache, strong }: CachedReader, keys: string[]): Promise<void> => {
  const wanted = [...new Set(keys)].filter((matchKey) => !cache.blocks.has(matchKey));
  const heads = await table.getMany(
    wanted.map((matchKey) => pageKey(matchKey, 0)),
    { strong },
  );
  const read = wanted.map((matchKey, i) => ({ matchKey, ...readPage(heads[i]) }));
  const more = read.flatMap(({ matchKey, pages }) =>
    Array.from({ length: pages - 1 }, (_, i) => ({ matchKey, number: i + 1 })),
  );
  const further = await table.getMany(
    more.map(({ matchKey, number }) => pageKey(matchKey, number)),
    { strong },
  );
  const rest = new Map<string, BlockPage[]>();
  for (const [i, { matchKey }] of more.entries())
    rest.set(matchKey, [...(rest.get(matchKey) ?? []), readPage(further[i]).page]);
  for (const { matchKey, page } of read)
    cache.blocks.set(matchKey, { key: matchKey, pages: [page, ...(rest.get(matchKey) ?? [])] });
};

/** Thrown when a union record that a source record names does not exist: a read before it was visible, or a fault. */
export class RecordMissing extends Error {
  override name = 'RecordMissing';
}

/** Reads union records that were not read yet, and those they were merged into. */
export const readRecords = async ({ table, cache, strong }: CachedReader, ids: string[]): Promise<void> => {
  let wanted = [...new Set(ids)].filter((id) => !cache.records.has(id));
  while (wanted.length > 0) {
    const items = await table.getMany(
      wanted.map((recordId) => key('record', { recordId })),
      { strong },
    );
    const found = items.flatMap((item) => (item ? [readRecord(item)] : []));
    for (const record of found) cache.records.set(record.recordId, record);
    if (found.length < wanted.length) throw new RecordMissing('A union record that a source names is not there.');
    wanted = [...new Set(found.flatMap(({ mergedInto }) => (mergedInto ? [mergedInto] : [])))].filter(
      (id) => !cache.records.has(id),
    );
  }
};

const hints = (cache: UnionCache, one: Incoming): string[] => {
  // A record that shares several keys is compared once.
  const others = new Map(
    one.matchKeys
      .flatMap((matchKey) => entriesOf(cache.blocks.get(matchKey)))
      .map((entry) => [entry.sourceId, entry] as const),
  );
  others.delete(one.sourceId);
  return [...others.values()]
    .filter(({ features }) => isSame(one.features, features, cache.rules))
    .map(({ recordId }) => recordId);
};

/** Reads what adding these records to the union will most likely need, in few round trips. */
export const readFor = async (reading: CachedReader, incoming: readonly Incoming[]): Promise<void> => {
  const { cache } = reading;
  const ids = incoming.map(({ sourceId }) => sourceId);
  await readSources(reading, ids);
  const known = ids.flatMap((id) => cache.sources.get(id) ?? []);
  // The records of known blocks are known too: the cache includes what this load added since.
  const met = incoming.filter(({ matchKeys }) => matchKeys.some((matchKey) => !cache.blocks.has(matchKey)));
  await readBlocks(
    reading,
    [...incoming, ...known].flatMap(({ matchKeys }) => [...matchKeys]),
  );
  await readRecords(reading, [...known.map(({ recordId }) => recordId), ...met.flatMap((one) => hints(cache, one))]);
};

/** Reads what a plan lacked; reads inconsistent data again, strongly. */
export const readLacking = async (reading: CachedReader, lacks: StateLacks): Promise<void> => {
  const { cache } = reading;
  const { blocks, sources } = lacks.torn;
  for (const key of blocks) cache.blocks.delete(key);
  for (const id of sources) {
    cache.sources.delete(id);
    cache.stored.delete(id);
  }
  await readSources({ ...reading, strong: true }, sources);
  await readBlocks({ ...reading, strong: true }, blocks);
  await readBlocks(reading, lacks.blocks);
  await readRecords(reading, lacks.records);
  await readSources(reading, lacks.sources);
};

/** Returns which version of the policy matched what is written; nothing when none was adopted. */
export const matchedBy = ({ rules }: Pick<UnionCache, 'rules'>): { matchedBy?: number } =>
  rules.version === 0 ? {} : { matchedBy: rules.version };

/** Empties the cache: its data is out of date. */
export const forget = (cache: UnionCache): void => {
  for (const map of [cache.blocks, cache.records, cache.sources, cache.stored]) map.clear();
};

/** Applies what was written to the cache, with the counters that the write raised. */
export const takeOver = (cache: UnionCache, changes: UnionChanges, sources: readonly SourceRecord[]): void => {
  for (const block of changes.blocks) {
    const dirty = changes.dirtyPages.get(block.key);
    const pages = block.pages.map((page, i) => (dirty?.has(i) ? { ...page, v: page.v + 1 } : page));
    cache.blocks.set(block.key, { key: block.key, pages });
  }
  for (const record of changes.records) cache.records.set(record.recordId, { ...record, v: record.v + 1 });
  for (const moved of changes.moved) {
    cache.sources.set(moved.sourceId, { ...moved, v: moved.v + 1 });
    cache.stored.delete(moved.sourceId);
  }
  for (const source of sources) {
    cache.sources.set(source.sourceId, source);
    cache.stored.set(source.sourceId, source);
  }
};
