import fc from 'fast-check';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { type EntryKind, entryKinds } from '../../../../layers/records/ledger/domain/kinds.ts';
import { post } from '../../../../layers/records/ledger/domain/post.ts';
import { ageingOf, ages } from '../member-account/ageing.ts';
import { settle } from '../member-account/settling.ts';
import { newPeriod, type Period } from '../periods/period.ts';
import { booksLines } from './books-lines.ts';
import { budgetBeside, budgetYears } from './budget-beside.ts';
import { cloudCostPostings, restatedCloudCosts } from './cloud-cost.ts';
import { booksJournal, receivablesTable, trialTable } from './files/books-tables.ts';
import { enteredSchema, ownEntries } from './own-entry.ts';
import { receivablesOf } from './receivables.ts';
import { resultOf, trialBalances, yearBegins } from './trial-balance.ts';

let serial = 0;
const booked = (
  kind: EntryKind,
  month: string,
  amount: number,
  more: { member?: string; memo?: string } = {},
): LedgerEntry => {
  serial += 1;
  const { member = 'ash', memo = 'statement' } = more;
  const entryId = `e-${serial}`;
  const entry = post({
    entryId,
    causeId: entryId,
    at: `${month}-15T10:00:00.000Z`,
    kind,
    currency: 'USD',
    amount,
    member,
    memo,
  });
  if ('refused' in entry) throw new Error(entry.refused[0]?.detail);
  return entry;
};
const own = (kind: EntryKind, month: string, amount: number, memo = 'payment') =>
  booked(kind, month, amount, { member: 'consortium', memo });
const span = { from: '2026-11', to: '2026-11', yearFrom: '2026-01' };
const balanceOf = (entries: LedgerEntry[], at = span) =>
  Object.fromEntries((trialBalances(entries, at)[0]?.accounts ?? []).map(({ account, closing }) => [account, closing]));

describe('The consortium’s own books', () => {
  it('mirror what members owe: dues, platform cost, corrections, one-off services, tax and passed-on debts', () => {
    const entries = [
      booked('dues-billed', '2026-11', 1000),
      booked('platform-billed', '2026-11', 250),
      booked('credit-noted', '2026-11', 50),
      booked('services-billed', '2026-11', 45),
      booked('services-credited', '2026-11', 5),
      booked('tax-billed', '2026-11', 190),
      booked('netting-billed', '2026-11', 70),
      booked('consortium-paid', '2026-11', 400),
    ];
    expect(balanceOf(entries)).toEqual({
      ...{ bank: 400, receivables: 1100, clearing: -70, tax: -190 },
      ...{ 'revenue-dues': -1000, 'revenue-platform': -250, 'revenue-corrections': 50, 'revenue-services': -40 },
    });
  });

  it('have an accrued month’s revenue in the month, once, and none of it in the month of the bill', () => {
    const entries = [
      booked('dues-accrued', '2026-10', 1000),
      booked('dues-accrual-reversed', '2026-11', 1000),
      booked('dues-billed', '2026-11', 1000),
    ];
    const [october, november] = (['2026-10', '2026-11'] as const).map(
      (month) => trialBalances(entries, { ...span, from: month, to: month })[0]?.accounts,
    );
    expect(october).toEqual([
      { account: 'accrued-revenue', opening: 0, debit: 1000, credit: 0, closing: 1000 },
      { account: 'revenue-dues', opening: 0, debit: 0, credit: 1000, closing: -1000 },
    ]);
    expect(resultOf(november ?? [])).toEqual({ revenue: 0, cost: 0, result: 0 });
  });

  it('have costs by line of the budget, grants, suppliers and the bank', () => {
    const entries = [
      own('cost-booked', '2026-11', 900, 'courier'),
      own('cost-booked', '2026-11', 5000, 'people'),
      own('supplier-paid', '2026-11', 900),
      own('grant-received', '2026-11', 6000, 'grant'),
      own('cloud-cost-booked', '2026-11', 61, 'cloud-bill'),
    ];
    expect(balanceOf(entries)).toEqual({
      ...{ bank: 5100, suppliers: -5061, 'revenue-grants': -6000 },
      ...{ 'cost-cloud': 61, 'cost-people': 5000, 'cost-courier': 900 },
    });
    expect(resultOf(trialBalances(entries, span)[0]?.accounts ?? [])).toEqual({
      revenue: 6000,
      cost: 5961,
      result: 39,
    });
    expect(ownEntries(entries, { currency: 'USD', from: '2026-11' }).map(({ memo }) => memo)).toContain('courier');
  });

  it('have fees and interest of the bank as a cost and a revenue of their own', () => {
    const own = { member: 'consortium' };
    const entries = [
      booked('bank-fee-paid', '2026-11', 900, own),
      booked('bank-fee-returned', '2026-11', 100, own),
      booked('interest-received', '2026-11', 250, own),
      booked('interest-returned', '2026-11', 50, own),
    ];
    expect(balanceOf(entries)).toEqual({ bank: -600, 'cost-bank': 800, 'revenue-interest': -200 });
    expect(resultOf(trialBalances(entries, span)[0]?.accounts ?? [])).toEqual({
      revenue: 200,
      cost: 800,
      result: -600,
    });
  });

  it('carry the result of earlier years forward as surplus', () => {
    const entries = [booked('dues-billed', '2025-12', 1000), booked('dues-billed', '2026-02', 300)];
    expect(balanceOf(entries)).toEqual({ receivables: 1300, surplus: -1000, 'revenue-dues': -300 });
    expect(yearBegins('2026-03', 7)).toBe('2025-07');
    expect(yearBegins('2026-07', 7)).toBe('2026-07');
  });

  it('contain nothing of patrons, and nothing between libraries', () => {
    expect(trialBalances([booked('fine-charged', '2026-11', 150), booked('partner-paid', '2026-11', 9)], span)).toEqual(
      [],
    );
  });
});

const kindsOfBooks = (Object.keys(entryKinds) as EntryKind[]).filter(
  (kind) =>
    ['due-to-consortium', 'accrued-to-consortium'].some((name) =>
      [entryKinds[kind].debit, entryKinds[kind].credit].includes(name as never),
    ) || /^(cloud-cost|cost|supplier|grant|bank|interest)-/.test(kind),
);

test('the trial balance sums to zero in every currency, whatever was booked, and over any months', () => {
  const posting = fc.record({
    kind: fc.constantFrom(...kindsOfBooks),
    month: fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-10', '2026-11', '2026-12'),
    amount: fc.integer({ min: 1, max: 1_000_000_00 }),
    member: fc.constantFrom('ash', 'oak', 'riverton'),
    memo: fc.constantFrom('courier', 'people', 'e-resources', 'payment', 'unknown-line'),
    isYen: fc.boolean(),
  });
  const months = fc.constantFrom('2025-11', '2026-01', '2026-11');
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 30 }), months, months, (postings, one, other) => {
      const entries = postings.map(({ kind, month, amount, member, memo, isYen }) => {
        const isOwn = /^(cloud-cost|cost|supplier|grant|bank|interest)-/.test(kind);
        const entry = booked(kind, month, amount, { member: isOwn ? 'consortium' : member, memo });
        return isYen ? { ...entry, currency: 'JPY' } : entry;
      });
      const [from, to] = [one, other].toSorted() as [string, string];
      for (const { accounts, owedBy } of trialBalances(entries, { from, to, yearFrom: yearBegins(from, 7) })) {
        const sum = (name: 'opening' | 'debit' | 'credit' | 'closing') =>
          accounts.reduce((all, row) => all + row[name], 0);
        expect([sum('opening'), sum('debit') - sum('credit'), sum('closing')]).toEqual([0, 0, 0]);
        const owed = [...owedBy.values()].reduce((all, amount) => all + amount, 0);
        expect(owed).toBe(accounts.find(({ account }) => account === 'receivables')?.closing ?? 0);
      }
      for (const entry of entries) expect(booksLines(entry).length).toBe(entry.lines.length);
    }),
    { numRuns: 150 },
  );
});

describe('What members owe', () => {
  const invoice = {
    ...{ at: '2026-11-15T10:00:00.000Z', entryId: 'statement-2026-10-ash', kind: 'invoice' as const, amount: 1000 },
    ...{ currency: 'USD', reference: '2026-000042', dueOn: '2026-11-20' },
  };
  const at = { currency: 'USD', to: '2026-11', asOf: '2026-11-30' };

  it('has the ages of the member’s account, and the ledger’s total', () => {
    const [row] = receivablesOf(new Map([['ash', 1000]]), new Map([['ash', [invoice]]]), at);
    expect(row).toEqual({ memberId: 'ash', ...ageingOf(settle([invoice]), '2026-11-30'), total: 1000 });
    expect(ages.map((age) => row?.[age])).toEqual([0, 1000, 0, 0, 0]);
  });

  it('states the difference where account and ledger do not agree, and leaves out who owes nothing', () => {
    const lines = new Map([['ash', [invoice]]]);
    expect(receivablesOf(new Map([['ash', 900]]), lines, at)).toMatchObject([{ total: 900, difference: 100 }]);
    expect(receivablesOf(new Map([['oak', 0]]), lines, at)).toEqual([]);
  });
});

describe('The cost of the cloud', () => {
  const period: Period = {
    ...newPeriod('2026-10'),
    metered: {
      ...{ currency: 'USD', total: '60.004900000000', unattributed: '0.000000000000', synthetic: false },
      ...{ provisionalUntil: '2026-11-10', priceBook: 'x' },
    },
  };

  it('is the bill of the month, or what was metered when there is none', () => {
    const bill = { billId: 'bill-1', billed: '61.255000000000' };
    const entry = { entryId: 'cloud-cost-2026-10', at: '2026-10-31T23:59:59.999Z', kind: 'cloud-cost-booked' };
    expect(cloudCostPostings({ ...period, reconciliation: bill })).toMatchObject([
      { ...entry, amount: 6126, member: 'consortium', memo: 'cloud-bill' },
    ]);
    expect(cloudCostPostings({ ...period, reconciliation: { reason: 'No bill' } })).toMatchObject([
      { ...entry, amount: 6000, memo: 'metered-without-bill' },
    ]);
  });

  it('has the support plan of the provider as a cost of its own, which sums with the rest to the rounded bill', () => {
    const reconciliation = { billId: 'bill-1', billed: '61.255000000000', support: '29.006000000000' };
    const entries = cloudCostPostings({ ...period, reconciliation });
    expect(entries).toMatchObject([
      { entryId: 'cloud-cost-2026-10', amount: 6126 - 2901, memo: 'cloud-bill' },
      { entryId: 'cloud-cost-2026-10-support', amount: 2901, memo: 'support' },
    ]);
    const balance = balanceOf([
      own('cloud-cost-booked', '2026-11', 3225, 'cloud-bill'),
      own('cloud-cost-booked', '2026-11', 2901, 'support'),
    ]);
    expect(balance).toEqual({ 'cost-cloud': 3225, 'cost-support': 2901, suppliers: -6126 });
    const only = { ...reconciliation, billed: reconciliation.support };
    expect(cloudCostPostings({ ...period, reconciliation: only })).toMatchObject([{ memo: 'support', amount: 2901 }]);
  });

  it('changes by what a later bill adds or takes away, once for each correction of the month', () => {
    const restatement = {
      ...{ month: '2026-10', number: 2, closed: 'c', key: 'k', after: 'bill-2', currency: 'USD', parts: [], amount: 0 },
      platformCurrency: 'USD',
      rows: [
        { of: 'Lambda', before: '1.000000000000', after: '3.500000000000' },
        { of: 'unmetered-support', before: '29.000000000000', after: '0.000000000000' },
      ],
    };
    const at = '2026-11-24T10:00:00.000Z';
    expect(restatedCloudCosts(restatement, at)).toMatchObject([
      {
        entryId: 'cloud-cost-2026-10-2',
        kind: 'cloud-cost-booked',
        amount: 250,
        period: '2026-10',
        memo: 'later-bill',
      },
      { entryId: 'cloud-cost-2026-10-2-support', kind: 'cloud-cost-credited', amount: 2900, memo: 'support' },
    ]);
    expect(restatedCloudCosts({ ...restatement, rows: [] }, at)).toEqual([]);
  });

  it('is a credit when the bill is one, and nothing when it is zero or the month is not reconciled', () => {
    const credit = { billId: 'bill-1', billed: '-5.000000000000' };
    expect(cloudCostPostings({ ...period, reconciliation: credit })).toMatchObject([
      { kind: 'cloud-cost-credited', amount: 500 },
    ]);
    expect(cloudCostPostings({ ...period, reconciliation: { ...credit, billed: '0.001000000000' } })).toEqual([]);
    expect(cloudCostPostings(period)).toEqual([]);
  });
});

test('a cost names its line of the budget, and a payment or grant has none', () => {
  const about = { amount: 1, currency: 'USD', reference: 'X 1' };
  expect(enteredSchema.safeParse({ ...about, kind: 'cost-booked', budgetKind: 'courier' }).success).toBe(true);
  expect(enteredSchema.safeParse({ ...about, kind: 'cost-booked' }).success).toBe(false);
  expect(enteredSchema.safeParse({ ...about, kind: 'supplier-paid', budgetKind: 'courier' }).success).toBe(false);
  expect(enteredSchema.safeParse({ ...about, kind: 'dues-billed' }).success).toBe(false);
});

test('the files of the books have account codes, equal totals, and the words of their language', () => {
  const entries = [booked('dues-billed', '2026-11', 1000), own('cost-booked', '2026-11', 900, 'courier')];
  const books = trialBalances(entries, span).map((one) => ({ ...one, receivables: [] }));
  const of = {
    from: '2026-11',
    books,
    entries,
    codes: { 'revenue-dues': '8400' },
    memberName: () => 'Ash',
    language: 'spa' as const,
  };
  expect(trialTable(of).rows.map(([code, , title, , debit, credit]) => [code, title, debit, credit])).toEqual([
    ['1200', 'Adeudado por los miembros', { number: '10.00' }, { number: '0.00' }],
    ['2000', 'Adeudado a proveedores', { number: '0.00' }, { number: '9.00' }],
    ['8400', 'Cuotas', { number: '0.00' }, { number: '10.00' }],
    ['5300', 'Mensajería', { number: '9.00' }, { number: '0.00' }],
    [undefined, 'Total', { number: '19.00' }, { number: '19.00' }],
  ]);
  expect(booksJournal(of).rows.map((row) => [row[4], row[7], row[8], row[9]])).toEqual([
    ['8400', 'Ash', undefined, { number: '10.00' }],
    ['1200', 'Ash', { number: '10.00' }, undefined],
    ['5300', undefined, { number: '9.00' }, undefined],
    ['2000', undefined, undefined, { number: '9.00' }],
  ]);
  expect(receivablesTable(of).headings?.[0]).toBe('Miembro');
});

describe('Costs beside the budget', () => {
  const row = (account: 'cost-courier' | 'cost-training', debit: number, credit = 0) => ({
    ...{ account, opening: 5, debit, credit, closing: 5 + debit - credit },
  });
  const scenario = (year: number, more: object = {}, formula: object = {}) => ({
    ...{ scenarioId: `scn_${year}`, year, formula: { name: 'dues', currency: 'USD', ...formula } as never },
    budget: [
      { kind: 'courier' as const, title: 'County', amount: 1205, source: { from: 'dues' as const, cost: 'ils' } },
      {
        kind: 'courier' as const,
        title: 'Islands',
        amount: 1200,
        source: { from: 'grant' as const, grantor: 'State' },
      },
      { kind: 'people' as const, title: 'Office', amount: 2400, source: { from: 'dues' as const, cost: 'ils' } },
    ],
    ...more,
  });
  const beside = (from: string, to: string, adopted: ReturnType<typeof scenario>[]) =>
    budgetBeside([row('cost-courier', 900, 100), row('cost-training', 40)], adopted, { from, to, currency: 'USD' });

  it('has each account with its lines and sources, what is left, and costs that no line plans', () => {
    expect(beside('2026-01', '2026-03', [scenario(2026)])).toEqual([
      {
        ...{ account: 'cost-people', booked: 0, budget: 600, left: 600 },
        lines: [{ year: 2026, title: 'Office', amount: 600 }],
      },
      {
        ...{ account: 'cost-courier', booked: 800, budget: 601, left: -199 },
        lines: [
          { year: 2026, title: 'County', amount: 301 },
          { year: 2026, title: 'Islands', amount: 300, grantor: 'State' },
        ],
      },
      { account: 'cost-training', booked: 40, budget: 0, left: -40, lines: [] },
    ]);
  });

  it('sums to the whole amount over the months of a year, whenever the year begins, and takes parts of two years', () => {
    const year = scenario(2026, {}, { yearStartsIn: 7 });
    const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];
    months.push('2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06');
    const county = months.map((month) => beside(month, month, [year])[1]?.lines[0]?.amount ?? 0);
    expect(county.reduce((sum, one) => sum + one, 0)).toBe(1205);
    expect(beside('2026-06', '2026-06', [year])).toEqual([]);
    expect(beside('2027-07', '2027-07', [year])).toEqual([]);
    const both = beside('2026-12', '2027-01', [scenario(2027), scenario(2026)])[0];
    expect(both).toMatchObject({
      budget: 400,
      lines: [
        { year: 2026, amount: 200 },
        { year: 2027, amount: 200 },
      ],
    });
    expect(budgetYears('2026-12', '2027-01')).toEqual([2025, 2026, 2027]);
  });

  it('leaves out replaced budgets, other currencies, and scenarios without a budget', () => {
    const adoptedAt = (at: string) => ({ adopted: { at } as never });
    const replaced = [
      scenario(2026, { ...adoptedAt('2026-01-01'), scenarioId: 'scn_a' }),
      scenario(2026, { ...adoptedAt('2026-02-01'), scenarioId: 'scn_b' }),
    ];
    expect(beside('2026-01', '2026-01', replaced)[0]?.lines).toHaveLength(1);
    expect(beside('2026-01', '2026-01', [scenario(2026, {}, { currency: 'EUR' })])).toEqual([]);
    expect(beside('2026-01', '2026-01', [scenario(2026, { budget: undefined as never })])).toEqual([]);
  });
});
