import { foldText, hasCjk } from '../../../../layers/kernel/text/fold.ts';

const APART = /[^\p{L}\p{N}\p{M}]+/gu;
// Korean is catalogued with and without blanks.
const IN_HANGUL = /(?<=[\uac00-\ud7a3])\s+(?=[\uac00-\ud7a3])/g;

/** Folded text in which what an apostrophe stands in is one word, as in the index. */
export const closed = (folded: string): string => folded.replaceAll("'", '');

/** Folded text as words with one blank between them. */
const spaced = (folded: string): string => closed(folded).replace(APART, ' ').trim();

const initials = /(?<![\p{L}\p{N}])\p{L}(?:[. ]{1,2}\p{L}(?![\p{L}\p{N}']))+/gu;
const hyphened = /(?<!\p{L})\p{L}{2,}(?:[-\u2010-\u2015]\p{L}{2,})+/gu;

const elided =
  /(?<![\p{L}\p{N}'])(?:l|d|qu|j|m|n|s|t|c|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|dall|sull|un|gl)'(\p{L}{2,})/gu;

/** Words that others write as one: "avant-garde" also as "avantgarde", "J. K." also as "jk", "U.S." as "us". */
const compounds = (folded: string): string[] => {
  if (!/[-\u2010-\u2015.]/.test(folded)) return [];
  const found = [...folded.matchAll(hyphened), ...folded.matchAll(initials)].map(([whole]) => whole);
  return found.map((whole) => whole.replace(/[^\p{L}\p{M}]+/gu, '')).filter((word) => !hasCjk(word));
};

/** Words without the article that is written as one with them: "l'opéra" also as "opéra". */
const withoutElision = (folded: string): string[] =>
  folded.includes("'") ? [...folded.matchAll(elided)].map(([, word = '']) => word) : [];

/**
 * A text as the index holds it: folded, in words, and behind them how else they are written. Empty when it has no letter.
 * All that tells words apart is done here: the engine's own filters for it took half of the time of indexing.
 */
export const indexedText = (text: string): string => {
  const folded = foldText(text).replace(IN_HANGUL, '');
  const others = new Set([...compounds(folded), ...withoutElision(folded)]);
  return [spaced(folded), ...others].filter((part) => part !== '').join(' ');
};

/** Neighbouring words of a title as one: who types "seagrass" means "sea grass" too. Short words make none. */
export const neighboursAsOne = (text: string): string[] => {
  const words = spaced(foldText(text)).split(' ');
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    return word.length > 1 && next.length > 1 && !hasCjk(word + next) ? [word + next] : [];
  });
};

const WITHIN = /(?<=[\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?=[\p{L}\p{N}\p{M}])/gu;

/** A query as it is, but folded and in the words of the index: a sign within a word parts it ("u.s." is two), an apostrophe does not. */
export const inIndexedWords = (text: string): string => closed(foldText(text)).replace(WITHIN, ' ');

/** A query's words: folded, each one token, without apostrophes ("l'opéra" is "lopera", "o'brien" is "obrien"). */
export const queryWords = (text: string): string[] => spaced(foldText(text)).split(' ').filter(Boolean);
