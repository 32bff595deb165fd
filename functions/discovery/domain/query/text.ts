import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { isArticle } from '../../../../layers/protocols/marc/articles.ts';
import { queryWords } from '../../../catalogue/public/query-words.ts';
import { keyOf } from '../../../catalogue/public/title-key-of.ts';

// Each word is a separate clause, in the filter and in the score: twenty are sufficient.
const MOST_WORDS = 20;
const MOST_PHRASES = 4;
// Letters of scripts without blanks are one word each.
const MOST_CJK = 40;

/** The parsed text of a query. */
export type QueryText = {
  /** The words, folded, each one token (or a run of CJK letters). An article after a comma ("journey, The") comes first. */
  words: string[];
  /** The first word, when it is an article that titles may lack: it ranks, and a record without it is found too. */
  article?: string;
  /** Quoted text, folded: it must match literally. */
  phrases: string[];
  /** The whole text as a key, to compare with those of titles and names. */
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

// After a digit it means inches, within a Hebrew word an abbreviation: neither opens or closes a phrase.
const QUOTED = /(?<![\p{L}\p{N}])"([^"]+)"(?![\p{L}\p{N}])/gu;
const QUOTE = /(?<![\u05d0-\u05ea])"|"(?![\u05d0-\u05ea])/g;

/** Moves an article from the end, where lists of titles put it, to the front: "Journey, The" is "The Journey". */
const inTitleOrder = (text: string): string => {
  const [, title = '', article = ''] = /^(.*\S)\s*,\s*(\p{L}+['’]?)\s*$/u.exec(text) ?? [];
  const isElided = /^[ldLD]['’]$/.test(article);
  if (isElided) return `${article}${title}`;
  return isArticle(article.toLowerCase()) ? `${article} ${title}` : text;
};

/** Parses a query: extracts quoted phrases, drops "&" between words (records have it or "and" or neither), and folds the rest. */
export const readQueryText = (q: string): QueryText => {
  const plain = q.replace(/[“”„«»＂]/g, '"');
  const phrases = [...plain.matchAll(QUOTED)].map(([, phrase = '']) => first(queryWords(phrase)).join(' '));
  const unquoted = inTitleOrder(plain.replace(QUOTE, ' '));
  const words = first(queryWords(unquoted.replace(/(?<=^|\s)&(?=\s|$)/g, ' ')));
  const [lead = ''] = words;
  return {
    words,
    ...(words.length > 1 && isArticle(lead) ? { article: lead } : {}),
    phrases: phrases.filter((phrase) => phrase !== '').slice(0, MOST_PHRASES),
    key: keyOf(unquoted),
  };
};
