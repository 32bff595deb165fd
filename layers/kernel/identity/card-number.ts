import * as z from 'zod';

/** The kinds of a scanned number. */
export type ScanKind = 'card' | 'item' | 'unknown';

/** The pattern of a member's numbers: prefix, length, and check digit. */
export type NumberRule = { kind: 'card' | 'item'; prefix: string; length: number; checkDigit: 'luhn' | 'none' };

/** A parsed scan: the number to look up, its apparent kind, and whether its check digit was right. */
export type Scan = { number: string; kind: ScanKind; checkDigit: 'right' | 'wrong' | 'none' };

/** The usual 14-digit library barcode: 2 for a patron's card, 3 for an item, then institution, number, check digit. */
export const FOURTEEN_DIGITS: readonly NumberRule[] = [
  { kind: 'card', prefix: '2', length: 14, checkDigit: 'luhn' },
  { kind: 'item', prefix: '3', length: 14, checkDigit: 'luhn' },
];

const DIGITS = /^[0-9]+$/;

/** Returns what a digit adds to the checksum at a position counted from the right, with the check digit at 0. */
function weighed(digit: number, fromRight: number): number {
  if (fromRight % 2 === 0) return digit;
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, fromRight) => sum + weighed(Number(digit), fromRight), 0);

/** Returns whether digits end in the right check digit (ISO/IEC 7812-1 annex B, modulus 10 "double-add-double"). */
export const isLuhn = (digits: string): boolean => DIGITS.test(digits) && luhnSum(digits) % 10 === 0;

/** Returns the check digit to append to these digits, or undefined for other characters. */
export const luhnDigit = (digits: string): string | undefined =>
  DIGITS.test(digits) ? String((10 - (luhnSum(`${digits}0`) % 10)) % 10) : undefined;

// Scanners add a suffix (CR, LF, TAB), and copied text contains zero-width marks; neither belongs to the number.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
// A Codabar reader may transmit the start and stop letters around the digits.
const CODABAR = /^[A-D]([0-9]+)[A-D]$/i;

/**
 * Returns a scanned or typed number in the form of the look-up: without invisible characters and outer spaces, with plain digits for
 * full-width ones; an all-digit number also without spaces, hyphens or Codabar letters. Letters keep their case: two barcodes may differ
 * by it.
 */
export function normaliseScan(raw: string): string {
  const plain = raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
  const joined = plain.replaceAll(/[\s-]/g, '');
  if (DIGITS.test(joined)) return joined;
  return CODABAR.exec(joined)?.[1] ?? plain;
}

/**
 * Returns the numbers by which a scanned label is looked up, the likeliest first: unchanged, because in old barcodes hyphens and outer
 * letters belong to the number ("1-3003", and "13003" is another copy), then as normalised by `normaliseScan`.
 */
export function labelReadings(raw: string): string[] {
  const plain = raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
  return [...new Set([plain, normaliseScan(raw)])];
}

/**
 * A valid barcode of an item: 1 to 40 letters, digits and the signs of Code 39, Code 128 and Codabar labels, without spaces. Longer text, or
 * text with spaces, is a misplaced note. No markup, and no formula of a spreadsheet, which begins with = + - @.
 */
export const BARCODE = /^[A-Za-z0-9$%*./:#][A-Za-z0-9$%*./:#_@+-]{0,39}$/;

// As a barcode, with the spaces of Code 39: numbers of cards are longer, and printed in groups.
const NUMBER = /^[A-Za-z0-9$%*./:#][A-Za-z0-9 $%*./:#_@+-]{0,63}$/;

/**
 * A scanned or typed number of a card or an item: as a reader transmits it, or as it is printed, and valid after `normaliseScan`, because it
 * becomes a key.
 */
export const scannedSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(
    (raw) => NUMBER.test(normaliseScan(raw)),
    'A number has 1 to 64 letters, digits, spaces and the signs $%*./:#_@+- .',
  );

const fits = (number: string, rule: NumberRule): boolean =>
  number.length === rule.length &&
  number.startsWith(rule.prefix) &&
  (rule.checkDigit === 'none' || DIGITS.test(number));

/**
 * Classifies a scan by the longest matching prefix. A scan with a wrong check digit is reported and counts as unknown: the desk should
 * look the number up as both kinds rather than trust a misread card.
 */
export function classifyScan(raw: string, rules: readonly NumberRule[] = FOURTEEN_DIGITS): Scan {
  const number = normaliseScan(raw);
  const candidates = rules.filter((rule) => fits(number, rule)).sort((a, b) => b.prefix.length - a.prefix.length);
  const rule = candidates[0];
  if (rule === undefined) return { number, kind: 'unknown', checkDigit: 'none' };
  if (rule.checkDigit === 'none') return { number, kind: rule.kind, checkDigit: 'none' };
  return isLuhn(number)
    ? { number, kind: rule.kind, checkDigit: 'right' }
    : { number, kind: 'unknown', checkDigit: 'wrong' };
}
