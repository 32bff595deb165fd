import * as fc from 'fast-check';
import { rankWays, type Way, wayNames } from './request-ways.ts';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T12:00:00.000Z`;
const open = (way: Way['way'], by?: number, more: Partial<Way> = {}): Way => ({
  ...{ way, open: true, closed: [] },
  ...(by !== undefined && { by: day(by) }),
  ...more,
});
const shut = (way: Way['way']): Way => ({ way, open: false, closed: [{ code: 'no-supplier', detail: 'Nobody.' }] });
const suggested = (ways: Way[]) => ways.filter((way) => way.suggested).map(({ way }) => way);

test('the nearest open option is suggested and comes first', () => {
  const ways = rankWays([open('outside-loan', 3), open('consortium-loan', 9), shut('hold')]);
  expect(ways.map(({ way }) => way)).toEqual(['consortium-loan', 'hold', 'outside-loan']);
  expect(suggested(ways)).toEqual(['consortium-loan']);
});

test('C83 a nearer option that would miss the day follows the next; it stays open and is marked as late', () => {
  const ways = rankWays(
    [open('hold', 20, { waits: true }), open('consortium-loan', 12), open('outside-loan', 8)],
    day(10),
  );
  expect(ways).toMatchObject([
    { way: 'outside-loan', suggested: true },
    { way: 'hold', late: true },
    { way: 'consortium-loan', late: true },
  ]);
});

test('when all options would miss it, the earliest is suggested although it is late', () => {
  expect(rankWays([open('hold', 20), open('consortium-loan', 12)], day(10))[0]).toMatchObject({
    ...{ way: 'consortium-loan', suggested: true, late: true },
  });
});

test('an option that a consortium loan includes automatically is not suggested', () => {
  const ways = rankWays([open('consortium-loan', 12), open('outside-loan', 8, { after: 'consortium-loan' })], day(10));
  expect(suggested(ways)).toEqual(['consortium-loan']);
});

const anyWay = (way: Way['way']): fc.Arbitrary<Way> =>
  fc.oneof(
    fc.constant(shut(way)),
    fc.integer({ min: 1, max: 28 }).map((by) => open(way, by)),
    fc.constant(open(way)),
  );

test('one option is suggested when any is open, none otherwise, and none is lost', () => {
  const all = fc.tuple(...wayNames.map(anyWay));
  fc.assert(
    fc.property(all, fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }), (ways, needed) => {
      const ranked = rankWays(ways, needed === undefined ? undefined : day(needed));
      expect(ranked.map(({ way }) => way).toSorted()).toEqual([...wayNames].toSorted());
      expect(suggested(ranked)).toHaveLength(ways.some((way) => way.open) ? 1 : 0);
      const [first] = ranked;
      if (first?.suggested && first.late) expect(ranked.every((way) => !way.open || way.late)).toBe(true);
    }),
  );
});
