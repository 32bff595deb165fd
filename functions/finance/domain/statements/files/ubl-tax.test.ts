import type { StatementLine } from '../statement.ts';
import { exemptionOf, netLines, taxOfLines, taxTotals } from './ubl-tax.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const line = (lineId: string, amount: number, over: Partial<StatementLine> = {}): StatementLine => ({
  ...{ lineId, block: 'direct', title: 'platform-own', mode: 'charge', ...month, amount },
  ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
type Tax = NonNullable<StatementLine['tax']>;
const taxed = (lineIds: string[], amount: number, tax: Omit<Tax, 'base'>): StatementLine =>
  line(`tax-${tax.category}-${tax.rate}`, amount, {
    ...{ block: 'tax', title: 'tax', tax: { ...tax, base: 0 }, evidence: { kind: 'lines', lineIds } },
  });
const S = { category: 'S', rate: 1900 };
const E = { category: 'E', rate: 0 };
const code = 'VATEX-EU-132-1N';

describe('The tax of the lines of an electronic invoice', () => {
  test.each([
    ['S', 1900, 'S'],
    ['AA', 700, 'S'],
    ['Z', 0, 'Z'],
    ['E', 0, 'E'],
    ['AE', 0, 'AE'],
    ['XX', 0, 'E'],
  ])('of the category %s at %i is in the category %s of EN 16931', (category, rate, of) => {
    const lines = [line('a', 100), taxed(['a'], 0, { category, rate })];
    expect([...taxOfLines({ lines })]).toStrictEqual([['a', { category: of, rate }]]);
  });

  test('is out of scope where no line is taxed, and exempt for an untaxed line beside taxed ones', () => {
    const O = { category: 'O', rate: 0 };
    expect([...taxOfLines({ lines: [line('a', 1), line('b', 2)] })]).toEqual([
      ['a', O],
      ['b', O],
    ]);
    expect([...taxOfLines({ lines: [line('a', 1), line('b', 2), taxed(['b'], 0, O)] })]).toEqual([
      ['a', O],
      ['b', O],
    ]);
    expect([
      ...taxOfLines({ lines: [line('a', 1), line('b', 2), line('c', 3), taxed(['a'], 0, S), taxed(['c'], 0, O)] }),
    ]).toEqual([
      ...[
        ['a', S],
        ['b', E],
        ['c', E],
      ],
    ]);
  });

  test('is that of charged lines only, tax itself not among them', () => {
    const lines = [
      ...[line('a', 1), line('b', 2, { mode: 'showback' }), line('c', 3, { mode: 'deferred' }), taxed(['a'], 1, S)],
    ];
    expect(netLines({ lines }).map(({ lineId }) => lineId)).toEqual(['a']);
    expect([...taxOfLines({ lines }).keys()]).toEqual(['a']);
  });

  test('sums to a taxable amount and a tax for each category and rate', () => {
    const lines = [
      ...[line('a', 100), line('b', 50), line('c', 7), line('d', 30), line('e', 4)],
      ...[
        taxed(['a', 'd'], 25, S),
        taxed(['b'], 4, { category: 'AA', rate: 700 }),
        taxed(['e'], 0, { category: 'Z', rate: 0 }),
      ],
    ];
    const exemption = undefined;
    expect(taxTotals({ lines })).toStrictEqual([
      { ...S, base: 130, amount: 25, exemption },
      { category: 'S', rate: 700, base: 50, amount: 4, exemption },
      { ...E, base: 7, amount: 0, exemption },
      { category: 'Z', rate: 0, base: 4, amount: 0, exemption },
    ]);
    // The lower rate and the standard one are one sum where they are equal.
    const equal = [...[line('a', 100), line('b', 50)], taxed(['a'], 19, S), taxed(['b'], 9, { ...S, category: 'AA' })];
    expect(taxTotals({ lines: equal })).toEqual([{ ...S, base: 150, amount: 28 }]);
    expect(taxTotals({ lines: [] })).toEqual([]);
  });

  test('has the code of an exemption where all exempt lines have it', () => {
    const exempt = { ...E, exemption: code };
    const of = (...lines: StatementLine[]) => taxTotals({ lines }).map(({ exemption }) => exemption);
    expect(of(line('a', 1), line('b', 2), taxed(['a', 'b'], 0, exempt))).toEqual([code]);
    expect(of(line('a', 1), line('b', 2), taxed(['a'], 0, exempt))).toEqual([undefined]);
    expect(of(line('b', 1), line('a', 2), taxed(['a'], 0, exempt))).toEqual([undefined]);
    expect(taxOfLines({ lines: [line('a', 1), taxed(['a'], 0, exempt)] }).get('a')).toStrictEqual(exempt);
  });
});

test('an invoice says why no tax is charged: exempt, with its own code; reverse charge; or out of scope', () => {
  const of = (category: 'S' | 'Z' | 'E' | 'AE' | 'O', exemption?: string) =>
    exemptionOf({ category, rate: 0, exemption });
  expect([of('S'), of('Z')]).toEqual([undefined, undefined]);
  expect(of('E')).toStrictEqual({ reason: 'Exempt or not subject to tax' });
  expect(of('E', code)).toStrictEqual({ reason: 'Exempt or not subject to tax', code });
  const reverse = { reason: 'Reverse charge', code: 'VATEX-EU-AE' };
  expect([of('AE'), of('AE', code)]).toStrictEqual([reverse, reverse]);
  expect(of('O')).toStrictEqual({ reason: 'Outside the scope of tax', code: 'VATEX-EU-O' });
});
