import { control, fields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import type { ItemMapping } from '../../../../layers/protocols/marc/item-mapping.ts';
import { itemsInMarc, type LoadedItem, type SkipReason } from '../../../../layers/protocols/marc/items-in-marc.ts';
import { rejectReasons } from '../../../../layers/protocols/marc/reasons.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { blockingKeys } from '../matching/blocking-keys.ts';
import { type MatchFeatures, matchFeatures } from '../matching/features.ts';
import { localIdOf, sourceIdOf } from '../source-id.ts';
import { encodeRecord } from './encode-record.ts';
import type { ImportReject } from './import.ts';
import { readForeignRecord } from './read-foreign-record.ts';
import { readRecordAs } from './read-record.ts';
import { recordWarnings } from './record-warnings.ts';

/** A record of a load, read and ready for the union. `offset` is its first byte in the file. */
export type LoadRecord = {
  offset: number;
  sourceId: string;
  localId: string;
  form: MarcForm;
  bytes: Uint8Array;
  checksum: string;
  features: MatchFeatures;
  matchKeys: string[];
  items: LoadedItem[];
  itemRejects: ImportReject[];
  /** What could not be taken of the record itself. */
  warnings: ImportReject[];
  /** The member's system marks the record as deleted (leader/05 `d`): the stored record of that number is withdrawn. */
  deletes: boolean;
};

/** The member's data that a load needs: the mapping of its items and its branches. */
export type LoadContext = { memberId: string; mapping: ItemMapping; branches: ReadonlySet<string> };

const itemReasons: Record<Exclude<SkipReason, 'not-a-copy' | 'no-item-data'> | 'barcode-taken' | 'given-away', string> =
  {
    'branch-missing': 'The item names no branch, and the mapping names none for such items.',
    'branch-unknown': 'The member has no such branch: add it to the mapping.',
    'barcode-malformed': 'The barcode holds blanks or is longer than 40 characters.',
    'barcode-twice-in-record': 'The record holds this barcode twice; the first counts.',
    'barcode-taken': 'Another item of the member bears this barcode: relabel one of them.',
    'given-away': 'Another member took over the copy with this barcode: take the item out of the record.',
  };

type Place = { offset: number; localId: string };

const labelled = (barcode: string | undefined): Pick<ImportReject, 'barcode'> =>
  barcode === undefined || barcode === '' ? {} : { barcode: barcode.slice(0, 100) };
const caused = (value: string): Pick<ImportReject, 'value'> => (value === '' ? {} : { value: value.slice(0, 100) });

/** Returns the reject of one item, with a sentence. `value`: what in the record caused it, such as an unknown branch. */
export const itemReject = (
  reason: keyof typeof itemReasons,
  { offset, localId }: Place,
  barcode?: string,
  value = '',
): ImportReject => ({
  what: 'item',
  offset,
  localId,
  reason,
  detail: value === '' ? itemReasons[reason] : `${itemReasons[reason]} It says "${value.slice(0, 60)}".`,
  ...labelled(barcode),
  ...caused(value),
});

/** Returns the reject for an item accepted although another member's item has its barcode, so that staff can relabel one of them. */
export const sharedBarcode = (
  { offset, localId }: Place,
  barcode: string,
  others: readonly string[],
): ImportReject => ({
  what: 'barcode',
  offset,
  localId,
  reason: 'barcode-shared',
  detail: `The item is taken; one of ${others.join(', ')} bears its barcode too. Desks ask which until one is relabelled.`,
  ...labelled(barcode),
  value: others.join(', '),
});

/**
 * Returns the reject for an item whose file values staff changed and the file repeats; those of staff stay. `over`: each file value with
 * the one in force.
 */
export const passedOverItem = (
  { offset, localId }: Place,
  barcode: string,
  over: readonly { fromFile: string; stands: string }[],
): ImportReject => ({
  what: 'passed-over',
  offset,
  localId,
  reason: 'staff-set',
  detail:
    'Staff set the place, type or call number of this item otherwise than the file says: that stands until the file says something new.',
  ...labelled(barcode),
  ...caused(over.map(({ fromFile, stands }) => `${fromFile} → ${stands}`).join('; ')),
});

const lastCopy =
  'The record is deleted and this is the last copy of its title: it stays, and is offered to the members. Load the deletion again when the offer is over.';

/** Returns the reject for an item that stays although its record is deleted, because of its state or as the last copy of its title. */
export const retainedItem = ({ offset, localId }: Place, barcode: string, state: string): ImportReject => ({
  what: 'retained',
  offset,
  localId,
  ...(state === 'last-copy'
    ? { reason: state, detail: lastCopy }
    : {
        reason: 'item-retained',
        detail: `The record is deleted and this item is not free to go (${state}): it stays. Load the deletion again when it is back.`,
        value: state,
      }),
  ...labelled(barcode),
});

const recordReasons = {
  ...rejectReasons,
  'record-unreadable':
    'The record cannot be worked with as it stands: look for fields of unusual length, and load it anew.',
  'no-title': 'The record has no title (245).',
  'not-authority': 'The record is no MARC 21 authority record (leader/06 is not z).',
  'no-number': 'The authority record has no number (001).',
  'number-too-long': 'The number (001) of the authority record has more than 100 characters.',
  'no-heading': 'The authority record has no heading (1XX).',
  'deletion-unnamed': 'The record is marked as deleted (leader/05) and has no number (001) that says which.',
};

/** Returns the reject of a whole record, with a sentence. */
export const recordReject = (reason: keyof typeof recordReasons, offset: number, localId?: string): ImportReject => ({
  what: 'record',
  offset,
  reason,
  detail: recordReasons[reason],
  ...(localId === undefined ? {} : { localId }),
});

/** Returns the branch that a record names: by our id, or by its code within the member. */
const branchKnown = (stated: string, { memberId, branches }: LoadContext): string | undefined =>
  [stated, `${memberId}.${stated.toLowerCase()}`].find((id) => branches.has(id));

/** The items in a record by its member's mapping, the rejected ones, and the number of fields with its tag that are not copies. */
export type HeldItems = { items: LoadedItem[]; rejects: ImportReject[]; passedOver: number };

/** Returns the items in a record, at branches of the member. Takes the record, its member's context and its place in the file. */
export const heldItems = (record: MarcRecord, context: LoadContext, at: Place): HeldItems => {
  const { items, skipped } = itemsInMarc(record, context.mapping);
  const rejects = skipped.flatMap(({ reason, value, barcode }) =>
    // Fields without item data, or of no copy, are not errors.
    reason === 'not-a-copy' || reason === 'no-item-data' ? [] : [itemReject(reason, at, barcode, value)],
  );
  const passedOver = skipped.length - rejects.length;
  const placed = items.flatMap((item) => {
    const branch = branchKnown(item.branch, context);
    if (branch !== undefined) return [{ ...item, branch }];
    rejects.push(itemReject('branch-unknown', at, item.barcode, item.branch));
    return [];
  });
  return { items: placed, rejects, passedOver };
};

/** Decodes the bytes of a stored source record; throws when they are not a record, although they were when stored. */
export const readStored = (form: MarcForm, bytes: Uint8Array) => {
  const read = readRecordAs(form, bytes);
  if ('rejected' in read) throw new Error(`A stored record cannot be read: ${read.rejected}`);
  return read.record;
};

/** Returns a record that the member's system marks as deleted: only its number counts. */
const deletion = (
  piece: { offset: number; bytes: Uint8Array; checksum: string; form: MarcForm },
  record: MarcRecord,
  memberId: string,
): LoadRecord | { rejected: ImportReject } => {
  const number = control(record, '001')?.trim() ?? '';
  if (number === '') return { rejected: recordReject('deletion-unnamed', piece.offset) };
  const localId = localIdOf(number, piece.checksum);
  const nothing = { matchKeys: [], items: [], itemRejects: [], warnings: [], features: matchFeatures(record) };
  return { ...piece, ...nothing, sourceId: sourceIdOf(memberId, localId), localId, deletes: true };
};

/**
 * Reads one record of a load: its ids, match features and items. Takes its bytes (a copy that nobody else changes) and their checksum;
 * returns the record, or why it is rejected. Rejected items are listed with the record, which is still accepted.
 */
export const loadRecord = (
  piece: { offset: number; bytes: Uint8Array; checksum: string; form: MarcForm },
  context: LoadContext,
): LoadRecord | { rejected: ImportReject } => {
  const read = readForeignRecord(piece.form, piece.bytes);
  if ('rejected' in read) return { rejected: recordReject(read.rejected, piece.offset) };
  const { record } = read;
  if (record.leader[5] === 'd') return deletion(piece, record, context.memberId);
  const localId = localIdOf(control(record, '001'), piece.checksum);
  const features = matchFeatures(record);
  if (fields(record, '245').length === 0 || features.title === '')
    return { rejected: recordReject('no-title', piece.offset, localId) };
  const { items, rejects } = heldItems(record, context, { offset: piece.offset, localId });
  const isConverted = read.warnings.some(({ code }) => code === 'unimarc-left-out');
  const stored = isConverted ? encodeRecord(record) : piece;
  if (!stored) return { rejected: recordReject('record-unreadable', piece.offset, localId) };
  return {
    ...piece,
    // What the catalogue stores is MARC 21; the checksum is that of the file's record, so that the next load finds it unchanged.
    ...{ form: stored.form, bytes: stored.bytes },
    sourceId: sourceIdOf(context.memberId, localId),
    localId,
    features,
    matchKeys: blockingKeys(features),
    items,
    itemRejects: rejects,
    warnings: recordWarnings(read.warnings, { offset: piece.offset, localId }),
    deletes: false,
  };
};
