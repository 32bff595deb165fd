import { foldText, hasCjk, wordsApart } from '../../../../layers/kernel/text/fold.ts';

// Korean is catalogued with and without blanks.
const IN_HANGUL = /(?<=[\uac00-\ud7a3])\s+(?=[\uac00-\ud7a3])/g;

/** Removes apostrophes from folded text, so that it is one word, as in the index. */
export const closed = (folded: string): string => folded.replaceAll("'", '');

/** Returns folded text as words separated by one blank. */
const spaced = (folded: string): string => wordsApart(closed(folded));

const initials = /(?<![\p{L}\p{N}])\p{L}(?:[. ]{1,2}\p{L}(?![\p{L}\p{N}']))+/gu;
const hyphened = /(?<!\p{L})\p{L}{2,}(?:[-\u2010-\u2015]\p{L}{2,})+/gu;

const elided =
  /(?<![\p{L}\p{N}'])(?:l|d|qu|j|m|n|s|t|c|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|dall|sull|un|gl)'(\p{L}{2,})/gu;

/** Returns compounds that are also written as one word: "avant-garde" also as "avantgarde", "J. K." also as "jk", "U.S." as "us". */
const compounds = (folded: string): string[] => {
  if (!/[-\u2010-\u2015.]/.test(folded)) return [];
  const found = [...folded.matchAll(hyphened), ...folded.matchAll(initials)].map(([whole]) => whole);
  return found.map((whole) => whole.replace(/[^\p{L}\p{M}]+/gu, '')).filter((word) => !hasCjk(word));
};

/** Returns words without an elided article: "l'opéra" also as "opéra". */
const withoutElision = (folded: string): string[] =>
  folded.includes("'") ? [...folded.matchAll(elided)].map(([, word = '']) => word) : [];

/**
 * Returns a text as the index stores it: folded words, followed by their other spellings. Empty when it has no letter. All tokenisation is
 * done here: the engine's own filters took half of the indexing time.
 */
export const indexedText = (text: string): string => {
  const folded = foldText(text).replace(IN_HANGUL, '');
  const others = new Set([...compounds(folded), ...withoutElision(folded)]);
  return [spaced(folded), ...others].filter((part) => part !== '').join(' ');
};

/** Returns adjacent words of a title joined: a search for "seagrass" also means "sea grass". Short words are not joined. */
export const neighboursAsOne = (text: string): string[] => {
  const words = spaced(foldText(text)).split(' ');
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    return word.length > 1 && next.length > 1 && !hasCjk(word + next) ? [word + next] : [];
  });
};

const WITHIN = /(?<=[\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?=[\p{L}\p{N}\p{M}])/gu;

/**
 * Returns a query as typed, but folded and tokenised as in the index: a sign within a word separates it ("u.s." is two words), an
 * apostrophe does not.
 */
export const inIndexedWords = (text: string): string => closed(foldText(text)).replace(WITHIN, ' ');

/** Returns a query's words: folded, each one token, without apostrophes ("l'opéra" is "lopera", "o'brien" is "obrien"). */
export const queryWords = (text: string): string[] => spaced(foldText(text)).split(' ').filter(Boolean);
