import { foldText } from '../discovery/fold.ts';
import { typedUdc, udcNumber } from './udc-order.ts';

/** The orders in which shelves stand: Library of Congress, Dewey, Universal Decimal, and what a library numbers otherwise. */
export const shelfOrders = ['lc', 'dewey', 'udc', 'other'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

/** A call number with the order it files in and its key: keys of one order compare, character by character, as the shelves stand. */
export type ShelfPlace = { order: ShelfOrder; key: string };

// Classes of one or two letters; of three only in D and K. I, O, W, X and Y are no classes. Behind the class come Cutter
// numbers, a year or a volume: "J 813.5 ROW" is a children's book under Dewey.
const LC =
  /^(daw|djk|k[a-z]{2}|[a-hj-npq-vz][a-z]?)\s*(\d{1,4})(?!\d)\s*(?:\.(\d+))?\s*(\.?\s*(?:[a-z]\d|\d{4}(?!\d)|[a-z]+\.\s*\d).*)?$/;
const DEWEY = /^(\d{3})(?!\d)(?:\.(\d+))?\s*(.*)$/;

/** Numbers by their value: filled with zeros in front. Longer than any a shelf bears they are cut. */
const byValue = (digits: string, width = 6): string =>
  digits
    .replace(/^0+(?=\d)/, '')
    .slice(0, 12)
    .padStart(width, '0');

const isVolume = /^(v|vol|c|copy|no|nr|pt|part|bd|band|t|tome|ser|suppl|d|disc)$/;

/**
 * What stands behind the class: Cutter numbers are decimals (B45 before B5), years, volumes and copies count by value (v.2
 * before v.10). A letter and its digits are a Cutter number where a cataloguer writes one: not behind a stop within.
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

/**
 * Where a call number stands on the shelf. Takes it as a library writes it; undefined when there is nothing to file by. A
 * shorter number files before every longer one that begins so ("nothing before something").
 */
export const shelfPlace = (callNumber: string): ShelfPlace | undefined => {
  const text = foldText(callNumber).replace(/\s+/g, ' ').trim();
  const [, letters, number = '', decimals = '', lcRest = ''] = LC.exec(text) ?? [];
  if (letters !== undefined) {
    const main = `${byValue(number, 4)}${decimals === '' ? '' : `.${decimals}`}`;
    return { order: 'lc', key: [letters, main, ...restOf(lcRest)].join(' ') };
  }
  const udc = udcNumber(callNumber);
  if (udc) return { order: 'udc', key: [udc.key, ...restOf(foldText(udc.rest))].join(' ') };
  const [, hundred, fraction = '', deweyRest = ''] = DEWEY.exec(text.replace(/^(\d{3})['/](?=\.\d)/, '$1')) ?? [];
  if (hundred !== undefined) {
    const main = `${hundred}${fraction === '' ? '' : `.${fraction}`}`;
    return { order: 'dewey', key: [main, ...restOf(deweyRest)].join(' ') };
  }
  const key = restOf(text).join(' ');
  return key === '' ? undefined : { order: 'other', key };
};

/** The key of what a reader types to be led to a place in an order: read as that order reads it, or as it stands. */
export const typedPlace = (typed: string, order: ShelfOrder): string => {
  const place = shelfPlace(typed);
  if (place?.order === order) return place.key;
  if (order === 'udc') return typedUdc(typed);
  return foldText(typed).replace(/\s+/g, ' ').trim();
};
