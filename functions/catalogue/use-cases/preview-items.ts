import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { checksumOf } from '../../../layers/platform/objects/sha-256.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import { type Piece, splitRecords } from '../../../layers/protocols/marc/split-iso2709.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readSource, versionOf } from '../data/source-record.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import { type ImportReject, MAX_PREVIEW } from '../domain/loading/import.ts';
import { type LoadContext, recordReject } from '../domain/loading/load-record.ts';
import { type PreviewedRecord, previewRecord } from '../domain/loading/preview-record.ts';
import { readOrRefused } from '../domain/loading/read-or-refused.ts';
import { itemsBy } from './load-group.ts';
import { loadedBy, splitterOf } from './load-part.ts';
import { type Barcodes, planItems, readBarcodes } from './plan-items.ts';

/** An item as a load would leave it: created, changed or unchanged. */
export type PreviewedItem = { is: 'new' | 'changed' | 'unchanged'; item: StoredItem };

/**
 * A record with the planned changes of its items. `rejects`: refused items, barcodes of other members' items, and values set differently by
 * staff. `loses`: staff edited the record and the file has new content, so that of the edit only what its member protects is preserved.
 */
export type PreviewedItems = {
  record: PreviewedRecord;
  items: PreviewedItem[];
  rejects: ImportReject[];
  loses: boolean;
};

/** Returns the first pieces of a file and whether there are more. Of a partial file the last piece is incomplete and is not judged. */
const firstPieces = async (bytes: Uint8Array, form: MarcForm, isBeginning: boolean) => {
  const pieces: Piece[] = [];
  for await (const piece of splitRecords([bytes], splitterOf(form))) {
    // The splitter reuses its buffer for the next piece.
    pieces.push('bytes' in piece ? { ...piece, bytes: Uint8Array.from(piece.bytes) } : piece);
    if (pieces.length > MAX_PREVIEW.records) break;
  }
  const hasMore = pieces.length > MAX_PREVIEW.records || isBeginning;
  return { pieces: hasMore ? pieces.slice(0, -1) : pieces, hasMore };
};

const readPiece = (piece: Piece, form: MarcForm, context: LoadContext): PreviewedRecord => {
  const { offset } = piece;
  const read =
    'bytes' in piece
      ? readOrRefused(offset, () =>
          previewRecord({ offset, bytes: piece.bytes, checksum: checksumOf(piece.bytes), form }, context),
        )
      : { rejected: recordReject(piece.reason, offset) };
  if (!('rejected' in read)) return read;
  const none = { checksum: '', sourceId: '', localId: '', title: '', deletes: false, fits: {} };
  return { ...none, offset, items: [], rejects: [], passedOver: 0, refused: read.rejected };
};

/**
 * The stored state of a source record: its items, the barcodes it gave away, the bytes and mapping of its last load, and whether staff
 * edited it.
 */
type CurrentSource = { existing: StoredItem[]; gave: readonly string[]; loaded?: string; edited?: string };

/** Returns the stored state of source records, by id. */
const currentSources = async (table: Table, sourceIds: readonly string[]) => {
  const rows = await table.getMany(sourceIds.map((sourceId) => key('source', { sourceId })));
  const sources = rows.flatMap((row) => (row ? [readSource(row)] : []));
  const found = await Promise.all(
    sources.map(async (source) => {
      const { sourceId, bare, gave = [], itemsPending, checksum, edited } = source;
      const existing: StoredItem[] = bare ? [] : await itemsOfSource(table, sourceId);
      const current: CurrentSource = {
        ...{ existing, gave },
        ...(!itemsPending && { loaded: versionOf(source) }),
        // The checksum of the edited record's contributed bytes, to detect whether the file brings new ones.
        ...(edited !== undefined && { edited: checksum }),
      };
      return [sourceId, current] as const;
    }),
  );
  return new Map(found);
};

const as = (is: PreviewedItem['is'], items: readonly StoredItem[]): PreviewedItem[] =>
  items.map((item) => ({ is, item }));

/**
 * Returns what a load of these bytes would do with items, planned as in a load, without writing: the first records of the file
 * (`MAX_PREVIEW`), each with its items and why others are refused. `isBeginning`: the file continues after these bytes.
 */
export const previewItems = async (
  table: Table,
  context: LoadContext,
  file: { bytes: Uint8Array; form: MarcForm; isBeginning: boolean },
): Promise<{ records: PreviewedItems[]; hasMore: boolean }> => {
  const { pieces, hasMore } = await firstPieces(file.bytes, file.form, file.isBeginning);
  const records = pieces.map((piece) => readPiece(piece, file.form, context));
  const sources = await currentSources(table, [...new Set(records.map(({ sourceId }) => sourceId))].filter(Boolean));
  const barcodes: Barcodes = new Map();
  const loading = { itemsBy: loadedBy(context) };
  await readBarcodes(table, barcodes, records, false);
  const planned = records.map((record) => {
    const { existing = [], gave = [], loaded, edited } = sources.get(record.sourceId) ?? {};
    const { checksum, items, rejects } = record;
    const loses = edited !== undefined && edited !== checksum && !record.deletes;
    // Identical bytes under the same mapping: a load writes nothing and preserves what staff changed meanwhile.
    if (loaded === versionOf({ checksum, itemsBy: itemsBy(loading, { items, itemRejects: rejects }) }))
      return { record, items: as('unchanged', existing), rejects, loses };
    const plan = planItems(record, { existing, gave }, barcodes, () => 'new');
    const created = plan.created.map(({ item }) => item);
    // A later record of the same number in the file finds the items that this record creates.
    sources.set(record.sourceId, { existing: [...existing, ...created], gave });
    return {
      record,
      items: [...as('new', created), ...as('changed', plan.changed), ...as('unchanged', plan.unchanged)],
      rejects: [...rejects, ...plan.rejects, ...plan.shared, ...plan.asStaffSet],
      loses,
    };
  });
  return { records: planned, hasMore };
};
