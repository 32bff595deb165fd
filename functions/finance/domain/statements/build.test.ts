import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { postOwed } from '../../../../layers/records/ledger/domain/owed.ts';
import { built, sha256, statementsInput } from '../../../../test/builders/statements.ts';
import { monthInput } from '../usage-report/synthetic-month.ts';
import { betweenLines } from './between-lines.ts';
import { carriedLines, deferredLine, endsCycle, originOf } from './billing-cycle.ts';
import { billingSchema, policyMode } from './billing-policy.ts';
import { servicePeriod } from './build.ts';
import { exchanged, exchangeNote, exchangeOf } from './exchange.ts';
import { invoiceSchema, referencesOf } from './invoice.ts';
import { bookedRestatements, type StoredRestatement } from './restatement-schema.ts';
import { sealedDaysSchema, sealedSharesSchema, sealedUse, sealedUseSchema } from './sealed-use.ts';
import { dueOf, eventsOf, type StatementLine, statementSchema } from './statement.ts';

const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', reason: 'Agreed' };
const month = { from: '2026-10-01', to: '2026-10-31' };
const line = (over: Partial<StatementLine>): StatementLine => ({
  ...{ lineId: 'dues-a', block: 'dues', title: 'dues', mode: 'charge', ...month, amount: 5 },
  ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
const exempt = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' } as const;
const loan = (currency: string, over: Partial<Parameters<typeof postOwed>[0]> = {}): LedgerEntry => {
  const about = { at: '2026-10-10T11:00:00.000Z', causeId: 'c_1', memo: 'test', entryId: 'ent_9' };
  const entry = postOwed({
    ...about,
    kind: 'ill-loan-charged',
    owes: 'law',
    owed: 'abbey',
    amount: 1000,
    currency,
    ...over,
  });
  if ('refused' in entry) throw new Error('refused');
  return entry;
};
const rate = { from: 'EUR', rate: '1.1', source: 'ECB', date: '2026-10-30' };

describe('The lines of a month in another currency', () => {
  const billing = {
    name: 'b',
    body: billingSchema.parse({
      rates: [rate],
      modes: { dues: 'charge', 'between-members': 'charge', credit: 'charge' },
    }),
  };
  const credit = { kind: 'credit' as const, memberId: 'law', code: 'outage', amount: -1005, currency: 'EUR', ...made };
  const law = built({ billing, adjustments: [credit], entries: [loan('EUR'), loan('USD', { amount: 7 })] }).find(
    ({ memberId }) => memberId === 'law',
  );

  test('are exchanged at the rate of the policy, rounded half to even, with the amount before', () => {
    expect(law?.lines.find(({ block }) => block === 'credit')).toMatchObject({
      ...{ amount: -1106, mode: 'charge', exchange: { ...rate, amount: '-10.05' } },
    });
    expect(law?.lines.find(({ block }) => block === 'dues')).not.toHaveProperty('exchange');
  });

  test('are only shown where they are debts between members, which are settled in their own currency', () => {
    const between = law?.lines.filter(({ block }) => block === 'between-members');
    expect(between?.map(({ lineId, amount, mode, exchange }) => [lineId, amount, mode, exchange?.amount])).toEqual([
      ['between-members-loans-EUR', 1100, 'showback', '10.00'],
      ['between-members-loans-USD', 7, 'charge', undefined],
    ]);
  });

  test('need a rate only where the currency is another one', () => {
    const body = billingSchema.parse({ rates: [rate] });
    expect([exchangeOf(body, 'USD', 'USD'), exchangeOf(body, 'EUR', 'USD'), exchangeOf(body, 'JPY', 'USD')]).toEqual([
      ...[{ into: 'USD' }, { into: 'USD', rate }, undefined],
    ]);
    expect([exchanged(10n, { into: 'USD' }), exchanged(10n, { into: 'USD', rate })]).toEqual([10n, 11n]);
    expect([exchangeNote('1', { into: 'USD' }), exchangeNote('1', { into: 'USD', rate })]).toStrictEqual([
      ...[{}, { exchange: { ...rate, amount: '1' } }],
    ]);
  });
});

describe('The statements of a month', () => {
  test('have the form in which they are sealed, also with account codes, corrections and an exempt waiting line', () => {
    const codes = {
      ...{ memberId: 'law', version: 1, effectiveFrom: '2026-07-01', default: {}, kinds: {}, purchaseOrders: [] },
      changed: { at: made.at, by: made.by },
    };
    const body = billingSchema.parse({ cycle: 'yearly', modes: { dues: 'charge' }, tax: { dues: exempt } });
    const statements = built({ codes: [codes], billing: { name: 'b', body } });
    for (const one of statements) expect(statementSchema.parse(one)).toStrictEqual(one);
    const law = statements.find(({ memberId }) => memberId === 'law');
    expect(law?.codes).toStrictEqual({ version: 1, effectiveFrom: '2026-07-01' });
    expect(law?.lines.some(({ codes: own }) => own !== undefined)).toBe(false);
    // The code of the exemption stays with the line until it is billed.
    expect(law?.lines.find(({ block }) => block === 'dues')).toMatchObject({ mode: 'deferred', taxRule: exempt });
  });

  test('are of the consortium’s members, and of others that have lines', () => {
    const credit = { kind: 'credit' as const, memberId: 'former', code: 'x', amount: -5, currency: 'USD', ...made };
    const { members } = statementsInput();
    const ids = built({ adjustments: [credit], members: [...members, 'new'] }).map(({ memberId }) => memberId);
    expect(ids).toEqual([...members, 'former', 'new'].toSorted());
  });

  test('are of the days from the first to the last of the month', () => {
    expect(['2026-02', '2028-02', '2026-12'].map(servicePeriod)).toEqual([
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2028-02-01', to: '2028-02-29' },
      { from: '2026-12-01', to: '2026-12-31' },
    ]);
  });

  test('are to be paid as far as their lines are charged', () => {
    expect(dueOf([line({}), line({ amount: 7, mode: 'showback' }), line({ amount: 9, mode: 'deferred' })])).toBe(5);
    const operations = [2, 3].map((events) => ({ operation: 'search', events, amount: '1' }));
    expect([eventsOf({ operations }), eventsOf({ operations: [] })]).toEqual([5, 0]);
  });
});

describe('Debts between members', () => {
  const about = { month: '2026-10', period: month };

  test('are a line for each member, kind and currency, with the number of entries in which the member has a part', () => {
    const entries = [
      ...[loan('USD'), loan('USD', { amount: 300, kind: 'ill-copy-charged' }), loan('EUR')],
      loan('USD', { owes: 'abbey', owed: 'law', amount: 50 }),
      loan('USD', { owes: 'zoo', owed: 'abbey', amount: 9 }),
    ];
    const lines = betweenLines(entries, about);
    expect(
      lines.map(({ memberId, line: { lineId, amount, evidence } }) => [memberId, lineId, amount, evidence]),
    ).toEqual(
      (
        [
          ['abbey', 'EUR', -1000, 1, 1000, 0],
          ['law', 'EUR', 1000, 1, 0, 1000],
          ['abbey', 'USD', -1259, 4, 1309, 50],
          ['law', 'USD', 1250, 3, 50, 1300],
          ['zoo', 'USD', 9, 1, 0, 9],
        ] as const
      ).map(([memberId, currency, amount, count, owed, owes]) => [
        ...[memberId, `between-members-loans-${currency}`, amount],
        { kind: 'ledger', period: '2026-10', owed, owes, entries: count },
      ]),
    );
  });

  test('that cancel out are a line of zero, not of minus zero', () => {
    const [abbey] = betweenLines([loan('USD'), loan('USD', { owes: 'abbey', owed: 'law' })], about);
    expect(Object.is(abbey?.line.amount, 0)).toBe(true);
  });
});

describe('A line that waits for its invoice', () => {
  test('has the month and id where it was first stated, and is named by both once it is billed', () => {
    const of = (lineId: string) => originOf({ month: '2026-10', lineId });
    expect(of('carried-2026-08-dues-a')).toEqual({ month: '2026-08', lineId: 'dues-a' });
    for (const other of ['dues-a', 'x-carried-2026-08-dues-a', 'carried-2026-8-dues-a', 'carried-2026-08-'])
      expect(of(other)).toEqual({ month: '2026-10', lineId: other });
    const deferred = { month: '2026-08', memberId: 'law', currency: 'USD', lines: [line({ mode: 'deferred' })] };
    expect(carriedLines(deferred)).toStrictEqual([
      {
        ...line({ lineId: 'carried-2026-08-dues-a', carries: { month: '2026-08', lineId: 'dues-a' } }),
        evidence: { kind: 'carried', month: '2026-08', lineId: 'dues-a' },
      },
    ]);
  });

  test('keeps the invoices of a true-up as evidence, which its bill then corrects', () => {
    const trueUp: StatementLine['evidence'] = {
      ...{ kind: 'true-up', year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'seal', cost: 'platform' },
      ...{ packs: [], costs: {}, actual: 0, billed: 0, invoices: ['2026-2', '2026-1'] },
    };
    const lines = [line({ mode: 'deferred', evidence: trueUp })];
    const [carried] = carriedLines({ month: '2026-08', memberId: 'law', currency: 'USD', lines });
    expect(carried?.evidence).toStrictEqual({
      ...{ kind: 'carried', month: '2026-08', lineId: 'dues-a', invoices: ['2026-2', '2026-1'] },
    });
    expect(referencesOf([line({ evidence: trueUp })])).toStrictEqual({ corrects: ['2026-1', '2026-2'] });
  });

  test('has the tax rule of its part, with the code of an exemption', () => {
    const billing = billingSchema.parse({ tax: { dues: exempt } });
    expect(deferredLine(billing, line({}))).toStrictEqual(line({ mode: 'deferred', taxRule: exempt }));
    expect(deferredLine(billing, line({ block: 'direct' }))).toStrictEqual(line({ block: 'direct', mode: 'deferred' }));
    expect((['showback', 'charge', 'deferred'] as const).map(policyMode)).toEqual(['showback', 'charge', 'charge']);
  });

  test('waits until the last month of the cycle, which a fiscal year from any month on divides', () => {
    const ends = (cycle: string, fiscalYearStartsIn: number) =>
      Array.from({ length: 12 }, (_, at) => at + 1).filter((at) =>
        endsCycle(billingSchema.parse({ cycle, fiscalYearStartsIn }), 'law', `2026-${String(at).padStart(2, '0')}`),
      );
    expect([ends('quarterly', 1), ends('quarterly', 2), ends('yearly', 1), ends('yearly', 12)]).toEqual([
      ...[[3, 6, 9, 12], [1, 4, 7, 10], [12], [11]],
    ]);
  });
});

test('an invoice refers to what its charged lines correct and to their purchase orders, each once and in order', () => {
  const corrects = (invoice?: string) => ({
    ...{ month: '2026-09', lineId: 'a', block: 'dues' as const, ...(invoice !== undefined && { invoice }) },
  });
  const order = (purchaseOrder: string) => ({ codes: { purchaseOrder } });
  const lines = [
    ...[line({ corrects: corrects('2026-2') }), line({ corrects: corrects('2026-1') }), line({ corrects: corrects() })],
    ...[line({ corrects: corrects('2026-2') }), line({ corrects: corrects('2026-9'), mode: 'showback' })],
    ...[line(order('PO-2')), line(order('PO-1')), line(order('PO-2')), line({ ...order('PO-9'), mode: 'deferred' })],
    line({ codes: { account: '1' } }),
  ];
  expect(referencesOf(lines)).toStrictEqual({ corrects: ['2026-1', '2026-2'], purchaseOrders: ['PO-1', 'PO-2'] });
  expect(referencesOf([line({})])).toStrictEqual({});
  expect(referencesOf([line({ evidence: { kind: 'carried', month: '2026-09', lineId: 'a' } })])).toStrictEqual({});
  const invoice = {
    number: '2026-1',
    document: 'invoice',
    memberId: 'law',
    month: '2026-10',
    amount: 5,
    currency: 'USD',
  };
  expect(invoiceSchema.safeParse({ ...invoice, issuedAt: made.at, dueOn: '2026-12-03' }).success).toBe(true);
  expect(
    invoiceSchema.safeParse({ ...invoice, document: 'bill', issuedAt: made.at, dueOn: '2026-12-03' }).success,
  ).toBe(false);
});

test('the booked restatements of a month are the earlier ones, and the last one once it is booked', () => {
  const act = { at: made.at, by: made.by };
  const heading = { number: 2, after: 'pbl_2', currency: 'EUR', amount: 5, seal: 'seal', prepared: act };
  const earlier = [{ ...heading, number: 1, approved: act, into: '2026-10' }];
  const stored: StoredRestatement = { ...heading, month: '2026-09', state: 'prepared', preparers: [], v: 1, earlier };
  expect(bookedRestatements(stored)).toStrictEqual(earlier);
  const booked: StoredRestatement = { ...stored, state: 'booked', approved: act, into: '2026-11' };
  expect(bookedRestatements(booked)).toStrictEqual([...earlier, { ...heading, approved: act, into: '2026-11' }]);
});

describe('The sealed use', () => {
  const { report, key } = statementsInput();
  const [sum] = monthInput('2026-10').sums;
  if (!sum) throw new Error('no use');
  const sealed = (over: Parameters<typeof sealedUse>[0]) => {
    const { use, texts } = sealedUse(over, sha256);
    const read = (name: string | undefined) => JSON.parse(texts.get(name ?? '') ?? '');
    const names = sealedUseSchema.parse(read(use));
    return {
      shares: sealedSharesSchema.parse(read(names.shares)),
      days: Object.fromEntries(
        Object.entries(names.days).map(([owner, name]) => [owner, sealedDaysSchema.parse(read(name))]),
      ),
    };
  };

  test('has the meters with a cost only, and sums the charges of a line by row of the bill', () => {
    const charge = (meter: 'lambda-request' | 'lambda-gb-second' | 'http-request', amount: bigint) => ({
      meter,
      quantity: 1n,
      amount,
    });
    const [known] = report.lines.filter(({ pool }) => pool === 'own');
    if (!known) throw new Error('no line');
    const own = {
      ...known,
      member: 'law',
      category: 'direct' as const,
      pool: 'own' as const,
      service: 'search' as const,
    };
    const lines = [
      {
        ...own,
        operation: 'b',
        charges: [charge('lambda-request', 1n), charge('lambda-gb-second', 2n), charge('http-request', 5n)],
      },
      { ...own, operation: 'a', charges: [charge('lambda-request', 4n)] },
    ];
    const price = { unit: 'x', unitPrice: 7n, quantity: 1n };
    const prices = [
      { ...price, meter: 'lambda-request' as const, amount: 5n },
      { ...price, meter: 'http-request' as const, amount: 0n },
    ];
    const { shares, days } = sealed({
      report: { ...report, lines, prices },
      key,
      sums: [{ ...sum, synthetic: false }],
    });
    expect(shares.meters).toEqual(['lambda-request']);
    expect(shares.metered).toEqual([
      ['API Gateway', 'law', 'direct-own-search', '0.000000000005'],
      ['Lambda', 'law', 'direct-own-search', '0.000000000007'],
    ]);
    // Without a line of the owner, its days have no cost.
    const [day] = days[sum.member]?.days ?? [];
    expect(day).toMatchObject({ service: sum.service, operation: sum.operation, day: sum.day, events: sum.events });
    expect(day).not.toHaveProperty('amount');
    expect(days[sum.member]?.prices.every(({ unit, price: of }) => unit === 'x' && of === '0.000000000007')).toBe(true);
  });

  test('has the cost of a member’s days by its own lines of that service and operation, not by its shares', () => {
    const [known] = report.lines.filter(
      ({ pool, member, service, operation }) =>
        pool === 'own' && member === sum.member && service === sum.service && operation === sum.operation,
    );
    if (!known) throw new Error('no line');
    const of = (lines: typeof report.lines) =>
      sealed({ report: { ...report, lines }, key, sums: [{ ...sum, synthetic: false }] }).days[sum.member]?.days.map(
        ({ amount }) => amount,
      );
    const own = { ...known, amount: 7n * 10n ** 12n };
    expect(of([{ ...own, operation: 'other' }, { ...own, service: 'platform' }, own])).toEqual(['7.000000000000']);
    expect(
      of([
        { ...own, pool: 'consortium' },
        { ...own, member: 'zoo' },
      ]),
    ).toEqual([undefined]);
  });
});
