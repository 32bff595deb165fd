import {
  type CqlQuery,
  CqlRefusal,
  type CqlTree,
  type Modifier,
  type SortKey,
} from '../../../../layers/protocols/cql/cql.ts';
import type { Order } from '../../../../layers/protocols/sru/sru-request.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { clauseOf } from './cql-clause.ts';
import { indexNamed } from './cql-indexes.ts';
import { proximity } from './cql-proximity.ts';

/** The most sort keys. */
const MOST_SORT_KEYS = 3;
/** The engine's limit is 1,024 clauses in all; a word with synonyms takes several. */
const MOST_CLAUSES = 450;
const WRITTEN_OUT = 30;

const joined = (tree: CqlTree): Clause => {
  if (tree.kind === 'clause') return clauseOf(tree);
  const { boolean, modifiers, left, right } = tree;
  if (boolean === 'prox') return proximity(left, right, modifiers);
  const [odd] = modifiers;
  if (odd !== undefined) throw new CqlRefusal(46, odd.name);
  if (boolean === 'not') return { bool: { must: [joined(left)], must_not: [joined(right)] } };
  const both = [joined(left), joined(right)];
  return { bool: boolean === 'and' ? { must: both } : { should: both, minimum_should_match: 1 } };
};

/** Returns how many clauses the engine makes of one: for text, each word in each field. */
const weightOf = (clause: unknown): number => {
  if (typeof clause !== 'object' || clause === null) return 0;
  if (Array.isArray(clause)) return clause.reduce((sum: number, one) => sum + weightOf(one), 0);
  if ('multi_match' in clause) {
    const { query, fields } = clause.multi_match as { query: string; fields: string[] };
    return query.split(/\s+/).length * fields.length;
  }
  // A mask beside other words expands to all matching words of the dictionary.
  if ('span_multi' in clause) return WRITTEN_OUT;
  if (
    ['span_term', 'term', 'terms', 'prefix', 'wildcard', 'range', 'exists', 'intervals', 'match_all'].some(
      (name) => name in clause,
    )
  )
    return 1;
  return Object.values(clause).reduce((sum: number, one) => sum + weightOf(one), 0);
};

/** Returns a query's tree as a clause of the engine. Throws `CqlRefusal` for what the union index cannot answer, or not in bounded time. */
export const engineClause = ({ tree }: CqlQuery): Clause => {
  const clause = joined(tree);
  if (weightOf(clause) > MOST_CLAUSES) throw new CqlRefusal(38, 'Fewer words or fields, please.');
  return clause;
};

const isDescending = (modifiers: readonly Modifier[]): boolean => {
  let descending = false;
  for (const { name } of modifiers) {
    const bare = name.replace(/^sort\./, '');
    if (bare === 'descending' || bare === 'ascending') descending = bare === 'descending';
    else if (bare === 'respectcase') throw new CqlRefusal(91, name);
    else if (bare.startsWith('missing')) throw new CqlRefusal(92, name);
    else if (bare !== 'ignorecase' && bare !== 'ignoreaccents') throw new CqlRefusal(20, name);
  }
  return descending;
};

/** Validates some orders: not too many, none twice. */
export const checkedOrders = (orders: readonly Order[]): Order[] => {
  if (orders.length > MOST_SORT_KEYS) throw new CqlRefusal(84, String(MOST_SORT_KEYS));
  if (new Set(orders.map(({ field }) => field)).size < orders.length) throw new CqlRefusal(85);
  return [...orders];
};

/** Returns the order that `sortby` requests; by default by relevance. Throws `CqlRefusal` for an unsupported one. */
export const ordersOf = (keys: readonly SortKey[]): Order[] =>
  checkedOrders(
    keys.map(({ index, modifiers }) => {
      const found = indexNamed(index);
      const field = 'sort' in found ? found.sort : undefined;
      if (field === undefined) throw new CqlRefusal(80, index.name);
      return { field, descending: isDescending(modifiers) };
    }),
  );
