import fc from 'fast-check';
import { formats } from '../../../../layers/protocols/marc/formats.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { behind } from './cursor.ts';
import { toEngineQuery } from './query.ts';
import { plainSearch, type SearchParameters, scopes, sorts } from './search-parameters.ts';
import { readQueryText } from './text.ts';

const aSearch = ({ q = 'emma', ...over }: Partial<SearchParameters> = {}): SearchParameters => plainSearch(q, over);
const anybody: Viewer = { kind: 'anonymous' };

const member = fc.constantFrom('ash', 'birch', 'cedar');
const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(anybody),
  member.map((home) => ({ kind: 'patron' as const, member: home })),
  fc.array(member).map((members) => ({ kind: 'staff' as const, members })),
);
const searches: fc.Arbitrary<SearchParameters> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 500 }),
  scope: fc.constantFrom(...scopes),
  facets: fc.record({
    format: fc.subarray(formats),
    language: fc.subarray(['eng', 'ger', 'chi']),
    member: fc.uniqueArray(member),
    yearFrom: fc.integer({ min: 1500, max: 1900 }),
    yearTo: fc.integer({ min: 1900, max: 2026 }),
  }),
  shelf: fc.boolean(),
  within: fc.uniqueArray(member),
  audience: fc.constant('children' as const),
  asWorks: fc.boolean(),
  sort: fc.constantFrom(...sorts),
  limit: fc.integer({ min: 1, max: 50 }),
});

test('any search returns only what the viewer may see: a tombstone is visible to no one', () => {
  fc.assert(
    fc.property(searches, viewers, fc.boolean(), (parameters, viewer, relaxed) => {
      const { query } = toEngineQuery(parameters, viewer, relaxed);
      const { filter } = (query as { bool: { filter: unknown[] } }).bool;
      expect(filter[0]).toEqual({ terms: { visible_to: viewerTokens(viewer) } });
    }),
  );
});

test('no query has so many clauses that the engine refuses it', () => {
  fc.assert(
    fc.property(searches, fc.boolean(), (parameters, relaxed) => {
      expect(JSON.stringify(toEngineQuery(parameters, anybody, relaxed)).length).toBeLessThan(60_000);
      expect(readQueryText(parameters.q).words.length).toBeLessThanOrEqual(20);
    }),
  );
});

type Counts = Record<string, { filter: { bool: { filter: unknown[] } } }>;

test('a facet is counted without its own choice and within the others', () => {
  const facets = { format: ['book' as const], language: ['eng', 'ger'], member: ['ash'], yearFrom: 1990 };
  const { aggs, post_filter } = toEngineQuery(aSearch({ facets }), anybody, false);
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

test('a search within a member, or its shelves, also finds records that it hides from others', () => {
  const facets = { format: [], language: [], member: ['ash'] };
  const askedBy = (viewer: Viewer): string =>
    JSON.stringify(toEngineQuery(aSearch({ facets, shelf: true }), viewer, false));
  const staff = askedBy({ kind: 'staff', members: ['ash', 'birch'] });
  expect(staff).toContain('{"terms":{"held_by_restricted":["staff ash","member:ash ash","staff:ash ash"]}}');
  expect(staff).toContain('{"terms":{"available_at_restricted":["staff ash","member:ash ash","staff:ash ash"]}}');
  expect(askedBy({ kind: 'patron', member: 'ash' })).toContain('{"terms":{"held_by_restricted":["member:ash ash"]}}');
  expect(askedBy({ kind: 'patron', member: 'birch' })).not.toContain('_restricted');
});

test('a later page begins after the last hit, in the same order, and requests no facets', () => {
  const query = toEngineQuery(aSearch({ sort: 'newest' }), anybody, false, { behind: [1999, 'rec_1'] });
  expect(query).toMatchObject({
    sort: [{ year: { order: 'desc', missing: 0 } }, { record_id: 'asc' }],
    search_after: [1999, 'rec_1'],
  });
  expect(query.aggs).toBeUndefined();
});

test('an empty search returns everything, by the facets', () => {
  const { query } = toEngineQuery(aSearch({ q: '  ', sort: 'title' }), anybody, false);
  expect(query).toEqual({ bool: { filter: [{ terms: { visible_to: ['public'] } }], should: [] } });
});

test('a search of punctuation only returns nothing', () => {
  const { bool } = toEngineQuery(aSearch({ q: '?!' }), anybody, false).query as { bool: { filter: unknown[] } };
  expect(bool.filter).toContainEqual({ match_none: {} });
});

test.each([
  ['an ISBN-10 with hyphens', '0-7043-2253-6', { term: { isbn: '9780704322530' } }],
  ['an ISBN-13', '978 0 7043 2253 0', { term: { isbn: '9780704322530' } }],
  ['an ISSN', '14741768', { term: { issn: '1474-1768' } }],
  ['an OCLC number', '(OCoLC)00051769233', { terms: { ids: ['ocolc00051769233', '51769233'] } }],
  ['an OCLC number with its name', 'OCLC 51769233', { terms: { ids: ['oclc51769233', '51769233'] } }],
  ['a short LCCN', '85-2', { terms: { ids: ['852', '85000002'] } }],
  ['an LCCN with its name', 'LCCN n78-890351', { terms: { ids: ['lccnn78890351', 'n78890351'] } }],
  ['an ISBN as a name', 'urn:isbn:0704322536', { term: { isbn: '9780704322530' } }],
  ['an ISBN with its name', 'ISBN-10: 0-7043-2253-6 (pbk.)', { term: { isbn: '9780704322530' } }],
  ['a barcode', 'B-0042 17', { terms: { ids: ['b004217'] } }],
])('%s is searched as a number', (_, q, clause) => {
  expect(JSON.stringify(toEngineQuery(aSearch({ q, scope: 'identifier' }), anybody, false).query)).toContain(
    JSON.stringify(clause),
  );
});

test('a short number in a search of all fields is a term, not an identifier', () => {
  expect(JSON.stringify(toEngineQuery(aSearch({ q: '1984' }), anybody, false))).not.toContain('"ids"');
});

test('text in quotation marks of any kind is a phrase', () => {
  expect(readQueryText('“human behavior” skinner "" ')).toEqual({
    words: ['human', 'behavior', 'skinner'],
    phrases: ['human behavior'],
    key: 'human behavior skinner',
  });
});

test.each([
  ['Journey, The', { words: ['the', 'journey'], article: 'the', key: 'the journey' }],
  ['opera, L’', { words: ['lopera'], key: 'lopera' }],
  ['The', { words: ['the'], key: 'the' }],
  ['theory of it', { words: ['theory', 'of', 'it'], key: 'theory of it' }],
])('finding M5: %s is read in the order of the title, and its article is known', (q, text) => {
  expect(readQueryText(q)).toEqual({ phrases: [], ...text });
});

test.each([
  ['7" singles and 12" singles', ['7', 'singles', 'and', '12', 'singles']],
  ['תנ"ך וחז"ל', ['תנך', 'וחזל']],
])('%s contains no phrase: inches and abbreviations are no quotation', (q, words) => {
  expect(readQueryText(q)).toMatchObject({ words, phrases: [] });
});

test.each(['QA76.73 C15 K47', 'PR6019 O9 U4', '813.54 R'])('%s is searched as a call number among all fields', (q) => {
  expect(JSON.stringify(toEngineQuery(aSearch({ q }), anybody, false))).toContain('"call_number"');
});

test.each([
  '\u200e978-0141439587',
  'ISBN-13 \u200f : \u200e 978-0141439587',
  'ISBN:\u00a0978\u00a00\u00a014\u00a0143958\u00a07',
  '９７８０１４１４３９５８７',
])('an ISBN as written on a shop’s page is recognised: %j', (q) => {
  const query = JSON.stringify(toEngineQuery(aSearch({ q }), anybody, false));
  expect(query).toContain('{"term":{"isbn":"9780141439587"}}');
});

test('works are paged by position, and only as far as the engine allows', () => {
  const works = aSearch({ asWorks: true, limit: 50 });
  const hits = Array.from({ length: 50 }, () => ({ sort: [1, 'rec_1'] as const }));
  expect(behind(works, hits)).toEqual({ from: 50 });
  expect(behind(works, hits, { from: 9_900 })).toBeUndefined();
  expect(behind(aSearch({ limit: 50 }), hits)).toEqual({ behind: [1, 'rec_1'] });
  expect(behind(works, hits.slice(1))).toBeUndefined();
  expect(toEngineQuery(works, anybody, false, { from: 50 })).toMatchObject({
    from: 50,
    collapse: { field: 'work_key' },
  });
});

test('within some libraries only their holdings are found, and counted', () => {
  const { query } = toEngineQuery(aSearch({ within: ['ash'] }), anybody, false);
  expect(JSON.stringify(query)).toContain('{"terms":{"held_by":["ash"]}}');
});

describe('on the shelf now', () => {
  const clauses = (more: Partial<SearchParameters>, viewer: Viewer = anybody): string =>
    JSON.stringify(toEngineQuery(aSearch({ shelf: true, ...more }), viewer, false).query);
  const plain = { format: [], language: [], member: [] };

  test('means at the chosen libraries, else at those of the search, else anywhere, for any number of libraries', () => {
    expect(clauses({ within: ['ash'] })).toContain('{"terms":{"available_at":["ash"]}}');
    const both = clauses({ within: ['ash'], facets: { ...plain, member: ['birch'] } });
    expect(both).toContain('{"terms":{"available_at":["birch"]}}');
    expect(both).not.toContain('"available_at":["ash"]');
    expect(clauses({})).toContain('{"exists":{"field":"available_at"}}');
    expect(JSON.stringify(toEngineQuery(aSearch({}), anybody, false).query)).not.toContain('available_at');
  });

  test('anywhere: a hidden copy counts only for users with its token', () => {
    expect(clauses({})).not.toContain('_restricted');
    expect(clauses({}, { kind: 'patron', member: 'ash' })).toContain(
      '{"terms":{"available_at_restricted":["member:ash ash"]}}',
    );
    const staff = clauses({}, { kind: 'staff', members: ['ash'] });
    expect(staff).toContain('{"terms":{"available_at_restricted":["member:ash ash","staff:ash ash"]}}');
    expect(staff).toContain('{"prefix":{"available_at_restricted":{"value":"staff "}}}');
  });
});
