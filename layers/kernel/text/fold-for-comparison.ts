import { textStart } from './text-start.ts';

// Letters that Unicode does not decompose into a base letter and a mark, so that NFKD leaves them unchanged.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  '&': ' and ',
};
// Signs that romanisation puts inside words (ayn, alif, soft sign, apostrophe): dropped, so that the word stays whole.
const INSIDE_WORDS = /[ʻʼʹʺ'’‘`·]/g;

/** Folds text for comparison: lower case, without diacritics and punctuation, words separated by one space. Any script is preserved. */
export const fold = (text: string): string => {
  // Most titles are ASCII: the long way round would cost five times as much.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  if (/^[\x00-\x7f]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/'/g, '')
      .replace(/&/g, ' and ')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(INSIDE_WORDS, '')
    .replace(/[øłæœßþđðıħŋ&]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

/** Cuts a folded text at a word boundary to at most `limit` characters (a longer single word is cut inside). */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const blank = text.lastIndexOf(' ', limit);
  return textStart(text, blank > 0 ? blank : limit);
};

/** Returns the words of a folded text, in order. */
export const wordsOf = (folded: string): string[] => (folded === '' ? [] : folded.split(' '));

const ARTICLES = new Set(
  'the a an der die das den dem ein eine le la les un une el los las il lo gli het een'.split(' '),
);

/** Returns a folded title without its leading article, as catalogues file it. */
export const withoutArticle = (folded: string): string => {
  const blank = folded.indexOf(' ');
  return blank > 0 && ARTICLES.has(folded.slice(0, blank)) ? folded.slice(blank + 1) : folded;
};
