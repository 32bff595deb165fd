import type { Viewer } from '../../../functions/catalogue/public/visibility.ts';
import { facetValues } from '../../../functions/discovery/data/search-index/facet-values.ts';
import {
  type CodedFacet,
  plainSearch,
  type SearchParameters,
} from '../../../functions/discovery/domain/query/search-parameters.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** A consortium of more libraries, and a catalogue in more languages, than a search returns. */
const members = Array.from({ length: 120 }, (_, i) => `library-${i}`);
const letters = 'abcdefghij';
const languages = Array.from({ length: 70 }, (_, i) => `x${letters[Math.floor(i / 10)]}${letters[i % 10]}`);
const anonymous: Viewer = { kind: 'anonymous' };
const none = { format: [], language: [], member: [] };

let index: TestIndex;
beforeAll(async () => {
  index = anIndex();
  await index.hold([
    ...languages.map((language, i) =>
      aDocument({ title: `Songs of place ${i}`, languages: [language], heldBy: ['library-0'] }),
    ),
    aDocument({ title: 'Songs of all', languages, heldBy: members, format: 'score' }),
    aDocument({ title: 'Rabbit tales', forChildren: true, subjects: ['Rabbits -- Juvenile fiction'] }),
    aDocument({ title: 'Rabbit farming', subjects: ['Rabbits'] }),
    aDocument({ title: 'Songs kept', languages: ['xaa'], heldBy: ['library-7'], visibleTo: ['member:library-7'] }),
  ]);
}, 60_000);
afterAll(() => index.drop());

const offered = async (
  facet: CodedFacet,
  q = 'songs',
  more: Partial<SearchParameters> = {},
  viewer: Viewer = anonymous,
) => {
  const search = { parameters: plainSearch(q, more), viewer, near: false };
  const { values, atLeast } = await facetValues(index.engine, index.family, facet, '', search);
  expect(atLeast).toBe(false);
  return new Map(values.map(({ value, count }) => [value, count]));
};

test('a search marks the facets that it shows in part, and all their values can be requested', async () => {
  const { facets } = await index.search('songs');
  expect(facets?.more).toEqual(['language', 'member']);
  expect([facets?.language.length, facets?.member.length]).toEqual([50, 100]);
  const [inAll, atAll] = [await offered('language'), await offered('member')];
  expect([[...inAll.keys()].sort(), [...atAll.keys()].sort()]).toEqual([[...languages].sort(), [...members].sort()]);
  // Values that both return have the same count.
  for (const { value, count } of facets?.language ?? []) expect([value, inAll.get(value)]).toEqual([value, count]);
  for (const { value, count } of facets?.member ?? []) expect([value, atAll.get(value)]).toEqual([value, count]);
});

test('where all are shown, no further values are announced', async () => {
  const { facets } = await index.search('songs place 3');
  expect(facets).not.toHaveProperty('more');
  expect(await offered('language', 'songs place 3')).toEqual(new Map([[languages[3], 1]]));
});

test('other choices narrow it, its own do not', async () => {
  const chosen = { ...none, language: ['xga'] };
  expect((await offered('language', 'songs', { facets: chosen })).size).toBe(70);
  expect(await offered('format', 'songs', { facets: chosen })).toEqual(
    new Map([
      ['book', 1],
      ['score', 1],
    ]),
  );
  const many = { ...none, member: ['library-119'], language: ['xaa', 'xab'] };
  expect([...new Set((await offered('language', 'songs', { facets: many })).values())]).toEqual([1]);
});

test('the chosen libraries and the viewer apply to it as to the search', async () => {
  const within = { within: ['library-119'] };
  expect((await offered('member', 'songs', within)).get('library-0')).toBe(1);
  expect((await offered('language', 'songs', {})).get('xaa')).toBe(2);
  const own: Viewer = { kind: 'patron', member: 'library-7' };
  expect((await offered('language', 'songs', {}, own)).get('xaa')).toBe(3);
  expect((await offered('member', 'songs', {}, own)).get('library-7')).toBe(2);
  expect((await offered('member', 'songs')).get('library-7')).toBe(1);
});

test('a search for children finds only what is meant for them, and offers only subjects of that', async () => {
  const forChildren = plainSearch('rabbit', { audience: 'children' });
  const titles = async (over: Partial<SearchParameters>) =>
    (await index.search('rabbit', over)).hits.map(({ title }) => title).sort();
  expect(await titles({})).toEqual(['Rabbit farming', 'Rabbit tales']);
  expect(await titles({ audience: 'children' })).toEqual(['Rabbit tales']);
  const search = { parameters: { ...forChildren, q: '' }, viewer: anonymous, near: false };
  const { values } = await facetValues(index.engine, index.family, 'subject', '', search);
  expect(values.map(({ heading }) => heading)).toEqual(['Rabbits -- Juvenile fiction']);
});
