import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { readStored } from '../domain/loading/load-record.ts';
import { packedMarc, unpackedMarc } from './packed-marc.ts';
import { LARGEST_IN_TABLE, marcObjectKey, type SourceRecord } from './source-record.ts';

/** The place of bytes: in the table, or (when large) in the bucket. */
type Packed = Pick<SourceRecord, 'marc' | 'marcObject'>;

/**
 * Packs a record's bytes for the table, or stores them in the bucket under their checksum when they exceed `most` packed. Throws when
 * that needs a bucket and there is none.
 */
const packBytes = async (
  bucket: Bucket | undefined,
  { sourceId, checksum, bytes }: { sourceId: string; checksum: string; bytes: Uint8Array },
  most = LARGEST_IN_TABLE,
): Promise<Packed> => {
  const marc = packedMarc(bytes);
  if (marc.length <= most) return { marc };
  const marcObject = marcObjectKey(sourceId, checksum);
  if (!bucket) throw new Error('A record this large needs the bucket.');
  await bucket.put(marcObject, marc);
  return { marcObject };
};

const unpacked = async (
  bucket: Bucket | undefined,
  { marc, marcObject }: Packed,
  owner: string,
): Promise<Uint8Array> => {
  const packed = marc ?? (marcObject === undefined ? undefined : await bucket?.get(marcObject));
  if (!packed) throw new Error(`The bytes of ${owner} are not there.`);
  return unpackedMarc(packed);
};

/** Returns the bytes of a source record as contributed by its member's system. */
export const bytesCame = (bucket: Bucket | undefined, source: SourceRecord): Promise<Uint8Array> =>
  unpacked(bucket, source.came ?? source, source.sourceId);

/** Returns a source record as contributed by its member's system. */
export const recordCame = async (bucket: Bucket | undefined, source: SourceRecord): Promise<MarcRecord> =>
  readStored((source.came ?? source).form, await bytesCame(bucket, source));

/** Returns the current source record, with the edits of staff. */
export const currentRecord = async (bucket: Bucket | undefined, source: SourceRecord): Promise<MarcRecord> =>
  readStored(source.form, await unpacked(bucket, source, source.sourceId));

/** The content of a source record as stored in the table. */
export type Content = Pick<SourceRecord, 'form' | 'marc' | 'marcObject' | 'came' | 'edited'>;

/** A record as our writer encodes it; the checksum identifies this version. */
export type Written = { form: MarcForm; bytes: Uint8Array; checksum: string };

/**
 * Returns the content of a record that staff edited: the edited record beside the contributed one. Both fit an item of the table, or are in
 * the bucket.
 */
export const editedContent = async (
  bucket: Bucket | undefined,
  sourceId: string,
  came: NonNullable<Content['came']>,
  written: Written,
): Promise<Content> => {
  const space = LARGEST_IN_TABLE - (came.marc?.length ?? 0);
  const stands = await packBytes(bucket, { sourceId, ...written }, space);
  return { form: written.form, ...stands, came, edited: written.checksum };
};

/** Returns the content of a loaded record: as contributed and, when edits of staff were preserved, the current record beside it. */
export const loadedContent = async (
  bucket: Bucket | undefined,
  { sourceId, form, bytes, checksum }: Written & { sourceId: string },
  written: Written | undefined,
): Promise<Content> => {
  const came = { form, ...(await packBytes(bucket, { sourceId, checksum, bytes })) };
  return written ? editedContent(bucket, sourceId, came, written) : came;
};
