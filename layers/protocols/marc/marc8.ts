import { Buffer } from 'node:buffer';
import { eaccCharacter } from './eacc.ts';
import { EAST_ASIAN, marc8Controls, marc8RightHalves, marc8Sets, TRAILING_MARK } from './marc8-tables.ts';
import { referenceAt } from './ncr.ts';

/** Text decoded from MARC-8: in NFC, with the number of characters without a mapping (each written as U+FFFD). */
export type Marc8Text = { text: string; unmapped: number };

const ESCAPE = 0x1b;
const UNMAPPED = '\ufffd';
const AMPERSAND = 0x26;
const combining = /^\p{M}$/u;

const isCombining = new Map<string, boolean>();
const combines = (character: string): boolean => {
  const known = isCombining.get(character);
  if (known !== undefined) return known;
  const answer = combining.test(character);
  isCombining.set(character, answer);
  return answer;
};

type Designation = { set: string; graphic: 'g0' | 'g1'; length: number };

const oneLetter: Readonly<Record<string, string>> = { s: 'B', g: 'g', b: 'b', p: 'p' };

/** Parses an escape sequence at `at` (MARC-8 technique 1 and 2); undefined when it names no MARC-8 set. */
const designationAt = (bytes: Uint8Array, at: number): Designation | undefined => {
  const letter = (i: number): string => String.fromCharCode(bytes[at + i] ?? 0);
  const single = oneLetter[letter(1)];
  if (single !== undefined) return { set: single, graphic: 'g0', length: 2 };
  const multibyte = letter(1) === '$';
  const mark = multibyte && '(,)-'.includes(letter(2)) ? letter(2) : multibyte ? '' : letter(1);
  if (!multibyte && !'(,)-'.includes(mark)) return undefined;
  let next = 1 + (multibyte ? 1 : 0) + mark.length;
  if (letter(next) === '!') next++;
  const set = letter(next);
  if (multibyte ? set !== EAST_ASIAN : marc8Sets[set] === undefined) return undefined;
  return { set, graphic: mark === ')' || mark === '-' ? 'g1' : 'g0', length: next + 1 };
};

/** Moves marks after their base: in MARC-8 they precede it (MARC 21 Specifications, Character sets, part 1). */
class TextBuilder {
  private text = '';
  private marks = '';
  unmapped = 0;

  add(character: string): void {
    if (combines(character)) {
      this.marks += character;
      return;
    }
    this.text += character + this.marks;
    this.marks = '';
  }

  /** Adds a character that follows its letter even when it is a mark. */
  addBehind(character: string): void {
    if (this.marks !== '') this.add(character);
    else this.text += character;
  }

  addUnmapped(): void {
    this.unmapped++;
    this.add(UNMAPPED);
  }

  done(): Marc8Text {
    return { text: (this.text + this.marks).normalize('NFC'), unmapped: this.unmapped };
  }
}

/** Returns true when text is identical in ASCII: no byte above it, no escape, no reference. */
const isPlain = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80 || byte === ESCAPE || byte === AMPERSAND) return false;
  return true;
};

const rightHalves: ReadonlySet<number> = new Set(marc8RightHalves.values());

const addGraphic = (out: TextBuilder, set: string, code: number): void => {
  if (set === 'E' && rightHalves.has(code)) return;
  const character = marc8Sets[set]?.[code];
  if (character === undefined) out.addUnmapped();
  else if (character === TRAILING_MARK) out.addBehind(character);
  else out.add(character);
};

/**
 * An EACC character has three bytes, unless a space, an escape or the end truncates it; the ideographic space itself ends in a space
 * byte.
 */
const eastAsianLength = (bytes: Uint8Array, at: number): number => {
  if (((bytes[at] ?? 0) & 0x7f) === 0x21 && ((bytes[at + 1] ?? 0) & 0x7f) === 0x23 && bytes[at + 2] === 0x20) return 3;
  let length = 1;
  while (length < 3 && (bytes[at + length] ?? 0) > 0x20) length++;
  return length;
};

const addEastAsian = (out: TextBuilder, bytes: Uint8Array, at: number): number => {
  const length = eastAsianLength(bytes, at);
  let code = 0;
  for (let i = at; i < at + length; i++) code = code * 0x100 + ((bytes[i] ?? 0) & 0x7f);
  const character = length === 3 ? eaccCharacter(code) : undefined;
  if (character === undefined) out.addUnmapped();
  else out.add(character);
  return length;
};

/** Adds the character at `at` in the current sets; returns its number of bytes. */
const addAt = (out: TextBuilder, buffer: Buffer, at: number, sets: { g0: string; g1: string }): number => {
  const byte = buffer[at] ?? 0;
  const control = marc8Controls[byte];
  if (control !== undefined) out.add(control);
  else if (byte <= 0x20) out.add(String.fromCharCode(byte));
  else {
    const set = byte < 0x80 ? sets.g0 : sets.g1;
    if (set === EAST_ASIAN) return addEastAsian(out, buffer, at);
    const reference =
      byte === AMPERSAND && set === 'B' ? referenceAt(buffer.toString('latin1', at, at + 10), 0) : undefined;
    if (reference !== undefined) {
      if (combines(reference.character)) out.addBehind(reference.character);
      else out.add(reference.character);
      return reference.length;
    }
    if (byte === 0x7f || (byte >= 0x80 && byte <= 0xa0)) out.addUnmapped();
    else addGraphic(out, set, byte & 0x7f);
  }
  return 1;
};

/**
 * Decodes the bytes of one subfield (each starts in ASCII and ANSEL, as the standard requires) to text in NFC, with numeric character
 * references resolved. Never throws: an unknown escape and an unassigned code give U+FFFD and are counted.
 */
export const decodeMarc8 = (bytes: Uint8Array): Marc8Text => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isPlain(bytes)) return { text: buffer.toString('latin1'), unmapped: 0 };
  const out = new TextBuilder();
  const sets = { g0: 'B', g1: 'E' };
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== ESCAPE) {
      at += addAt(out, buffer, at, sets);
      continue;
    }
    const designation = designationAt(bytes, at);
    if (designation === undefined) out.addUnmapped();
    else sets[designation.graphic] = designation.set;
    at += designation?.length ?? 1;
  }
  return out.done();
};
