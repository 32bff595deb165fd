import * as z from 'zod';

/** What a scan may be. */
export type ScanKind = 'card' | 'item' | 'unknown';

/** How a member's numbers look: the digits or letters they start with, their length, and their check digit. */
export type NumberRule = { kind: 'card' | 'item'; prefix: string; length: number; checkDigit: 'luhn' | 'none' };

/** A scan as read: the number to look up, what it seems to be, and whether its check digit stood. */
export type Scan = { number: string; kind: ScanKind; checkDigit: 'right' | 'wrong' | 'none' };

/** The usual 14-digit library barcode: 2 for a patron's card, 3 for an item, then institution, number, check digit. */
export const FOURTEEN_DIGITS: readonly NumberRule[] = [
  { kind: 'card', prefix: '2', length: 14, checkDigit: 'luhn' },
  { kind: 'item', prefix: '3', length: 14, checkDigit: 'luhn' },
];

const DIGITS = /^[0-9]+$/;

/** What a digit adds to the sum at a place counted from the right, the check digit's own being 0. */
function weighed(digit: number, fromRight: number): number {
  if (fromRight % 2 === 0) return digit;
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, fromRight) => sum + weighed(Number(digit), fromRight), 0);

/** Whether a row of digits ends in its right check digit (ISO/IEC 7812-1 annex B, modulus 10 "double-add-double"). */
export const isLuhn = (digits: string): boolean => DIGITS.test(digits) && luhnSum(digits) % 10 === 0;

/** The check digit to put behind these digits. Gives undefined for anything but digits. */
export const luhnDigit = (digits: string): string | undefined =>
  DIGITS.test(digits) ? String((10 - (luhnSum(`${digits}0`) % 10)) % 10) : undefined;

// Scanners add a suffix (CR, LF, TAB), copied text brings zero-width marks, and neither belongs to the number.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
// A Codabar reader may be set to pass on the start and stop letters around the digits.
const CODABAR = /^[A-D]([0-9]+)[A-D]$/i;

/**
 * A scanned or typed number as it is looked up: no invisible characters, no outer blanks, full-width digits made plain;
 * in an all-digit number also no blanks, hyphens or Codabar letters. Letters keep their case: two barcodes may differ by it.
 */
export function normaliseScan(raw: string): string {
  const plain = raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
  const joined = plain.replaceAll(/[\s-]/g, '');
  if (DIGITS.test(joined)) return joined;
  return CODABAR.exec(joined)?.[1] ?? plain;
}

/**
 * The numbers by which a scanned label is looked up, the likeliest first: as it stands, for in old barcodes hyphens and
 * outer letters belong to the number ("1-3003", and "13003" is another copy), then as `normaliseScan` reads it.
 */
export function labelReadings(raw: string): string[] {
  const plain = raw.normalize('NFKC').replaceAll(INVISIBLE, '').trim();
  return [...new Set([plain, normaliseScan(raw)])];
}

/** What is scanned or typed to be looked up: 1 to 64 characters, and as many once `normaliseScan` has read it. */
export const scannedSchema = z
  .string()
  .min(1)
  .max(64)
  // Normalising may lengthen (one ligature is many letters) or leave nothing, and the number becomes a key.
  .refine((raw) => /^.{1,64}$/su.test(normaliseScan(raw)), 'A number has 1 to 64 visible characters.');

const fits = (number: string, rule: NumberRule): boolean =>
  number.length === rule.length &&
  number.startsWith(rule.prefix) &&
  (rule.checkDigit === 'none' || DIGITS.test(number));

/**
 * What a scan is, by the longest prefix among the rules. A wrong check digit is said, and the scan then counts as
 * unknown: the desk should look the number up both ways rather than act on a misread card.
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
