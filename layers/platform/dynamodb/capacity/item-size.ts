/** An item as the document client accepts it: strings, numbers, bigints, booleans, null, bytes, lists, maps and sets. */
export type Item = Readonly<Record<string, unknown>>;

/** The overhead of a list or map and of each of its elements (DynamoDB Developer Guide, item sizes and formats). */
const NEST = 3;
const ELEMENT = 1;

/** Bytes of a text in UTF-8; a lone surrogate is sent as U+FFFD, three bytes. */
export const utf8Bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Bytes of a number: one, plus one for each pair of significant digits, plus one when negative. Pairs are aligned to the decimal point
 * (1.5 is 01.50, two pairs; 27 is one), so leading and trailing zeros do not count. The guide says "approximately"; this matches
 * DynamoDB Local 3.3.1.
 */
const numberBytes = (value: number | bigint): number =>
  Number.isSafeInteger(value) ? wholeBytes(Number(value)) : digitBytes(value);

/** Bytes of a whole number, computed without converting it to text: most numbers are whole, and every read and write is counted here. */
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

/** Bytes of one attribute's value, without its name. Throws a TypeError on what DynamoDB cannot store (a function, a symbol). */
export const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberBytes(value);
  if (value === null || typeof value === 'boolean') return 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return sum(value, valueBytes);
  if (Array.isArray(value)) return NEST + sum(value, (element) => ELEMENT + valueBytes(element));
  if (!isMap(value)) throw new TypeError(`Not storable: ${typeof value}`);
  return NEST + itemBytes(value, ELEMENT);
};

/** Bytes of an item: the names and values of all its attributes. Undefined ones are dropped before sending. */
export const itemBytes = (item: Item, perAttribute = 0): number => {
  let bytes = 0;
  for (const name in item) {
    const value = item[name];
    if (value !== undefined) bytes += perAttribute + utf8Bytes(name) + valueBytes(value);
  }
  return bytes;
};
