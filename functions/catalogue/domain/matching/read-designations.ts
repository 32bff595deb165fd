const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  );
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
  const place = [ORDINALS.indexOf(word), CARDINALS.indexOf(word)].find((at) => at >= 0);
  return place === undefined ? undefined : place + 1;
};

/** Returns the number that a word of a title means: digits, Roman numerals up to 89, and words up to fifteen; undefined for any other. */
export const numberOf = (word: string): number | undefined => {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  return spelledOut(word) ?? romanOf(word);
};

// A noun and its number (`part ii`, `book one`), or an ordinal and its noun (`second season`, `3rd volume`).
const DESIGNATED = new RegExp(
  String.raw`\b(volume|vol|v|book|bk|part|pt|bd|band|teil|tome|tomo|season|series|saison|staffel|temporada|level|grade|disc|episode|folge|lesson|unit|number|no) (\S+)` +
    String.raw`|\b(${ORDINALS.join('|')}|\d{1,2}(?:st|nd|rd|th)) (season|volume|book|part|grade|series|episode)\b`,
  'g',
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

/** Returns the volume, book, season or grade that a folded title states: `the complete second season` is `season 2`. */
export const designationsIn = (text: string): string[] => {
  const found: string[] = [];
  for (const [, noun, after = '', before = '', last] of text.matchAll(DESIGNATED)) {
    const number = numberOf(noun === undefined ? before : after);
    const stated = noun ?? last ?? '';
    if (number !== undefined && number > 0) found.push(`${CANONICAL_FORMS[stated] ?? stated} ${number}`);
  }
  return found;
};
