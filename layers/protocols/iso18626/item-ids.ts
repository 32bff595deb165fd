import { lineOf } from './plain-values.ts';

/** One item of a delivery: its barcode, and its volume if stated. */
type Item = { barcode: string; volume?: string };

/** The form in which ReShare states the volumes of a loan: `multivol:name,call number,barcode`. */
const VOLUME = /^multivol:([^,]*),(?:(.*),)?([^,]+)$/i;

const itemOf = (text: string): Item => {
  const [, volume = '', , barcode = text] = VOLUME.exec(text) ?? [];
  return { barcode: barcode.trim(), ...(volume.trim() !== '' && { volume: volume.trim() }) };
};

/**
 * The form of CrossLink in the note: between two marks one line per item, `barcode|call number|title`. A backslash
 * precedes a `|` in the text.
 */
const [BEGIN, END] = ['#MultipleItems#', '#MultipleItemsEnd#'];
const FIELD = /((?:\\.|[^\\|])*)(?:\||$)/gy;

const unpacked = (line: string): Item => {
  const fields = [...line.matchAll(FIELD)].map(([, field = '']) => field.replace(/\\(.)/g, '$1').trim());
  const [barcode = '', , title = ''] = fields;
  return { barcode, ...(title !== '' && { volume: title }) };
};

/** Splits a note at its first packed block; undefined without one. A pattern would look for the end from each of many begins. */
const parted = (note: string): { before: string; block: string; after: string } | undefined => {
  const begin = note.indexOf(BEGIN);
  const end = begin < 0 ? -1 : note.indexOf(END, begin + BEGIN.length);
  if (end < 0) return undefined;
  return {
    before: note.slice(0, begin),
    block: note.slice(begin + BEGIN.length, end),
    after: note.slice(end + END.length),
  };
};

const packedIn = (note: string | undefined): Item[] => {
  const { block = '' } = parted(note ?? '') ?? {};
  const lines = block.split('\n').flatMap((line) => lineOf(line) ?? []);
  return lines.map(unpacked).filter(({ barcode }) => barcode !== '');
};

/** Removes the machine-readable items from a note; undefined when nothing remains. */
export const withoutItems = (note: string | undefined): string | undefined => {
  const parts = parted(note ?? '');
  return (parts ? parts.before + parts.after : note)?.trim() || undefined;
};

const labelOf = ({ barcode, volume }: Item): string => (volume === undefined ? barcode : `${volume} (${barcode})`);

/**
 * Reads the items that a supplier has sent (deliveryInfo/itemId, or its note when that names more): the barcode of the
 * first, which identifies the loan; and, for several items or volumes, one line each.
 */
export const itemsOf = (ids: readonly string[] = [], note?: string): { itemId?: string; volumes?: string[] } => {
  const named = ids.flatMap((id) => lineOf(id) ?? []).map(itemOf);
  const packed = packedIn(note);
  const items = packed.length > named.length ? packed : named;
  const [first] = items;
  if (first === undefined) return {};
  // The title of a single item adds nothing new.
  const listed = items.length > 1 || (items === named && first.volume !== undefined);
  return { itemId: first.barcode, ...(listed && { volumes: items.map(labelOf) }) };
};
