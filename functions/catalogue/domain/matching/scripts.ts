import type { MatchFeatures } from './features.ts';
import { shares } from './signals.ts';
import { dice } from './similarity.ts';

const SCRIPTS = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['east asian', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u],
] as const;

/** Returns the script of a text; "other" for one that is not listed, undefined for figures alone. */
export const scriptOf = (text: string): string | undefined => {
  if (/^[a-z0-9 ]*$/.test(text)) return /[a-z]/.test(text) ? 'latin' : undefined;
  return SCRIPTS.findLast(([, holds]) => holds.test(text))?.[0] ?? (/\p{L}/u.test(text) ? 'other' : undefined);
};

const differInScript = (one: string | undefined, two: string | undefined): boolean => {
  if (one === undefined || two === undefined) return false;
  const [first, second] = [scriptOf(one), scriptOf(two)];
  return first !== undefined && second !== undefined && first !== second;
};

/** Returns whether two titles are in different scripts, so that their letters tell nothing about one another. */
export const areInOtherScripts = (a: MatchFeatures, b: MatchFeatures): boolean => differInScript(a.title, b.title);

/** Returns a record with the title of its original script, and the names that the other record writes in another than it. */
const inOriginal = (one: MatchFeatures, other: MatchFeatures): MatchFeatures => {
  const { original, ...romanised } = one;
  if (original === undefined) return one;
  const { rest: _rest, partTitle: _partTitle, titleEnd: _end, by: _by, ...plain } = romanised;
  const { author, publisher, place, ...ofTitle } = original;
  return {
    ...plain,
    ...ofTitle,
    ...(author !== undefined && differInScript(one.author, other.author) && { author }),
    ...(publisher !== undefined && differInScript(one.publisher, other.publisher) && { publisher }),
    ...(place !== undefined && differInScript(one.place, other.place) && { place }),
  };
};

/** Returns a record with its original script where the other is written in that. */
const inScriptOf = (one: MatchFeatures, other: MatchFeatures): MatchFeatures =>
  one.original !== undefined && areInOtherScripts(one, other) && !differInScript(one.original.title, other.title)
    ? inOriginal(one, other)
    : one;

// Libraries romanise by different tables.
const areRomanisedApart = (a: MatchFeatures, b: MatchFeatures): boolean =>
  a.original !== undefined &&
  b.original !== undefined &&
  !differInScript(a.original.title, b.original.title) &&
  dice(a.original.title, b.original.title) > dice(a.title, b.title);

const NAMED = ['by', 'author', 'others', 'publisher', 'place', 'places', 'series', 'subjects'] as const;

/** Returns two records without each name that they write in different scripts. */
const withoutUnlike = (a: MatchFeatures, b: MatchFeatures): [MatchFeatures, MatchFeatures] => {
  const unlike = NAMED.filter((name) => differInScript(a[name], b[name]));
  if (unlike.length === 0) return [a, b];
  const without = (one: MatchFeatures): MatchFeatures => {
    const all = { ...one };
    for (const name of unlike) delete all[name];
    return all;
  };
  return [without(a), without(b)];
};

/** Returns whether two records share an ISBN, ISSN, OCLC number or LCCN. */
export const sharesNumber = (a: MatchFeatures, b: MatchFeatures): boolean =>
  shares(a.isbn, b.isbn) ||
  shares(a.oclc, b.oclc) ||
  (a.lccn !== undefined && a.lccn === b.lccn) ||
  (a.issn !== undefined && a.issn === b.issn);

/**
 * Returns two records as they can be compared: in one script, by the 880 of the one that is romanised. Names in different scripts are left
 * out: they tell nothing.
 */
export const inOneScript = (a: MatchFeatures, b: MatchFeatures): [MatchFeatures, MatchFeatures] => {
  if (!areInOtherScripts(a, b) && a.original === undefined && b.original === undefined) return [a, b];
  if (areRomanisedApart(a, b)) return withoutUnlike(inOriginal(a, b), inOriginal(b, a));
  return withoutUnlike(inScriptOf(a, b), inScriptOf(b, a));
};
