import { isbn13Of, issnOf } from '../../../../layers/kernel/citation/standard-numbers.ts';
import { CqlRefusal, type SearchClause } from '../../../../layers/protocols/cql/cql.ts';
import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { identifierKey } from '../../../catalogue/public/identifier-key.ts';
import { inIndexedWords } from '../../../catalogue/public/in-indexed-words.ts';
import { keyOf } from '../../../catalogue/public/title-key-of.ts';
import { identifierClause } from '../query/identifiers.ts';
import { inCallNumbers } from './cql-call-numbers.ts';
import { type CqlIndex, indexNamed, serverChoice } from './cql-indexes.ts';
import { maskedIn } from './cql-mask.ts';
import { readTerm, type TermWord } from './cql-term.ts';

/** The requests in a relation's modifiers. */
type Ways = { stem: boolean; fuzzy: boolean; masked: boolean; string: boolean };

/** Modifiers that request the default behaviour. */
const granted = ['relevant', 'word', 'masked', 'ignorecase', 'ignoreaccents', 'isodate', 'number', 'honorwhitespace'];

const waysOf = ({ modifiers }: SearchClause): Ways => {
  const names = modifiers.map(({ name, comparison }) => {
    const known = ['stem', 'fuzzy', 'unmasked', 'string', ...granted].includes(name) && comparison === undefined;
    if (!known) throw new CqlRefusal(20, name);
    return name;
  });
  const says = (name: string): boolean => names.includes(name);
  return { stem: says('stem'), fuzzy: says('fuzzy'), masked: !says('unmasked'), string: says('string') };
};

type TextIndex = Extract<CqlIndex, { kind: 'text' }>;

// "Jane Austen" is "Austen, Jane" by three moves.
const NAME_SLOP = 3;

/** Returns how the engine analyses the words: as they are, or by their stems. */
const analysed = ({ stem }: Ways): { analyzer?: string } => (stem ? { analyzer: 'stems_query' } : {});

const textClause = (index: TextIndex, query: string, ways: Ways, operator: 'and' | 'or'): Clause => {
  const words = { query, operator, fields: [...index.fields], ...analysed(ways) };
  if (ways.fuzzy) {
    const fuzzy = { fuzziness: 'AUTO', prefix_length: 1, max_expansions: 10 };
    return { multi_match: { ...words, type: 'best_fields', ...fuzzy } };
  }
  // The words of two persons must not match as a third; words of a title and of a variant may combine.
  const type = index.isName && operator === 'and' ? 'best_fields' : 'cross_fields';
  return { multi_match: { ...words, type } };
};

const phraseClause = (index: TextIndex, query: string, ways: Ways): Clause => ({
  multi_match: {
    ...{ query, type: 'phrase', fields: [...index.fields], ...analysed(ways) },
    ...(index.isName && { slop: NAME_SLOP }),
  },
});

const keysOf = ({ keys }: TextIndex, otherwise: 22 | 31, shown: string): readonly string[] => {
  if (keys === undefined) throw new CqlRefusal(otherwise, shown);
  return keys;
};

/** Matches the whole value, or (without `toEnd`) its beginning: keys contain words separated by one blank. */
const anchored = (index: TextIndex, text: string, toEnd: boolean): Clause => {
  const key = keyOf(text);
  if (key === '') throw new CqlRefusal(27);
  const equal = keysOf(index, 31, '^').map((field) => ({ term: { [field]: key } }));
  if (toEnd) return anyOf(equal);
  return anyOf([...equal, ...keysOf(index, 31, '^').map((field) => ({ prefix: { [field]: `${key} ` } }))]);
};

const literal = (words: readonly TermWord[]): string => words.map((word) => word.literal).join(' ');

/** Returns a text in the words of the index. */
const spoken = (text: string): string => {
  // The analyser would drop it, and the engine would then match nothing or everything.
  if (!/[\p{L}\p{N}]/u.test(text)) throw new CqlRefusal(27, text);
  return inIndexedWords(text);
};

const wordClause = (index: TextIndex, word: TermWord, ways: Ways): Clause => {
  if (word.atStart || word.atEnd) {
    if (word.masked) throw new CqlRefusal(34, word.literal);
    if (!word.atStart) throw new CqlRefusal(32, word.literal);
    return anchored(index, word.literal, word.atEnd);
  }
  if (word.masked) return maskedIn(index.fields, word.masked, word.literal);
  return textClause(index, spoken(word.literal), ways, 'and');
};

const isPlain = ({ masked, atStart, atEnd }: TermWord): boolean => masked === undefined && !atStart && !atEnd;

const adjacent = (index: TextIndex, words: readonly TermWord[], ways: Ways): Clause => {
  const [first, ...rest] = words;
  if (first === undefined) throw new CqlRefusal(27);
  if (rest.length === 0) return wordClause(index, first, ways);
  if (words.some(({ masked }) => masked)) throw new CqlRefusal(33, literal(words));
  if (words.slice(1).some(({ atStart }) => atStart) || words.slice(0, -1).some(({ atEnd }) => atEnd))
    throw new CqlRefusal(32, literal(words));
  const toEnd = words.at(-1)?.atEnd === true;
  if (first.atStart) return anchored(index, literal(words), toEnd);
  if (toEnd) throw new CqlRefusal(32, literal(words));
  return ways.fuzzy
    ? textClause(index, spoken(literal(words)), ways, 'and')
    : phraseClause(index, spoken(literal(words)), ways);
};

const inText = (index: TextIndex, relation: string, words: readonly TermWord[], ways: Ways): Clause => {
  if (relation === '==' || ways.string) {
    if (!words.every(isPlain)) throw new CqlRefusal(24, relation);
    const key = keyOf(literal(words));
    return anyOf(keysOf(index, 22, relation).map((field) => ({ term: { [field]: key } })));
  }
  if (relation === '<>') return { bool: { must_not: [inText(index, '==', words, ways)] } };
  if (relation === '=' && index !== serverChoice) return adjacent(index, words, ways);
  if (relation === 'adj') return adjacent(index, words, ways);
  if (relation !== 'all' && relation !== 'any' && relation !== '=') throw new CqlRefusal(22, relation);
  if (words.every(isPlain)) return textClause(index, spoken(literal(words)), ways, relation === 'any' ? 'or' : 'and');
  const each = words.map((word) => wordClause(index, word, ways));
  return relation === 'any' ? anyOf(each) : allOf(each);
};

/** Returns the words of a term for an index of whole values, in which masks and anchors have no meaning. */
export const unmasked = (words: readonly TermWord[]): string[] =>
  words.map(({ literal: value, masked, atStart, atEnd }) => {
    if (masked) throw new CqlRefusal(28, value);
    if (atStart || atEnd) throw new CqlRefusal(31, value);
    return value;
  });

const bounds: Readonly<Record<string, string>> = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };

const yearOf = (text: string): number => {
  // A date is searched by its year.
  const [, year] = /^(-?\d{1,4})(?:-\d\d?(?:-\d\d?)?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) throw new CqlRefusal(36, text);
  return Number(year);
};

const inNumbers = (field: string, relation: string, term: string): Clause => {
  const bound = bounds[relation];
  if (bound !== undefined) return { range: { [field]: { [bound]: yearOf(term) } } };
  if (relation === '=' || relation === '==') return { term: { [field]: yearOf(term) } };
  if (relation === '<>')
    return { bool: { filter: [{ exists: { field } }], must_not: [{ term: { [field]: yearOf(term) } }] } };
  const several = term.trim().split(/\s+/);
  if (relation === 'any') return { terms: { [field]: several.map(yearOf) } };
  if (relation !== 'within') throw new CqlRefusal(22, relation);
  if (several.length !== 2) throw new CqlRefusal(36, term);
  const [gte = 0, lte = 0] = several.map(yearOf);
  return { range: { [field]: { gte, lte } } };
};

const inCodes = (field: string, relation: string, words: readonly TermWord[]): Clause => {
  const values = unmasked(words).map((value) => value.toLowerCase());
  if (relation === 'any') return { terms: { [field]: values } };
  const equal: Clause = { term: { [field]: values.join(' ') } };
  if (relation === '=' || relation === '==' || relation === 'adj' || (relation === 'all' && values.length === 1))
    return equal;
  if (relation === '<>') return { bool: { must_not: [equal] } };
  throw new CqlRefusal(22, relation);
};

const numbered = (of: 'any' | 'isbn' | 'issn', text: string): Clause => {
  if (of === 'any') {
    if (identifierKey(text) === '') throw new CqlRefusal(36, text);
    return identifierClause(text);
  }
  const number = of === 'isbn' ? isbn13Of(text) : issnOf(text);
  // Not a valid number of that kind: nothing matches.
  return number === undefined ? { match_none: {} } : { term: { [of]: number } };
};

const inIdentifiers = (of: 'any' | 'isbn' | 'issn', relation: string, words: readonly TermWord[]): Clause => {
  const values = unmasked(words);
  if (relation === 'any') return anyOf(values.map((value) => numbered(of, value)));
  if (relation === '=' || relation === '==' || relation === 'adj' || relation === 'all')
    return numbered(of, values.join(' '));
  if (relation === '<>') return { bool: { must_not: [numbered(of, values.join(' '))] } };
  throw new CqlRefusal(22, relation);
};

const relations = ['=', '==', '<>', '<', '<=', '>', '>=', 'any', 'all', 'adj', 'within'];

/** Returns the index of a clause; by default, all fields. */
export const indexOf = ({ index }: SearchClause): CqlIndex => (index === undefined ? serverChoice : indexNamed(index));

/** Converts a clause of CQL to one of the engine. Throws `CqlRefusal` for whatever the union index cannot answer correctly. */
export const clauseOf = (clause: SearchClause): Clause => {
  const { relation, term } = clause;
  const index = indexOf(clause);
  if (!relations.includes(relation)) throw new CqlRefusal(19, relation);
  const ways = waysOf(clause);
  if (index.kind === 'everything') return { match_all: {} };
  const words = readTerm(term, ways.masked);
  if (index.kind === 'number') return inNumbers(index.field, relation, unmasked(words).join(' '));
  if (index.kind === 'code') return inCodes(index.field, relation, words);
  if (index.kind === 'identifier') return inIdentifiers(index.of, relation, words);
  if (index.kind === 'callNumber') return inCallNumbers(relation, words);
  return inText(index, relation, words, ways);
};
