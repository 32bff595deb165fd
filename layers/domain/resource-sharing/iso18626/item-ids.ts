import { lineOf } from './plain-values.ts';

/** One item of a delivery: its barcode, and which volume it is where that is told. */
type Item = { barcode: string; volume?: string };

/** ReShare tells the volumes of a loan so: `multivol:name,call number,barcode`. */
const VOLUME = /^multivol:([^,]*),(?:(.*),)?([^,]+)$/i;

const itemOf = (text: string): Item => {
  const [, volume = '', , barcode = text] = VOLUME.exec(text) ?? [];
  return { barcode: barcode.trim(), ...(volume.trim() !== '' && { volume: volume.trim() }) };
};

const told = ({ barcode, volume }: Item): string => (volume === undefined ? barcode : `${volume} (${barcode})`);

/**
 * The items that a supplier says it has sent (deliveryInfo/itemId): the barcode of the first, which stands for the loan; and,
 * where there are several or volumes, a line for each.
 */
export const itemsOf = (ids: readonly string[] = []): { itemId?: string; volumes?: string[] } => {
  const items = ids.flatMap((id) => lineOf(id) ?? []).map(itemOf);
  const [first] = items;
  if (first === undefined) return {};
  const listed = items.length > 1 || first.volume !== undefined;
  return { itemId: first.barcode, ...(listed && { volumes: items.map(told) }) };
};
