import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { CqlRefusal, type CqlTree, type Modifier } from '../../../../layers/protocols/cql/cql.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { inIndexedWords } from '../../../catalogue/public/in-indexed-words.ts';
import { indexOf } from './cql-clause.ts';
import { readTerm } from './cql-term.ts';

type Near = { gaps: number; ordered: boolean };

/** The largest distance between two words. */
const FURTHEST = 100;

const gapsOf = ({ comparison = '<=', value = '' }: Modifier): number => {
  if (!/^\d{1,3}$/.test(value) || Number(value) > FURTHEST) throw new CqlRefusal(41, value);
  const distance = Number(value);
  // Adjacent words have distance one.
  const most = { '<=': distance, '<': distance - 1, '=': distance === 1 ? 1 : undefined }[comparison as string];
  if (most === undefined) throw new CqlRefusal(40, comparison);
  if (most < 1) throw new CqlRefusal(41, value);
  return most - 1;
};

const nearOf = (modifiers: readonly Modifier[]): Near => {
  const near: Near = { gaps: 0, ordered: false };
  for (const modifier of modifiers) {
    const { name, value = '' } = modifier;
    if (name === 'distance') near.gaps = gapsOf(modifier);
    else if (name === 'ordered') near.ordered = true;
    else if (name === 'unit') {
      if (value.toLowerCase() !== 'word') throw new CqlRefusal(42, value);
    } else if (name !== 'unordered') throw new CqlRefusal(44, name);
  }
  return near;
};

const wordsOf = (tree: CqlTree): { fields: readonly string[]; text: string } => {
  // Only words have known positions.
  if (tree.kind !== 'clause') throw new CqlRefusal(39, 'Between clauses only.');
  const index = indexOf(tree);
  if (index.kind !== 'text' || tree.modifiers.length > 0 || !['=', 'adj', 'all'].includes(tree.relation))
    throw new CqlRefusal(39, tree.relation);
  const words = readTerm(tree.term, true);
  if (words.some(({ masked }) => masked)) throw new CqlRefusal(33, tree.term);
  if (words.some(({ atStart, atEnd }) => atStart || atEnd)) throw new CqlRefusal(34, tree.term);
  const text = inIndexedWords(words.map(({ literal }) => literal).join(' '));
  if (hasCjk(text)) throw new CqlRefusal(39, tree.term);
  return { fields: index.fields, text };
};

/**
 * Returns the clause of `prox` between two clauses on one index: both words in one field, within a maximum distance. Throws `CqlRefusal`
 * for any other.
 */
export const proximity = (left: CqlTree, right: CqlTree, modifiers: readonly Modifier[]): Clause => {
  const { gaps, ordered } = nearOf(modifiers);
  const [one, other] = [wordsOf(left), wordsOf(right)];
  if (one.fields.join() !== other.fields.join()) throw new CqlRefusal(39, 'On one index only.');
  const intervals = [one, other].map(({ text }) => ({ match: { query: text, max_gaps: 0, ordered: true } }));
  return anyOf(
    one.fields.map((field) => ({ intervals: { [field]: { all_of: { intervals, max_gaps: gaps, ordered } } } })),
  );
};
