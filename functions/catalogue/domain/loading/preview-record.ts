import { control } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import { type ItemDialect, itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { itemsInMarc } from '../../../../layers/protocols/marc/items-in-marc.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { titlesOf } from '../../../../layers/protocols/marc/titles.ts';
import { localIdOf, sourceIdOf } from '../source-id.ts';
import type { ImportReject } from './import.ts';
import { type HeldItems, heldItems, type LoadContext, loadRecord, recordReject } from './load-record.ts';
import { readForeignRecord } from './read-foreign-record.ts';

/** The number of copies with a barcode that each predefined mapping finds, by name. */
export type Fits = Partial<Record<ItemDialect, number>>;

/** A record as a load with a given mapping would read it. */
export type PreviewedRecord = HeldItems & {
  offset: number;
  /** The checksum of its bytes; empty when the record cannot be read. */
  checksum: string;
  sourceId: string;
  localId: string;
  title: string;
  /** Its system marks it as deleted: its items would be removed. */
  deletes: boolean;
  /** The reason why a load would reject the record with all its items. */
  refused?: ImportReject;
  fits: Fits;
};

const nothing: HeldItems = { items: [], rejects: [], passedOver: 0 };

const barcodesBy = (record: MarcRecord, dialect: ItemDialect): number =>
  itemsInMarc(record, itemDialects[dialect]).items.filter(({ barcode }) => barcode !== undefined).length;

/** Returns the predefined mappings that find a copy with a barcode in a record, which suggest the system it came from. */
export const fitsOf = (record: MarcRecord): Fits => {
  const names = Object.keys(itemDialects) as ItemDialect[];
  return Object.fromEntries(
    names.map((name) => [name, barcodesBy(record, name)] as const).filter(([, found]) => found > 0),
  );
};

/** Adds two results of `fitsOf`. */
export const addFits = (a: Fits, b: Fits): Fits => {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as ItemDialect[];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
};

/** Reads a record as a load with this mapping would: its items and rejects. Takes its bytes, a copy that nobody else changes. */
export const previewRecord = (
  piece: { offset: number; bytes: Uint8Array; checksum: string; form: MarcForm },
  context: LoadContext,
): PreviewedRecord => {
  const { offset } = piece;
  const read = readForeignRecord(piece.form, piece.bytes);
  if ('rejected' in read)
    return {
      ...{ offset, checksum: '', sourceId: '', localId: '', title: '', deletes: false, fits: {}, ...nothing },
      refused: recordReject(read.rejected, offset),
    };
  const { record } = read;
  const localId = localIdOf(control(record, '001'), piece.checksum);
  const loaded = loadRecord(piece, context);
  const refused = 'rejected' in loaded && { refused: loaded.rejected };
  const deletes = record.leader[5] === 'd';
  return {
    ...{
      offset,
      localId,
      deletes,
      checksum: piece.checksum,
      sourceId: sourceIdOf(context.memberId, localId),
      title: titlesOf(record).title,
    },
    // Of a deletion only the number counts.
    ...(deletes || refused ? nothing : heldItems(record, context, { offset, localId })),
    ...refused,
    fits: deletes ? {} : fitsOf(record),
  };
};
