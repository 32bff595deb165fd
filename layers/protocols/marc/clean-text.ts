const isUnwanted = (code: number): boolean => code !== 0x09 && code !== 0x0a && code !== 0x0d;

/**
 * True when the bytes of a record hold what its text never needs: C0 without tab, line breaks and the separators of ISO 2709, and
 * ESC unless `escapes` says that it belongs to the encoding (MARC-8); or, in UTF-8, the two non-characters of the BMP's end.
 */
export const holdsControlCharacters = (bytes: Uint8Array, escapes: boolean): boolean => {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0x20;
    if (byte < 0x1d && isUnwanted(byte) && !(escapes && byte === 0x1b)) return true;
    if (byte >= 0xbe && bytes[i - 1] === 0xbf && bytes[i - 2] === 0xef) return true;
  }
  return false;
};

/** What XML 1.0 cannot hold and text does not need: C0 without tab and line breaks, and the two non-characters of the BMP's end. */
const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;

/** True when a text holds a character that neither ISO 2709 data nor XML may hold. */
export const holdsForbidden = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (isForbidden(text.charCodeAt(i))) return true;
  return false;
};

/** Takes text; gives it without the characters that neither ISO 2709 data nor XML may hold. */
export const withoutControlCharacters = (text: string): string =>
  holdsForbidden(text) ? [...text].filter((character) => !isForbidden(character.charCodeAt(0))).join('') : text;
