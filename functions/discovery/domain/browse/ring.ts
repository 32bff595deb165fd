/**
 * A range of a sorted list next to a position, nearest first: the strings that share the first characters with it, then those that share
 * fewer. `from` and `below` are its limits (undefined: the end of the list); `pattern` is the same range as a regular expression of the
 * engine, which selects the headings of a record within it.
 */
export type Ring = { from?: string; below?: string; pattern: string };

/** The last code point: sorts after every letter. */
const LAST = '\u{10ffff}';

/** Escapes text for a pattern of the engine. */
export const literalPattern = (text: string): string =>
  text.replace(/[.?+*|{}[\]()"\\#@&<>~^$/-]/g, (sign) => `\\${sign}`);

const one = (codePoint: number): string => String.fromCodePoint(codePoint);
/** Returns the next or previous character, skipping surrogates. Undefined after the last and before the first. */
const stepped = (character: string, by: 1 | -1): string | undefined => {
  const at = (character.codePointAt(0) ?? 0) + by;
  if (at < 0 || at > 0x10ffff) return undefined;
  return one(at >= 0xd800 && at <= 0xdfff ? (by === 1 ? 0xe000 : 0xd7ff) : at);
};
const range = (from: string, to: string): string => `[${literalPattern(from)}-${literalPattern(to)}].*`;

/** Returns the string that sorts after all strings with a prefix; undefined when there is none. */
const behindAll = (prefix: readonly string[]): string | undefined => {
  const at = prefix.findLastIndex((character) => character !== LAST);
  const next = stepped(prefix[at] ?? LAST, 1);
  return next === undefined ? undefined : [...prefix.slice(0, at), next].join('');
};

type Way = 'onwards' | 'back';

/** Returns the pattern of strings that begin with a character on one side of this one; undefined when there is none. */
const asideOf = (character: string, way: Way): string | undefined => {
  const next = stepped(character, way === 'onwards' ? 1 : -1);
  if (next === undefined) return undefined;
  return way === 'onwards' ? range(next, LAST) : range('\u0000', next);
};

/**
 * Returns the pattern of strings on one side of the position at each character from `to` on: nested, so that its length is linear in
 * theirs. Empty when nothing is possible there.
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

// The boundaries of ranges: in steps for long positions, then by single characters, which divide a list evenly.
const STEP = 40;
const cutsOf = (length: number): number[] => {
  const cuts: number[] = [];
  for (let at = length - STEP; at > 6; at -= STEP) cuts.push(at);
  return [...cuts, 6, 3, 1, 0].filter((at) => at < length);
};

/**
 * Returns the ranges of a list from a position onwards (including the position) or before it, nearest first; together they cover the list
 * on that side. Strings are ordered by code points, as in the engine.
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
