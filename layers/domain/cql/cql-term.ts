import { foldText } from '../discovery/fold.ts';
import { closed } from '../discovery/words.ts';
import { CqlRefusal } from './cql.ts';

/** A word of a term. `literal`: without masks; `pattern`: folded, in the engine's wildcards, when it holds masks. */
export type TermWord = { literal: string; pattern?: string; atStart: boolean; atEnd: boolean };

/** The longest term, in characters, and its most words and masks. */
const LONGEST_TERM = 500;
const MOST_TERM_WORDS = 30;
const MOST_MASKS = 5;
/** So many letters before the first mask: what begins with less would have the engine read its whole dictionary. */
const LEAST_BEFORE_MASK = 2;

type Piece = { character: string; special: boolean };

const piecesOf = (term: string, masked: boolean): Piece[] => {
  const pieces: Piece[] = [];
  for (let i = 0; i < term.length; i++) {
    const character = term[i] ?? '';
    if (character !== '\\') {
      pieces.push({ character, special: masked && '*?^'.includes(character) });
      continue;
    }
    i += 1;
    const escaped = term[i] ?? '';
    if (escaped === '' || !'*?^"\\'.includes(escaped)) throw new CqlRefusal(26, `\\${escaped}`);
    pieces.push({ character: escaped, special: false });
  }
  return pieces;
};

const isBlank = ({ character, special }: Piece): boolean => !special && /\s/.test(character);

const wordsOf = (pieces: readonly Piece[]): Piece[][] => {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isBlank(piece)) words.push([]);
    else words.at(-1)?.push(piece);
  }
  return words.filter((word) => word.length > 0);
};

const isMask = ({ character, special }: Piece): boolean => special && character !== '^';
const isAnchor = ({ character, special }: Piece): boolean => special && character === '^';

/** The word in the engine's wildcards: each run of letters folded, its own stars and question marks escaped. */
const patternOf = (pieces: readonly Piece[]): string => {
  let [pattern, run] = ['', ''];
  const flush = (): void => {
    pattern += closed(foldText(run))
      .trim()
      .replace(/[*?\\]/g, '\\$&');
    run = '';
  };
  for (const piece of pieces) {
    if (!isMask(piece)) run += piece.character;
    else {
      flush();
      pattern += piece.character;
    }
  }
  flush();
  return pattern;
};

const masksChecked = (pieces: readonly Piece[], shown: string): string => {
  if (pieces.filter(isMask).length > MOST_MASKS) throw new CqlRefusal(30, shown);
  if (!pieces.some((piece) => !isMask(piece))) throw new CqlRefusal(29, shown);
  const first = pieces.findIndex(isMask);
  if (first === 0) throw new CqlRefusal(49, shown);
  const pattern = patternOf(pieces);
  if (pattern.search(/(?<!\\)[*?]/) < LEAST_BEFORE_MASK) throw new CqlRefusal(29, shown);
  return pattern;
};

const wordOf = (pieces: readonly Piece[]): TermWord[] => {
  const atStart = pieces[0] !== undefined && isAnchor(pieces[0]);
  const last = pieces.length > 1 || !atStart ? pieces.at(-1) : undefined;
  const atEnd = last !== undefined && isAnchor(last);
  const inner = pieces.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const shown = inner.map(({ character }) => character).join('');
  if (inner.some(isAnchor)) throw new CqlRefusal(32, shown);
  if (inner.length === 0) throw new CqlRefusal(27, '^');
  const pattern = inner.some(isMask) ? masksChecked(inner, shown) : undefined;
  return [{ literal: shown, ...(pattern === undefined ? {} : { pattern }), atStart, atEnd }];
};

/**
 * Reads a term as written: its words, their masks (`*`, `?`) and anchors (`^`); with `masked` false these are letters like
 * others. Throws `CqlRefusal` for a term that is empty or too long, for a backslash before a plain letter, and for masks
 * that stand at the beginning, are too many, or have too little before them.
 */
export const readTerm = (term: string, masked: boolean): TermWord[] => {
  if (term.length > LONGEST_TERM) throw new CqlRefusal(23, String(LONGEST_TERM));
  const words = wordsOf(piecesOf(term, masked)).flatMap(wordOf);
  if (words.length === 0) throw new CqlRefusal(27);
  if (words.length > MOST_TERM_WORDS) throw new CqlRefusal(23, `More than ${MOST_TERM_WORDS} words.`);
  return words;
};
