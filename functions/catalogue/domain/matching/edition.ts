import { cut, fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { inFigures } from './read-ordinals.ts';

const SILENT = new Set('ed edition editions the edn aufl auflage a of and issued printing impression'.split(' '));

/** An edition statement (250): its number or that of the impression, if any, and its significant words (rev, american, student). */
export type Edition = { number?: number; impression?: number; words: string };

// Numbers of these are reprints from the same setting: `4th impression`, `58th thousand`.
const PRINTED_AGAIN = /\b(?:impression|impr|printing|print|thousand|tausend|reprint)\b/;

// A number before one of these counts something else: `2d series`, `3rd state`.
const OTHER_NOUNS = new Set('series ser serie state states issue session congress'.split(' '));

const numberIn = (word: string): number | undefined => {
  const digits = /^(\d{1,3})(?:st|nd|rd|th|d|e|er|eme|a|o)?$/.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Parses an edition statement: `2nd rev. ed.`, `[1st American ed.]`, `Twenty-first edition`, `3., erw. Aufl.`. */
export const editionOf = (text: string): Edition => {
  const edition: Edition = { words: '' };
  const telling: string[] = [];
  const numbered =
    PRINTED_AGAIN.test(text.toLowerCase()) && !/\bed(?:ition|n)?\b/i.test(text) ? 'impression' : 'number';
  const words = inFigures(wordsOf(fold(text)), '');
  for (const [at, word] of words.entries()) {
    const number = OTHER_NOUNS.has(words[at + 1] ?? '') ? undefined : numberIn(word);
    if (number !== undefined && edition[numbered] === undefined) edition[numbered] = number;
    else if (!SILENT.has(word)) telling.push(word.slice(0, 6));
  }
  edition.words = cut(telling.join(' '), 24);
  return edition;
};
