import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { marc8Evidence } from './latin-or-marc8.ts';
import { decodeMarc8 } from './marc8.ts';

/** The encoding of a record's text, determined by its bytes, whatever leader/09 claims. */
export type Encoding = 'ascii' | 'utf-8' | 'broken-utf-8' | 'marc-8' | 'latin-1';

const ESCAPE = 0x1b;
/** Designates ANSEL as G1, which is the default: our own MARC-8 states it when its bytes alone would be ambiguous. */
export const ANSEL_ANNOUNCED = '\u001b)!E';

const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 1;
  return length;
};

/** Returns true when most bytes above 0x7F are part of valid UTF-8 sequences. */
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

/** Returns true for an escape to a MARC-8 set: no other encoding writes one. */
const designatesSet = (bytes: Buffer): boolean =>
  bytes.some((byte, at) => byte === ESCAPE && '(),$-gbps'.includes(String.fromCharCode(bytes[at + 1] ?? 0)));

/** Returns true for ASCII bytes with a special meaning in MARC-8: escapes, or references to characters that it lacks. */
const holdsMarc8 = (bytes: Buffer): boolean => bytes.includes(ESCAPE) || bytes.includes('&#x');

/** The encoding of a record, and whether its bytes are ambiguous between MARC-8 and Latin-1. */
export type EncodingGuess = { encoding: Encoding; doubtful: boolean };

const older = (bytes: Buffer, saysUnicode: boolean): EncodingGuess => {
  if (bytes.includes(ESCAPE) && designatesSet(bytes)) return { encoding: 'marc-8', doubtful: false };
  const evidence = marc8Evidence(bytes);
  const marc8 = evidence > 0 || (evidence === 0 && !saysUnicode);
  return { encoding: marc8 ? 'marc-8' : 'latin-1', doubtful: evidence === 0 };
};

/**
 * Returns how to decode the bytes of a record; takes whether leader/09 declares Unicode ('a'). Valid UTF-8 overrides the leader, which
 * real files often set wrongly; between MARC-8 and Latin-1 the leader decides only when the bytes do not.
 */
export const guessEncoding = (record: Uint8Array, saysUnicode: boolean): EncodingGuess => {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length);
  const surely = (encoding: Encoding): EncodingGuess => ({ encoding, doubtful: false });
  if (isAscii(bytes)) return surely(!saysUnicode && holdsMarc8(bytes) ? 'marc-8' : 'ascii');
  if (!saysUnicode && bytes.includes(ANSEL_ANNOUNCED)) return surely('marc-8');
  if (isUtf8(bytes)) return surely('utf-8');
  return isMostlyUtf8(bytes) ? surely('broken-utf-8') : older(bytes, saysUnicode);
};

/** Returns the encoding as `guessEncoding`, without its certainty. */
export const encodingOf = (record: Uint8Array, saysUnicode: boolean): Encoding =>
  guessEncoding(record, saysUnicode).encoding;

// The characters of Windows-1252 at the controls of Latin-1, from 0x80 on; a control represents a gap in both.
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const windowsText = (latin: string): string =>
  latin.replace(/[\x80-\x9f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80] ?? control);

/** Decodes the bytes from `from` (inclusive) to `to` (exclusive). */
export type TextOf = (from: number, to: number) => string;

/** Returns a function that decodes a range of bytes, and the running count of characters without a mapping. */
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
  if (encoding === 'latin-1')
    return { textOf: (from, to) => windowsText(buffer.toString('latin1', from, to)), unmapped: () => 0 };
  const name = encoding === 'ascii' ? 'latin1' : 'utf8';
  return { textOf: (from, to) => buffer.toString(name, from, to), unmapped: () => 0 };
};
