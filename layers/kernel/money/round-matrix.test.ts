import fc from 'fast-check';
import { divideHalfEven, parseExact, sumExact } from './exact.ts';
import { type Matrix, roundMatrix } from './round-matrix.ts';

const amount = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const matrices = fc
  .array(fc.array(amount, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
  .map(
    (rows): Matrix => new Map(rows.map((row, at) => [`m${at}`, new Map(row.map((cell, line) => [`l${line}`, cell]))])),
  );
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

describe('Rounding a member by line matrix', () => {
  it('rounds three thirds of a cent to one cent, for the first by id', () => {
    const third = new Map([['search', parseExact('0.003333333333')]]);
    const rounded = roundMatrix(
      new Map([
        ['b', third],
        ['a', third],
        ['c', third],
      ]),
    );
    expect([...rounded.members].map(([member, { total }]) => [member, total])).toEqual([
      ['b', 0],
      ['a', 1],
      ['c', 0],
    ]);
    expect(rounded.whole).toBe(1);
  });

  it('credits that cent to the same member it was charged to', () => {
    const third = new Map([['search', parseExact('-0.003333333333')]]);
    const { members } = roundMatrix(new Map(['b', 'a', 'c'].map((member) => [member, third])));
    expect([...members].map(([member, { total }]) => [member, total])).toEqual([
      ['b', 0],
      ['a', -1],
      ['c', 0],
    ]);
  });

  const one = (amounts: Record<string, string>, line = 'search'): Matrix =>
    new Map(Object.entries(amounts).map(([member, text]) => [member, new Map([[line, parseExact(text)]])]));
  const totals = (matrix: Matrix, ...how: [digits?: number, sum?: number]): Record<string, number> =>
    Object.fromEntries([...roundMatrix(matrix, ...how).members].map(([member, { total }]) => [member, total]));

  it('rounds the largest remainder up, whatever its id and amount', () => {
    expect(totals(one({ a: '1.001', b: '0.006', c: '2.003' }))).toEqual({ a: 100, b: 1, c: 200 });
  });

  it('rounds a credit among charges by its remainder like them', () => {
    expect(totals(one({ a: '-0.006', b: '0.007', c: '0.003' }))).toEqual({ a: -1, b: 1, c: 0 });
  });

  it('rounds charges and credits that cancel as a charged month, the first by id up', () => {
    expect(totals(one({ b: '-0.005', a: '0.005' }))).toEqual({ a: 1, b: -1 });
  });

  it('rounds in the minor unit of the currency: yen have none, dinars a thousandth', () => {
    const matrix = one({ a: '1.4', b: '1.4004' });
    expect(totals(matrix, 0)).toEqual({ a: 1, b: 2 });
    expect(totals(matrix, 3)).toEqual({ a: 1400, b: 1400 });
  });

  it('sums to the whole that was rounded elsewhere, also one unit below', () => {
    const matrix = one({ a: '1.002', b: '1.001' });
    expect(totals(matrix, 2, 201)).toEqual({ a: 101, b: 100 });
    expect(totals(matrix, 2, 200)).toEqual({ a: 100, b: 100 });
    expect(totals(matrix, 2, 199)).toEqual({ a: 100, b: 99 });
    expect(roundMatrix(matrix, 2, 201).whole).toBe(201);
  });

  it('sums lines to members and members to the rounded whole, each by less than a cent', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { whole, members } = roundMatrix(matrix);
        const exact = sumExact([...matrix.values()].flatMap((lines) => [...lines.values()]));
        expect(BigInt(whole)).toBe(divideHalfEven(exact, 10n ** 10n));
        expect(sum([...members.values()].map((member) => member.total))).toBe(whole);
        for (const [id, { total, lines }] of members) {
          expect(sum(lines.values())).toBe(total);
          for (const [line, cents] of lines) {
            const off = BigInt(cents) * 10n ** 10n - (matrix.get(id)?.get(line) ?? 0n);
            expect(off > -(10n ** 10n) && off < 10n ** 10n).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('mirrors a month that is credited in full', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const exact = sumExact([...matrix.values()].flatMap((lines) => [...lines.values()]));
        fc.pre(exact !== 0n);
        const credited: Matrix = new Map(
          [...matrix].map(([m, lines]) => [m, new Map([...lines].map(([l, a]) => [l, -a]))]),
        );
        const totals = [...roundMatrix(matrix).members].map(([m, { total }]) => [m, 0 - total]);
        expect([...roundMatrix(credited).members].map(([m, { total }]) => [m, 0 + total])).toEqual(totals);
      }),
    );
  });
});
