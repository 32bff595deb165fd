import { CqlRefusal } from '../../../../layers/protocols/cql/cql.ts';
import { callNumberKey } from '../../../catalogue/public/call-number-key.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { literalPattern } from '../browse/ring.ts';
import { beginningOf } from './cql-mask.ts';
import type { TermWord } from './cql-term.ts';

const FIELD = 'call_number';

const keyOf = (text: string): string => {
  const key = callNumberKey(text);
  if (key === '') throw new CqlRefusal(36, text);
  return key;
};

/** Matches numbers by prefix. A point after a digit ends a number of the class: "QA76.*" is QA76.9 and QA76 .C15, not QA769. */
const beginning = (text: string): Clause => {
  const key = keyOf(text);
  if (!/\d\s*\.\s*$/.test(text)) return { prefix: { [FIELD]: { value: key } } };
  // One of the record's numbers must match, whatever another library's is.
  return { regexp: { [FIELD]: { value: `${literalPattern(key)}([^0-9].*)?` } } };
};

const numbered = (words: readonly TermWord[]): Clause => {
  const shown = words.map(({ literal }) => literal);
  if (words.some(({ atStart, atEnd }) => atStart || atEnd)) throw new CqlRefusal(31, shown.join(' '));
  const last = words.at(-1)?.masked;
  if (words.every(({ masked }) => masked === undefined)) return { term: { [FIELD]: keyOf(shown.join(' ')) } };
  const start = last && beginningOf(last);
  if (start === undefined || words.slice(0, -1).some(({ masked }) => masked)) throw new CqlRefusal(28, shown.join(' '));
  return beginning([...shown.slice(0, -1), start].join(' '));
};

/**
 * Returns a clause on call numbers and class marks: the whole number, or its beginning with a mask at the end; blanks are ignored. Throws
 * `CqlRefusal` for other masks, for anchors, and for relations of words or of order.
 */
export const inCallNumbers = (relation: string, words: readonly TermWord[]): Clause => {
  if (relation === '<>') return { bool: { must_not: [numbered(words)] } };
  if (relation !== '=' && relation !== '==') throw new CqlRefusal(22, relation);
  return numbered(words);
};
