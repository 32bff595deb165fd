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
/** The next or the one before; surrogates are no characters. Undefined behind the last and before the first. */
const stepped = (character: string, by: 1 | -1): string | undefined => {
  const at = (character.codePointAt(0) ?? 0) + by;
  if (at < 0 || at > 0x10ffff) return undefined;
  return one(at >= 0xd800 && at <= 0xdfff ? (by === 1 ? 0xe000 : 0xd7ff) : at);
};
const range = (from: string, to: string): string => `[${literalPattern(from)}-${literalPattern(to)}].*`;

/** The string behind all that begin so; undefined where there is none. */
const behindAll = (prefix: readonly string[]): string | undefined => {
  const at = prefix.findLastIndex((character) => character !== LAST);
  const next = stepped(prefix[at] ?? LAST, 1);
  return next === undefined ? undefined : [...prefix.slice(0, at), next].join('');
};

type Way = 'onwards' | 'back';

/** What begins with a character on one side of this one; undefined where there is none. */
const asideOf = (character: string, way: Way): string | undefined => {
  const next = stepped(character, way === 'onwards' ? 1 : -1);
  if (next === undefined) return undefined;
  return way === 'onwards' ? range(next, LAST) : range('\u0000', next);
};

/**
 * What lies on one side of the position at each character from `to` on: nested, so that its length grows with theirs only.
 * Empty where nothing can lie there.
 */
const nested = (position: readonly string[], to: number, from: number, way: Way, inner: string): string => {
  let pattern = inner;
  for (let i = from - 1; i >= to; i--) {
    const character = position[i] ?? '';
    const [aside, within] = [asideOf(character, way), pattern && `${literalPattern(character)}${pattern}`];
    pattern = aside && within ? `(${aside}|${within})` : (aside ?? within);
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
    const aside = nested(points, cut, before, way, inner);
    const [shared, nearer] = [points.slice(0, cut), points.slice(0, before)];
    const pattern = `${literalPattern(shared.join(''))}${aside}`;
    const [from, below] =
      way === 'onwards'
        ? [isFirst ? position : behindAll(nearer), behindAll(shared)]
        : [shared.join('') || undefined, isFirst ? position : nearer.join('')];
    if (aside !== '')
      rings.push({ ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }), pattern });
    before = cut;
  }
  return rings;
};
