import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Format, formatOf } from '../../../layers/protocols/marc/format.ts';
import { readStored } from '../domain/loading/load-record.ts';
import { isSameWork } from '../domain/matching/same-work.ts';
import { entriesOf } from '../domain/union/union-state.ts';
import { key } from './keys.ts';
import { pageKey, readPage } from './match-block.ts';
import { unpackedMarc } from './packed-marc.ts';
import { readSource } from './source-record.ts';
import type { UnionIds } from './union-copies.ts';
import { findRecord } from './union-record.ts';

/** The most editions of a hold for a work, including the requested one first: each of them finds the hold. */
export const MOST_EDITIONS = 10;

type Edition = { recordId: string; sources: readonly string[] };

const sourcesOf = async (table: Table, sourceIds: readonly string[]) =>
  (await table.getMany(sourceIds.map((sourceId) => key('source', { sourceId })))).flatMap((item) =>
    item ? [readSource(item)] : [],
  );

const blockOf = async (table: Table, matchKey: string) => {
  const first = readPage(await table.get(pageKey(matchKey, 0)));
  const rest = Array.from({ length: first.pages - 1 }, (_, i) => pageKey(matchKey, i + 1));
  const more = (await table.getMany(rest)).map((item) => readPage(item).page);
  return entriesOf({ key: matchKey, pages: [first.page, ...more] });
};

/** Returns the other editions of this record's work, found by the match keys of the records. */
const others = async (table: Table, { recordId, sources }: Edition): Promise<Edition[]> => {
  const own = await sourcesOf(table, sources);
  // Editions differ in year, extent and identifiers and share the title.
  const keys = [...new Set(own.flatMap(({ matchKeys }) => matchKeys).filter((one) => /^(?:title|start):/.test(one)))];
  const entries = (await Promise.all(keys.map((one) => blockOf(table, one)))).flat();
  const [mine, theirs] = [entries.filter((one) => sources.includes(one.sourceId)), entries];
  const alike = theirs.filter(({ features }) => mine.some((one) => isSameWork(one.features, features)));
  const found = await Promise.all([...new Set(alike.map((one) => one.recordId))].map((id) => findRecord(table, id)));
  const now = new Map(found.flatMap((one) => (one ? [[one.now.recordId, one.now.sources] as const] : [])));
  now.delete(recordId);
  return [...now].map(([id, ids]) => ({ recordId: id, sources: ids }));
};

const formatsOf = async (table: Table, { sources }: Edition): Promise<Format> => {
  const [first] = await sourcesOf(table, sources.slice(0, 1));
  // A record too large for the table is in the bucket; its format matters only to a request for a format.
  return first?.marc ? formatOf(readStored(first.form, unpackedMarc(first.marc))) : 'unknown';
};

/**
 * Returns the editions of a record's work in these formats (all, when none is named), at most ten: itself first if it matches. Reads the
 * match blocks of its title, not the index, so it is as current as the table.
 */
export const editionsOf = async (table: Table, union: UnionIds, formats: readonly Format[] = []): Promise<string[]> => {
  const all: Edition[] = [
    union,
    ...(await others(table, union)).toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1)),
  ];
  if (formats.length === 0) return all.slice(0, MOST_EDITIONS).map(({ recordId }) => recordId);
  const known = await Promise.all(all.map((edition) => formatsOf(table, edition)));
  return all
    .filter((_, place) => formats.includes(known[place] ?? 'unknown'))
    .slice(0, MOST_EDITIONS)
    .map(({ recordId }) => recordId);
};
