import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import { changesOf, shareChanges } from './restatement-changes.ts';
import type { SealedShares } from './sealed-use.ts';

const exact = (units: number): string => `${units}.000000000000`;
const ONE = 10n ** 12n;
const shares: SealedShares = {
  key: [
    ['abbey', 1],
    ['law', 3],
  ],
  meters: ['http-request', 'lambda-request', 'lambda-gb-second'],
  metered: [
    ['API Gateway', 'abbey', 'direct-own-search', exact(2)],
    ['API Gateway', 'law', 'direct-own-search', exact(6)],
    ['Lambda', 'law', 'direct-own-search', exact(4)],
  ],
};
const cell = (category: BillCell['category'], units: number, meter?: BillCell['meter']): BillCell => ({
  ...{ service: 'AmazonX', usageType: meter ?? '', meter, category, from: '2026-10-01', until: '2026-10-31' },
  ...{ quantity: 0n, cost: BigInt(units) * ONE, correction: false, lines: 1 },
});
const bill = (cells: BillCell[]): KnownBill => {
  const head = { format: 'cur-2.0', month: '2026-10', currency: 'USD', lines: cells.length } as const;
  return { billId: 'pbl_1', summary: { ...head, total: 0n, cells } };
};
const changes = (before: BillCell[] | undefined, after: BillCell[]) =>
  changesOf(shares, { before: before && bill(before), after: bill(after) }).map(
    ({ of, category, before: was, after: is }) => [of, category, Number(was / ONE), Number(is / ONE)],
  );

describe('The changes of a bill', () => {
  test('are by row of the comparison for use that a meter counted, by kind for everything else', () => {
    const after = [
      ...[cell('usage', 9, 'http-request'), cell('usage', 3, 'lambda-request'), cell('usage', 2, 'lambda-gb-second')],
      ...[cell('usage', 7), cell('usage', 1, 'email-sent'), cell('credit', -2, 'http-request'), cell('support', 29)],
    ];
    expect(changes([], after)).toEqual([
      ['API Gateway', undefined, 0, 9],
      ['Lambda', undefined, 0, 5],
      ['unmetered-credit', 'credit', 0, -2],
      ['unmetered-support', 'support', 0, 29],
      ['unmetered-usage', 'usage', 0, 8],
    ]);
  });

  test('omit what costs the same, and have what is no longer billed', () => {
    const before = [cell('usage', 9, 'http-request'), cell('support', 29), cell('tax', 4)];
    expect(changes(before, [cell('usage', 9, 'http-request'), cell('support', 30)])).toEqual([
      ['unmetered-support', 'support', 29, 30],
      ['unmetered-tax', 'tax', 4, 0],
    ]);
    expect(changes(before, before)).toEqual([]);
  });

  test('are changes of the metered amounts where the month was closed without a bill', () => {
    expect(changes(undefined, [cell('usage', 9, 'http-request'), cell('support', 29)])).toEqual([
      ['API Gateway', undefined, 8, 9],
      ['Lambda', undefined, 4, 0],
      ['unmetered-support', 'support', 0, 29],
    ]);
  });

  test('are shared as the month was: use by its metered amounts, everything else by the key', () => {
    const rows = changesOf(shares, {
      before: undefined,
      after: bill([cell('usage', 16, 'http-request'), cell('usage', 4, 'lambda-request'), cell('support', 40)]),
    });
    const shared = [...shareChanges(shares, rows)].map(([member, own]) => [
      member,
      Object.fromEntries([...own].map(([lineId, amount]) => [lineId, Number(amount / ONE)])),
    ]);
    expect(shared).toEqual([
      ['abbey', { 'direct-own-search': 2, 'unmetered-support': 10 }],
      ['law', { 'direct-own-search': 6, 'unmetered-support': 30 }],
    ]);
  });

  test('add up where several rows are of one line, and leave out members with no part', () => {
    const rows = changesOf(shares, {
      before: undefined,
      after: bill([cell('usage', 8, 'http-request'), cell('usage', 5, 'lambda-request')]),
    });
    expect([...shareChanges(shares, rows)].map(([member, own]) => [member, [...own]])).toEqual([
      ['law', [['direct-own-search', ONE]]],
    ]);
  });
});
