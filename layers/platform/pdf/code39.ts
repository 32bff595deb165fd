// Code 39 (ISO/IEC 16388): nine elements a character, bar and space by turns, three of them wide.
const PATTERNS: Readonly<Record<string, string>> = {
  ...{ 0: 'nnnwwnwnn', 1: 'wnnwnnnnw', 2: 'nnwwnnnnw', 3: 'wnwwnnnnn', 4: 'nnnwwnnnw' },
  ...{ 5: 'wnnwwnnnn', 6: 'nnwwwnnnn', 7: 'nnnwnnwnw', 8: 'wnnwnnwnn', 9: 'nnwwnnwnn' },
  ...{ A: 'wnnnnwnnw', B: 'nnwnnwnnw', C: 'wnwnnwnnn', D: 'nnnnwwnnw', E: 'wnnnwwnnn', F: 'nnwnwwnnn' },
  ...{ G: 'nnnnnwwnw', H: 'wnnnnwwnn', I: 'nnwnnwwnn', J: 'nnnnwwwnn', K: 'wnnnnnnww', L: 'nnwnnnnww' },
  ...{ M: 'wnwnnnnwn', N: 'nnnnwnnww', O: 'wnnnwnnwn', P: 'nnwnwnnwn', Q: 'nnnnnnwww', R: 'wnnnnnwwn' },
  ...{ S: 'nnwnnnwwn', T: 'nnnnwnwwn', U: 'wwnnnnnnw', V: 'nwwnnnnnw', W: 'wwwnnnnnn', X: 'nwnnwnnnw' },
  ...{ Y: 'wwnnwnnnn', Z: 'nwwnwnnnn', '-': 'nwnnnnwnw', '.': 'wwnnnnwnn', ' ': 'nwwnnnwnn' },
  ...{ $: 'nwnwnwnnn', '/': 'nwnwnnnwn', '+': 'nwnnnwnwn', '%': 'nnnwnwnwn' },
};
/** The asterisk starts and stops; it is no character of the text. */
const END = 'nwnnwnwnn';

/** How much wider than a narrow element a wide one is: more than 2.2, as narrow ones under half a millimetre must have. */
export const WIDE = 2.5;

/** A bar of a barcode: where it begins and how wide it is, in narrow elements. */
export type Bar = { at: number; width: number };

/** Whether a text can be written in Code 39: capitals, digits, and - . $ / + % and the blank. */
export const isCode39 = (text: string): boolean => [...text].every((one) => Object.hasOwn(PATTERNS, one));

/**
 * A text as the bars of Code 39, with start and stop, and the whole width, in narrow elements; quiet zones come besides.
 * Throws on a character that the code does not have: that is a fault of the caller.
 */
export const code39 = (text: string): { bars: Bar[]; width: number } => {
  if (!isCode39(text)) throw new RangeError(`not in Code 39: ${text}`);
  const bars: Bar[] = [];
  let at = 0;
  for (const pattern of [END, ...[...text].map((one) => PATTERNS[one] ?? END), END]) {
    [...pattern].forEach((element, place) => {
      const width = element === 'w' ? WIDE : 1;
      if (place % 2 === 0) bars.push({ at, width });
      at += width;
    });
    // One narrow gap between characters.
    at += 1;
  }
  return { bars, width: at - 1 };
};
