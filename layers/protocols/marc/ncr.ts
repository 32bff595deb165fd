/** Takes a character; gives its numeric character reference (`&#x0E01;`), which MARC-8 text holds for what its sets lack. */
export const referenceTo = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')};`;

/** The longest reference: `&#x10FFFF;`. */
const LONGEST = 10;

const reference = /^&#x([0-9A-Fa-f]{1,6});/;

/** What text may hold: no control of C0, no half of a pair, no non-character of the BMP's end. */
const isText = (point: number): boolean =>
  point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;

/**
 * Takes text with one byte a character and a position; gives the character that a reference there stands for and the
 * length of the reference. Undefined when there is none (MARC 21 Specifications, Character sets: lossless conversion).
 */
export const referenceAt = (text: string, at: number): { character: string; length: number } | undefined => {
  const [whole, digits] = reference.exec(text.slice(at, at + LONGEST)) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  const point = Number.parseInt(digits, 16);
  return isText(point) ? { character: String.fromCodePoint(point), length: whole.length } : undefined;
};
