/** Returns the numeric character reference of a character (`&#x0E01;`), which MARC-8 text uses for characters that its sets lack. */
export const referenceTo = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')};`;

/** The length of the longest reference: `&#x10FFFF;`. */
const LONGEST = 10;

const reference = /^&#x([0-9A-Fa-f]{1,6});/;

/** Returns true for characters permitted in text: no control of C0, no surrogate, no non-character at the end of the BMP. */
const isText = (point: number): boolean =>
  point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;

/**
 * Returns the character of a reference at a position in text with one byte per character, and the length of the reference. Undefined
 * when there is none (MARC 21 Specifications, Character sets: lossless conversion).
 */
export const referenceAt = (text: string, at: number): { character: string; length: number } | undefined => {
  const [whole, digits] = reference.exec(text.slice(at, at + LONGEST)) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  const point = Number.parseInt(digits, 16);
  return isText(point) ? { character: String.fromCodePoint(point), length: whole.length } : undefined;
};
