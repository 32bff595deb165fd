import * as fc from 'fast-check';
import { engineClause } from '../../../functions/discovery/domain/cql/cql-to-engine.ts';
import { CqlRefusal, type CqlTree, type Modifier } from './cql.ts';
import { DEEPEST, MOST_BOOLEANS, parseCql } from './parse-cql.ts';

const modified = (modifiers: readonly Modifier[]): string =>
  modifiers.map(({ name, comparison = '', value = '' }) => `/${name}${comparison}${value}`).join('');

/** Returns a tree as text, every clause with its index and relation. */
const shown = (tree: CqlTree): string => {
  if (tree.kind === 'boolean')
    return `(${shown(tree.left)} ${tree.boolean}${modified(tree.modifiers)} ${shown(tree.right)})`;
  const { index, relation, modifiers, term } = tree;
  const name = index && [index.set && `{${index.set}}`, index.prefix, index.name].filter(Boolean).join('.');
  return [name, `${relation}${modified(modifiers)}`, `"${term}"`].filter(Boolean).join(' ');
};

const read = (text: string): string => {
  try {
    const { tree, sortBy } = parseCql(text);
    const keys = sortBy.map(
      ({ index, modifiers }) => `${[index.prefix, index.name].filter(Boolean).join('.')}${modified(modifiers)}`,
    );
    return [shown(tree), ...keys].join(' | ');
  } catch (error) {
    if (error instanceof CqlRefusal) return String(error.diagnostic.code);
    throw error;
  }
};

test.each([
  ['cat', '= "cat"'],
  ['"the complete dinosaur"', '= "the complete dinosaur"'],
  ['title = cat', 'title = "cat"'],
  ['dc.title any fish', 'dc.title any "fish"'],
  ['dc.title exact "fish food"', 'dc.title == "fish food"'],
  ['DC.Title CQL.ALL/Stem fish', 'dc.title all/stem "fish"'],
  ['title=cat and date>=1990', '(title = "cat" and date >= "1990")'],
  ['date>1990', 'date > "1990"'],
  ['a or b and c not d', '(((= "a" or = "b") and = "c") not = "d")'],
  ['a or (b and c)', '(= "a" or (= "b" and = "c"))'],
  ['((a))', '= "a"'],
  ['a prox/unit=word/distance>=3 b', '(= "a" prox/unit=word/distance>=3 = "b")'],
  ['title any/relevant/cql.fuzzy "a b"', 'title any/relevant/fuzzy "a b"'],
  ['cat sortby dc.title/sort.descending dc.date', '= "cat" | dc.title/sort.descending | dc.date'],
  ['> dc = "info:x" dc.title = a', '{info:x}.dc.title = "a"'],
  ['> "info:y" title = a', '{info:y}.title = "a"'],
  ['(> d = "info:x" d.title = a) and d.title = b', '({info:x}.d.title = "a" and d.title = "b")'],
  ['title = "say \\"hello\\""', 'title = "say \\"hello\\""'],
  ['"and" and "or"', '(= "and" and = "or")'],
  ['title = and', 'title = "and"'],
  ['title <> cat', 'title <> "cat"'],
  ['title == cat', 'title == "cat"'],
  ['ti^tle*x?', '= "ti^tle*x?"'],
  ['foo bar baz', 'foo bar "baz"'],
  ['"a/b" and c', '(= "a/b" and = "c")'],
])('reads %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ['', '10'],
  ['foo bar', '10'],
  ['foo bar =', '10'],
  ['title =', '10'],
  ['cat and', '10'],
  ['and', '= "and"'],
  ['a/b', '10'],
  ['= cat', '10'],
  ['title = = cat', '10'],
  ['cat sortby', '10'],
  ['a prox/ b', '10'],
  ['> dc title = a', '{dc}.title = "a"'],
  ['(a', '13'],
  ['a)', '13'],
  ['()', '13'],
  ['title = "a', '14'],
  ['> a = "x" > a = "y" cat', '45'],
  ['cat\\', '26'],
])('%s: %s', (text, code) => {
  expect(read(text)).toBe(code);
});

describe('an unreasonably large query', () => {
  const clauses = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}`).join(' or ');

  test('ends with a diagnostic: too many booleans, too long, too deep', () => {
    expect(read(clauses(MOST_BOOLEANS + 2))).toBe('38');
    expect(read(clauses(10_000))).toBe('12');
    expect(read(`${'('.repeat(DEEPEST + 1)}a${')'.repeat(DEEPEST + 1)}`)).toBe('13');
    expect(read(`${'('.repeat(DEEPEST)}a${')'.repeat(DEEPEST)}`)).toBe('= "a"');
    expect(read('(('.repeat(3000))).toBe('13');
    expect(read('> a = b '.repeat(900))).toBe('45');
    expect(read(`a sortby ${'b '.repeat(3000)}`)).toBe('84');
    expect(read(`title =${'/stem'.repeat(1500)} a`)).toBe('10');
    expect(read(`"${'a'.repeat(1_000_000)}"`)).toBe('12');
  });

  test('any text is read or refused, with a diagnostic and at once', () => {
    const pieces = [
      'and',
      'or',
      'not',
      'prox',
      '(',
      ')',
      '"',
      '\\',
      '=',
      '<',
      '>',
      '/',
      '^',
      '*',
      '?',
      ' ',
      'dc.title',
      'a',
      'sortby',
      'é',
      '汉',
      '\u0000',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 400 }), (some) => {
        for (const text of [some.join(''), some.join(' ')]) {
          try {
            engineClause(parseCql(text));
          } catch (error) {
            if (!(error instanceof CqlRefusal)) throw error;
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
