import fc from 'fast-check';
import { type Viewer, viewerTokens } from '../catalogue/visibility.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { formats } from './formats.ts';
import { toEngineQuery } from './query.ts';
import { readQueryText } from './query-text.ts';
import { type SearchWish, scopes, sorts } from './search-wish.ts';

const aWish = (over: Partial<SearchWish> = {}): SearchWish => ({
  q: 'emma',
  scope: 'any',
  facets: { format: [], language: [], member: [] },
  availableAt: [],
  sort: 'relevance',
  limit: 20,
  ...over,
});
const anybody: Viewer = { kind: 'anonymous' };

const member = fc.constantFrom('ash', 'birch', 'cedar');
const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(anybody),
  member.map((home) => ({ kind: 'patron' as const, member: home })),
  fc.array(member).map((members) => ({ kind: 'staff' as const, members })),
);
const wishes: fc.Arbitrary<SearchWish> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 500 }),
  scope: fc.constantFrom(...scopes),
  facets: fc.record({
    format: fc.subarray(formats),
    language: fc.subarray(['eng', 'ger', 'chi']),
    member: fc.uniqueArray(member),
    yearFrom: fc.integer({ min: 1500, max: 1900 }),
    yearTo: fc.integer({ min: 1900, max: 2026 }),
  }),
  availableAt: fc.uniqueArray(member),
  sort: fc.constantFrom(...sorts),
  limit: fc.integer({ min: 1, max: 50 }),
});

test('whatever is wished, only what the viewer may see and what is not deleted can be found', () => {
  fc.assert(
    fc.property(wishes, viewers, fc.boolean(), (wish, viewer, relaxed) => {
      const { query } = toEngineQuery(wish, viewer, relaxed);
      const { filter } = (query as { bool: { filter: unknown[] } }).bool;
      expect(filter.slice(0, 2)).toEqual([
        { terms: { visible_to: viewerTokens(viewer) } },
        { term: { deleted: false } },
      ]);
    }),
  );
});

test('no query asks for so many clauses that the engine gives up', () => {
  fc.assert(
    fc.property(wishes, fc.boolean(), (wish, relaxed) => {
      expect(JSON.stringify(toEngineQuery(wish, anybody, relaxed)).length).toBeLessThan(60_000);
      expect(readQueryText(wish.q).words.split(' ').length).toBeLessThanOrEqual(20);
    }),
  );
});

type Counts = Record<string, { filter: { bool: { filter: unknown[] } } }>;

test('a facet is counted without its own choice and within the others', () => {
  const facets = { format: ['book' as const], language: ['eng', 'ger'], member: ['ash'], yearFrom: 1990 };
  const { aggs, post_filter } = toEngineQuery(aWish({ facets }), anybody, false);
  const [book, languages, ash, year] = [
    { terms: { format: ['book'] } },
    { terms: { language: ['eng', 'ger'] } },
    { terms: { held_by: ['ash'] } },
    { range: { year: { gte: 1990 } } },
  ];
  const counted = aggs as Counts;
  expect(post_filter).toEqual({ bool: { filter: [book, languages, ash, year] } });
  expect(counted.format?.filter).toEqual({ bool: { filter: [languages, ash, year] } });
  expect(counted.language?.filter).toEqual({ bool: { filter: [book, ash, year] } });
  expect(counted.member?.filter).toEqual({ bool: { filter: [book, languages, year] } });
  expect(counted.year?.filter).toEqual({ bool: { filter: [book, languages, ash] } });
});

test('staff who narrow to their own member find also what it hides from others', () => {
  const facets = { format: [], language: [], member: ['ash'] };
  const own = toEngineQuery(aWish({ facets }), { kind: 'staff', members: ['ash', 'birch'] }, false).post_filter;
  expect(JSON.stringify(own)).toContain('{"terms":{"visible_to":["member:ash","staff:ash"]}}');
});

test('a later page begins behind the last hit, in the same order, and asks for no facets again', () => {
  const query = toEngineQuery(aWish({ sort: 'newest' }), anybody, false, [1999, 'rec_1']);
  expect(query).toMatchObject({
    sort: [{ year: { order: 'desc', missing: 0 } }, { record_id: 'asc' }],
    search_after: [1999, 'rec_1'],
  });
  expect(query.aggs).toBeUndefined();
});

test('no words at all: everything, by the facets', () => {
  const { bool } = toEngineQuery(aWish({ q: '  ', sort: 'title' }), anybody, false).query as {
    bool: { must: unknown };
  };
  expect(bool.must).toEqual([]);
});

test('nothing but punctuation: nothing', () => {
  const { bool } = toEngineQuery(aWish({ q: '?!' }), anybody, false).query as { bool: { must: unknown } };
  expect(bool.must).toEqual([{ match_none: {} }]);
});

test.each([
  ['an ISBN-10 with hyphens', '0-7043-2253-6', { term: { isbn: '9780704322530' } }],
  ['an ISBN-13', '978 0 7043 2253 0', { term: { isbn: '9780704322530' } }],
  ['an ISSN', '14741768', { term: { issn: '1474-1768' } }],
  ['an OCLC number', '(OCoLC)00051769233', { terms: { ids: ['ocolc00051769233', '51769233'] } }],
  ['a barcode', 'B-0042 17', { terms: { ids: ['b004217'] } }],
])('%s is looked for as a number', (_, q, clause) => {
  expect(JSON.stringify(toEngineQuery(aWish({ q, scope: 'identifier' }), anybody, false).query)).toContain(
    JSON.stringify(clause),
  );
});

test('a short number in a search of everything is a word, not an identifier', () => {
  expect(JSON.stringify(toEngineQuery(aWish({ q: '1984' }), anybody, false))).not.toContain('"ids"');
});

test('what stands in quotation marks is a phrase, in any kind of them', () => {
  expect(readQueryText('“human behavior” skinner "" ')).toEqual({
    words: 'human behavior skinner',
    phrases: ['human behavior'],
    cjk: false,
  });
});

describe('a cursor', () => {
  const cursor = { search: 'abc', relaxed: true, after: [12.5, 'rec_1'] as const };

  test('is read as it was written, for its own search only', () => {
    expect(readCursor(writeCursor(cursor), 'abc')).toEqual(cursor);
    expect(readCursor(writeCursor(cursor), 'other')).toBeUndefined();
  });

  test('made by hand is nothing: no text makes it throw or say more than where to go on', () => {
    const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const text of ['', 'x', forged(null), forged({ s: 'abc', r: true, a: [1] }), forged({ ...cursor, query: {} })])
      expect(readCursor(text, 'abc')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => readCursor(text, 'abc') === undefined));
  });
});
