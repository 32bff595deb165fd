import { type Day, differs, ratioOf, type Scale, usualRatio } from './day-ratio.ts';
import { findDays } from './find-days.ts';

const ONE = 10n ** 12n;
const dayOf = (at: number): string => `2026-11-${String(at).padStart(2, '0')}`;

describe('The days of a meter', () => {
  const scale = (over: Partial<Scale> = {}): Scale => ({ worth: (one) => one, month: 100n * ONE, per: 50n, ...over });
  const days = (...values: [mine: number, theirs: number][]): Day[] =>
    values.map(([mine, theirs], at) => ({
      day: dayOf(at + 1),
      mine: BigInt(mine) * ONE,
      theirs: BigInt(theirs) * ONE,
    }));
  const found = (all: Day[], over: Partial<Scale> = {}) =>
    findDays(all, scale(over)).map(({ day, until, difference }) => [
      day.slice(-2),
      until?.slice(-2),
      Number(difference) / 1e12,
    ]);

  test('that differ from the others are named each, in any order of the days', () => {
    const all = days([100, 100], [100, 180], [100, 100], [100, 20], [100, 100]);
    expect(found(all)).toEqual([
      ['02', undefined, 80],
      ['04', undefined, -80],
    ]);
    expect(found(all.toReversed())).toEqual(found(all));
  });

  test('are compared with the usual ratio of bill and meter: a general difference is of no day', () => {
    expect(found(days([100, 110], [50, 55], [20, 22]))).toEqual([]);
    expect(found(days([100, 110], [50, 55], [20, 40], [10, 11], [30, 33]))).toEqual([['03', undefined, 18]]);
  });

  test('are none without use, and days without use on either side do not count', () => {
    expect(found([])).toEqual([]);
    expect(found(days([100, 0], [100, 0], [0, 3]))).toEqual([]);
    expect(found(days([100, 100], [0, 0], [0, 0], [0, 0], [100, 130], [100, 100], [100, 100]))).toEqual([
      ['05', undefined, 30],
    ]);
  });

  test('after a price change are one difference, the half nearer to the meter being the usual one', () => {
    const values = (first: number, second: number) =>
      days(
        [100, first],
        [90, (90 * first) / 100],
        [100, first],
        [100, second],
        [80, (80 * second) / 100],
        [100, second],
      );
    expect(found(values(100, 120))).toEqual([['04', '06', 56]]);
    expect(found(values(150, 100))).toEqual([['01', '03', 145]]);
    // Neither half is as metered: the nearer one is usual, the first of two that are equally near.
    expect(found(values(110, 140))).toEqual([['04', '06', 84]]);
    expect(found(values(80, 120))).toEqual([['04', '06', 112]]);
  });

  test('that follow one another by one ratio are one difference; one day alone is a day', () => {
    const base = (at: number, theirs: number): [number, number] => [100, at >= 3 && at <= 5 ? theirs : 100];
    const all = Array.from({ length: 12 }, (_, at) => base(at, 150));
    expect(found(days(...all))).toEqual([['04', '06', 150]]);
    expect(found(days(...all.map(([mine, theirs], at): [number, number] => [mine, at === 4 ? 200 : theirs])))).toEqual([
      ['04', undefined, 50],
      ['05', undefined, 100],
      ['06', undefined, 50],
    ]);
    expect(found(days(...all.map(([mine, theirs], at): [number, number] => [mine, at === 4 ? 100 : theirs])))).toEqual([
      ['04', undefined, 50],
      ['06', undefined, 50],
    ]);
  });

  test('that are not billed at all are named each: they have no price of their own', () => {
    const all = days([100, 100], [100, 100], [100, 100], [100, 100], [100, 0], [100, 0]);
    expect(found(all)).toEqual([
      ['05', undefined, -100],
      ['06', undefined, -100],
    ]);
  });

  test('are parted where the price changed, when other days are within the tolerance of both prices', () => {
    const by = (...theirs: number[]) => found(days(...theirs.map((one): [number, number] => [100, one])));
    expect(by(100, 100, 100, 107, 107, 107)).toEqual([['04', '06', 21]]);
    expect(by(94, 94, 94, 100, 100, 100)).toEqual([['01', '03', -18]]);
    // The half nearer to what was metered is the usual one, also when it is the later one.
    expect(by(60, 60, 60, 120, 120, 120)).toEqual([['01', '03', -180]]);
  });

  test('that follow one another are one difference from two days on, also with a day without use between them', () => {
    const usual: [number, number][] = Array.from({ length: 4 }, () => [100, 100]);
    const two = days(...usual, [100, 150], [100, 150], ...usual);
    expect(found(two)).toEqual([['05', '06', 100]]);
    const apart = days(...usual, [100, 150], [0, 0], [100, 150], ...usual);
    expect(found(apart)).toEqual([['05', '07', 100]]);
  });

  test('are named each up to five, and together beyond that', () => {
    const off = (count: number) =>
      days(
        ...Array.from({ length: 15 }, (_, at): [number, number] => [100, at % 2 === 1 && at < 2 * count ? 150 : 100]),
      );
    expect(found(off(5)).map(([day]) => day)).toEqual(['02', '04', '06', '08', '10']);
    expect(found(off(6))).toEqual([['02', '12', 300]]);
  });

  test('differ when they exceed the tolerance, a hundredth of a cent, and a two-thousandth of the month', () => {
    const values = (mine: bigint, theirs: bigint) => ({ mine, theirs });
    const is = (theirs: bigint, over: Partial<Scale> = {}, mine = 1000n * ONE) =>
      differs(values(mine, theirs), ONE, scale({ month: 0n, ...over }));
    expect([is(1050n * ONE), is(1050n * ONE + 1n), is(950n * ONE), is(950n * ONE - 1n)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    const floor = 10n ** 8n;
    expect([is(floor, {}, 0n), is(floor + 1n, {}, 0n)]).toEqual([false, true]);
    const half = { month: 200_000n * ONE };
    expect([is(1100n * ONE, half), is(1100n * ONE - 1n, half)]).toEqual([true, false]);
    expect(differs(values(0n, 5n), ONE, scale({ month: 0n }), 4n)).toBe(true);
    expect(differs(values(0n, 5n), ONE, scale({ month: 0n }), 5n)).toBe(false);
  });

  test('have the median of their ratios as the usual one, and none without use', () => {
    const ratio = (...values: [number, number][]) => Number(usualRatio(days(...values))) / 1e12;
    expect([ratio([10, 10], [10, 20], [10, 90]), ratio([10, 40], [10, 20]), ratio([10, 30])]).toEqual([2, 3, 3]);
    expect([ratio(), ratio([0, 5])]).toEqual([1, 1]);
    expect([ratioOf({ mine: 0n, theirs: 5n }), ratioOf({ mine: 2n, theirs: 5n })]).toEqual([0n, (5n * ONE) / 2n]);
  });
});
