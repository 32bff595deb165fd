/** A title as it is set on a cover: its lines, the size and the height that they take. */
export type SetTitle = { lines: string[]; size: number; height: number };

/** How a title is set: the sizes to try, the width of the box, the most lines, and the most height. */
export type Setting = { sizes: readonly number[]; width: number; most: number; height: number; scale: number };

/** The setting of the title on a cover of a height: on a small one, as beside a hit, no letter is under 8 px at a width of 60 px. */
export const largeTitle = (high: number): Setting => ({
  ...{ sizes: [38, 34, 30, 27, 24, 21, 18, 16], width: 166, most: 6, height: high * 0.45, scale: 1 },
});
export const smallTitle = (high: number): Setting => ({
  ...{ sizes: [46, 40, 36, 32, 28], width: 166, most: 4, height: high * 0.6, scale: 0.86 },
});

const LEADING = 1.12;
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => {
    if (/[ilj.,;:'’!|]/.test(letter)) return sum + 0.34;
    if (/[mwMW@]/.test(letter)) return sum + 0.95;
    if (letter === ' ') return sum + 0.26;
    return sum + (/[A-Z]/.test(letter) ? 0.76 : 0.6);
  }, 0);

const wrapped = (text: string, most: number): string[] | undefined => {
  const lines: string[] = [];
  for (const part of text.split(/\s+/)) {
    if (widthOf(part) > most) return undefined;
    const joined = lines.length > 0 ? `${lines.at(-1)} ${part}` : part;
    if (lines.length > 0 && widthOf(joined) <= most) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
};

/** Returns the main title: without its subtitle. */
export const mainTitle = (title: string): string =>
  title.split(/ ?[:=/] |, or,? | ; /)[0]?.replace(/[\s.,/:;=]+$/, '') || title;

/** The setting of the title in a panel over the picture. */
export const labelTitle = (high: number): Setting => ({ ...largeTitle(high), width: 134, height: high * 0.36 });

/** Returns a title for a small cover: without its article, where the rest is a title. */
export const withoutArticle = (title: string): string => title.replace(/^the (?=\S)/i, '');

/** Sets a title in the largest size that fits; words are not broken, and what is too long ends with an ellipsis. */
export const setTitle = (title: string, { sizes, width, most, height, scale }: Setting): SetTitle => {
  for (const size of sizes) {
    const lines = wrapped(title, width / (size * scale));
    if (lines && lines.length <= most && lines.length * size * LEADING <= height)
      return { lines, size, height: lines.length * size * LEADING };
  }
  const size = sizes.at(-1) ?? 16;
  const fitting = Math.max(1, Math.min(most, Math.floor(height / (size * LEADING))));
  const cut = Math.floor(width / (size * scale * 0.57));
  const lines = wrapped(
    title.replaceAll(new RegExp(`(\\S{${cut}})(?=\\S)`, 'g'), '$1- '),
    width / (size * scale) + 1,
  ) ?? [title];
  const shown = lines
    .slice(0, fitting)
    .map((line, index) => (index === fitting - 1 && lines.length > fitting ? `${line}…` : line));
  return { lines: shown, size, height: shown.length * size * LEADING };
};

/** The distance between the base lines of a title of this size. */
export const leadingOf = (size: number): number => size * LEADING;
