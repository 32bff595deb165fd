import type { MatchFeatures } from './features.ts';
import { isSameWork } from './same-work.ts';

const dune: MatchFeatures = {
  title: 'dune',
  author: 'herbert frank',
  language: 'eng',
  type: 'a',
  level: 'm',
  carrier: 'print',
};

test.each<[string, Partial<MatchFeatures>, boolean]>([
  ['another year and size', { date1: '1990', pages: 500 }, true],
  ['large print', { carrier: 'large-print' }, true],
  [
    'an audiobook catalogued under its reader',
    {
      type: 'i',
      carrier: 'audio',
      author: 'vance simon',
      by: 'by frank herbert read by simon vance',
      others: 'herbert frank',
    },
    false,
  ],
  ['another language', { language: 'ger' }, false],
  ['another author', { author: 'wolf gary' }, false],
  ['another part', { part: '2' }, false],
  ['a periodical', { level: 's' }, false],
])('C32 an edition of the work or not: %s', (_, over, same) => {
  const other = { ...dune, ...over };
  expect([isSameWork(dune, other), isSameWork(other, dune)]).toEqual([same, same]);
});

test('C32 an audiobook without a main entry belongs to the author named as responsible', () => {
  const { author: _, ...silent } = { ...dune, type: 'i', carrier: 'audio' as const, by: 'frank herbert' };
  expect([isSameWork(dune, silent), isSameWork(silent, dune)]).toEqual([true, true]);
});

test('a record without an author belongs to no work', () => {
  const { author: _, ...nameless } = dune;
  expect(isSameWork(nameless, nameless)).toBe(false);
});
