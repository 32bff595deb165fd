import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { inFigures, ORDINAL_WORDS } from './read-ordinals.ts';

const CARDINALS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** Returns the value of Roman numerals, well formed or not. */
export const romanSum = (word: string): number =>
  [...word].reduce((sum, sign, at) => {
    const one = ROMAN[sign] ?? 0;
    return one < (ROMAN[word[at + 1] ?? ''] ?? 0) ? sum - one : sum + one;
  }, 0);

const romanOf = (word: string): number | undefined => {
  // Typists wrote the letter l for the digit one.
  if (word === 'l') return 1;
  return word !== '' && /^(?:x{0,3}|x?lx{0,3})(?:ix|iv|v?i{0,3})$/.test(word) ? romanSum(word) : undefined;
};

/** Returns the number that a word means, one to fifteen or first to fifteenth; undefined for any other. */
export const spelledOut = (word: string): number | undefined => {
  const place = [ORDINAL_WORDS.slice(0, 15).indexOf(word), CARDINALS.indexOf(word)].find((at) => at >= 0);
  return place === undefined ? undefined : place + 1;
};

/** Returns the number that a word of a title means: digits, Roman numerals up to 89, and words up to fifteen; undefined for any other. */
export const numberOf = (word: string): number | undefined => {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  return spelledOut(word) ?? romanOf(word);
};

// A noun and its number (`part ii`, `book one`) or its letter (`level a`), or an ordinal and its noun (`second season`, `3rd volume`).
const DESIGNATED = new RegExp(
  String.raw`\b(volume|vol|v|book|bk|part|pt|bd|band|teil|tome|tomo|season|series|saison|staffel|temporada|level|grade|disc|episode|folge|lesson|unit|number|no|set|section|stage|module|form|class|phase) (\S+)` +
    String.raw`|\b(\d{1,3})th (season|volume|book|part|grade|series|episode|congress|session|meeting)\b`,
  'g',
);

// Nouns that are counted in letters too. `v` and `no` before a letter are mostly initials.
const LETTERED = new Set(
  'volume book part level grade unit set section stage module form class phase series'.split(' '),
);

const CANONICAL_FORMS: Readonly<Record<string, string>> = {
  vol: 'volume',
  v: 'volume',
  bk: 'book',
  pt: 'part',
  bd: 'volume',
  band: 'volume',
  tome: 'volume',
  tomo: 'volume',
  teil: 'part',
  saison: 'season',
  staffel: 'season',
  folge: 'episode',
  temporada: 'season',
  no: 'number',
};

const placeOf = (noun: string, after: string): number | string | undefined => {
  const number = numberOf(after);
  if (number !== undefined) return number;
  return LETTERED.has(noun) && /^\p{L}$/u.test(after) ? after : undefined;
};

/** Returns the volume, book, level or season that folded words state: `the complete second season` is `season 2`. */
export const designationsIn = (words: readonly string[]): string[] => {
  const found: string[] = [];
  for (const [, noun, after = '', before = '', last] of inFigures(words).join(' ').matchAll(DESIGNATED)) {
    const stated = noun ?? last ?? '';
    const place = noun === undefined ? Number(before) : placeOf(noun, after);
    if (place !== undefined && place !== 0) found.push(`${CANONICAL_FORMS[stated] ?? stated} ${place}`);
  }
  return found;
};

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = new RegExp(
  String.raw`\b(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec) ((?:(?:and )?\d{1,2}\b ?)+)`,
  'g',
);

/** Returns the days that folded text states, with their months: `may 3 and 4 1977` is `may 3` and `may 4`. */
const daysIn = (text: string): string[] => {
  const found: string[] = [];
  for (const [, month = '', days = ''] of text.matchAll(MONTH))
    for (const day of days.match(/\d+/g) ?? []) found.push(`${month.slice(0, 3)} ${Number(day)}`);
  return found;
};

/**
 * Returns when something was held or reported: the days, congresses, sessions and meetings in a title (`day may 3`, `congress 95`).
 * Hundreds of hearings and reports differ only in these.
 */
export const occasionsIn = (text: string): string[] => {
  const words = inFigures(wordsOf(text));
  const counted = designationsIn(words).filter((one) => /^(?:congress|session|meeting) /.test(one));
  return [...counted, ...daysIn(words.join(' ')).map((day) => `day ${day}`)];
};
