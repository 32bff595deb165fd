import { control } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import { type ItemDialect, itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { itemsInMarc } from '../../../../layers/protocols/marc/items-in-marc.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { titlesOf } from '../../../../layers/protocols/marc/titles.ts';
import { localIdOf, sourceIdOf } from '../source-id.ts';
import type { ImportReject } from './import.ts';
import { type HeldItems, heldItems, type LoadContext, loadRecord, recordReject } from './load-record.ts';
import { readRecordAs } from './read-record.ts';

/** How many copies with a barcode each ready-made mapping finds, by its name. */
export type Fits = Partial<Record<ItemDialect, number>>;

/** A record as a load by some mapping would take it. */
export type PreviewedRecord = HeldItems & {
  offset: number;
  /** Of its bytes; empty where it cannot be read. */
  checksum: string;
  sourceId: string;
  localId: string;
  title: string;
  /** Its system marks it as deleted: its items would go. */
  deletes: boolean;
  /** Why a load would not take the record, nor any item in it. */
  refused?: ImportReject;
  fits: Fits;
};

const nothing: HeldItems = { items: [], rejects: [], passedOver: 0 };

const barcodesBy = (record: MarcRecord, dialect: ItemDialect): number =>
  itemsInMarc(record, itemDialects[dialect]).items.filter(({ barcode }) => barcode !== undefined).length;

/** The ready-made mappings that find a copy with a barcode in a record: which system it may have come from. */
export const fitsOf = (record: MarcRecord): Fits => {
  const names = Object.keys(itemDialects) as ItemDialect[];
  return Object.fromEntries(
    names.map((name) => [name, barcodesBy(record, name)] as const).filter(([, found]) => found > 0),
  );
};

/** Adds up what the mappings find. */
export const addFits = (a: Fits, b: Fits): Fits => {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as ItemDialect[];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
};

/** Reads a record as a load by this mapping would: what it holds, and what would be refused. Takes its bytes, a copy that nobody changes. */
export const previewRecord = (
  piece: { offset: number; bytes: Uint8Array; checksum: string; form: MarcForm },
  context: LoadContext,
): PreviewedRecord => {
  const { offset } = piece;
  const read = readRecordAs(piece.form, piece.bytes);
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
    // Nothing in a deletion counts but its number.
    ...(deletes || refused ? nothing : heldItems(record, context, { offset, localId })),
    ...refused,
    fits: deletes ? {} : fitsOf(record),
  };
};
