import { lineOf } from './plain-values.ts';

/** One item of a delivery: its barcode, and which volume it is where that is told. */
type Item = { barcode: string; volume?: string };

/** ReShare tells the volumes of a loan so: `multivol:name,call number,barcode`. */
const VOLUME = /^multivol:([^,]*),(?:(.*),)?([^,]+)$/i;

const itemOf = (text: string): Item => {
  const [, volume = '', , barcode = text] = VOLUME.exec(text) ?? [];
  return { barcode: barcode.trim(), ...(volume.trim() !== '' && { volume: volume.trim() }) };
};

/** CrossLink tells them in the note: between two marks a line for each, `barcode|call number|title`. A `|` that is text has a backslash before it. */
const PACKED = /#MultipleItems#([\s\S]*?)#MultipleItemsEnd#/;
const FIELD = /((?:\\.|[^\\|])*)(?:\||$)/gy;

const unpacked = (line: string): Item => {
  const fields = [...line.matchAll(FIELD)].map(([, field = '']) => field.replace(/\\(.)/g, '$1').trim());
  const [barcode = '', , title = ''] = fields;
  return { barcode, ...(title !== '' && { volume: title }) };
};

const packedIn = (note: string | undefined): Item[] => {
  const [, block = ''] = PACKED.exec(note ?? '') ?? [];
  const lines = block.split('\n').flatMap((line) => lineOf(line) ?? []);
  return lines.map(unpacked).filter(({ barcode }) => barcode !== '');
};

/** A note without the items that are told in it for machines; undefined when nothing is left. */
export const withoutItems = (note: string | undefined): string | undefined =>
  note?.replace(PACKED, '').trim() || undefined;

const labelOf = ({ barcode, volume }: Item): string => (volume === undefined ? barcode : `${volume} (${barcode})`);

/**
 * The items that a supplier says it has sent (deliveryInfo/itemId, or its note where that names more): the barcode of the first,
 * which stands for the loan; and, where there are several or volumes, a line for each.
 */
export const itemsOf = (ids: readonly string[] = [], note?: string): { itemId?: string; volumes?: string[] } => {
  const named = ids.flatMap((id) => lineOf(id) ?? []).map(itemOf);
  const packed = packedIn(note);
  const items = packed.length > named.length ? packed : named;
  const [first] = items;
  if (first === undefined) return {};
  // The title of one packed item says nothing that is not known.
  const listed = items.length > 1 || (items === named && first.volume !== undefined);
  return { itemId: first.barcode, ...(listed && { volumes: items.map(labelOf) }) };
};
