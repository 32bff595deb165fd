import type { Diagnostic } from './diagnostics.ts';

/** Relations of CQL: the symbols, and the named ones of the cql context set. `exact` of CQL 1.1 is `==`. */
export const comparisons = ['=', '==', '<>', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A name with an optional prefix and the context set that the prefix stands for; without a prefix, the default set. */
export type QualifiedName = { prefix?: string; set?: string; name: string };

/** A modifier of a relation, a boolean or a sort key: `/stem`, `/distance<=3`. */
export type Modifier = { name: string; comparison?: Comparison; value?: string };

/** A clause: a term, with the index and the relation if present. The term is as written, its backslashes unchanged. */
export type SearchClause = {
  kind: 'clause';
  index?: QualifiedName;
  /** A comparison, or a relation's name in lower case without the prefix of the cql set. */
  relation: string;
  modifiers: Modifier[];
  term: string;
};

export type CqlBoolean = 'and' | 'or' | 'not' | 'prox';

/** A query as a tree: a clause, or two subtrees joined by a boolean. */
export type CqlTree =
  | SearchClause
  | { kind: 'boolean'; boolean: CqlBoolean; modifiers: Modifier[]; left: CqlTree; right: CqlTree };

/** A key of `sortby`. */
export type SortKey = { index: QualifiedName; modifiers: Modifier[] };

/** A parsed query (CQL 1.1 and 1.2). */
export type CqlQuery = { tree: CqlTree; sortBy: SortKey[] };

/** The reason why a query is invalid or cannot be answered: thrown by the parser and the translation, caught by the SRU handler. */
export class CqlRefusal extends Error {
  readonly diagnostic: Diagnostic;
  constructor(code: Diagnostic['code'], details = '') {
    super(`${code} ${details}`);
    this.diagnostic = { code, details: details.slice(0, 200) };
  }
}
