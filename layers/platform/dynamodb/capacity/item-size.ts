/** An item as the document client takes it: strings, numbers, bigints, booleans, null, bytes, lists, maps and sets. */
export type Item = Readonly<Record<string, unknown>>;

/** What a list or a map costs by itself, and each of its elements (DynamoDB Developer Guide, item sizes and formats). */
const NEST = 3;
const ELEMENT = 1;

/** Bytes of a text in UTF-8; a lone surrogate is sent as U+FFFD, three bytes. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/**
 * Bytes of a number: one, one for each pair of significant digits, and one more below zero. Pairs stand at even places
 * from the decimal point (1.5 is 01.50, two pairs; 27 is one), so that zeros at both ends do not count. The guide says
 * "approximately"; this is what DynamoDB Local 3.3.1 does.
 */
const numberBytes = (value: number | bigint): number =>
  Number.isSafeInteger(value) ? wholeBytes(Number(value)) : digitBytes(value);

/** Most numbers of the table are whole: without text, as every read and write is counted by this. */
const wholeBytes = (value: number): number => {
  let rest = Math.abs(value);
  if (rest === 0) return 1;
  while (rest % 100 === 0) rest /= 100;
  let pairs = 0;
  for (; rest >= 1; rest = Math.floor(rest / 100)) pairs += 1;
  return 1 + pairs + (value < 0 ? 1 : 0);
};

const digitBytes = (value: number | bigint): number => {
  const [mantissa = '', exponent = '0'] = String(value).replace('-', '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return 1;
  const lowestPlace = Number(exponent) - fraction.length + digits.length - significant.length;
  const inPairs = significant.length + (lowestPlace % 2 === 0 ? 0 : 1);
  return 1 + Math.ceil(inPairs / 2) + (value < 0 ? 1 : 0);
};

const sum = (values: Iterable<unknown>, each: (value: unknown) => number): number => {
  let bytes = 0;
  for (const value of values) bytes += each(value);
  return bytes;
};

const isMap = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** Attributes that are stored: undefined ones are left out before sending. */
const stored = (item: Item): [string, unknown][] => Object.entries(item).filter(([, value]) => value !== undefined);

/** Bytes of one attribute's value, without its name. Throws a TypeError on what DynamoDB cannot store (a function, a symbol). */
export const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberBytes(value);
  if (value === null || typeof value === 'boolean') return 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return sum(value, valueBytes);
  if (Array.isArray(value)) return NEST + sum(value, (element) => ELEMENT + valueBytes(element));
  if (!isMap(value)) throw new TypeError(`Not storable: ${typeof value}`);
  return NEST + sum(stored(value), () => ELEMENT) + itemBytes(value);
};

/** Bytes of an item: the names and values of all its attributes. */
export const itemBytes = (item: Item): number => {
  let bytes = 0;
  for (const [name, value] of stored(item)) bytes += utf8Bytes(name) + valueBytes(value);
  return bytes;
};
