const isUnwanted = (code: number): boolean => code !== 0x09 && code !== 0x0a && code !== 0x0d;

/**
 * Returns true when the bytes of a record contain characters that its text never needs: C0 without tab, line breaks and the separators
 * of ISO 2709, and ESC unless `escapes` says that it belongs to the encoding (MARC-8); or, in UTF-8, the two non-characters at the end
 * of the BMP.
 */
export const holdsControlCharacters = (bytes: Uint8Array, escapes: boolean): boolean => {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0x20;
    if (byte < 0x1d && isUnwanted(byte) && !(escapes && byte === 0x1b)) return true;
    if (byte >= 0xbe && bytes[i - 1] === 0xbf && bytes[i - 2] === 0xef) return true;
  }
  return false;
};

/**
 * Returns true for code points that XML 1.0 excludes and text does not need: C0 without tab and line breaks, and the two non-characters
 * at the end of the BMP.
 */
const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;

/** Returns true when a text contains a character that is not permitted in ISO 2709 data or XML, or half of a surrogate pair. */
export const holdsForbidden = (text: string): boolean => {
  if (!text.isWellFormed()) return true;
  for (let i = 0; i < text.length; i++) if (isForbidden(text.charCodeAt(i))) return true;
  return false;
};

/**
 * Returns text without the characters that are not permitted in ISO 2709 data or XML; half of a surrogate pair becomes U+FFFD, as any
 * other character that cannot be read.
 */
export const withoutControlCharacters = (text: string): string =>
  holdsForbidden(text)
    ? [...text.toWellFormed()].filter((character) => !isForbidden(character.charCodeAt(0))).join('')
    : text;
