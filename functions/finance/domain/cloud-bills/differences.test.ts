import { rowExceptions } from './find-exceptions.ts';
import { metersOff } from './find-in-meters.ts';
import type { MeteredCell } from './metered-use.ts';
import { reconcile } from './reconcile.ts';
import type { BillException, KnownBill, Reconciliation, ServiceRow } from './reconciliation.ts';
import { restatements } from './restated.ts';
import type { BillCell } from './summary.ts';

const ONE = 10n ** 12n;
const month = '2026-11';
const dayOf = (at: number): string => `${month}-${String(at).padStart(2, '0')}`;
const used = (at: number, units: number, over: Partial<MeteredCell> = {}): MeteredCell => ({
  ...{ meter: 'sqs-request', day: dayOf(at), quantity: BigInt(units), amount: BigInt(units) * ONE, ...over },
});
const cell = (at: number, units: number, over: Partial<BillCell> = {}): BillCell => ({
  ...{ service: 'SQS', usageType: 'Requests-Tier1', meter: 'sqs-request', category: 'usage' },
  ...{ from: dayOf(at), until: dayOf(at), quantity: BigInt(units), cost: BigInt(units) * ONE },
  ...{ correction: false, lines: 1, ...over },
});
const bill = (cells: BillCell[], billId = 'pbl_1'): KnownBill => ({
  billId,
  summary: {
    ...{ format: 'cur-2.0', month, currency: 'USD', lines: cells.length, cells },
    total: cells.reduce((sum, { cost }) => sum + cost, 0n),
  },
});
const reconciled = (metered: MeteredCell[], ...cells: BillCell[]): Reconciliation => {
  const found = reconcile({ month, metered, bills: [bill(cells)] });
  if (!found) throw new Error('no bill');
  return found;
};
const named = (exceptions: readonly BillException[]) =>
  exceptions.map(({ id, difference }) => `${id} ${Number(difference) / 1e12}`);

describe('The differences of a service', () => {
  const row = (over: Partial<ServiceRow> = {}): ServiceRow => ({
    ...{ service: 'SQS', exact: false, metered: 0n, billed: 0n, difference: 0n, factor: ONE },
    ...{ meters: [{ meter: 'sqs-request', quantity: 0n, billedQuantity: 0n, metered: 0n, billed: 0n }], ...over },
  });

  test('are one where nothing of it is billed', () => {
    const all = [used(1, 10), used(2, 20)];
    expect(named(rowExceptions(row({ difference: -30n * ONE }), all, []))).toEqual(['not-billed:SQS -30']);
    const [only] = rowExceptions(row({ difference: -5n }), all, [
      cell(1, 1, { meter: 's3-put' }),
      cell(1, 1, { meter: undefined }),
    ]);
    expect(only).toEqual({ id: 'not-billed:SQS', kind: 'not-billed', service: 'SQS', difference: -5n });
  });

  test('are the days that only one side has, in order, each with its whole amount', () => {
    const metered = [used(1, 100), used(2, 100), used(3, 100), used(4, 0), used(9, 50, { meter: 's3-put' })];
    const found = reconciled(
      metered,
      cell(1, 100),
      cell(3, 100),
      cell(5, 40),
      cell(6, 30),
      cell(9, 50, { service: 'S3', meter: 's3-put' }),
    );
    expect(named(found.exceptions)).toEqual([
      ...['missing-day:SQS:2026-11-02 -100', 'unmetered-day:SQS:2026-11-05 40', 'unmetered-day:SQS:2026-11-06 30'],
    ]);
    expect(found.exceptions[0]).toEqual({
      ...{
        id: 'missing-day:SQS:2026-11-02',
        kind: 'missing-day',
        service: 'SQS',
        day: dayOf(2),
        difference: -100n * ONE,
      },
    });
    expect(found.exceptions[1]).toEqual({
      ...{
        id: 'unmetered-day:SQS:2026-11-05',
        kind: 'unmetered-day',
        service: 'SQS',
        day: dayOf(5),
        difference: 40n * ONE,
      },
    });
  });

  test('are no missing days where a line at no cost, or one of several days, covers them', () => {
    const metered = [used(1, 100), used(2, 100), used(3, 100)];
    expect(named(reconciled(metered, cell(1, 150), cell(3, 150), cell(2, 0)).exceptions)).not.toContainEqual(
      expect.stringContaining('missing-day'),
    );
    const span = (from: number, until: number) => cell(from, 100, { until: dayOf(until) });
    const missing = (...cells: BillCell[]) =>
      named(reconciled(metered, ...cells).exceptions)
        .filter((one) => one.startsWith('missing-day'))
        .map((one) => one.slice(16, 26));
    expect(missing(span(1, 2), cell(1, 100))).toEqual([dayOf(3)]);
    expect(missing(span(2, 3), cell(2, 100))).toEqual([dayOf(1)]);
    expect(missing(span(1, 2), span(3, 4))).toEqual([]);
  });

  test('are no days of less than a two-thousandth of the month', () => {
    const metered = [used(1, 1999), used(2, 1)];
    expect(named(reconciled(metered, cell(1, 1999)).exceptions)).toEqual(['missing-day:SQS:2026-11-02 -1']);
    expect(
      named(reconciled([used(1, 1000), used(2, 1), used(3, 1000)], cell(1, 1000), cell(3, 1000)).exceptions),
    ).toEqual([]);
    expect(named(reconciled([used(1, 1999)], cell(1, 1999), cell(3, 1)).exceptions)).toEqual([
      'unmetered-day:SQS:2026-11-03 1',
    ]);
    expect(named(reconciled([used(1, 2001)], cell(1, 2001), cell(3, 1)).exceptions)).toEqual([]);
    // A day with a credit and without use is no unmetered day, but it differs from the meter.
    expect(named(reconciled([used(1, 100)], cell(1, 100), cell(3, 0), cell(4, -1)).exceptions)).toEqual([
      'day-differs:SQS:sqs-request:2026-11-04 -1',
    ]);
  });

  test('are of the service where all its meters differ alike, and else of each meter', () => {
    const metered = [used(1, 100, { meter: 'dynamodb-write' }), used(1, 100, { meter: 'dynamodb-read' })];
    const cells = (write: number, read: number) => [
      cell(1, write, { meter: 'dynamodb-write' }),
      cell(1, read, { meter: 'dynamodb-read' }),
    ];
    const found = (write: number, read: number) => named(reconciled(metered, ...cells(write, read)).exceptions);
    expect(found(110, 110)).toEqual(['beyond-tolerance:DynamoDB requests 20']);
    expect(found(110, 90)).toEqual([
      ...[
        'beyond-tolerance:DynamoDB requests:dynamodb-write 10',
        'beyond-tolerance:DynamoDB requests:dynamodb-read -10',
      ],
    ]);
    expect(found(100, 90)).toEqual(['beyond-tolerance:DynamoDB requests:dynamodb-read -10']);
    expect(found(100, 100)).toEqual([]);
    // Alike is what is within a quarter of the tolerance of one factor, or within a hundredth of a cent.
    const [more, less] = [1101, 1099];
    const wide = metered.map((one) => ({ ...one, amount: 1000n * ONE }));
    expect(named(reconciled(wide, ...cells(more, less)).exceptions)).toEqual([
      'beyond-tolerance:DynamoDB requests 200',
    ]);
    const tiny = metered.map((one, at) => (at === 1 ? { ...one, amount: 10n ** 8n } : one));
    const [dear, cheap] = cells(110, 0);
    const small = reconciled(tiny, ...(dear && cheap ? [dear, { ...cheap, cost: 2n * 10n ** 8n }] : []));
    expect(small.exceptions.map(({ id }) => id)).toEqual(['beyond-tolerance:DynamoDB requests']);
    const [first] = reconciled(metered, ...cells(110, 90)).exceptions;
    expect(first).toEqual({
      ...{ id: 'beyond-tolerance:DynamoDB requests:dynamodb-write', kind: 'beyond-tolerance' },
      ...{ service: 'DynamoDB requests', usageType: 'dynamodb-write', difference: 10n * ONE },
    });
  });

  test('are within the tolerance up to it, of counted meters and of those read from sizes', () => {
    const within = (meter: 'sqs-request' | 'http-request', units: number) =>
      named(reconciled([used(1, 1000, { meter })], cell(1, units, { meter })).exceptions);
    expect([within('sqs-request', 1050), within('sqs-request', 950)]).toEqual([[], []]);
    expect([within('sqs-request', 1051), within('sqs-request', 949)]).toEqual([
      ...[['beyond-tolerance:SQS 51'], ['beyond-tolerance:SQS -51']],
    ]);
    expect([within('http-request', 1005), within('http-request', 995)]).toEqual([[], []]);
    expect(within('http-request', 1006)).toEqual(['beyond-tolerance:API Gateway 6']);
    const apart = (write: number, read: number) =>
      named(
        reconciled(
          [used(1, 1000, { meter: 'dynamodb-write' }), used(1, 1000, { meter: 'dynamodb-read' })],
          ...[cell(1, write, { meter: 'dynamodb-write' }), cell(1, read, { meter: 'dynamodb-read' })],
        ).exceptions,
      );
    expect(apart(1020, 995)).toEqual(['beyond-tolerance:DynamoDB requests:dynamodb-write 20']);
    expect(apart(1020, 994)).toHaveLength(2);
  });

  test('by day are in cost; where a unit’s price changes within the month, in quantity at the blended price', () => {
    const even = [1, 2, 3, 4, 5].map((at) => used(at, 100));
    const doubled = [1, 2, 3, 4, 5].map((at) => cell(at, at === 3 ? 200 : 100));
    expect(named(reconciled(even, ...doubled).exceptions)).toEqual(['day-differs:SQS:sqs-request:2026-11-03 100']);
    // The first days are free, so that the costs of days differ although their quantities do not.
    const uneven = even.map((one, at) => ({ ...one, quantity: 200n, uneven: true as const, amount: BigInt(at) * ONE }));
    const free = [1, 2, 3, 4, 5].map((at) =>
      cell(at, 0, { quantity: at === 3 ? 300n : 200n, cost: BigInt(at - 1) * ONE }),
    );
    const { exceptions } = reconciled(uneven, ...free);
    expect(named(exceptions)).toEqual(['beyond-tolerance:SQS -1', 'day-differs:SQS:sqs-request:2026-11-03 1']);
    expect(exceptions[1]).toEqual({
      ...{ id: 'day-differs:SQS:sqs-request:2026-11-03', kind: 'day-differs', service: 'SQS' },
      ...{ usageType: 'sqs-request', day: dayOf(3), difference: ONE },
    });
  });

  test('by day are none where the bill has a line of several days, and several days are named with the last', () => {
    const even = [1, 2, 3, 4, 5, 6].map((at) => used(at, 100));
    const dearer = [1, 2, 3, 4, 5, 6].map((at) => cell(at, at > 3 ? 200 : 100));
    const [found] = reconciled(even, ...dearer).exceptions;
    expect(found).toEqual({
      ...{ id: 'days-differ:SQS:sqs-request:2026-11-04:2026-11-06', kind: 'days-differ', service: 'SQS' },
      ...{ usageType: 'sqs-request', day: dayOf(4), until: dayOf(6), difference: 300n * ONE },
    });
    const wide = dearer.map((one, at) => (at === 0 ? { ...one, until: dayOf(2) } : one));
    expect(named(reconciled(even, ...wide).exceptions)).toEqual(['beyond-tolerance:SQS 300']);
  });

  test('leave out what was named already, and are none of a meter without cost', () => {
    const metered = [used(1, 100), used(2, 100), used(3, 100)];
    const billed = [cell(1, 100), cell(2, 300), cell(3, 100), cell(1, 5, { until: dayOf(3) })];
    const off = (skipped: string[], all = billed) => named(metersOff(row(), metered, all, new Set(skipped)));
    expect(off([], billed.slice(0, 3))).toEqual(['day-differs:SQS:sqs-request:2026-11-02 200']);
    expect(off([dayOf(2)], billed.slice(0, 3))).toEqual([]);
    expect(off([dayOf(2)])).toEqual([]);
    expect(off([dayOf(1), dayOf(2)])).toEqual([]);
    expect(named(metersOff(row(), [], [cell(1, 5)], new Set()))).toEqual(['beyond-tolerance:SQS 5']);
  });
});

describe('A month reconciled with its bill', () => {
  test('has a row for each service that is metered, and everything else by its kind', () => {
    const metered = [
      used(1, 100),
      used(2, 100),
      used(1, 50, { meter: 'lambda-request', quantity: 7n }),
      used(1, 0, { meter: 's3-put' }),
    ];
    const found = reconciled(
      metered,
      ...[cell(1, 150), cell(2, 60), cell(1, 60, { service: 'Lambda', meter: 'lambda-request', quantity: 9n })],
      ...[
        cell(1, 4, { service: 'S3', usageType: 'Requests-Tier1', meter: 's3-put' }),
        cell(2, 1, { service: 'S3', meter: 's3-put' }),
      ],
      ...[
        cell(1, 9, { category: 'unknown', usageType: 'Gift' }),
        cell(1, 2, { category: 'tax', usageType: 'x' }),
        cell(2, 3, { category: 'tax', usageType: 'y' }),
      ],
    );
    expect(found).toMatchObject({ month, billId: 'pbl_1', currency: 'USD', metered: 250n * ONE, billed: 289n * ONE });
    expect(found.rows).toEqual([
      {
        ...{ service: 'Lambda', exact: true, metered: 50n * ONE, billed: 60n * ONE, difference: 10n * ONE },
        factor: (12n * ONE) / 10n,
        meters: [{ meter: 'lambda-request', quantity: 7n, billedQuantity: 9n, metered: 50n * ONE, billed: 60n * ONE }],
      },
      {
        ...{ service: 'SQS', exact: false, metered: 200n * ONE, billed: 210n * ONE, difference: 10n * ONE },
        factor: (105n * ONE) / 100n,
        meters: [
          { meter: 'sqs-request', quantity: 200n, billedQuantity: 210n, metered: 200n * ONE, billed: 210n * ONE },
        ],
      },
    ]);
    expect(found.billedOnly).toEqual([
      {
        id: 'not-metered:S3:Requests-Tier1',
        category: 'usage',
        service: 'S3',
        usageType: 'Requests-Tier1',
        cost: 5n * ONE,
      },
      { id: 'tax:SQS', category: 'tax', service: 'SQS', usageType: '', cost: 5n * ONE },
      { id: 'unknown:SQS:Gift', category: 'unknown', service: 'SQS', usageType: 'Gift', cost: 9n * ONE },
    ]);
    expect(found.exceptions.slice(-3)).toEqual([
      {
        id: 'not-metered:S3:Requests-Tier1',
        kind: 'not-metered',
        service: 'S3',
        usageType: 'Requests-Tier1',
        difference: 5n * ONE,
      },
      { id: 'tax:SQS', kind: 'tax', service: 'SQS', difference: 5n * ONE },
      { id: 'unknown:SQS:Gift', kind: 'unknown', service: 'SQS', usageType: 'Gift', difference: 9n * ONE },
    ]);
  });

  test('is reconciled with the last bill, and not without one', () => {
    expect(reconcile({ month, metered: [], bills: [] })).toBeUndefined();
    const bills = [bill([cell(1, 5)], 'pbl_1'), bill([cell(1, 7)], 'pbl_2')];
    expect(reconcile({ month, metered: [], bills })).toMatchObject({ billId: 'pbl_2', billed: 7n * ONE });
  });

  test('names charges of both signs apart, and none of nothing', () => {
    const support = (units: number) => cell(1, units, { category: 'support', usageType: '' });
    const found = reconciled([], support(5), support(-3), support(2), cell(1, 0, { category: 'tax' }));
    expect(named(found.exceptions)).toEqual(['support:SQS:given -3', 'support:SQS:taken 7']);
    expect(named(reconciled([], support(-5), support(-3)).exceptions)).toEqual(['support:SQS -8']);
  });
});

describe('A later bill of a month', () => {
  const found = (before: BillCell[], after: BillCell[]) => restatements([bill(before), bill(after, 'pbl_2')]);

  test('is compared with the one before it by service and category', () => {
    expect(found([cell(1, 5), cell(2, 5)], [cell(1, 6), cell(2, 7)])).toEqual([
      {
        id: 'restated:pbl_2:SQS:usage',
        kind: 'restated',
        service: 'SQS',
        category: 'usage',
        billId: 'pbl_2',
        difference: 3n * ONE,
      },
    ]);
    expect(
      named(found([cell(1, 5)], [cell(1, 5), cell(1, 2, { category: 'tax', meter: undefined, service: 'AmazonX' })])),
    ).toEqual(['restated:pbl_2:AmazonX:tax 2']);
    expect(found([cell(1, 5)], [cell(1, 5)])).toEqual([]);
    expect(restatements([])).toEqual([]);
    expect(restatements([bill([cell(1, 5)])])).toEqual([]);
  });

  test('is named by row of the comparison for use with a meter, and by service of the bill for all else', () => {
    const at = (over: Partial<BillCell>) => named(found([], [cell(1, 1, { service: 'S3', ...over })]));
    expect(at({ meter: 's3-put' })).toEqual(['restated:pbl_2:S3 requests:usage 1']);
    expect(at({ meter: undefined })).toEqual(['restated:pbl_2:S3:usage 1']);
    expect(at({ meter: 's3-put', category: 'late-usage' })).toEqual(['restated:pbl_2:S3:late-usage 1']);
  });

  test('is named by usage type, and then by day, where its changes have both signs', () => {
    const of = (at: number, units: number, usageType: string) => cell(at, units, { usageType });
    const before = [of(1, 10, 'a'), of(2, 10, 'a'), of(1, 10, 'b')];
    expect(named(found(before, [of(1, 12, 'a'), of(2, 13, 'a'), of(1, 9, 'b')]))).toEqual([
      ...['restated:pbl_2:SQS:usage:a 5', 'restated:pbl_2:SQS:usage:b -1'],
    ]);
    const byDay = found(before, [of(1, 12, 'a'), of(2, 7, 'a'), of(1, 10, 'b')]);
    expect(named(byDay)).toEqual([
      ...['restated:pbl_2:SQS:usage:a:2026-11-01 2', 'restated:pbl_2:SQS:usage:a:2026-11-02 -3'],
    ]);
    expect(byDay[0]).toEqual({
      ...{ id: 'restated:pbl_2:SQS:usage:a:2026-11-01', kind: 'restated', service: 'SQS', category: 'usage' },
      ...{ billId: 'pbl_2', usageType: 'a', day: dayOf(1), difference: 2n * ONE },
    });
  });
});
