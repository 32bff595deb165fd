import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { checkRecord } from '../../../layers/protocols/marc/rules/check-record.ts';
import { writtenRecord } from '../data/lay-edits.ts';
import { loadedContent } from '../data/source-bytes.ts';
import { changeWrite } from '../data/source-change-store.ts';
import { emptyCache, matchedBy, readFor, readSources } from '../data/union-cache.ts';
import { sourceWrite, unionWrites } from '../data/union-writes.ts';
import { changedAt } from '../domain/history/record-changes.ts';
import { blockingKeys } from '../domain/matching/blocking-keys.ts';
import { matchFeatures } from '../domain/matching/features.ts';
import { localIdIn, localIdOf, memberOfSource } from '../domain/source-id.ts';
import { planJoin } from '../domain/union/join.ts';
import { changeOf, type Edit, type Edited, lastChange, type NotEdited } from './edit-source.ts';
import { followEdit } from './follow-decision.ts';
import { planned } from './load-group.ts';

/** The version that an edit names to create a record. */
export const NO_VERSION = 'none';

/** Returns a record with nothing but its number: the base on which a new one is checked. */
export const blankRecord = (sourceId: string): MarcRecord => ({
  ...{ leader: '', control: [{ tag: '001', value: localIdIn(sourceId) }], data: [] },
});

const attempt = async (edit: Edit): Promise<Edited | NotEdited | undefined> => {
  const { table, bucket, ids, now, sourceId } = edit;
  const [blank, localId] = [blankRecord(sourceId), localIdIn(sourceId)];
  const findings = checkRecord(edit.record, blank);
  if (localIdOf(localId, '') !== localId) return 'unknown-record';
  const reading = { table, cache: emptyCache(await edit.rulesAt(now)), strong: true };
  await readSources(reading, [sourceId]);
  const stands = reading.cache.stored.get(sourceId);
  if (stands) return { changed: await lastChange(table, stands) };
  if (findings.some(({ level }) => level === 'refusal')) return { findings };
  const record = changedAt(edit.record, iso(now));
  const written = writtenRecord(record);
  if (!written) throw new Error(`${sourceId} was found sound and cannot be written.`);
  const features = matchFeatures(record);
  const incoming = { sourceId, features, matchKeys: blockingKeys(features) };
  await readFor(reading, [incoming]);
  const changes = await planned(reading, () => planJoin(reading.cache, [incoming], () => ids.next('record', now)));
  const [placed] = changes.placed;
  if (!placed) throw new Error(`${sourceId} was put nowhere.`);
  const source = {
    ...{ sourceId, v: 0, localId, recordId: placed.home, importId: '', offset: 0, loadedAs: 'created' as const },
    ...{ checksum: written.checksum, itemsBy: 'none', bare: true as const, matchKeys: incoming.matchKeys },
    ...(await loadedContent(bucket, { sourceId, ...written }, undefined)),
    ...{ hiddenFrom: [], hiddenHoldings: {} },
    ...matchedBy(reading.cache),
  };
  const change = changeOf(edit, blank, written.checksum, changes);
  const created = { version: change.version, recordId: placed.recordId, warnings: findings };
  const union = unionWrites(changes, memberOfSource(sourceId));
  if (await table.write([...union, sourceWrite(source), changeWrite(change), ...edit.keep(created)])) return undefined;
  await followEdit(table, change);
  return created;
};

/**
 * Stores a record that a cataloguer wrote, under a number of its own: matched as one of a load, in one transaction with the counters of all
 * that it depends on. Returns the result, or why it is not stored: it is not valid, or the number is taken.
 */
export const createSource = (edit: Edit): Promise<Edited | NotEdited> =>
  retryOnConflict(edit.sourceId, () => attempt(edit));
