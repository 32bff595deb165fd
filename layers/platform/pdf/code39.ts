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
/** The asterisk is the start and stop character and not part of the text. */
const END = 'nwnnwnwnn';

/** The ratio of wide to narrow elements: more than 2.2, as required for narrow elements under half a millimetre. */
export const WIDE = 2.5;

/** A bar of a barcode: its position and width, in narrow elements. */
export type Bar = { at: number; width: number };

/** Returns whether Code 39 can encode a text: capitals, digits, - . $ / + % and the space. */
export const isCode39 = (text: string): boolean => [...text].every((one) => Object.hasOwn(PATTERNS, one));

/**
 * Returns a text as the bars of Code 39, with start and stop, and the total width in narrow elements without quiet zones. Throws on a
 * character that the code lacks: a bug of the caller.
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
