import { Buffer } from 'node:buffer';
import { marc8Controls, marc8RightHalves, marc8Sets } from './marc8-tables.ts';

/** Text decoded from MARC-8: in NFC, with how many characters had no mapping (each stands as U+FFFD). */
export type Marc8Text = { text: string; unmapped: number };

const ESCAPE = 0x1b;
const UNMAPPED = '\ufffd';
/** The sets of three bytes a character (East Asian, EACC) have no table here. */
const EAST_ASIAN = '1';
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

/** Reads an escape sequence at `at` (MARC-8 technique 1 and 2); undefined when it names no set that MARC-8 has. */
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

/** Puts marks after their base: in MARC-8 they stand before it (MARC 21 Specifications, Character sets, part 1). */
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

  addUnmapped(): void {
    this.unmapped++;
    this.add(UNMAPPED);
  }

  done(): Marc8Text {
    return { text: (this.text + this.marks).normalize('NFC'), unmapped: this.unmapped };
  }
}

const isPlain = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80 || byte === ESCAPE) return false;
  return true;
};

const addGraphic = (out: TextBuilder, set: string, code: number): void => {
  if (set === 'E' && marc8RightHalves.has(code)) return;
  const character = marc8Sets[set]?.[code];
  if (character === undefined) out.addUnmapped();
  else out.add(character);
};

/**
 * Takes the bytes of one subfield (sets return to ASCII and ANSEL at each, as the standard asks) and gives its text.
 * Never throws: an unknown escape, an unassigned code and each East Asian character (EACC, ESC $ 1) give U+FFFD and
 * are counted.
 */
export const decodeMarc8 = (bytes: Uint8Array): Marc8Text => {
  const out = new TextBuilder();
  if (isPlain(bytes)) return { text: Buffer.from(bytes).toString('latin1'), unmapped: 0 };
  const sets = { g0: 'B', g1: 'E' };
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) {
      const designation = designationAt(bytes, at);
      if (designation === undefined) out.addUnmapped();
      else sets[designation.graphic] = designation.set;
      at += designation?.length ?? 1;
      continue;
    }
    const control = marc8Controls[byte];
    if (control !== undefined) out.add(control);
    else if (byte <= 0x20) out.add(String.fromCharCode(byte));
    else {
      const set = byte < 0x80 ? sets.g0 : sets.g1;
      if (set === EAST_ASIAN) {
        out.addUnmapped();
        at += eastAsianLength(bytes, at);
        continue;
      }
      if (byte === 0x7f || (byte >= 0x80 && byte <= 0xa0)) out.addUnmapped();
      else addGraphic(out, set, byte & 0x7f);
    }
    at++;
  }
  return out.done();
};

/** An EACC character has three bytes, unless a blank, an escape or the end cuts it short. */
const eastAsianLength = (bytes: Uint8Array, at: number): number => {
  let length = 1;
  while (length < 3 && (bytes[at + length] ?? 0) > 0x20) length++;
  return length;
};
