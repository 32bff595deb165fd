const ONES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const TENS_BEFORE = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const HUNDRED = 100;

/** Ordinal words that are one word: first to nineteenth, and the tens. */
export const ORDINAL_WORDS: readonly string[] = [...ONES, ...TENS];

const oneOf = (word: string | undefined): number | undefined => {
  const at = word === undefined ? -1 : ONES.indexOf(word);
  return at < 0 ? undefined : at + 1;
};

const tensOf = (word: string | undefined, names: readonly string[]): number | undefined => {
  const at = word === undefined ? -1 : names.indexOf(word);
  return at < 0 ? undefined : 10 * (at + 2);
};

type Read = { number: number; words: number };

/** Reads an ordinal below one hundred at the beginning of some words: `ninety fifth`, `twentieth`, `third`. */
const below = (words: readonly string[]): Read | undefined => {
  const [first, second] = words;
  const whole = oneOf(first) ?? tensOf(first, TENS);
  if (whole !== undefined) return { number: whole, words: 1 };
  const [tens, one] = [tensOf(first, TENS_BEFORE), oneOf(second)];
  return tens !== undefined && one !== undefined && one < 10 ? { number: tens + one, words: 2 } : undefined;
};

/** Reads an ordinal of one hundred or more: `hundredth`, `one hundred and third`. */
const above = (words: readonly string[]): Read | undefined => {
  const skipped = words[0] === 'one' ? 1 : 0;
  if (words[skipped] === 'hundredth') return { number: HUNDRED, words: skipped + 1 };
  if (words[skipped] !== 'hundred') return undefined;
  const joined = words[skipped + 1] === 'and' ? 1 : 0;
  const rest = below(words.slice(skipped + 1 + joined));
  return rest && { number: HUNDRED + rest.number, words: skipped + 1 + joined + rest.words };
};

const BEGINNINGS = new Set([...ORDINAL_WORDS, ...TENS_BEFORE, 'one', 'hundred', 'hundredth']);

const FIGURE = /^(\d{1,4})(?:st|nd|rd|th|d)$/;

/**
 * Returns folded words with each ordinal as a figure in one spelling: `twenty first report` and `21st report` are both `21th report`.
 * `ending` replaces `th`.
 */
export const inFigures = (words: readonly string[], ending = 'th'): string[] => {
  const figures: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const rest = BEGINNINGS.has(word) ? words.slice(at, at + 5) : [];
    const read = above(rest) ?? below(rest);
    figures.push(read === undefined ? word.replace(FIGURE, `$1${ending}`) : `${read.number}${ending}`);
    at += read?.words ?? 1;
  }
  return figures;
};
