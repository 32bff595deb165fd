import { foldText, hasCjk, wordsApart } from '../../../../layers/kernel/text/fold.ts';
import { isArticle } from '../../../../layers/protocols/marc/articles.ts';

// The engine's keyword fields accept any length, but long ones cost more.
const LONGEST_KEY = 300;

/**
 * Returns a text as one key: folded, without punctuation, words separated by one blank, at most 300 characters. Two titles with the same
 * key are the same title. Text in CJK scripts has no blanks. Empty when nothing remains.
 */
export const keyOf = (text: string): string => {
  const folded = foldText(text).replace(/'/g, '');
  return wordsApart(folded, hasCjk(folded) ? '' : ' ')
    .slice(0, LONGEST_KEY)
    .trim();
};

/**
 * Returns a key without its leading article, so that it files and is found under its first word. A title that consists of an article is
 * unchanged.
 */
export const withoutArticle = (key: string): string => {
  const blank = key.indexOf(' ');
  return blank > 0 && isArticle(key.slice(0, blank)) ? key.slice(blank + 1) : key;
};

/** Returns an identifier as a key: lower case, letters and digits only, so that hyphens and blanks do not matter. */
export const identifierKey = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 100);

/**
 * Returns a call number as a key: lower case, without blanks, and without points except those between digits, so that "QA76.73 .C15",
 * "QA76.73 C15" as on the spine, and "qa76.73.c15" are equal.
 */
export const callNumberKey = (text: string): string =>
  foldText(text.replaceAll(':', '\u0001'))
    .replaceAll('\u0001', ':')
    .replace(/\s+/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .slice(0, 100);

/** Returns a name's keys without dates, in both orders: "austen jane" and "jane austen" for "Austen, Jane, 1775-1817". */
export const nameKeys = (name: string): string[] => {
  const [family = '', given = ''] = name
    .slice(0, LONGEST_KEY)
    .replace(/\([^)]*\)/g, ' ')
    .split(',')
    .map((part) => keyOf(part.replace(/\d[\d?-]*/g, ' ')));
  return [...new Set([`${family} ${given}`, `${given} ${family}`].map((key) => key.trim()))].filter(
    (key) => key !== '',
  );
};

// More words than these are a phrase and are found as one.
const MOST_START = 6;
const MOST_LETTERS = 10;

/** Returns the prefixes of a title key, word by word (letter by letter in CJK), as a reader may type them. */
export const startsOf = (key: string): string[] => {
  const [parts, between] = hasCjk(key) ? [[...key].slice(0, MOST_LETTERS), ''] : [key.split(' ', MOST_START), ' '];
  return parts.map((_, i) => parts.slice(0, i + 1).join(between)).filter((start) => start !== key);
};
