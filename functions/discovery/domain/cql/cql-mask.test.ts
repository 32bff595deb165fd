import * as fc from 'fast-check';
import { CqlRefusal } from '../../../../layers/protocols/cql/cql.ts';
import { parseCql } from '../../../../layers/protocols/cql/parse-cql.ts';
import { engineClause } from './cql-to-engine.ts';

const clause = (text: string): unknown => engineClause(parseCql(text));
const refused = (query: string): string => {
  try {
    clause(query);
  } catch (error) {
    if (error instanceof CqlRefusal) return `${error.diagnostic.code} ${error.diagnostic.details}`.trim();
    throw error;
  }
  return 'taken';
};

const wildcard = (value: string) => ({ wildcard: { subject: { value } } });
const sought = (one: object) => ({ bool: { should: [one], minimum_should_match: 1 } });
const inSubject = (...parts: string[]) =>
  sought({
    span_near: {
      clauses: parts.map((part) =>
        /[*?]/.test(part) ? { span_multi: { match: wildcard(part) } } : { span_term: { subject: part } },
      ),
      slop: 0,
      in_order: true,
    },
  });

test.each([
  ['wha*', ['wha*']],
  ["O'Nei*", ['onei*']],
  ['Émi?e', ['emi?e']],
  // The index has no hyphens: the words are adjacent in it.
  ['avant-gard*', ['avant', 'gard*']],
  ['self-help*', ['self', 'help*']],
  ['U.S.A.-bas*', ['u', 's', 'a', 'bas*']],
  ['rock/po*-ballads', ['rock', 'po*', 'ballads']],
  ['wha*-', ['wha*']],
  ['wha\\*le*', undefined],
])('%s is searched in the form of the index', (term, parts) => {
  const asked = `dc.subject = "${term}"`;
  if (parts === undefined) return expect(clause(asked)).toEqual(inSubject('wha', 'le*'));
  const [only = '', ...more] = parts;
  return expect(clause(asked)).toEqual(more.length === 0 ? sought(wildcard(only)) : inSubject(only, ...more));
});

test.each([
  ['日本文*', ['日', '本', '文']],
  ['abc日本*', ['abc', '日', '本']],
  ['日本abc*', ['日', '本', 'abc*']],
  ['한국*', ['한', '국']],
])('%s: letters written without spaces are searched individually, with anything after them', (term, parts) => {
  expect(clause(`dc.subject = ${term}`)).toEqual(inSubject(...parts));
});

test('a single such letter is a term', () => {
  expect(clause('dc.subject = 日*')).toEqual(sought({ term: { subject: '日' } }));
});

test.each([
  ['日?文', '28 日?文'],
  ['日本*文', '28 日本*文'],
  ['日本?', '28 日本?'],
  ['abc*日', '28 abc*日'],
  ['avant-*', '29 avant-*'],
  ['avant-g*', '29 avant-g*'],
  ['x-*ray', '49 x-*ray'],
  ['-*', '29 -*'],
  ['*', '29 *'],
  ['*ing', '49 *ing'],
  ['ab*-cd*-ef*-gh*-ij*-kl*', '30 ab*-cd*-ef*-gh*-ij*-kl*'],
])('%s is refused: %s', (term, diagnostic) => {
  expect(refused(`dc.subject = "${term}"`)).toBe(diagnostic);
});

test('the number of terms that the engine must expand is small', () => {
  expect(refused(`dc.subject any "${'aa-bb* '.repeat(14)}"`)).toBe('taken');
  expect(refused(`dc.subject any "${'aa-bb* '.repeat(15)}"`)).toBe('38 Fewer words or fields, please.');
});

test('a pattern contains no character that the index lacks', () => {
  const letters = [..."ab-.'文é*?& /\u0001\u0002#+"];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }), (term) => {
      if (refused(`dc.subject any "${term}"`) !== 'taken' || !/[*?]/.test(term)) return;
      const text = JSON.stringify(clause(`dc.subject any "${term}"`));
      for (const [, value = ''] of text.matchAll(/"(?:value|span_term":{"subject|term":{"subject)":"([^"]*)"/g))
        expect(value).toMatch(/^[\p{L}\p{N}\p{M}*?]+$/u);
    }),
    { numRuns: 200 },
  );
});

test('call numbers are searched whole, or by a prefix', () => {
  expect(clause('local.callNumber = "QA76.73 .C15"')).toEqual({ term: { call_number: 'qa76.73c15' } });
  expect(clause('callNumber == 005.133')).toEqual({ term: { call_number: '005.133' } });
  expect(clause('local.callNumber = "QA 76*"')).toEqual({ prefix: { call_number: { value: 'qa76' } } });
  expect(clause('local.callNumber = "QA 76.*"')).toEqual({
    regexp: { call_number: { value: 'qa76([^0-9].*)?' } },
  });
  expect(clause('local.callNumber <> 005.133')).toEqual({
    bool: { must_not: [{ term: { call_number: '005.133' } }] },
  });
  expect(refused('local.callNumber = QA?6')).toBe('28 QA?6');
  expect(refused('local.callNumber = "QA* 76"')).toBe('28 QA* 76');
  expect(refused('local.callNumber = ^QA')).toBe('31 QA');
  expect(refused('local.callNumber any "QA76 QA77"')).toBe('22 any');
  expect(refused('local.callNumber = "..."')).toBe('36 ...');
  expect(refused('local.callNumber = *')).toBe('28 *');
});

test('publishers, contents and summaries are searched by their terms', () => {
  expect(clause('dc.publisher = "Penguin Books"')).toMatchObject({
    multi_match: { type: 'phrase', fields: ['publisher'] },
  });
  expect(clause('dc.description all "whale hunt"')).toMatchObject({ multi_match: { fields: ['contents'] } });
});
