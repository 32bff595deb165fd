import { foldText, hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { CqlRefusal } from '../../../../layers/protocols/cql/cql.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { closed } from '../../../catalogue/public/closed-words.ts';
import type { MaskedPiece } from './cql-term.ts';

const MOST_MASKS = 5;
/** The fewest letters before the first mask: with fewer, the engine would read its whole dictionary. */
const LEAST_BEFORE_MASK = 2;
/** Represents masks in folded text, which lacks these characters: literal stars and question marks separate words like any other sign. */
const signs = { '*': '\u0001', '?': '\u0002' } as const;
const [ANY, ONE] = [signs['*'], signs['?']];

/** Folds the word as in the index, with a blank where the index separates it ("avant-gard*" is two words there). */
const inWords = (pieces: readonly MaskedPiece[]): string[] =>
  pieces
    .map((piece) =>
      'mask' in piece ? signs[piece.mask] : closed(foldText(piece.text)).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '),
    )
    .join('')
    .split(' ')
    .filter((word) => word !== '');

/** Splits letters of scripts without blanks: each is a separate word in the index. */
const lettersApart = (word: string): string[] => {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    if (last === undefined || hasCjk(letter) || hasCjk(last)) parts.push(letter);
    else parts[parts.length - 1] = `${last}${letter}`;
  }
  return parts;
};

const isMask = (letter: string | undefined): boolean => letter === ANY || letter === ONE;

/** Returns one word of the index as a pattern of the engine, between its neighbours. */
const patternOf = (part: string, shown: string, before = '', after = ''): string => {
  const at = [...part].findIndex(isMask);
  if (at === -1) return part;
  // Text without blanks has no words in which a mask could end.
  if ((hasCjk(before) && isMask(part[0])) || (hasCjk(after) && isMask(part.at(-1)))) throw new CqlRefusal(28, shown);
  if ([...part].every(isMask)) throw new CqlRefusal(29, shown);
  if (at === 0) throw new CqlRefusal(49, shown);
  if (at < LEAST_BEFORE_MASK) throw new CqlRefusal(29, shown);
  return part.replaceAll(ANY, '*').replaceAll(ONE, '?');
};

const patternsOf = (word: string, shown: string): string[] => {
  const parts = lettersApart(word);
  // Anything may follow such a letter anyway.
  if (hasCjk(parts.at(-2) ?? '') && [...(parts.at(-1) ?? '')].every((letter) => letter === ANY)) parts.pop();
  return parts.map((part, i) => patternOf(part, shown, parts[i - 1], parts[i + 1]));
};

const inField = (field: string, pattern: string): Clause =>
  /[*?]/.test(pattern) ? { wildcard: { [field]: { value: pattern } } } : { term: { [field]: pattern } };

/** Matches adjacent words in their order. */
const inFieldTogether = (field: string, patterns: readonly string[]): Clause => ({
  span_near: {
    clauses: patterns.map((pattern) =>
      /[*?]/.test(pattern) ? { span_multi: { match: inField(field, pattern) } } : { span_term: { [field]: pattern } },
    ),
    slop: 0,
    in_order: true,
  },
});

/**
 * Returns the clause of a word with masks in any of these fields: in the words of the index, adjacent when there are several. Takes the
 * original text, for diagnostics. Throws `CqlRefusal` for too many masks, a mask at the beginning of a word or after too few letters, or a
 * mask within text without blanks.
 */
export const maskedIn = (fields: readonly string[], pieces: readonly MaskedPiece[], shown: string): Clause => {
  if (pieces.filter((piece) => 'mask' in piece).length > MOST_MASKS) throw new CqlRefusal(30, shown);
  const patterns = inWords(pieces).flatMap((word) => patternsOf(word, shown));
  const [only, ...more] = patterns;
  if (only === undefined) throw new CqlRefusal(29, shown);
  return anyOf(fields.map((field) => (more.length === 0 ? inField(field, only) : inFieldTogether(field, patterns))));
};

/** Returns the prefix before a single mask at the end; undefined for any other word with masks. */
export const beginningOf = (pieces: readonly MaskedPiece[]): string | undefined => {
  const [first, last, ...more] = pieces;
  return first && 'text' in first && last && 'mask' in last && last.mask === '*' && more.length === 0
    ? first.text
    : undefined;
};
