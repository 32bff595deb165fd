import type { Diagnostic } from './diagnostics.ts';

/** Relations of CQL: the symbols, and the named ones of the cql context set. `exact` of CQL 1.1 is `==`. */
export const comparisons = ['=', '==', '<>', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A name that may bear a prefix, with the context set that the prefix stands for where it is written; none: the default one. */
export type QualifiedName = { prefix?: string; set?: string; name: string };

/** A modifier of a relation, a boolean or a sort key: `/stem`, `/distance<=3`. */
export type Modifier = { name: string; comparison?: Comparison; value?: string };

/** A clause: words, with the index and the relation when they are said. The term is as written, its backslashes kept. */
export type SearchClause = {
  kind: 'clause';
  index?: QualifiedName;
  /** A comparison, or a relation's name in lower case without the prefix of the cql set. */
  relation: string;
  modifiers: Modifier[];
  term: string;
};

export type CqlBoolean = 'and' | 'or' | 'not' | 'prox';

/** A query as a tree: clauses, and two of them (or trees) joined. */
export type CqlTree =
  | SearchClause
  | { kind: 'boolean'; boolean: CqlBoolean; modifiers: Modifier[]; left: CqlTree; right: CqlTree };

/** A key of `sortby`. */
export type SortKey = { index: QualifiedName; modifiers: Modifier[] };

/** A query as it was written (CQL 1.1 and 1.2). */
export type CqlQuery = { tree: CqlTree; sortBy: SortKey[] };

/** Why a query is not read or not answered: thrown inside the reader and the translation, caught at the door. */
export class CqlRefusal extends Error {
  readonly diagnostic: Diagnostic;
  constructor(code: Diagnostic['code'], details = '') {
    super(`${code} ${details}`);
    this.diagnostic = { code, details: details.slice(0, 200) };
  }
}
