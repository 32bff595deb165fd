import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';
import { EACC_PACKED, EACC_PAIRS } from './eacc.generated.ts';

type Table = { characters: Map<number, string>; codes: Map<string, number> };

/** Decodes the integers that local/eacc-table.ts wrote: seven bits per byte, the lowest first. */
const numbersIn = (bytes: Uint8Array): number[] => {
  const numbers: number[] = [];
  let [value, unit] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 0x7f) * unit;
    unit *= 0x80;
    if (byte >= 0x80) continue;
    numbers.push(value);
    [value, unit] = [0, 1];
  }
  return numbers;
};

const unpacked = (): Table => {
  const steps = numbersIn(brotliDecompressSync(Buffer.from(EACC_PACKED, 'base64')));
  if (steps.length !== EACC_PAIRS * 2) throw new Error('The EACC table is not whole.');
  const table: Table = { characters: new Map(), codes: new Map() };
  let [code, point] = [0, 0];
  for (let i = 0; i < EACC_PAIRS; i++) {
    const step = steps[EACC_PAIRS + i] ?? 0;
    code += steps[i] ?? 0;
    point += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const character = String.fromCodePoint(point);
    table.characters.set(code, character);
    // Variants of one character that Unicode unifies are written as the first of them.
    const unified = character.normalize('NFC');
    if (!table.codes.has(unified)) table.codes.set(unified, code);
  }
  return table;
};

let table: Table | undefined;
/** Few records need the table, so it is unpacked (some milliseconds, 2 MB) at first use. */
const eacc = (): Table => {
  table ??= unpacked();
  return table;
};

/**
 * Returns the Unicode character of an East Asian MARC-8 code (EACC, ANSI Z39.64), three bytes as one number; undefined when there is
 * none.
 */
export const eaccCharacter = (code: number): string | undefined => eacc().characters.get(code);

/** Returns the EACC code of a character in NFC, three bytes as one number; undefined when there is none. */
export const eaccCode = (character: string): number | undefined => eacc().codes.get(character);
