import type { PriceBook } from '../pricing/price-book.ts';
import type { IdleReading } from '../usage-report/idle-readings.ts';
import type { ReportLine } from '../usage-report/model.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported, resourcesIn } from '../usage-report/synthetic-month.ts';
import { judged } from './acceptance.ts';
import { calibrate } from './calibrate.ts';
import { recurringExplanationSchema, thresholdsSchema } from './explanation-rules.ts';
import { meteredUse } from './metered-use.ts';
import { reconcile } from './reconcile.ts';
import type { BillException, Reconciliation } from './reconciliation.ts';
import { billView, type StoredBill, storedBillSchema, takenIn } from './stored-bill.ts';
import type { BillCell } from './summary.ts';
import { reconciledView } from './view.ts';
import { reconciledSchema } from './view-schema.ts';

const ONE = 10n ** 12n;
const month = '2026-11';
const stored: StoredBill = {
  ...{ billId: 'pbl_1', month, fileName: 'bill.csv', bytes: 9, sha256: 'a', sentBy: 'staff:stf_1' },
  ...{ openedAt: '2026-12-03T00:00:00.000Z', state: 'taken' },
};
const { book } = monthInput('2026-10');
const amount = (units: string) => ({ shown: `${units}000000`, exact: `${units}000000000000` });

describe('A bill in a response', () => {
  test('has its total with and without all its places, and not what the invoice says', () => {
    expect(billView({ ...stored, total: '12.5', invoiced: '12.50' })).toStrictEqual({
      ...{ ...stored, total: { shown: '12.500000', exact: '12.500000000000' } },
    });
    expect(billView(stored)).toStrictEqual(stored);
  });

  test('is reconciled in the order in which it was read, only once it is taken', () => {
    const of = (billId: string, readAt?: string, state: StoredBill['state'] = 'taken') => ({
      ...{ ...stored, billId, state, ...(readAt !== undefined && { readAt }) },
    });
    const bills = [
      of('b', '2'),
      of('c', '3'),
      of('x', '1', 'refused'),
      of('y', undefined, 'awaited'),
      of('a', '1'),
      of('o'),
    ];
    expect(takenIn(bills).map(({ billId }) => billId)).toEqual(['o', 'a', 'b', 'c']);
  });

  test('is stored with the reason of its refusal', () => {
    const refusal = { code: 'unreadable-rows', detail: 'x', faults: [{ line: 3, reason: 'no-cost' }] };
    expect(storedBillSchema.parse({ ...stored, refusal })).toEqual({ ...stored, refusal });
    const refused = [
      ...[
        { ...stored, state: 'lost' },
        { ...stored, refusal: { ...refusal, code: 'x' } },
        { ...stored, bytes: '9' },
      ],
      { ...stored, refusal: { ...refusal, faults: [{ line: 0, reason: 'no-cost' }] } },
    ];
    expect(refused.filter((one) => storedBillSchema.safeParse(one).success)).toEqual([]);
  });
});

describe('A reconciled month in a response', () => {
  const cell = (over: Partial<BillCell>): BillCell => ({
    ...{ service: 'Lambda', usageType: 'x', meter: 'lambda-gb-second', category: 'usage', from: '2026-11-01' },
    ...{ until: '2026-11-01', quantity: 3n * ONE, cost: 12n * ONE, correction: false, lines: 1, ...over },
  });
  const support = cell({
    service: 'AWSSupport',
    meter: undefined,
    category: 'support',
    usageType: '',
    cost: 30n * ONE,
  });
  const tax = cell({ service: 'Lambda', meter: undefined, category: 'tax', usageType: '', cost: 20n * ONE });
  const cells = [cell({}), support, tax];
  const summary = { format: 'cur-2.0' as const, month, currency: 'USD', lines: 3, total: 62n * ONE, cells };
  const metered = [
    { meter: 'lambda-gb-second' as const, day: '2026-11-01', quantity: 2_048_000_000_000n, amount: 9n * ONE },
  ];
  const found = reconcile({ month, metered, bills: [{ billId: 'pbl_1', summary }] });
  if (!found) throw new Error('no bill');
  const lines: ReportLine[] = [
    {
      ...{ category: 'direct', pool: 'own', member: 'law', service: 'search', operation: 'search', events: 1 },
      ...{ succeeded: 1, charges: [{ meter: 'lambda-gb-second', quantity: 1n, amount: 9n * ONE }], amount: 9n * ONE },
    },
  ];
  const key = {
    name: 'equal',
    version: '1',
    weights: new Map([
      ['law', 1],
      ['abbey', 1],
    ]),
  };
  const recurring = [
    recurringExplanationSchema.parse({ kind: 'tax', service: 'Lambda', atMost: 2000, reason: 'VAT', until: '2027-01' }),
  ];
  const accepted = {
    exceptionId: 'support:AWSSupport',
    difference: '30.000000000000',
    reason: 'Plan',
    by: 'staff:stf_2',
    at: '2026-12-04T00:00:00.000Z',
  };
  const by = (acceptances: (typeof accepted)[]) => ({
    acceptances,
    rules: { explain: thresholdsSchema.parse({}), recurring },
    minorDigits: 2,
  });
  const view = (acceptances: (typeof accepted)[]) =>
    reconciledView(found, {
      bill: billView(stored),
      book,
      by: by(acceptances),
      lines,
      key,
      calibrated: calibrate(lines, found, key),
    });

  test('has its rows, other costs, differences with their effect, and the members’ calibrated sums', () => {
    const whole = view([accepted]);
    expect(reconciledSchema.parse(whole)).toEqual(whole);
    const meter = {
      ...{ meter: 'lambda-gb-second', unit: book.prices['lambda-gb-second'].unit, quantity: '2.000000' },
      ...{ billedQuantity: '3.000000', metered: amount('9.'), billed: amount('12.') },
    };
    expect(whole).toEqual({
      ...{ bill: stored, metered: amount('9.'), billed: amount('62.'), difference: amount('53.'), settled: false },
      rows: [
        {
          ...{ service: 'Lambda', exact: true, metered: amount('9.'), billed: amount('12.'), difference: amount('3.') },
          ...{ percent: '33.33', factor: '1.333333', meters: [meter] },
        },
      ],
      billedOnly: [
        { id: 'support:AWSSupport', category: 'support', service: 'AWSSupport', usageType: '', cost: amount('30.') },
        { id: 'tax:Lambda', category: 'tax', service: 'Lambda', usageType: '', cost: amount('20.') },
      ],
      exceptions: [
        {
          ...{ id: 'beyond-tolerance:Lambda', kind: 'beyond-tolerance', service: 'Lambda', difference: amount('3.') },
          ...{ open: true, effect: [{ member: 'law', amount: amount('3.') }] },
        },
        {
          ...{
            id: 'support:AWSSupport',
            kind: 'support',
            service: 'AWSSupport',
            difference: amount('30.'),
            open: false,
          },
          accepted: { reason: 'Plan', by: 'staff:stf_2', at: accepted.at },
          effect: [
            { member: 'abbey', amount: amount('15.') },
            { member: 'law', amount: amount('15.') },
          ],
        },
        {
          ...{ id: 'tax:Lambda', kind: 'tax', service: 'Lambda', difference: amount('20.'), open: false },
          recurring: { reason: 'VAT', until: '2027-01' },
          effect: [
            { member: 'abbey', amount: amount('10.') },
            { member: 'law', amount: amount('10.') },
          ],
        },
      ],
      calibrated: {
        ...{ total: amount('62.'), left: amount('0.'), rounded: 6200 },
        members: [
          { member: 'abbey', rounded: 2500 },
          { member: 'law', rounded: 3700 },
        ],
      },
    });
  });

  test('is settled once no difference is open', () => {
    const explained = { ...accepted, exceptionId: 'beyond-tolerance:Lambda', difference: '3.000000000000' };
    expect([view([]).settled, view([accepted]).settled, view([accepted, explained]).settled]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('has no percentage of a row that cost nothing', () => {
    const rows = found.rows.map((row) => ({ ...row, metered: 0n }));
    const whole = reconciledView(
      { ...found, rows },
      { bill: stored as never, book, by: by([]), lines, key, calibrated: calibrate(lines, found, key) },
    );
    expect(whole.rows[0]?.percent).toBe('0.00');
  });
});

describe('Which differences are open', () => {
  const difference = (
    kind: BillException['kind'],
    cents: number,
    over: Partial<BillException> = {},
  ): BillException => ({
    ...{ id: `${kind} ${cents}`, kind, service: 'S3', difference: BigInt(cents) * 10n ** 10n, ...over },
  });
  const of = (exceptions: BillException[], recurring: object[] = [], explain: object = {}, minorDigits = 2) =>
    judged({ exceptions, month } as Reconciliation, {
      ...{ acceptances: [], minorDigits },
      rules: {
        explain: thresholdsSchema.parse(explain),
        recurring: recurring.map((one) => recurringExplanationSchema.parse(one)),
      },
    }).map(({ id, open, recurring: by }) => `${id}${open ? ' open' : ''}${by ? ` by ${by.reason}` : ''}`);

  test('are from metered use from 1.00 on, others from 10.00 on, of either sign, in the decimals of the currency', () => {
    expect(
      of([difference('day-differs', 99), difference('day-differs', 100), difference('day-differs', -100)]),
    ).toEqual([...['day-differs 99', 'day-differs 100 open', 'day-differs -100 open']]);
    expect(of([difference('tax', 900), difference('tax', 1000)])).toEqual(['tax 900', 'tax 1000 open']);
    expect(of([difference('day-differs', 9999), difference('day-differs', 10_000)], [], {}, 0)).toEqual([
      ...['day-differs 9999', 'day-differs 10000 open'],
    ]);
  });

  test('are the small ones together, only when they exceed their sum', () => {
    const small = Array.from({ length: 10 }, (_, at) => difference('day-differs', at % 2 ? 50 : -50, { id: `d${at}` }));
    expect(of(small, [], { together: 500 })).toHaveLength(10);
    expect(of(small, [], { together: 499 }).at(-1)).toBe('small-together open');
  });

  test('are not those that a recurring explanation of the kind, service and usage type covers until its last month', () => {
    const rule = { kind: 'tax', service: 'S3', atMost: 2000, reason: 'VAT', until: month };
    const is = (over: object, one = difference('tax', 2000)) =>
      of([one], [{ ...rule, ...over }])[0]?.includes('by VAT');
    expect([
      is({}),
      is({ until: '2026-10' }),
      is({ until: '2026-12' }),
      is({ service: 'SQS' }),
      is({ kind: 'support' }),
    ]).toEqual([...[true, false, true, false, false]]);
    expect([
      is({ atMost: 1999 }),
      is({ usageType: 'a' }),
      is({ usageType: 'a' }, difference('tax', 2000, { usageType: 'a' })),
    ]).toEqual([...[false, false, true]]);
  });

  test('are covered smallest first, those of one size by name, each explanation for its own sum', () => {
    const rule = (atMost: number, reason: string) => ({ kind: 'tax', service: 'S3', atMost, reason, until: month });
    const some = (...cents: number[]) =>
      cents.map((one, at) => difference('tax', one, { id: String.fromCharCode(122 - at) }));
    expect(of(some(3000, 2000, 1000), [rule(3000, 'one')])).toEqual(['z open', 'y by one', 'x by one']);
    expect(of(some(-2000, 2000), [rule(2000, 'one')])).toEqual(['z open', 'y by one']);
    expect(of(some(2000, 2000), [rule(2000, 'one'), rule(2000, 'two')])).toEqual(['z by two', 'y by one']);
  });

  test.each<[string, object, boolean]>([
    ['a sum of nothing', { atMost: 0 }, true],
    ['a negative sum', { atMost: -1 }, false],
    ['a sum beyond a billion', { atMost: 100_000_000_001 }, false],
    ['the largest sum', { atMost: 100_000_000_000 }, true],
    ['a reason of three characters', { reason: ' abc ' }, true],
    ['a reason of two characters', { reason: ' ab ' }, false],
    ['a reason of 500 characters', { reason: 'x'.repeat(500) }, true],
    ['a reason of 501 characters', { reason: 'x'.repeat(501) }, false],
    ['a service of a blank', { service: ' ' }, false],
    ['a service of 200 characters', { service: 'x'.repeat(200), usageType: 'x'.repeat(200) }, true],
    ['a service of 201 characters', { service: 'x'.repeat(201) }, false],
    ['a usage type of 201 characters', { usageType: 'x'.repeat(201) }, false],
    ['a blank usage type', { usageType: ' ' }, false],
    ['an unknown kind', { kind: 'x' }, false],
    ['no month', { until: 'x' }, false],
    ['another field', { other: 1 }, false],
  ])('may be explained for months by a rule with %s: %s', (_, over, isAccepted) => {
    const rule = { kind: 'tax', service: 'S3', atMost: 2000, reason: 'VAT', until: month };
    expect(recurringExplanationSchema.safeParse({ ...rule, ...over }).success).toBe(isAccepted);
  });

  test('are by thresholds from zero to a billion, unless the policy says otherwise 1.00, 10.00 and 10.00 together', () => {
    expect(thresholdsSchema.parse({})).toEqual({ metered: 100, unmetered: 1000, together: 1000 });
    const accepts = (over: object) => thresholdsSchema.safeParse(over).success;
    expect([{ metered: 0 }, { unmetered: 0 }, { together: 100_000_000_000 }].map(accepts)).toEqual([true, true, true]);
    const wrong = [{ metered: -1 }, { unmetered: 0.5 }, { together: 100_000_000_001 }, { other: 1 }];
    expect(wrong.filter(accepts)).toEqual([]);
  });
});

describe('The metered use by days', () => {
  const input = monthInput('2026-10');
  const [sum] = input.sums;
  if (!sum) throw new Error('no use');
  const report = { ...reported(monthReport(input)), lines: [] };
  const counts = { ...sum.counts, invocations: 4, httpUnits: 0 };
  const price = (meter: 'lambda-request' | 'alarm' | 'search-t3-medium-hour', cost: bigint) => ({
    meter,
    unit: 'x',
    unitPrice: 0n,
    quantity: 0n,
    amount: cost,
  });
  const of = (days: [day: string, invocations: number][], amountOf: bigint, by?: PriceBook) =>
    meteredUse(
      { ...report, prices: [price('lambda-request', amountOf)] },
      {
        sums: days.map(([day, invocations]) => ({ ...sum, day, counts: { ...counts, invocations } })),
        readings: [],
        until: '2026-10-31',
      },
      by,
    );

  test('is the quantity of each meter and day of the month, with its part of the month’s cost', () => {
    expect(
      of(
        [
          ['2026-10-01', 1],
          ['2026-10-02', 3],
          ['2026-10-01', 2],
          ['2026-11-01', 9],
          ['2026-09-30', 9],
        ],
        12n,
      ),
    ).toEqual([
      { meter: 'lambda-request', day: '2026-10-01', quantity: 3_000_000n, amount: 6n },
      { meter: 'lambda-request', day: '2026-10-02', quantity: 3_000_000n, amount: 6n },
    ]);
  });

  test('is marked where the month costs more or less than its quantity at the first price, beyond rounding', () => {
    const tiers = [
      { upTo: 1, price: '7' },
      { price: '1' },
    ] as unknown as PriceBook['prices']['lambda-request']['tiers'];
    const priced = {
      ...input.book,
      prices: { ...input.book.prices, 'lambda-request': { ...input.book.prices['lambda-request'], per: 1, tiers } },
    } as PriceBook;
    const marks = (cost: bigint, by: PriceBook | undefined = priced) =>
      of([['2026-10-01', 2]], cost, by).map(({ uneven }) => uneven);
    expect([marks(14n * ONE), marks(14n * ONE + 1000n), marks(14n * ONE - 1000n)]).toEqual([
      [undefined],
      [undefined],
      [undefined],
    ]);
    expect([marks(14n * ONE + 1001n), marks(14n * ONE - 1001n), marks(8n * ONE)]).toEqual([[true], [true], [true]]);
    expect(of([['2026-10-01', 2]], 8n * ONE)[0]).not.toHaveProperty('uneven');
  });

  test('of what is deployed is what each day adds to the month until its last day', () => {
    const deployed = (until: string, over: Partial<IdleReading> = {}) =>
      meteredUse(
        { ...report, prices: [price('search-t3-medium-hour', 31n * ONE), price('alarm', 0n)] },
        { sums: [], readings: [{ ...resourcesIn('2026-10'), ...over }], until },
      );
    const hours = deployed('2026-10-31').filter(({ meter }) => meter === 'search-t3-medium-hour');
    expect(hours.map(({ quantity, amount: cost }) => [quantity, cost])).toEqual(Array(31).fill([48_000_000n, ONE]));
    expect([hours[0]?.day, hours.at(-1)?.day]).toEqual(['2026-10-01', '2026-10-31']);
    const alarms = deployed('2026-10-31').filter(({ meter }) => meter === 'alarm');
    expect(alarms.reduce((all, { quantity }) => all + quantity, 0n)).toBe(24_000_000n);
    const days = (cells: ReturnType<typeof deployed>) =>
      cells.flatMap(({ meter, day }) => (meter === 'alarm' ? [day.slice(-2)] : []));
    expect(days(deployed('2026-10-03'))).toEqual(['01', '02', '03']);
    expect(days(deployed('2026-10-03', { day: '2026-10-02' }))).toEqual(['02', '03']);
    expect(days(deployed('2026-10-03', { alarms: 0 }))).toEqual([]);
  });

  test('is refused for the report of one member, which is not the whole bill', () => {
    const use = { sums: [], readings: [], until: '2026-10-31' };
    expect(() => meteredUse({ ...report, member: 'law' }, use)).toThrow('A member’s report is not the whole bill’s');
  });
});
