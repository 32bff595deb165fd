import { foldText } from '../../kernel/text/fold.ts';
import { typedUdc, udcNumber } from './udc-order.ts';

/** The shelving schemes: Library of Congress, Dewey, Universal Decimal, and a library's own numbering. */
export const shelfOrders = ['lc', 'dewey', 'udc', 'other'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

/** A call number's scheme and sort key: keys of one scheme, compared character by character, give the shelf order. */
export type ShelfPlace = { order: ShelfOrder; key: string };

// Classes of one or two letters; of three only in D and K. I, O, W, X and Y are no classes. After the class come Cutter numbers, a year or
// a volume: "J 813.5 ROW" is a children's book under Dewey, "R 031.02" a reference book.
const LC =
  /^(daw|djk|k[a-z]{2}|[a-hj-npq-vz][a-z]?)\s*(?!0\d{2}(?!\d))(\d{1,4})(?!\d)\s*(?:\.(\d+))?\s*(\.?\s*(?:[a-z]\d|\d{4}(?!\d)|[a-z]+\.\s*\d).*)?$/;
const DEWEY = /^(\d{3})(?!\d)(?:\.(\d+))?\s*(.*)$/;
// The National Library of Medicine's classes besides those that it shares with LC's Q.
const NLM = /^(w[a-z]?)\s*(\d{1,3})(?!\d)(?:\.(\d+))?\s*(.*)$/;
// A document's number (SuDoc): agency, office and series by value, a colon, the document. "C 13.58:7618" is no class C.
const SUDOC = /^\s*[a-z]{1,4} ?\d{1,4}\.[a-z\d/.-]*:/i;

/** Pads numbers with leading zeros, so that they sort by value. Numbers longer than any in use are cut. */
const byValue = (digits: string, width = 6): string =>
  digits
    .replace(/^0+(?=\d)/, '')
    .slice(0, 12)
    .padStart(width, '0');

const isVolume = /^(v|vol|c|copy|no|nr|pt|part|bd|band|t|tome|ser|suppl|d|disc)$/;

/**
 * Returns the key of the part after the class: Cutter numbers are decimals (B45 before B5), years, volumes and copies sort by value (v.2
 * before v.10). A letter with digits is a Cutter number where cataloguers write one: not after a full stop within the part.
 */
const restOf = (text: string): string[] => {
  const parts: string[] = [];
  let cutters = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+\.\s*\d+|[a-z]\d+[a-z]*|[\p{L}\p{M}]+|\d+/gu)) {
    const [, letters = '', stop = '', digits = ''] = /^([^\d.\s]*)([.\s]*)(\d*)/u.exec(word) ?? [];
    const cutter = /^([a-z])(\d+)([a-z]*)$/.exec(word);
    if (cutter && (cutters < 2 || !isVolume.test(letters))) {
      cutters += 1;
      parts.push(word);
    } else if (letters !== '' && digits !== '' && (stop !== '' || isVolume.test(letters)))
      parts.push(`${letters} ${byValue(digits)}`);
    else parts.push(letters === '' ? byValue(digits, 4) : letters);
  }
  return parts;
};

const decimal = (whole: string, fraction: string): string => (fraction === '' ? whole : `${whole}.${fraction}`);

/** Returns a class of letters and a number, and the rest, as parts of a key. */
const lettered = (pattern: RegExp, text: string): string[] | undefined => {
  const [, letters, number = '', fraction = '', rest = ''] = pattern.exec(text) ?? [];
  return letters === undefined ? undefined : [letters, decimal(byValue(number, 4), fraction), ...restOf(rest)];
};

// Strokes mark where a small library may truncate: "940.53/18", "813/.54".
const withoutPrimes = (text: string): string =>
  text.replace(/^\d{3}['/]?\.\d+(?:['/]\d+)*/, (number) => number.replace(/['/]/g, ''));

const dewey = (text: string): string[] | undefined => {
  const [, hundred, fraction = '', rest = ''] = DEWEY.exec(withoutPrimes(text)) ?? [];
  return hundred === undefined ? undefined : [decimal(hundred, fraction), ...restOf(rest)];
};

const MOST_PREFIXES = 2;

/** Parses a number after a shelf name ("Ref. QA76.9", "J 599.8", "j813.54"): the shelf, then the number in its scheme. */
const onNamedShelf = (text: string): string[] | undefined => {
  const glued = /^(\p{L}{1,4})(\d.*)$/u.exec(text);
  const behindLetters = glued && dewey(glued[2] ?? '');
  if (behindLetters) return [glued[1] ?? '', ...behindLetters];
  const words = text.split(' ');
  for (let n = 1; n <= MOST_PREFIXES && n < words.length; n++) {
    if (!/^\p{L}[\p{L}\p{M}.-]*$/u.test(words[n - 1] ?? '')) return undefined;
    const tail = words.slice(n).join(' ');
    const parts = lettered(LC, tail) ?? dewey(tail);
    if (parts) return [...restOf(words.slice(0, n).join(' ')), ...parts];
  }
  return undefined;
};

/**
 * Returns the shelf position of a call number as a library writes it; undefined when there is nothing to file by. A shorter number files
 * before every longer one with the same beginning ("nothing before something"). A number with a shelf name ("Oversize Q162") files under
 * that name, among the library's own numbers; within it, by LC or Dewey.
 */
export const shelfPlace = (callNumber: string): ShelfPlace | undefined => {
  const text = foldText(callNumber.replace(/[\u2032\u02b9]/g, "'"))
    .replace(/\s+/g, ' ')
    .trim();
  const isDocument = SUDOC.test(callNumber);
  const lc = isDocument ? undefined : lettered(LC, text);
  if (lc) return { order: 'lc', key: lc.join(' ') };
  const udc = udcNumber(callNumber);
  if (udc) return { order: 'udc', key: [udc.key, ...restOf(foldText(udc.rest))].join(' ') };
  const ddc = dewey(text);
  if (ddc) return { order: 'dewey', key: ddc.join(' ') };
  const own = isDocument ? undefined : (lettered(NLM, text) ?? onNamedShelf(text));
  const key = (own ?? restOf(text)).join(' ');
  return key === '' ? undefined : { order: 'other', key };
};

const LC_CLASS = /^(?:daw|djk|k[a-z]{2}|[a-hj-npq-vz][a-z]?)$/;

/**
 * Returns the key of a bound of a range of call numbers in a scheme: a whole number, or the letters of a Library of Congress class.
 * Undefined when it does not belong to that scheme.
 */
export const boundIn = (typed: string, order: ShelfOrder): string | undefined => {
  const place = shelfPlace(typed);
  if (place?.order === order) return place.key;
  const letters = foldText(typed).trim();
  // With a space after it: QA is not Q.
  return order === 'lc' && LC_CLASS.test(letters) ? `${letters} ` : undefined;
};

/** Returns the key of typed text for a position in a scheme: parsed by that scheme, otherwise unchanged. */
export const typedPlace = (typed: string, order: ShelfOrder): string => {
  const place = shelfPlace(typed);
  if (place?.order === order) return place.key;
  if (order === 'udc') return typedUdc(typed);
  return foldText(typed).replace(/\s+/g, ' ').trim();
};
