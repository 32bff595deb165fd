import { type Block, billingSchema } from './billing-policy.ts';
import type { StatementLine } from './statement.ts';
import { taxLines, taxOf } from './tax-lines.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const line = (block: Block, amount: number, over: Partial<StatementLine> = {}): StatementLine => ({
  ...{ lineId: `${block}-a`, block, title: block, mode: 'charge', ...month, amount },
  ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
const S = { category: 'S', rate: 1900 };
const AA = { category: 'AA', rate: 700 };
const exempt = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
const taxes = (tax: object, ...lines: StatementLine[]) => taxLines(lines, billingSchema.parse({ tax }));
const shown = (lines: StatementLine[]) =>
  lines.map(({ lineId, title, amount, tax, evidence }) => {
    const of = evidence.kind === 'lines' ? evidence.lineIds.join(' ') : '';
    return [lineId, title, amount, tax?.base, of];
  });

describe('The tax of a statement', () => {
  test('is one line for each category and rate, with its base and the lines that it is on', () => {
    expect(
      taxes({ dues: S, direct: AA }, line('dues', 100), line('direct', 50), line('dues', 11, { lineId: 'dues-b' })),
    ).toStrictEqual([
      {
        ...{ lineId: 'tax-S-1900', block: 'tax', title: 'tax-S', mode: 'charge', ...month, amount: taxOf(111, 1900) },
        ...{ tax: { ...S, base: 111 }, evidence: { kind: 'lines', lineIds: ['dues-a', 'dues-b'] } },
      },
      {
        ...{ lineId: 'tax-AA-700', block: 'tax', title: 'tax-AA', mode: 'charge', ...month, amount: taxOf(50, 700) },
        ...{ tax: { ...AA, base: 50 }, evidence: { kind: 'lines', lineIds: ['direct-a'] } },
      },
    ]);
  });

  test('is only on charged lines with a rule, and never on tax', () => {
    const lines = [
      ...[line('dues', 1, { mode: 'showback' }), line('dues', 2, { mode: 'deferred' }), line('idle', 3)],
      line('tax', 4, { taxRule: S }),
    ];
    expect(taxes({ dues: S }, ...lines)).toEqual([]);
  });

  test('is by the own rule of a line before that of its part, and by that of the corrected line whatever is in force', () => {
    const corrects = { month: '2026-09', lineId: 'a', block: 'dues' as const };
    const lines = [
      ...[line('one-off', 100, { taxRule: AA }), line('correction', 10, { corrects: { ...corrects, tax: S } })],
      line('correction', 5, { corrects, taxRule: AA }),
    ];
    expect(shown(taxes({ 'one-off': S, correction: AA, dues: AA }, ...lines))).toEqual([
      ['tax-AA-700', 'tax-AA', 7, 100, 'one-off-a'],
      ['tax-S-1900', 'tax-S', 2, 10, 'correction-a'],
    ]);
  });

  test('of a lower rate that equals the standard one is one line with it, under the standard category', () => {
    const lower = { category: 'AA', rate: 1900 };
    const lines = [line('direct', 50), line('dues', 100)];
    expect(shown(taxes({ direct: lower, dues: S }, ...lines))).toEqual([
      ['tax-S-1900', 'tax-S', 28, 150, 'direct-a dues-a'],
    ]);
    expect(shown(taxes({ direct: lower, dues: AA }, ...lines))).toEqual([
      ['tax-AA-1900', 'tax-AA', 10, 50, 'direct-a'],
      ['tax-AA-700', 'tax-AA', 7, 100, 'dues-a'],
    ]);
    // Only charged lines count for that.
    expect(
      shown(taxes({ direct: lower, dues: S }, line('direct', 50), line('dues', 100, { mode: 'showback' }))),
    ).toEqual([['tax-AA-1900', 'tax-AA', 10, 50, 'direct-a']]);
  });

  test('has the code of an exemption where all lines of the group have the same', () => {
    const codes = (tax: object) => taxes(tax, line('dues', 100), line('direct', 50)).map((one) => one.tax);
    expect(codes({ dues: exempt, direct: exempt })).toStrictEqual([{ ...exempt, base: 150 }]);
    expect(codes({ dues: exempt, direct: { ...exempt, exemption: 'VATEX-EU-O' } })).toStrictEqual([
      { category: 'E', rate: 0, base: 150 },
    ]);
    expect(codes({ dues: { category: 'E', rate: 0 }, direct: exempt })).toStrictEqual([
      { category: 'E', rate: 0, base: 150 },
    ]);
  });

  test('is stated also where it is nothing', () => {
    expect(shown(taxes({ dues: { category: 'AE', rate: 0 } }, line('dues', 100)))).toEqual([
      ['tax-AE-0', 'tax-AE', 0, 100, 'dues-a'],
    ]);
  });
});
