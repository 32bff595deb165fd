import { marc8Sets } from './marc8-tables.ts';

const ansel = marc8Sets.E ?? [];
const FIRST_MARK = 0xe0;
const LEFT_HALVES: readonly number[] = [0xeb, 0xfa];

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const among = (letters: string, byte: number): boolean => letters.includes(String.fromCharCode(byte).toLowerCase());
const isVowel = (byte: number): boolean => isLetter(byte) && among('aeiouy', byte);
const isConsonant = (byte: number): boolean => isLetter(byte) && !isVowel(byte);

/** For MARC-8 (1), for Latin-1 (-1), or for neither (0). */
type Vote = -1 | 0 | 1;

/** Letters that a mark of ANSEL combines with in some alphabet or usual romanization, when it combines with more than those. */
const usual: Readonly<Record<number, string>> = {
  225: 'aeiou',
  226: 'aeiouycnszlr',
  229: 'aeiouy',
  231: 'cegiznmr',
  232: 'aeiouy',
  234: 'au',
  241: 'aeiu',
};

/**
 * Distinguishes a caron (0xE9) before a letter from an e acute: Slavic consonants with a caron follow vowels, the French letter follows
 * consonants.
 */
const caron = (before: number, letter: number, after: number, doubled: boolean): Vote => {
  const inWord = isLetter(before);
  // The letter is lower-case in Latin-1 and precedes lower-case ones.
  if (letter < 0x61) return among('cszrndt', letter) ? 1 : -1;
  if (among('e', letter)) return among('bpvmdtn', before) && isLetter(after) && !among('sr', after) ? 1 : -1;
  if (among('csz', letter)) return inWord ? (isVowel(before) ? 1 : -1) : 0;
  if (among('r', letter)) {
    if (isVowel(before)) return 1;
    return inWord && (doubled || !among('ptkbdvhc', before)) ? -1 : 0;
  }
  if (among('ndtl', letter)) {
    if (!isVowel(before)) return -1;
    return among('n', letter) || !(isLetter(after) || after >= 0x80) ? 1 : -1;
  }
  return -1;
};

const single = (mark: number, bytes: Uint8Array, at: number): Vote => {
  const [before = 0, letter = 0, after = 0] = [bytes[at - 1], bytes[at + 1], bytes[at + 2]];
  if (mark === 0xe9) return caron(before, letter, after, before === bytes[at - 2]);
  if (usual[mark] !== undefined && !among(usual[mark], letter)) return -1;
  // An n tilde occurs between vowels, an ogonek below a vowel after a consonant.
  if (mark === 0xf1 && isVowel(before)) return among('i', before) ? 0 : -1;
  // An a tilde or umlaut before the letter that ANSEL would put its mark on: "São", "Länder".
  if (mark === 0xe3 && among('o', letter) && !isLetter(after)) return -1;
  if (mark === 0xe4 && among('n', letter) && isConsonant(before) && !isVowel(after)) return -1;
  if ((mark === 0xe2 || mark === 0xe6) && isConsonant(letter) && isConsonant(before)) return -1;
  return 1;
};

/** Weighs a run of marks and the following letter. Halves of a double mark have no composed form, but their other half. */
const marks = (bytes: Uint8Array, at: number, end: number): Vote => {
  const mark = bytes[at] ?? 0;
  const base = bytes[end] ?? 0;
  if (LEFT_HALVES.includes(mark) && end === at + 1) return bytes[end + 1] === mark + 1 && isLetter(base) ? 1 : -1;
  if (LEFT_HALVES.includes(mark - 1) && end === at + 1) return bytes[at - 2] === mark - 1 && isLetter(base) ? 1 : -1;
  const letter = base < 0x80 ? String.fromCharCode(base) : ansel[base & 0x7f];
  if (!isLetter(base) && (base < 0xa1 || letter === undefined || !/\p{L}/u.test(letter))) return -1;
  const over = [...bytes.subarray(at, end)].map((each) => ansel[each & 0x7f]);
  if (over.includes(undefined)) return -1;
  if (base >= 0x80) return 1;
  if ([...`${letter}${over.join('')}`.normalize('NFC')].length > 1) return -1;
  return end === at + 1 ? single(mark, bytes, at) : 1;
};

const closedBy = (bytes: Uint8Array, at: number, closing: number): boolean => {
  for (let i = at; i < bytes.length && (bytes[i] ?? 0) >= 0x20; i++) if (bytes[i] === closing) return true;
  return false;
};

/** 0xC0 to 0xC8: signs and the sharp s in ANSEL, capitals in Latin-1. */
const sign = (bytes: Uint8Array, at: number): Vote => {
  const [byte = 0, before = 0, after = 0] = [bytes[at], bytes[at - 1], bytes[at + 1]];
  if (byte === 0xc7 && isLetter(before)) return 1;
  if (isDigit(after) || (byte === 0xc0 && isDigit(before))) return 1;
  if (byte === 0xc5) return closedBy(bytes, at, 0x3f) ? 1 : isLetter(after) ? -1 : 0;
  if (byte === 0xc6) return closedBy(bytes, at, 0x21) ? 1 : isLetter(after) ? -1 : 0;
  return isLetter(after) && !isLetter(before) ? -1 : 0;
};

/** Polish and Scandinavian letters of ANSEL; in Latin-1 signs that never directly precede a letter. */
const BEFORE_LETTERS: readonly number[] = [0xa2, 0xa3, 0xa5, 0xb1, 0xb2, 0xb3, 0xb6];
const SOFT_SIGN = 0xa7;

/** 0x80 to 0xBF: letters of ANSEL, and signs that Latin-1 does not use within a word. */
const letterOrSign = (bytes: Uint8Array, at: number): Vote => {
  const [byte = 0, before = 0, after = 0] = [bytes[at], bytes[at - 1], bytes[at + 1]];
  // The non-sorting marks and the joiners are controls of MARC-8.
  if (byte < 0xa0) return [0x88, 0x89, 0x8d, 0x8e].includes(byte) ? 1 : -1;
  if (ansel[byte & 0x7f] === undefined) return byte === 0xa0 ? 0 : -1;
  // The pound sign; a superscript one in Latin-1, which is a letter in ANSEL.
  if (byte === 0xb9 && isDigit(after) && !isDigit(before)) return 1;
  if (byte === 0xa3 && isDigit(after)) return -1;
  if (byte === SOFT_SIGN && isLetter(before)) return 1;
  const opens = isLetter(after) || after >= FIRST_MARK;
  return opens && (isLetter(before) || BEFORE_LETTERS.includes(byte)) ? 1 : 0;
};

/**
 * Weighs whether bytes that are no UTF-8 are MARC-8 or Latin-1. In ANSEL a mark precedes its letter, and the two make a letter of some
 * alphabet; in Latin-1 the same byte is a letter. Takes the bytes of a whole record; returns more than 0 for MARC-8, less for Latin-1, 0
 * when undecided.
 */
export const marc8Evidence = (bytes: Uint8Array): number => {
  let votes = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    let end = at + 1;
    if (byte >= FIRST_MARK) {
      while ((bytes[end] ?? 0) >= FIRST_MARK) end++;
      votes += marks(bytes, at, end);
    } else if (byte >= 0xc9) votes -= 1;
    else if (byte >= 0xc0) votes += sign(bytes, at);
    else if (byte >= 0x80) votes += letterOrSign(bytes, at);
    at = end;
  }
  return votes;
};
