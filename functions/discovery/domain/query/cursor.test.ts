import * as fc from 'fast-check';
import { leafingOf, readCursor, writeCursor } from './cursor.ts';
import { sorts } from './search-parameters.ts';

const cursor = { search: 'abc', relaxed: true, after: { behind: [12.5, 'rec_1'] as const } };
const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const kinds = ['score', 'year', 'text', 'place'] as const;

test('is read as it was written, for its own search only', () => {
  expect(readCursor(writeCursor(cursor), 'abc', 'score')).toEqual(cursor);
  expect(readCursor(writeCursor(cursor), 'other', 'score')).toBeUndefined();
  const ofWorks = { search: 'abc', relaxed: true, corrected: 'emma', after: { from: 40 } };
  expect(readCursor(writeCursor(ofWorks), 'abc', 'place')).toEqual(ofWorks);
});

test.each([
  [['abc', 'rec_1'], ['text']],
  [[12.5, 'rec_1'], ['score']],
  [
    [1999, 'rec_1'],
    ['score', 'year'],
  ],
  [[1e300, 'rec_1'], []],
  [[5e9, 'rec_1'], ['score']],
  [[null, 'rec_1'], []],
  [[true, 'rec_1'], []],
  [[1999, ''], []],
  [['a'.repeat(1001), 'rec_1'], []],
  [40, ['place']],
  [0, []],
  [1_000_000, []],
  [1.5, []],
])('%j continues in lists of its kind only: %j', (a, taken) => {
  const text = forged({ s: 'abc', r: false, a });
  expect(kinds.filter((kind) => readCursor(text, 'abc', kind) !== undefined)).toEqual(taken);
});

test('its kind is that of the order; works continue from a position', () => {
  expect(sorts.map((sort) => leafingOf({ sort, asWorks: false }))).toEqual([
    'score',
    'year',
    'year',
    'year',
    'text',
    'text',
    'text',
  ]);
  for (const sort of sorts) expect(leafingOf({ sort, asWorks: true })).toBe('place');
});

test('a forged cursor has no effect: no text makes it throw or return more than a position', () => {
  for (const text of ['', 'x', forged(null), forged({ s: 'abc', r: true, a: [1] }), forged({ ...cursor, query: {} })])
    for (const kind of kinds) expect(readCursor(text, 'abc', kind)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => readCursor(text, 'abc', 'score') === undefined));
});
