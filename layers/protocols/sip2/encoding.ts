import iconv from 'iconv-lite';

/** The character encodings of self-checks, sorters and gates. Most older devices send code page 850, newer ones UTF-8. */
export const sipEncodings = ['utf-8', 'cp850', 'cp437', 'iso-8859-1', 'windows-1252', 'ascii'] as const;
export type SipEncoding = (typeof sipEncodings)[number];

/** Returns a text without accents, for devices that know ASCII only. Letters that have no base letter remain, and become question marks. */
const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Returns the bytes of a text. A character that the encoding lacks is sent without its accent, otherwise as a question mark. */
export const encodeSip = (text: string, encoding: SipEncoding): Uint8Array => {
  const composed = text.normalize('NFC');
  if (encoding === 'ascii') return iconv.encode(withoutAccents(composed), 'ascii');
  if (encoding === 'utf-8') return Buffer.from(composed, 'utf8');
  const parts = [...composed].map((letter) =>
    iconv.decode(iconv.encode(letter, encoding), encoding) === letter ? letter : withoutAccents(letter),
  );
  return iconv.encode(parts.join(''), encoding);
};

/** Returns the text of bytes. Malformed bytes become replacement characters. */
export const decodeSip = (bytes: Uint8Array, encoding: SipEncoding): string =>
  iconv.decode(Buffer.from(bytes), encoding, { stripBOM: false });
