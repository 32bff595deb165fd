import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { decodeMarc8 } from './marc8.ts';

/** How the text of a record is written: what its bytes say, whatever leader/09 claims. */
export type Encoding = 'ascii' | 'utf-8' | 'broken-utf-8' | 'marc-8' | 'latin-1';

const ESCAPE = 0x1b;
/** Designates ANSEL as G1, where it stands anyhow: our own MARC-8 says so where its bytes alone would not tell. */
export const ANSEL_ANNOUNCED = '\u001b)!E';
const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 1;
  return length;
};

/** True when most bytes above 0x7F stand in sound UTF-8 sequences. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  let sound = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sound++;
    else if ((bytes[at] ?? 0) >= 0x80) stray++;
    at += length;
  }
  return sound > stray;
};

/** In MARC-8 a mark (0xE0 to 0xFE) precedes its letter; in Latin-1 the same bytes are letters and often end a word. */
const looksLikeMarc8 = (bytes: Uint8Array): boolean => {
  let fits = 0;
  let fitsNot = 0;
  bytes.forEach((byte, at) => {
    if (byte < 0xe0) return;
    const next = bytes[at + 1] ?? 0;
    if (isLetter(next) || next >= 0xe0) fits++;
    else fitsNot++;
  });
  return fits >= fitsNot;
};

/** ASCII that MARC-8 reads otherwise: escapes, or references to characters that it lacks. */
const holdsMarc8 = (bytes: Buffer): boolean => bytes.includes(ESCAPE) || bytes.includes('&#x');

/**
 * Takes the bytes of a record and whether leader/09 says Unicode ('a'); says how to decode them. Valid UTF-8 wins over
 * the leader, which real files often set wrongly.
 */
export const encodingOf = (record: Uint8Array, saysUnicode: boolean): Encoding => {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length);
  if (isAscii(bytes)) return !saysUnicode && holdsMarc8(bytes) ? 'marc-8' : 'ascii';
  if (!saysUnicode && bytes.includes(ANSEL_ANNOUNCED)) return 'marc-8';
  if (isUtf8(bytes)) return 'utf-8';
  if (isMostlyUtf8(bytes)) return 'broken-utf-8';
  return looksLikeMarc8(bytes) ? 'marc-8' : 'latin-1';
};

/** Decodes the bytes from `from` (inclusive) to `to` (exclusive). */
export type TextOf = (from: number, to: number) => string;

/** Takes bytes and their encoding; gives a function from a range to its text, and the running count of characters that MARC-8 has no mapping for. */
export const decoderFor = (bytes: Uint8Array, encoding: Encoding): { textOf: TextOf; unmapped: () => number } => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let unmapped = 0;
  if (encoding === 'marc-8') {
    return {
      textOf: (from, to) => {
        const decoded = decodeMarc8(buffer.subarray(from, to));
        unmapped += decoded.unmapped;
        return decoded.text;
      },
      unmapped: () => unmapped,
    };
  }
  const name = encoding === 'ascii' || encoding === 'latin-1' ? 'latin1' : 'utf8';
  return { textOf: (from, to) => buffer.toString(name, from, to), unmapped: () => 0 };
};
