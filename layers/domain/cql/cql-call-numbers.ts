import type { Clause } from '../discovery/engine-query.ts';
import { callNumberKey } from '../discovery/title-keys.ts';
import { CqlRefusal } from './cql.ts';
import { beginningOf } from './cql-mask.ts';
import type { TermWord } from './cql-term.ts';

const FIELD = 'call_number';

const keyOf = (text: string): string => {
  const key = callNumberKey(text);
  if (key === '') throw new CqlRefusal(36, text);
  return key;
};

/** A beginning as a key: a stop at its end is no closing one ("QA76.*" is not "QA76*"). */
const beginningKey = (text: string): string => keyOf(`${text}0`).slice(0, -1);

const numbered = (words: readonly TermWord[]): Clause => {
  const shown = words.map(({ literal }) => literal);
  if (words.some(({ atStart, atEnd }) => atStart || atEnd)) throw new CqlRefusal(31, shown.join(' '));
  const last = words.at(-1)?.masked;
  if (words.every(({ masked }) => masked === undefined)) return { term: { [FIELD]: keyOf(shown.join(' ')) } };
  const beginning = last && beginningOf(last);
  if (beginning === undefined || words.slice(0, -1).some(({ masked }) => masked))
    throw new CqlRefusal(28, shown.join(' '));
  const value = beginningKey([...shown.slice(0, -1), beginning].join(' '));
  return { prefix: { [FIELD]: { value } } };
};

/**
 * A clause on call numbers and class marks: the whole number, or its beginning by a mask at the end; blanks do not matter. Throws
 * `CqlRefusal` for other masks, for anchors, and for relations of words or of order.
 */
export const inCallNumbers = (relation: string, words: readonly TermWord[]): Clause => {
  if (relation === '<>') return { bool: { must_not: [numbered(words)] } };
  if (relation !== '=' && relation !== '==') throw new CqlRefusal(22, relation);
  return numbered(words);
};
