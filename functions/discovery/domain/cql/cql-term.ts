import { CqlRefusal } from '../../../../layers/protocols/cql/cql.ts';

/** A piece of a word with masks: letters, or a mask. */
export type MaskedPiece = { text: string } | { mask: '*' | '?' };

/** A word of a term. `literal`: as written, without anchors; `masked`: its pieces, when it contains masks. */
export type TermWord = { literal: string; masked?: readonly MaskedPiece[]; atStart: boolean; atEnd: boolean };

/** The longest term, in characters, and its most words. */
const LONGEST_TERM = 500;
const MOST_TERM_WORDS = 30;

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

const maskedOf = (pieces: readonly Piece[]): MaskedPiece[] => {
  const masked: MaskedPiece[] = [];
  for (const piece of pieces) {
    const last = masked.at(-1);
    if (isMask(piece)) masked.push({ mask: piece.character === '*' ? '*' : '?' });
    else if (last && 'text' in last) last.text += piece.character;
    else masked.push({ text: piece.character });
  }
  return masked;
};

const wordOf = (pieces: readonly Piece[]): TermWord[] => {
  const atStart = pieces[0] !== undefined && isAnchor(pieces[0]);
  const last = pieces.length > 1 || !atStart ? pieces.at(-1) : undefined;
  const atEnd = last !== undefined && isAnchor(last);
  const inner = pieces.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const shown = inner.map(({ character }) => character).join('');
  if (inner.some(isAnchor)) throw new CqlRefusal(32, shown);
  if (inner.length === 0) throw new CqlRefusal(27, '^');
  return [{ literal: shown, ...(inner.some(isMask) && { masked: maskedOf(inner) }), atStart, atEnd }];
};

/**
 * Parses a term: its words, their masks (`*`, `?`) and anchors (`^`); with `masked` false these are ordinary letters. Throws `CqlRefusal`
 * for an empty or too long term, for an anchor within a word, and for a backslash before a plain letter. The index decides which masks it
 * supports.
 */
export const readTerm = (term: string, masked: boolean): TermWord[] => {
  if (term.length > LONGEST_TERM) throw new CqlRefusal(23, String(LONGEST_TERM));
  const words = wordsOf(piecesOf(term, masked)).flatMap(wordOf);
  if (words.length === 0) throw new CqlRefusal(27);
  if (words.length > MOST_TERM_WORDS) throw new CqlRefusal(23, `More than ${MOST_TERM_WORDS} words.`);
  return words;
};
