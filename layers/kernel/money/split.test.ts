import fc from 'fast-check';
import { byId, splitByLargestRemainder, splitExactly, splitRow } from './split.ts';

const by = (weights: Record<string, number>) => new Map(Object.entries(weights));
const total = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 500 })
  .filter((list) => list.some((weight) => weight > 0))
  .map((list) => new Map(list.map((weight, at) => [`m${at}`, weight])));
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

/** The rule in its simplest form, ignoring speed: each its floor, then one more to the largest remainders in order. */
const plainSplit = (whole: bigint, row: readonly { id: string; weight: bigint }[]): Map<string, bigint> => {
  const all = row.reduce((total, { weight }) => total + weight, 0n);
  const [size, sign] = whole < 0n ? [-whole, -1n] : [whole, 1n];
  const ordered = row.toSorted((a, b) => {
    const [one, other] = [(size * a.weight) % all, (size * b.weight) % all];
    return one === other ? byId(a.id, b.id) : one > other ? -1 : 1;
  });
  const floors = row.reduce((total, { weight }) => total + (size * weight) / all, 0n);
  return new Map(
    ordered.map(({ id, weight }, at) => [id, sign * ((size * weight) / all + (BigInt(at) < size - floors ? 1n : 0n))]),
  );
};

describe('A split by largest remainder', () => {
  it('F3 gives 10001 by 50, 30 and 19 as 5051, 3031 and 1919', () => {
    expect(splitByLargestRemainder(10_001, by({ a: 50, b: 30, c: 19 }))).toEqual(by({ a: 5051, b: 3031, c: 1919 }));
  });

  it('F3 gives a credit note as the mirror of its invoice', () => {
    expect(splitByLargestRemainder(-10_001, by({ a: 50, b: 30, c: 19 }))).toEqual(by({ a: -5051, b: -3031, c: -1919 }));
  });

  it('gives 100 by 6, 2, 1, 1 and 1 by remainders, not to the largest', () => {
    expect(splitByLargestRemainder(100, by({ a: 6, b: 2, c: 1, d: 1, e: 1 }))).toEqual(
      by({ a: 55, b: 18, c: 9, d: 9, e: 9 }),
    );
  });

  it('compares ids by code unit: capitals first, and an id is no less than itself', () => {
    expect(['b', 'a', 'B', 'a'].toSorted(byId)).toEqual(['B', 'a', 'a', 'b']);
    expect([byId('a', 'b'), byId('b', 'a'), byId('a', 'a')]).toEqual([-1, 1, 0]);
  });

  it('names the weight that is negative, not its neighbour', () => {
    expect(() => splitRow(1n, [2n, -1n, 0n], (at) => `line ${at}`)).toThrow('The weight of line 1 is negative');
    expect(() => splitRow(0n, [-1n], () => 'one')).toThrow(RangeError);
  });

  it('breaks ties by id', () => {
    expect(splitByLargestRemainder(1, by({ z: 1, a: 1, m: 1 }))).toEqual(by({ z: 0, a: 1, m: 0 }));
  });

  it('F3 gives zero to a weight of zero', () => {
    expect(splitByLargestRemainder(7, by({ a: 0, b: 3, c: 0 }))).toEqual(by({ a: 0, b: 7, c: 0 }));
  });

  it('gives zero to everyone when the amount is zero', () => {
    expect(splitByLargestRemainder(0, by({ a: 0, b: 0 }))).toEqual(by({ a: 0, b: 0 }));
  });

  it('throws when there are no weights, or a weight is below zero', () => {
    expect(() => splitByLargestRemainder(1, by({ a: 0 }))).toThrow('every weight is zero');
    expect(() => splitByLargestRemainder(1, new Map())).toThrow('every weight is zero');
    expect(() => splitByLargestRemainder(1, by({ a: 2, b: -1 }))).toThrow('weight of b is negative');
  });

  it('F3 sums exactly, each part within one unit of its ideal, in any order (10,000 splits)', () => {
    fc.assert(
      fc.property(total, weights, (whole, shares) => {
        const parts = splitByLargestRemainder(whole, shares);
        expect(sum(parts.values())).toBe(whole);
        const all = BigInt(sum(shares.values()));
        for (const [id, part] of parts) {
          const off = BigInt(part) * all - BigInt(whole) * BigInt(shares.get(id) ?? 0);
          expect((off < 0n ? -off : off) < all).toBe(true);
        }
        expect(splitByLargestRemainder(whole, new Map([...shares].reverse()))).toEqual(parts);
      }),
      { numRuns: 10_000 },
    );
  });

  it('by position gives the same as by name, in any order', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.string(), weight: fc.bigInt({ min: 0n, max: 50n }) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.bigInt({ min: -999n, max: 999n }), some, (whole, row) => {
        fc.pre(row.some(({ weight }) => weight > 0n));
        const parts = splitRow(
          whole,
          row.map(({ weight }) => weight),
          (at) => row[at]?.id ?? '',
        );
        expect(parts).toEqual(row.map(({ id }) => plainSplit(whole, row).get(id)));
      }),
    );
  });

  it('is exact beyond the safe integers', () => {
    const parts = splitExactly(
      10n ** 30n + 1n,
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
    );
    expect([...parts.values()].reduce((a, b) => a + b)).toBe(10n ** 30n + 1n);
  });
});
