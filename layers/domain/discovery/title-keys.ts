import { foldText, hasCjk } from './fold.ts';

// Keyword fields of the engine take any length, and cost by it.
const LONGEST_KEY = 300;

// Articles of the languages that catalogues of the consortium hold most; what MARC says of a title (245 second indicator) comes first.
const ARTICLES = new Set(
  'the a an der die das den dem ein eine le la les un une el los las il lo gli i uno una o os as um uma het een de det den'.split(
    ' ',
  ),
);

/**
 * A text as one key: folded, without punctuation, words parted by one blank, at most 300 characters. Two titles with the
 * same key are the same title. Text in CJK scripts has no blanks. Empty when nothing is left.
 */
export const keyOf = (text: string): string => {
  const folded = foldText(text).replace(/'/g, '');
  const words = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, hasCjk(folded) ? '' : ' ').trim();
  return words.slice(0, LONGEST_KEY).trim();
};

/** A key without its leading article, so that it files and is found by its first word. A title that is an article stays. */
export const withoutArticle = (key: string): string => {
  const blank = key.indexOf(' ');
  return blank > 0 && ARTICLES.has(key.slice(0, blank)) ? key.slice(blank + 1) : key;
};

/** An identifier as a key: lower case, letters and digits only, so that hyphens and blanks do not matter. */
export const identifierKey = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 100);
