import { foldText, hasCjk } from './fold.ts';

// Each word is asked for in eleven fields and four ways: beyond this the engine's limit of 1,024 clauses is near.
const MOST_WORDS = 20;
const MOST_PHRASES = 4;
// Letters without blanks are words each.
const MOST_CJK = 40;

/** A query's text, taken apart. */
export type QueryText = {
  /** The words, folded, as one text. */
  words: string;
  /** What stood in quotation marks, folded: it must occur word for word. */
  phrases: string[];
  cjk: boolean;
};

const firstWords = (text: string): string => {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).join(' ');
  return hasCjk(words) ? words.slice(0, MOST_CJK) : words;
};

/** Reads a query: quoted phrases apart, "&" between words dropped (records have it or "and" or neither), the rest folded. */
export const readQueryText = (q: string): QueryText => {
  const plain = q.replace(/[“”„«»＂]/g, '"');
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => foldText(phrase).trim());
  const words = firstWords(foldText(plain.replaceAll('"', ' ').replace(/(?<=^|\s)&(?=\s|$)/g, ' ')));
  const spoken = phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase)).map(firstWords);
  return { words, phrases: spoken.slice(0, MOST_PHRASES), cjk: hasCjk(words) };
};
