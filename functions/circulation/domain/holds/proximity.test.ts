import { targetingSchema } from '../../../../layers/records/policies/domain/targeting.ts';
import { anItem } from '../../../../test/builders/circulation.ts';
import { plainDistance, proximityOf, transportCost } from './proximity.ts';

const policy = (over: object) => targetingSchema.parse(over);

describe('C40 the plain distance of two branches', () => {
  const distance = (pairs: object[], from: string, to: string) =>
    plainDistance(policy({ proximity: { pairs } }), from, to);

  test('is by default that of one branch, of one member, or of two', () => {
    const to = (branch: string) => distance([], 'ash.main', branch);
    expect([to('ash.main'), to('ash.north'), to('birch.east')]).toEqual([0, 10, 20]);
  });

  test('is that of the most specific pair, and of equals the first', () => {
    const pairs = [
      { from: 'ash', to: 'cedar', distance: 3 },
      { from: 'ash.main', to: 'cedar', distance: 4 },
      { from: 'ash', to: 'cedar.main', distance: 5 },
      { from: 'ash.main', to: 'cedar.main', distance: 6 },
    ];
    const between = (from: string, to: string, of = pairs) => distance(of, from, to);
    expect([between('ash.north', 'cedar.east'), between('ash.main', 'cedar.east')]).toEqual([3, 4]);
    expect([between('ash.north', 'cedar.main'), between('ash.main', 'cedar.main')]).toEqual([5, 6]);
    expect(between('ash.main', 'cedar.main', pairs.slice(0, 3))).toBe(4);
    expect(between('ash.main', 'cedar.main', pairs.slice(0, 3).toReversed())).toBe(5);
    expect(between('ash.main', 'elm.main')).toBe(20);
  });

  test('goes both ways where the pair says so', () => {
    const both = [{ from: 'ash', to: 'cedar', distance: 3, bothWays: true }];
    expect([distance(both, 'ash.main', 'cedar.main'), distance(both, 'cedar.main', 'ash.main')]).toEqual([3, 3]);
  });

  test('of a branch to itself is that of one branch, unless a pair names that very branch', () => {
    const within = [{ from: 'ash', to: 'ash', distance: 8 }];
    expect([distance(within, 'ash.main', 'ash.main'), distance(within, 'ash.main', 'ash.north')]).toEqual([0, 8]);
    expect(distance([{ from: 'ash.main', to: 'ash.main', distance: 2 }], 'ash.main', 'ash.main')).toBe(2);
    expect(distance([{ from: 'ash.main', to: 'ash', distance: 2 }], 'ash.main', 'ash.main')).toBe(0);
  });
});

test('C40 of equally specific absolute adjustments the first counts, and each condition of a line must fit', () => {
  const line = (id: string, by: number, more = {}) => ({ id, kind: 'absolute', by, ...more });
  const of = (...adjustments: object[]) =>
    proximityOf(policy({ proximity: { adjustments } }), anItem(), 'ash.main', 'cedar.main');
  expect(of()).toEqual({ distance: 20, adjustedBy: [] });
  expect(of(line('one', 3), line('two', 4))).toEqual({ distance: 3, adjustedBy: ['one'] });
  expect(of(line('one', 3), line('two', 4, { itemCategory: 'book' }))).toEqual({ distance: 4, adjustedBy: ['two'] });
  expect(
    of(line('from', 3, { from: 'elm' }), line('to', 3, { to: 'elm' }), line('of', 3, { location: 'attic' })),
  ).toEqual({
    ...{ distance: 20, adjustedBy: [] },
  });
});

test('C41 sending costs what the most specific pair says, else the common price; nothing within a branch', () => {
  const pairs = [
    { from: 'ash', to: 'cedar', cost: 5, enabled: true },
    { from: 'ash.main', to: 'cedar', cost: 7, enabled: true },
    { from: 'ash.main', to: 'elm', cost: 1, enabled: false },
  ];
  const cost = (from: string, to: string, otherwise: number | null = 9) =>
    transportCost({ pairs, otherwise }, from, to);
  expect([cost('ash.north', 'cedar.main'), cost('ash.main', 'cedar.main')]).toEqual([5, 7]);
  expect([cost('birch.east', 'cedar.main'), cost('birch.east', 'cedar.main', null)]).toEqual([9, undefined]);
  expect([cost('ash.main', 'elm.main'), cost('ash.main', 'ash.main')]).toEqual([undefined, 0]);
});
