import { readQuery } from '../../schemas/saved-searches.ts';
import { reportOf } from './arrival-report.ts';
import {
  afterLook,
  dueSearches,
  firstDue,
  MOST_SEARCHES,
  type SavedSearch,
  withChange,
  withSearch,
} from './saved-searches.ts';

const monday = '2026-03-02';
const search = (n: number, more: Partial<SavedSearch> = {}): SavedSearch => ({
  ...{ searchId: `svs_${n}`, name: `Search ${n}`, query: `q=${n}`, alert: 'daily' },
  ...{ createdAt: `${monday}T10:00:00.000Z`, lookedOn: monday, ...more },
});

test('a patron saves each search once, and no more than the limit', () => {
  const two = [search(1), search(2)];
  expect(withSearch(two, search(3))).toEqual([...two, search(3)]);
  expect(withSearch(two, search(3, { query: 'q=2' }))).toBe('search-saved');
  const full = Array.from({ length: MOST_SEARCHES }, (_, n) => search(n));
  expect(withSearch(full, search(99))).toBe('too-many-searches');
});

test('a daily alert is due the next day and a weekly one a week later, each for the days until then', () => {
  const all = [search(1), search(2, { alert: 'weekly' }), search(3, { alert: 'off' })];
  expect(firstDue(all)).toBe('2026-03-03');
  expect(dueSearches(all, monday)).toEqual([]);
  expect(dueSearches(all, '2026-03-03')).toEqual([all[0]]);
  expect(dueSearches(all, '2026-03-09')).toEqual([all[0], all[1]]);
  const looked = afterLook(all, '2026-03-03');
  expect(looked.map(({ lookedOn }) => lookedOn)).toEqual(['2026-03-03', monday, monday]);
  expect(firstDue(looked)).toBe('2026-03-04');
  expect(firstDue([search(3, { alert: 'off' })])).toBeUndefined();
});

test('an alert that begins again after a pause announces nothing of the pause', () => {
  const change = { searchId: 'svs_1', name: 'Bees', today: '2026-04-01' };
  const paused = withChange([search(1)], { ...change, alert: 'off' });
  expect(paused).toEqual([search(1, { name: 'Bees', alert: 'off' })]);
  expect(withChange(paused as SavedSearch[], { ...change, alert: 'weekly' })).toEqual([
    search(1, { name: 'Bees', alert: 'weekly', lookedOn: '2026-04-01' }),
  ]);
  // Another interval keeps the days that the patron was not informed of.
  expect(withChange([search(1)], { ...change, alert: 'weekly' })).toMatchObject([{ lookedOn: monday }]);
  expect(withChange([], { ...change, alert: 'off' })).toBe('unknown-search');
});

test('only searches with new titles are reported, under one name for each day', () => {
  const at = `${monday}T07:00:00.000Z`;
  const one = { searchId: 'svs_1', count: 2, recordIds: ['rec_1'] };
  expect(reportOf([one, { searchId: 'svs_2', count: 0, recordIds: [] }], monday, at)).toEqual({
    ...{ noticeId: 'new-titles:2026-03-02', at, found: [one] },
  });
  expect(reportOf([{ ...one, count: 0 }], monday, at)).toBeUndefined();
});

test('a saved query has the parameters of a search only, and is read as the search reads them', () => {
  expect(readQuery('format=book%2Cmap&q=bees')).toMatchObject({ q: 'bees', format: ['book', 'map'] });
  for (const wrong of ['portal=ash', 'sort=newest', 'q=a&limit=9', 'format=stone', 'yearFrom=2000&yearTo=1999'])
    expect([wrong, readQuery(wrong)]).toEqual([wrong, undefined]);
});
