import { idTime } from '../../../layers/kernel/identity/id.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { checkRecord } from '../../../layers/protocols/marc/rules/check-record.ts';
import type { Finding } from '../../../layers/protocols/marc/rules/finding.ts';
import { cataloguedWrite } from '../data/fast-added-store.ts';
import { writtenRecord } from '../data/lay-edits.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import { type Content, currentRecord, editedContent, recordCame } from '../data/source-bytes.ts';
import { changesOf, changeWrite, type SourceChange } from '../data/source-change-store.ts';
import { contentVersion, type SourceRecord } from '../data/source-record.ts';
import { emptyCache, matchedBy, readFor, readSources } from '../data/union-cache.ts';
import { sourceWrite, unionWrites } from '../data/union-writes.ts';
import { changedAt, changedFields } from '../domain/history/record-changes.ts';
import { blockingKeys } from '../domain/matching/blocking-keys.ts';
import { matchFeatures } from '../domain/matching/features.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { planJoin } from '../domain/union/join.ts';
import type { UnionChanges } from '../domain/union/union-state.ts';
import { followEdit } from './follow-decision.ts';
import { planned } from './load-group.ts';

/** A requested edit: the new record, the version it was made on, who edits and why. `now` in epoch ms. */
export type Edit = {
  table: Table;
  bucket: Bucket;
  ids: Ids;
  rulesAt: RulesAt;
  now: number;
  sourceId: string;
  version: string;
  record: MarcRecord;
  by: string;
  reason: string;
  /** Brings back a record that was stored before, with its faults. */
  restores?: true;
  /** Returns the writes that store the response, in the same transaction. */
  keep: (edited: Edited) => Write[];
};

/** The result of an edit: the new version, the union record of the source, and the warnings. */
export type Edited = { version: string; recordId: string; warnings: Finding[] };

/** The reason why an edit is not stored. `changed`: which staff user or load changed the record since the edit began, and when. */
export type NotEdited =
  | 'unknown-record'
  | 'withdrawn'
  | 'nothing-changed'
  | { changed: { by: string; at: string } }
  | { findings: Finding[] };

/** Returns the last change of a source record: an edit of staff or a load. */
export const lastChange = async (table: Table, source: SourceRecord): Promise<{ by: string; at: string }> => {
  const [newest] = await changesOf(table, source.sourceId, 1);
  if (newest?.version === contentVersion(source)) return { by: newest.by ?? newest.importId ?? '', at: newest.at };
  const loaded = idTime(source.importId);
  return { by: source.importId, at: loaded === undefined ? '' : iso(loaded) };
};

type Read = { source: SourceRecord; current: MarcRecord };

/** Checks whether the edit may be stored on the current state. Returns the warnings, or why not. */
const judged = async (edit: Edit, { source, current }: Read): Promise<Finding[] | NotEdited> => {
  if (source.withdrawn) return 'withdrawn';
  if (contentVersion(source) !== edit.version) return { changed: await lastChange(edit.table, source) };
  if (changedFields(current, edit.record).length === 0) return 'nothing-changed';
  const findings = checkRecord(edit.record, current);
  return findings.some(({ level }) => level === 'refusal') && !edit.restores ? { findings } : findings;
};

/** Returns the content after an edit. A record equal to the contributed one no longer counts as edited. */
const contentAfter = async ({ bucket, sourceId }: Edit, source: SourceRecord, record: MarcRecord): Promise<Content> => {
  const { form, marc, marcObject } = source;
  const came = source.came ?? { form, ...(marc && { marc }), ...(marcObject !== undefined && { marcObject }) };
  if (changedFields(await recordCame(bucket, source), record).length === 0) return came;
  const written = writtenRecord(record);
  if (!written) throw new Error(`${sourceId} was found sound and cannot be written.`);
  return editedContent(bucket, sourceId, came, written);
};

/** Returns the change that an edit makes of a record. Takes the record before it and the resulting version. */
export const changeOf = (
  edit: Edit,
  before: MarcRecord,
  version: string,
  { relocated }: UnionChanges,
): SourceChange => ({
  ...{ changeId: edit.ids.next('change', edit.now), sourceId: edit.sourceId, did: 'edit', at: iso(edit.now) },
  ...{ by: edit.by, reason: edit.reason, fields: changedFields(before, edit.record), version },
  ...(relocated.length > 0 && { pending: relocated }),
});

const attempt = async (edit: Edit): Promise<Edited | NotEdited | undefined> => {
  const { table, bucket, ids, now, sourceId } = edit;
  const reading = { table, cache: emptyCache(await edit.rulesAt(now)), strong: true };
  await readSources(reading, [sourceId]);
  const source = reading.cache.stored.get(sourceId);
  if (!source) return 'unknown-record';
  const current = await currentRecord(bucket, source);
  const findings = await judged(edit, { source, current });
  if (!Array.isArray(findings)) return findings;
  const record = changedAt(edit.record, iso(now));
  const features = matchFeatures(record);
  const incoming = { sourceId, features, matchKeys: blockingKeys(features) };
  await readFor(reading, [incoming]);
  const changes = await planned(reading, () => planJoin(reading.cache, [incoming], () => ids.next('record', now)));
  const [placed] = changes.placed;
  if (!placed) throw new Error(`${sourceId} was put nowhere.`);
  const { form: _f, marc: _m, marcObject: _o, came: _c, edited: _e, fastAdded, ...rest } = source;
  const content = await contentAfter(edit, source, record);
  // A cataloguer has now described what a desk made: it is no longer hidden.
  const shown = fastAdded ? { hiddenFrom: [] } : {};
  const { matchKeys } = incoming;
  const after = { ...rest, ...shown, ...content, recordId: placed.home, matchKeys, ...matchedBy(reading.cache) };
  const change = changeOf(edit, current, contentVersion(after), changes);
  const edited = { version: change.version, recordId: placed.recordId, warnings: findings };
  const union = unionWrites(changes, memberOfSource(sourceId));
  const listed = fastAdded ? [cataloguedWrite(source)] : [];
  const writes = [...union, sourceWrite(after), changeWrite(change), ...listed, ...edit.keep(edited)];
  if (await table.write(writes)) return undefined;
  await followEdit(table, change);
  return edited;
};

/**
 * Stores a source record as a cataloguer edited it. Like a load, it encodes the record with our writer and matches it again with all
 * others, in one transaction with the counters of all that it depends on; items do not change. The contributed record is stored beside it.
 * Returns the result, or why the edit is not stored: the record changed since, or it is not valid.
 */
export const editSource = (edit: Edit): Promise<Edited | NotEdited> =>
  retryOnConflict(edit.sourceId, () => attempt(edit));
