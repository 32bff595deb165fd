import { shelfPlace } from '../../../../layers/protocols/call-numbers/shelf-order.ts';
import { CqlRefusal, type SearchClause } from '../../../../layers/protocols/cql/cql.ts';
import { parseCql } from '../../../../layers/protocols/cql/parse-cql.ts';
import type { IndexedList } from '../../../catalogue/public/browse-lists.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { headingKey } from '../../../catalogue/public/heading-key.ts';
import { isShelf } from '../../../catalogue/public/is-shelf-list.ts';
import { keyText } from '../../../catalogue/public/key-text.ts';
import { typedKeys } from '../../../catalogue/public/typed-keys.ts';
import { clauseOf, indexOf, unmasked } from './cql-clause.ts';
import type { CqlIndex } from './cql-indexes.ts';
import { readTerm } from './cql-term.ts';

/** How to scan an index: where its terms are and at which of them to begin, and the search for one. */
export type ScanPlan = {
  /** A list of the index and the keys at which the term may begin in it, the likelier last; or all values of a field. */
  source: { list: IndexedList; keys: readonly string[] } | { field: string; from: string; numbers: boolean };
  /** Returns the term of a list's entry, as a search takes it. */
  termOf(entry: { key: string; shown: string }): string;
  /** Returns the clause of a search for a term; undefined for one that is longer than a search may be. */
  search(term: string): Clause | undefined;
};

/** Words are read one by one, because a term of the index may have more of them than one of a search. */
const plainTerm = (term: string): string =>
  term
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => unmasked(readTerm(word, true)))
    .join(' ');

/** Call numbers are listed by their kind: those of the Library of Congress where nothing says which. */
const listOf = (scan: { list: IndexedList } | { shelf: true }, term: string): IndexedList =>
  'list' in scan ? scan.list : term === '' ? 'lc' : (shelfPlace(term)?.order ?? 'other');

const keysIn = (list: IndexedList, term: string): string[] =>
  list === 'title' ? typedKeys(list, term) : [term === '' ? '' : headingKey(list, term)];

const yearOf = (term: string): string => {
  if (term !== '' && !/^-?\d{1,9}$/.test(term)) throw new CqlRefusal(36, term);
  return term;
};

const sourceOf = (scan: NonNullable<CqlIndex['scan']>, term: string): ScanPlan['source'] => {
  if ('values' in scan) {
    const numbers = scan.numbers === true;
    return { field: scan.values, from: numbers ? yearOf(term) : term.toLowerCase(), numbers };
  }
  const list = listOf(scan, term);
  return { list, keys: keysIn(list, term) };
};

const searchFor = (clause: SearchClause, index: CqlIndex, term: string): Clause | undefined => {
  const relation = index.kind === 'text' && index.keys !== undefined ? '==' : '=';
  try {
    return clauseOf({ ...clause, relation, term: term.replace(/[*?^"\\]/g, (sign) => `\\${sign}`) });
  } catch (error) {
    if (error instanceof CqlRefusal) return undefined;
    throw error;
  }
};

/**
 * Returns how to scan for a clause `index = term`; an empty term is the beginning of the index. Throws `CqlRefusal` for what is no single
 * such clause, and for indexes whose terms are not listed.
 */
export const scanPlan = (scanClause: string): ScanPlan => {
  const { tree, sortBy } = parseCql(scanClause);
  if (tree.kind === 'boolean') throw new CqlRefusal(37, tree.boolean);
  if (sortBy.length > 0) throw new CqlRefusal(80, 'sortby');
  const index = indexOf(tree);
  if (index.scan === undefined) throw new CqlRefusal(16, tree.index?.name ?? 'cql.serverChoice');
  if (tree.relation !== '=' && tree.relation !== '==') throw new CqlRefusal(19, tree.relation);
  const [modifier] = tree.modifiers;
  if (modifier !== undefined) throw new CqlRefusal(20, modifier.name);
  const source = sourceOf(index.scan, plainTerm(tree.term));
  return {
    source,
    termOf: ({ key, shown }) => ('list' in source && isShelf(source.list) ? shown : keyText(key)),
    search: (term) => searchFor(tree, index, term),
  };
};
