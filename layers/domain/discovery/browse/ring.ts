/**
 * A stretch of a sorted list next to a position, nearest first: the strings that share the first characters with it, then
 * those that share fewer. `from` and `below` bound it (undefined: the end of the list); `pattern` is the same stretch as a
 * regular expression of the engine, by which it picks from a record's headings those that lie in it.
 */
export type Ring = { from?: string; below?: string; pattern: string };

/** The last code point: behind every letter. */
const LAST = '\u{10ffff}';

/** Text in a pattern of the engine, where its signs mean themselves. */
export const literalPattern = (text: string): string =>
  text.replace(/[.?+*|{}[\]()"\\#@&<>~^$/-]/g, (sign) => `\\${sign}`);

const one = (codePoint: number): string => String.fromCodePoint(codePoint);
/** The next or the one before; surrogates are no characters. */
const stepped = (character: string, by: 1 | -1): string => {
  const at = (character.codePointAt(0) ?? 0) + by;
  return one(at >= 0xd800 && at <= 0xdfff ? (by === 1 ? 0xe000 : 0xd7ff) : at);
};
const range = (from: string, to: string): string => `[${literalPattern(from)}-${literalPattern(to)}].*`;

/** The string behind all that begin so; undefined where there is none. */
const behindAll = (prefix: readonly string[]): string | undefined => {
  const last = prefix.at(-1);
  return last === undefined ? undefined : [...prefix.slice(0, -1), stepped(last, 1)].join('');
};

type Way = 'onwards' | 'back';

/** What lies on one side of the position at each character from `to` on: nested, so that its length grows with theirs only. */
const nested = (position: readonly string[], to: number, from: number, way: Way, inner: string): string => {
  let pattern = inner;
  for (let i = from - 1; i >= to; i--) {
    const character = position[i] ?? '';
    const aside = way === 'onwards' ? range(stepped(character, 1), LAST) : range('\u0000', stepped(character, -1));
    pattern = pattern === '' ? aside : `(${aside}|${literalPattern(character)}${pattern})`;
  }
  return pattern;
};

// Where a stretch is cut: a step at a time in long positions, then by single characters that divide a list evenly.
const STEP = 40;
const cutsOf = (length: number): number[] => {
  const cuts: number[] = [];
  for (let at = length - STEP; at > 6; at -= STEP) cuts.push(at);
  return [...cuts, 6, 3, 1, 0].filter((at) => at < length);
};

/**
 * The stretches of a list from a position onwards (the position itself among them) or before it, nearest first; together
 * they are all of the list on that side. Strings are ordered by code points, as the engine orders them.
 */
export const ringsOf = (position: string, way: Way): Ring[] => {
  const points = [...position];
  if (points.length === 0) return way === 'onwards' ? [{ pattern: '.*' }] : [];
  const rings: Ring[] = [];
  let before = points.length;
  for (const cut of cutsOf(points.length)) {
    const isFirst = before === points.length;
    const inner = isFirst && way === 'onwards' ? '.*' : '';
    const pattern = `${literalPattern(points.slice(0, cut).join(''))}${nested(points, cut, before, way, inner)}`;
    const [shared, nearer] = [points.slice(0, cut), points.slice(0, before)];
    const [from, below] =
      way === 'onwards'
        ? [isFirst ? position : behindAll(nearer), behindAll(shared)]
        : [shared.join('') || undefined, isFirst ? position : nearer.join('')];
    rings.push({ ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }), pattern });
    before = cut;
  }
  return rings;
};
