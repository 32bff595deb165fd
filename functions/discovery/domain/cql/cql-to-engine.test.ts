import { CqlRefusal } from '../../../../layers/protocols/cql/cql.ts';
import { parseCql } from '../../../../layers/protocols/cql/parse-cql.ts';
import { engineClause, ordersOf } from './cql-to-engine.ts';

const clause = (text: string): unknown => engineClause(parseCql(text));
const text = (query: string): string => JSON.stringify(clause(query));

const refused = (query: string): string => {
  try {
    const parsed = parseCql(query);
    engineClause(parsed);
    ordersOf(parsed.sortBy);
  } catch (error) {
    if (error instanceof CqlRefusal) return `${error.diagnostic.code} ${error.diagnostic.details}`.trim();
    throw error;
  }
  return 'taken';
};

test('terms search the fields of their index, in the way of their relation', () => {
  const fields = ['title', 'title_alt'];
  expect(clause('dc.title all "Blue Whale"')).toEqual({
    multi_match: { query: 'blue whale', type: 'cross_fields', operator: 'and', fields },
  });
  expect(clause('dc.title any "blue whale"')).toMatchObject({ multi_match: { operator: 'or' } });
  expect(clause('dc.title adj "blue whale"')).toEqual({ multi_match: { query: 'blue whale', type: 'phrase', fields } });
  expect(clause('dc.title = "blue whale"')).toEqual(clause('bath.title adj "blue whale"'));
  expect(clause('dc.creator = "jane austen"')).toMatchObject({ multi_match: { type: 'phrase', slop: 3 } });
  expect(clause('dc.title =/stem whales')).toMatchObject({ multi_match: { analyzer: 'stems_query', fields } });
  expect(clause('dc.title all/fuzzy whael')).toMatchObject({ multi_match: { fuzziness: 'AUTO' } });
});

test('terms are split as in the index: an apostrophe separates none, other signs do', () => {
  expect(text('dc.creator all "O’Neill"')).toContain('"query":"oneill"');
  expect(text('dc.title = "l\'opéra"')).toContain('"query":"lopera"');
  expect(text('dc.title all "U.S. avant-garde"')).toContain('"query":"u s. avant garde"');
  expect(text("dc.creator = O'Nei*")).toContain('"value":"onei*"');
  expect(text('dc.subject = "O\'Neill" prox dc.subject = plays')).toContain('"query":"oneill"');
});

test('terms without an index are searched in all fields, in any order', () => {
  expect(clause('"whale austen"')).toEqual(clause('cql.serverChoice all "whale austen"'));
  expect(clause('"whale austen"')).toMatchObject({ multi_match: { type: 'cross_fields', operator: 'and' } });
});

test('equality applies to the whole value, anchors to its beginning', () => {
  expect(text('dc.title == "The Plague"')).toContain('{"term":{"title_key":"the plague"}}');
  expect(text('dc.title = "^the pla"')).toContain('{"prefix":{"title_key":"the pla "}}');
  expect(text('dc.creator = "^austen, jane"')).toContain('{"prefix":{"author_key":"austen jane "}}');
  expect(clause('dc.title = "^plague^"')).toEqual(clause('dc.title == plague'));
});

test('masks become the engine’s, escaped characters are literal', () => {
  expect(text('dc.subject = wha*')).toBe(
    '{"bool":{"should":[{"wildcard":{"subject":{"value":"wha*"}}}],"minimum_should_match":1}}',
  );
  expect(text('dc.title = wom?n')).toContain('"value":"wom?n"');
  expect(text('dc.title any "wha* emma"')).toContain('"value":"wha*"');
  expect(text('dc.title = "why\\?"')).toContain('"query":"why?"');
  expect(text('dc.title =/unmasked "wha*"')).toContain('"query":"wha*"');
});

test('numbers, codes and identifiers have clauses of their own', () => {
  expect(clause('dc.date >= 1990')).toEqual({ range: { year: { gte: 1990 } } });
  expect(clause('dc.date within "1990 2000"')).toEqual({ range: { year: { gte: 1990, lte: 2000 } } });
  expect(clause('dc.date = 2001-05-03')).toEqual({ term: { year: 2001 } });
  expect(clause('dc.language any "eng fre"')).toEqual({ terms: { language: ['eng', 'fre'] } });
  expect(clause('bath.isbn = 0-14-143958-0')).toEqual({ term: { isbn: '9780141439587' } });
  expect(clause('bath.issn = 00264423')).toEqual({ term: { issn: '0026-4423' } });
  expect(text('dc.identifier = "ocm00012345"')).toContain('"ids"');
  expect(clause('rec.id = rec_1')).toEqual({ term: { record_id: 'rec_1' } });
  expect(clause('bath.possessingInstitution = riverton')).toEqual({ term: { held_by: 'riverton' } });
  expect(clause('cql.allRecords = 1')).toEqual({ match_all: {} });
});

test('booleans combine clauses, `prox` measures terms in one field', () => {
  expect(clause('dc.date = 1990 not dc.language = eng')).toEqual({
    bool: { must: [{ term: { year: 1990 } }], must_not: [{ term: { language: 'eng' } }] },
  });
  expect(clause('dc.subject = whale prox/distance<=3/ordered dc.subject = hunt')).toMatchObject({
    bool: { should: [{ intervals: { subject: { all_of: { max_gaps: 2, ordered: true } } } }] },
  });
});

test('context sets are also recognised by their URIs', () => {
  expect(clause('> d = "info:srw/cql-context-set/1/dc-v1.1" d.date = 1990')).toEqual(clause('dc.date = 1990'));
  expect(clause('> "http://zing.z3950.org/cql/bath/2.0/" isbn = 0141439580')).toEqual(clause('bath.isbn = 0141439580'));
});

test.each([
  ['foo.title = a', '15 foo'],
  ['> dc = "info:other" dc.title = a', '15 info:other'],
  ['dc.smell = a', '16 dc.smell'],
  ['foo bar baz', '16 foo'],
  ['dc.title encloses a', '19 encloses'],
  ['dc.title =/respectcase a', '20 respectcase'],
  ['dc.title > a', '22 >'],
  ['dc.rights = penguin', '16 dc.rights'],
  ['dc.publisher == penguin', '22 =='],
  ['cql.anywhere == penguin', '22 =='],
  ['dc.language > eng', '22 >'],
  ['dc.date adj 1990', '22 adj'],
  ['dc.title == wha*', '24 =='],
  ['dc.title =/string "^whale"', '24 ='],
  ['dc.language = en*', '28 en*'],
  ['bath.isbn = 014*', '28 014*'],
  ['dc.date >= 199?', '28 199?'],
  ['rec.id = ^rec_1', '31 rec_1'],
  ['"a\\b"', '26 \\b'],
  ['""', '27'],
  ['dc.title = "..."', '27 ...'],
  ['dc.title = ^', '27 ^'],
  ['dc.title = *', '29 *'],
  ['dc.title = a*', '29 a*'],
  ['dc.title = ab*c*d*e*f*g*', '30 ab*c*d*e*f*g*'],
  ['cql.anywhere = ^whale', '31 ^'],
  ['dc.title = "whale^"', '32 whale'],
  ['dc.title = "old^man"', '32 old^man'],
  ['dc.title = "blue wha*"', '33 blue wha*'],
  ['dc.title = "^wha*"', '34 wha*'],
  ['dc.date = soon', '36 soon'],
  ['dc.date within 1990', '36 1990'],
  ['a prox (b or c)', '39 Between clauses only.'],
  ['dc.title = a prox dc.subject = b', '39 On one index only.'],
  ['a prox/distance>3 b', '40 >'],
  ['a prox/distance<=0 b', '41 0'],
  ['a prox/unit=sentence b', '42 sentence'],
  ['a and/rel.combine=sum b', '46 rel.combine'],
  ['dc.title = *ing', '49 *ing'],
  ['cql.resultSetId = 7', '50 cql.resultSetId'],
  ['a sortby dc.subject', '80 subject'],
  ['a sortby dc.title dc.title', '85'],
  ['a sortby dc.title dc.date dc.creator rec.id', '84 3'],
  ['a sortby dc.title/sort.respectCase', '91 sort.respectcase'],
  ['a sortby dc.title/sort.missingOmit', '92 sort.missingomit'],
  [`dc.title = "${'word '.repeat(31)}"`, '23 More than 30 words.'],
  [`dc.title = ${'a'.repeat(501)}`, '23 500'],
  [Array.from({ length: 50 }, () => 'dc.title any "a b c d e"').join(' or '), '38 Fewer words or fields, please.'],
])('%s is refused: %s', (query, diagnostic) => {
  expect(refused(query)).toBe(diagnostic);
});

test('sortby names fields of the index', () => {
  expect(ordersOf(parseCql('a sortby dc.date/sort.descending dc.title').sortBy)).toEqual([
    { field: 'year', descending: true },
    { field: 'title_sort', descending: false },
  ]);
});
