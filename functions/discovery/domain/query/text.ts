import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { queryWords } from '../../../catalogue/public/indexed-text.ts';
import { keyOf } from '../../../catalogue/public/title-keys.ts';

// Each word is a clause of its own, in the filter and in the score: twenty say what is meant.
const MOST_WORDS = 20;
const MOST_PHRASES = 4;
// Letters without blanks are words each.
const MOST_CJK = 40;

/** A query's text, taken apart. */
export type QueryText = {
  /** The words, folded, each one token (or a run of CJK letters). */
  words: string[];
  /** What stood in quotation marks, folded: it must occur word for word. */
  phrases: string[];
  /** The whole as a key, to compare with those of titles and names. */
  key: string;
};

const first = (words: readonly string[]): string[] => {
  let space = MOST_CJK;
  return words.slice(0, MOST_WORDS).flatMap((word) => {
    if (!hasCjk(word)) return [word];
    const shortened = [...word].slice(0, space).join('');
    space -= [...shortened].length;
    return shortened === '' ? [] : [shortened];
  });
};

// One behind a figure is inches, one within a Hebrew word an abbreviation: neither opens or closes a phrase.
const QUOTED = /(?<![\p{L}\p{N}])"([^"]+)"(?![\p{L}\p{N}])/gu;
const QUOTE = /(?<![\u05d0-\u05ea])"|"(?![\u05d0-\u05ea])/g;

/** Reads a query: quoted phrases apart, "&" between words dropped (records have it or "and" or neither), the rest folded. */
export const readQueryText = (q: string): QueryText => {
  const plain = q.replace(/[“”„«»＂]/g, '"');
  const phrases = [...plain.matchAll(QUOTED)].map(([, phrase = '']) => first(queryWords(phrase)).join(' '));
  const unquoted = plain.replace(QUOTE, ' ');
  return {
    words: first(queryWords(unquoted.replace(/(?<=^|\s)&(?=\s|$)/g, ' '))),
    phrases: phrases.filter((phrase) => phrase !== '').slice(0, MOST_PHRASES),
    key: keyOf(unquoted),
  };
};
