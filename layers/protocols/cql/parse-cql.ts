import {
  type CqlBoolean,
  type CqlQuery,
  CqlRefusal,
  type CqlTree,
  type Modifier,
  type QualifiedName,
  type SearchClause,
  type SortKey,
} from './cql.ts';
import { type CqlToken, cqlTokens } from './cql-tokens.ts';

/** The maximum number of booleans; each costs the engine clauses. */
export const MOST_BOOLEANS = 60;
/** The maximum nesting depth of parentheses. */
export const DEEPEST = 30;
const MOST_MODIFIERS = 10;
const MOST_PREFIXES = 20;

const booleans: readonly string[] = ['and', 'or', 'not', 'prox'];

/** The context sets of prefixes; under '' the default one, when the query names it. */
type Scope = ReadonlyMap<string, string>;

const isTerm = ({ kind }: CqlToken): boolean => kind === 'word' || kind === 'quoted';
const isWord = (token: CqlToken, ...words: readonly string[]): boolean =>
  token.kind === 'word' && words.includes(token.text.toLowerCase());
const plainOf = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Parses one query; each method consumes the next tokens. Left to right: CQL's booleans have one precedence. */
class Reader {
  readonly #tokens: readonly CqlToken[];
  #at = 0;
  #booleans = 0;
  #prefixes = 0;

  constructor(tokens: readonly CqlToken[]) {
    this.#tokens = tokens;
  }

  query(): CqlQuery {
    const scope = this.#scope(new Map());
    const tree = this.#clauses(scope, 0);
    const sortBy = isWord(this.#next(), 'sortby') ? this.#sortKeys(scope) : [];
    if (this.#next().kind === ')') throw new CqlRefusal(13, this.#rest());
    if (this.#next().kind !== 'end') throw new CqlRefusal(10, this.#rest());
    return { tree, sortBy };
  }

  #next(): CqlToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: 0 };
  }

  #rest(): string {
    return this.#tokens
      .slice(this.#at, this.#at + 5)
      .map(({ text }) => text)
      .join(' ');
  }

  #take(): CqlToken {
    const token = this.#next();
    this.#at += 1;
    return token;
  }

  #term(): string {
    if (!isTerm(this.#next())) throw new CqlRefusal(10, this.#rest() || 'A term is missing at the end.');
    return this.#take().text;
  }

  /** Parses `> dc = "info:..."`, which names a set, or `> "info:..."`, the default one, for the rest of these parentheses. */
  #scope(outer: Scope): Scope {
    const scope = new Map(outer);
    const here = new Set<string>();
    while (this.#next().text === '>' && this.#next().kind === 'comparison') {
      this.#take();
      this.#prefixes += 1;
      if (this.#prefixes > MOST_PREFIXES) throw new CqlRefusal(10, 'Too many prefixes.');
      const first = plainOf(this.#term());
      const named = this.#next().text === '=' && this.#next().kind === 'comparison';
      if (named) this.#take();
      const [prefix, set] = named ? [first.toLowerCase(), plainOf(this.#term())] : ['', first];
      if (here.has(prefix)) throw new CqlRefusal(45, prefix);
      here.add(prefix);
      scope.set(prefix, set);
    }
    return scope;
  }

  #clauses(scope: Scope, depth: number): CqlTree {
    let left = this.#clause(scope, depth);
    while (isWord(this.#next(), ...booleans)) {
      this.#booleans += 1;
      if (this.#booleans > MOST_BOOLEANS) throw new CqlRefusal(38, String(MOST_BOOLEANS));
      const boolean = this.#take().text.toLowerCase() as CqlBoolean;
      const modifiers = this.#modifiers();
      left = { kind: 'boolean', boolean, modifiers, left, right: this.#clause(scope, depth) };
    }
    return left;
  }

  #clause(scope: Scope, depth: number): CqlTree {
    if (this.#next().kind === ')') throw new CqlRefusal(13, this.#rest());
    if (this.#next().kind !== '(') return this.#searchClause(scope);
    if (depth >= DEEPEST) throw new CqlRefusal(13, `Deeper than ${DEEPEST}.`);
    this.#take();
    const inner = this.#clauses(this.#scope(scope), depth + 1);
    if (this.#next().kind !== ')') throw new CqlRefusal(this.#next().kind === 'end' ? 13 : 10, this.#rest());
    this.#take();
    return inner;
  }

  #searchClause(scope: Scope): SearchClause {
    const first = this.#term();
    const relation = this.#relation();
    if (relation === undefined) return { kind: 'clause', relation: '=', modifiers: [], term: first };
    const modifiers = this.#modifiers();
    return { kind: 'clause', index: nameIn(scope, first), relation, modifiers, term: this.#term() };
  }

  /** Parses the relation that makes the term before it an index; undefined when the clause was that term alone. */
  #relation(): string | undefined {
    const token = this.#next();
    if (token.kind === 'comparison') return this.#take().text;
    if (!isTerm(token) || isWord(token, ...booleans, 'sortby')) return undefined;
    const name = plainOf(this.#take().text)
      .toLowerCase()
      .replace(/^cql\./, '');
    return name === 'exact' ? '==' : name === 'scr' ? '=' : name;
  }

  #modifiers(): Modifier[] {
    const modifiers: Modifier[] = [];
    while (this.#next().kind === '/') {
      this.#take();
      const name = plainOf(this.#term())
        .toLowerCase()
        .replace(/^cql\./, '');
      const next = this.#next();
      const comparison = next.kind === 'comparison' ? next.text : undefined;
      if (comparison !== undefined) this.#take();
      modifiers.push(comparison === undefined ? { name } : { name, comparison, value: plainOf(this.#term()) });
      if (modifiers.length > MOST_MODIFIERS) throw new CqlRefusal(10, 'Too many modifiers.');
    }
    return modifiers;
  }

  #sortKeys(scope: Scope): SortKey[] {
    this.#take();
    const keys: SortKey[] = [];
    do {
      keys.push({ index: nameIn(scope, this.#term()), modifiers: this.#modifiers() });
      if (keys.length > MOST_MODIFIERS) throw new CqlRefusal(84, String(keys.length));
    } while (isTerm(this.#next()));
    return keys;
  }
}

const nameIn = (scope: Scope, written: string): QualifiedName => {
  const [, prefix, name = ''] = /^(?:([^.]+)\.)?(.*)$/s.exec(plainOf(written)) ?? [];
  const set = scope.get(prefix?.toLowerCase() ?? '');
  return {
    ...(prefix === undefined ? {} : { prefix: prefix.toLowerCase() }),
    ...(set === undefined ? {} : { set }),
    name: name.toLowerCase(),
  };
};

/**
 * Parses a CQL query (the whole grammar of 1.1 and 1.2). Throws `CqlRefusal` with the diagnostic for text that is no CQL or exceeds a
 * limit. Time and memory are linear in the text.
 */
export const parseCql = (text: string): CqlQuery => new Reader(cqlTokens(text)).query();
