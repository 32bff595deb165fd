import { foldText, hasCjk } from './fold.ts';

const APART = /[^\p{L}\p{N}\p{M}']+/gu;

/** Folded text as words with one blank between them; apostrophes stay, for the engine to tell an elision by. */
const spaced = (folded: string): string => folded.replace(APART, ' ').trim();

const initials = /(?<![\p{L}\p{N}])\p{L}(?:[. ]{1,2}\p{L}(?![\p{L}\p{N}']))+/gu;
const hyphened = /(?<!\p{L})\p{L}{2,}(?:[-\u2010-\u2015]\p{L}{2,})+/gu;

/** Words that others write as one: "avant-garde" also as "avantgarde", "J. K." also as "jk", "U.S." as "us". */
const compounds = (folded: string): string[] => {
  if (!/[-\u2010-\u2015.]/.test(folded)) return [];
  const found = [...folded.matchAll(hyphened), ...folded.matchAll(initials)].map(([whole]) => whole);
  return [...new Set(found.map((whole) => whole.replace(/[^\p{L}\p{M}]+/gu, '')))].filter((word) => !hasCjk(word));
};

/** A text as the index holds it: folded, in words, what may be written as one word behind it. Empty when it has no letter. */
export const indexedText = (text: string): string => {
  const folded = foldText(text);
  return [spaced(folded), ...compounds(folded)].filter((part) => part !== '').join(' ');
};

/** Neighbouring words of a title as one: who types "seagrass" means "sea grass" too. Short words make none. */
export const neighboursAsOne = (text: string): string[] => {
  const words = spaced(foldText(text)).replaceAll("'", '').split(' ');
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    return word.length > 1 && next.length > 1 && !hasCjk(word + next) ? [word + next] : [];
  });
};

/** A query's words: folded, each one token, without apostrophes ("l'opéra" is "lopera", "o'brien" is "obrien"). */
export const queryWords = (text: string): string[] =>
  spaced(foldText(text).replaceAll("'", '')).split(' ').filter(Boolean);
