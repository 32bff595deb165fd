import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { checksumOf } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { changedFields } from '../domain/history/record-changes.ts';
import { encodeRecord } from '../domain/loading/encode-record.ts';
import { overlaid, type ProtectedField } from '../domain/loading/field-protection.ts';
import { type LoadRecord, readStored } from '../domain/loading/load-record.ts';
import { blockingKeys } from '../domain/matching/blocking-keys.ts';
import { matchFeatures } from '../domain/matching/features.ts';
import { currentRecord, recordCame, type Written } from './source-bytes.ts';
import type { SourceChange } from './source-change-store.ts';
import type { SourceRecord } from './source-record.ts';

/** Encodes a record as `encodeRecord` does, with the checksum of its bytes. Undefined when no writer accepts it. */
export const writtenRecord = (record: MarcRecord): Written | undefined => {
  const encoded = encodeRecord(record);
  return encoded && { ...encoded, checksum: checksumOf(encoded.bytes) };
};

/** A record of a load with the edits of staff applied. `written`: the resulting record, when it differs from the loaded one. */
export type Laid = { record: LoadRecord; written?: Written; change?: SourceChange };

/** The dependencies of applying edits to a load. `now` in epoch ms. */
export type Laying = {
  bucket: Bucket | undefined;
  ids: Ids;
  now: number;
  importId: string;
  protects?: readonly ProtectedField[];
};

const matchedAs = (record: LoadRecord, marc: MarcRecord): LoadRecord => {
  const features = matchFeatures(marc);
  return { ...record, features, matchKeys: blockingKeys(features) };
};

/**
 * Applies the edits of staff on a stored record to the same record as its member's system loads it. While the loaded bytes are identical,
 * all edits are preserved; after that only the protected ones. The result is matched. A record without edits is as loaded.
 */
export const layEdits = async (laying: Laying, record: LoadRecord, before: SourceRecord | undefined): Promise<Laid> => {
  const { bucket, ids, now, importId, protects = [] } = laying;
  if (before?.edited === undefined) return { record };
  const current = await currentRecord(bucket, before);
  if (before.checksum === record.checksum) {
    const written = writtenRecord(current);
    return written ? { record: matchedAs(record, current), written } : { record };
  }
  const loaded = readStored(record.form, record.bytes);
  const result = overlaid(loaded, current, await recordCame(bucket, before), protects);
  const written = result.preserved.length > 0 ? writtenRecord(result.record) : undefined;
  const after = written ? result.record : loaded;
  const change: SourceChange = {
    ...{ changeId: ids.next('change', now), sourceId: record.sourceId, did: 'load', at: iso(now), importId },
    ...{
      preserved: written ? result.preserved : [],
      lost: written ? result.lost : [...result.preserved, ...result.lost],
    },
    ...{ fields: changedFields(current, after), version: written?.checksum ?? record.checksum },
  };
  return { record: written ? matchedAs(record, after) : record, change, ...(written && { written }) };
};
