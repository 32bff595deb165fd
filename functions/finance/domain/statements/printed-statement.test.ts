import { blockSums, kindOf, taxSums } from './printed-statement.ts';
import type { StatementLine } from './statement.ts';

const line = (over: Partial<StatementLine>): StatementLine => ({
  ...{ lineId: 'a', block: 'direct', title: 'platform-own', mode: 'charge', from: '2026-10-01', to: '2026-10-31' },
  ...{ amount: 100, evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
const taxed = (category: string, rate: number, base: number, amount: number) =>
  line({ block: 'tax', tax: { category, rate, base }, amount });

describe('A printed statement', () => {
  test('sums each part that has lines, in the order of the parts: what is charged, and what is only shown or billed later', () => {
    const lines = [
      ...[line({ block: 'dues', amount: 70 }), line({}), line({ mode: 'showback', amount: 30 })],
      ...[line({ mode: 'deferred', amount: 5 }), line({ block: 'credit', amount: -20, mode: 'showback' })],
    ];
    expect(blockSums(lines)).toEqual([
      { block: 'direct', charged: 100, shown: 35, before: 0 },
      { block: 'dues', charged: 70, shown: 0, before: 0 },
      { block: 'credit', charged: 0, shown: -20, before: 0 },
    ]);
    expect(blockSums([])).toEqual([]);
  });

  test('finding F8: compares all parts of the month before, also those without lines this month: its column is its sum', () => {
    const earlier = [line({ amount: 90 }), line({ block: 'one-off', amount: 240 }), line({ block: 'tax', amount: 33 })];
    const shown = line({ block: 'idle', mode: 'showback', amount: 7 });
    const sums = blockSums([line({})], [...earlier, shown]);
    expect(sums.map(({ block, charged, before }) => [block, charged, before])).toEqual([
      ['direct', 100, 90],
      ['one-off', 0, 240],
      ['tax', 0, 33],
    ]);
  });

  test('is an invoice or a credit note with a number, and a statement without one or where nothing is due', () => {
    const of = (amount: number, invoice?: string) => kindOf({ lines: [line({ amount })] }, invoice);
    expect([of(1, '2026-1'), of(-1, '2026-1'), of(0, '2026-1'), of(1), of(-1)]).toEqual([
      ...['invoice', 'credit-note', 'statement', 'statement', 'statement'],
    ]);
  });

  test('states each tax once by its category and rate, and lines without tax in none', () => {
    const lines = [
      ...[line({}), taxed('S', 1900, 1000, 190), taxed('S', 700, 100, 7), taxed('AE', 0, 50, 0)],
      ...[taxed('S', 1900, 500, 95), taxed('AA', 700, 10, 1)],
    ];
    expect(taxSums({ lines })).toEqual([
      { category: 'S', rate: 1900, base: 1500, amount: 285 },
      { category: 'S', rate: 700, base: 100, amount: 7 },
      { category: 'AE', rate: 0, base: 50, amount: 0 },
      { category: 'AA', rate: 700, base: 10, amount: 1 },
    ]);
    expect(taxSums({ lines: [line({})] })).toEqual([]);
  });
});
