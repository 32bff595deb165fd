import { accountStore, accountWrites } from '../../../functions/finance/data/account-store.ts';
import type { AccountLine } from '../../../functions/finance/domain/member-account/account-line.ts';
import type { AccountStatement } from '../../../functions/finance/domain/member-account/account-statement.ts';
import type { Payout } from '../../../functions/finance/domain/member-account/payout.ts';
import { handler as askPayout } from '../../../functions/finance/operations/ask-payout/handler.ts';
import { handler as decidePayout } from '../../../functions/finance/operations/decide-payout/handler.ts';
import { handler as listPayouts } from '../../../functions/finance/operations/list-payouts/handler.ts';
import { handler as printAccount } from '../../../functions/finance/operations/print-account/handler.ts';
import { handler as printBooks } from '../../../functions/finance/operations/print-books/handler.ts';
import { handler as recordCost } from '../../../functions/finance/operations/record-cost/handler.ts';
import { handler as recordPayment } from '../../../functions/finance/operations/record-payment/handler.ts';
import { handler as reversePayment } from '../../../functions/finance/operations/reverse-payment/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showBooks } from '../../../functions/finance/operations/show-books/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { pdfPages } from '../../builders/pdf-text.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';
import { centsOf, csvRows, unzipped } from '../../builders/read-files.ts';
import { scanAll } from '../../builders/scan-all.ts';

const files = new Map<string, Uint8Array>();

const now = '2026-11-24T10:00:00.000Z';
const someone = (id: string, ...roles: Parameters<typeof consortiumStaff>): Actor =>
  ({ ...consortiumStaff(...roles), id }) as Actor;
const ann = someone('stf_ann', 'finance-preparer');
const both = someone('stf_both', 'finance-preparer', 'finance-approver');
const cat = someone('stf_cat', 'finance-approver');
let table: Table & { name: string };
let serial = 0;

/** Creates a member with an invoice of October over 1,000.00 and one of November over 500.00, booked as a close books them. */
const aMember = async (): Promise<string> => {
  serial += 1;
  const memberId = `lib-${serial}`;
  const library = { name: `=Library ${serial}`, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
  await memberStore(table).create({ memberId, ...library }, '2025-01-01T00:00:00.000Z');
  for (const [month, amount] of [
    ['10', 100_000],
    ['11', 50_000],
  ] as const) {
    const causeId = `statement-2026-${month}-${memberId}`;
    const line: AccountLine = {
      ...{ at: `2026-${month}-04T09:00:00.000Z`, entryId: causeId, kind: 'invoice', amount, currency: 'USD' },
      ...{ reference: `2026-${month}${serial}`, dueOn: `2026-${month}-20`, dues: amount / 2 },
    };
    const posting = { causeId, at: line.at, currency: 'USD', memo: 'statement', member: memberId, amount: amount / 2 };
    await table.write([
      ...bookedIntoOpen({ ...posting, entryId: `${causeId}-dues`, kind: 'dues-billed' }),
      ...bookedIntoOpen({ ...posting, entryId: `${causeId}-platform`, kind: 'platform-billed' }).slice(1),
      ...accountWrites(memberId, line),
    ]);
  }
  return memberId;
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const pays = (memberId: string, amount: number, reference: string, more: object = {}, actor = ann, when = now) =>
  call(recordPayment.using(at(when)), {
    ...{ actor, path: { memberId } },
    body: { amount, currency: 'USD', reference, valueOn: '2026-11-23', ...more },
  });
const lineOf = ({ body }: { body: unknown }): AccountLine => (body as { line: AccountLine }).line;
const reverses = (memberId: string, entryId: string, body: object, actor = ann) =>
  call(reversePayment.using(at(now)), { actor, path: { memberId, entryId }, body });
const account = async (memberId: string, actor: Actor = cat) => {
  const asked = { actor, path: { memberId }, query: { from: '2026-11-01', to: '2026-11-30' } };
  const { body } = await call(showAccount.using(at(now)), asked);
  return body as { accounts: [AccountStatement]; payouts: Payout[] };
};
const owed = async (member: string): Promise<number> => {
  const entries = await Promise.all(['2026-10', '2026-11'].map((month) => ledgerStore(table).all(month)));
  return balanceOf(entries.flat(), { account: 'due-to-consortium', member, currency: 'USD' });
};

describe('F12 A payment', () => {
  it('settles the oldest invoice first, in part; statement and ledger agree', async () => {
    const memberId = await aMember();
    expect(await pays(memberId, 120_000, 'TRX 1')).toMatchObject({ status: 201, body: { line: { amount: -120_000 } } });
    const { accounts } = await account(memberId);
    expect(accounts[0]).toMatchObject({
      opening: 100_000,
      dues: 25_000,
      charges: 25_000,
      payments: -120_000,
      closing: 30_000,
    });
    expect(accounts[0]?.open).toEqual([
      {
        entryId: `statement-2026-11-${memberId}`,
        reference: `2026-11${serial}`,
        dueOn: '2026-11-20',
        open: 30_000,
        age: 'upTo30',
      },
    ]);
    expect(await owed(memberId)).toBe(30_000);
  });

  it('settles the invoices it names, and is refused for more', async () => {
    const memberId = await aMember();
    const later = { invoice: `2026-11${serial}`, amount: 50_001 };
    expect(await pays(memberId, 60_000, 'TRX 2', { settles: [later] })).toMatchObject({
      body: { code: 'settles-too-much' },
    });
    expect((await pays(memberId, 60_000, 'TRX 2', { settles: [{ ...later, amount: 50_000 }] })).status).toBe(201);
    expect((await account(memberId)).accounts[0]?.open).toMatchObject([
      { reference: `2026-10${serial}`, open: 90_000 },
    ]);
  });

  it('is booked once per bank reference, for any member, however it is typed, with ten at once', async () => {
    const [one, two] = [await aMember(), await aMember()];
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, place) => pays(place % 2 ? one : two, 1_000, place % 3 ? 'TRX 3' : ' trx3 ')),
    );
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(9).fill(409)]);
    expect((await owed(one)) + (await owed(two))).toBe(299_000);
  });

  it('and concurrent others each see the account as the previous one left it', async () => {
    const memberId = await aMember();
    const expected = { settles: [{ invoice: `2026-10${serial}`, amount: 60_000 }] };
    const all = await Promise.all([1, 2, 3].map((place) => pays(memberId, 60_000, `TRX 4-${place}`, expected)));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422]);
  });

  it('is not booked into a closed month', async () => {
    const memberId = await aMember();
    const period = { month: '2026-03', state: 'closed', round: 1, steps: [] };
    await table.write([{ put: { ...ledgerKeys.key('period', period), ...stamp('period', 1), ...period } }]);
    const late = await pays(memberId, 1_000, 'TRX 5', { valueOn: '2026-03-30' }, ann, '2026-03-31T23:59:59.000Z');
    expect(late).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    expect((await ledgerStore(table).all('2026-03')).length).toBe(0);
    // In the open month it is the same transfer, of the same bank day.
    expect((await pays(memberId, 1_000, 'TRX 5', { valueOn: '2026-03-30' })).status).toBe(201);
  });

  it('is audited, and booked by a preparer only', async () => {
    const memberId = await aMember();
    for (const actor of [cat, staffAt(memberId, 'member-finance')])
      expect((await pays(memberId, 1_000, 'TRX 6', {}, actor)).status).toBe(403);
    const line = lineOf(await pays(memberId, 1_000, 'TRX 6'));
    const audit = (await scanAll(table.name)).find(
      ({ entity, subject, did }) => entity === 'audit' && subject === `member:${memberId}` && did === 'record-payment',
    );
    expect(audit).toMatchObject({
      by: 'staff:stf_ann',
      detail: { entryId: line.entryId, amount: 1_000, reference: 'TRX 6' },
    });
    expect((await pays('nobody', 1, 'TRX 7')).status).toBe(404);
  });
});

describe('F12 A payment that is reversed', () => {
  it('is a new entry, once for any number of concurrent attempts; what it settled is open again', async () => {
    const memberId = await aMember();
    const { entryId } = lineOf(await pays(memberId, 150_000, 'TRX 20'));
    const bounced = (place: number) => ({ why: 'bounced', reference: `RET ${place}`, valueOn: '2026-11-24' });
    const all = await Promise.all([1, 2, 3, 4].map((place) => reverses(memberId, entryId, bounced(place))));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    const { accounts } = await account(memberId);
    expect(accounts[0]).toMatchObject({ payments: -150_000, reversals: 150_000, closing: 150_000 });
    expect(accounts[0]?.open.length).toBe(2);
    expect(await owed(memberId)).toBe(150_000);
    expect(await pays(memberId, 150_000, 'TRX 20')).toMatchObject({ body: { code: 'reference-taken' } });
  });

  it('because of a typing error frees the bank’s reference for the right member', async () => {
    const [wrong, right] = [await aMember(), await aMember()];
    const { entryId } = lineOf(await pays(wrong, 5_000, 'TRX 21'));
    expect(await pays(right, 5_000, 'TRX 21')).toMatchObject({ body: { code: 'reference-taken' } });
    expect((await reverses(wrong, entryId, { why: 'mistyped' })).status).toBe(201);
    expect((await pays(right, 5_000, 'TRX 21')).status).toBe(201);
    expect([await owed(wrong), await owed(right)]).toEqual([150_000, 145_000]);
    expect(await reverses(right, entryId, { why: 'mistyped' })).toMatchObject({ status: 404 });
  });
});

describe('F12 A credit', () => {
  const asks = (memberId: string, amount: number, reference: string, actor = ann) =>
    call(askPayout.using(at(now)), { actor, path: { memberId }, body: { amount, currency: 'USD', reference } });
  const payoutIn = ({ body }: { body: unknown }): Payout => (body as { payout: Payout }).payout;
  const decides = (
    memberId: string,
    payoutId: string,
    actor = cat,
    body: object = { decision: 'pay', valueOn: '2026-11-24' },
  ) => call(decidePayout.using(at(now)), { actor, path: { memberId, payoutId }, body });
  const inCredit = async (): Promise<string> => {
    const memberId = await aMember();
    await pays(memberId, 160_000, `TRX ${memberId}`);
    return memberId;
  };

  it('is requested by one person and paid by another, never above its amount', async () => {
    const memberId = await inCredit();
    expect(await asks(memberId, 10_001, 'PAY 1')).toMatchObject({ status: 409, body: { code: 'more-than-credit' } });
    const { payoutId } = payoutIn(await asks(memberId, 6_000, 'PAY 1', both));
    expect(await asks(memberId, 6_000, 'PAY 2')).toMatchObject({ body: { code: 'more-than-credit' } });
    expect(await decides(memberId, payoutId, both)).toMatchObject({ status: 409, body: { code: 'own-work' } });
    expect((await decides(memberId, payoutId, ann)).status).toBe(403);
    expect((await call(listPayouts.using(at(now)), { actor: cat })).body).toMatchObject({ payouts: [{ payoutId }] });
    const all = await Promise.all([1, 2, 3].map(() => decides(memberId, payoutId)));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect((await call(listPayouts.using(at(now)), { actor: cat })).body).toEqual({ payouts: [] });
    const { accounts, payouts } = await account(memberId);
    expect(accounts[0]).toMatchObject({
      prepayments: -10_000,
      payouts: 6_000,
      closing: -4_000,
      ageing: { inCredit: 4_000 },
    });
    expect(payouts).toMatchObject([{ state: 'paid', decided: { by: 'staff:stf_cat' } }]);
    expect(await owed(memberId)).toBe(-4_000);
  });

  it('that no longer exists is not paid; a declined one is not booked', async () => {
    const memberId = await inCredit();
    const { entryId } = lineOf(await pays(memberId, 1_000, `TRX more ${memberId}`));
    const [{ payoutId }, other] = [
      payoutIn(await asks(memberId, 10_000, 'PAY 3')),
      payoutIn(await asks(memberId, 1_000, 'PAY 4')),
    ];
    await reverses(memberId, entryId, { why: 'mistyped' });
    expect((await decides(memberId, payoutId)).status).toBe(201);
    expect(await decides(memberId, other.payoutId)).toMatchObject({ body: { code: 'more-than-credit' } });
    const no = { decision: 'decline', reason: 'It was spent' };
    expect(payoutIn(await decides(memberId, other.payoutId, cat, no))).toMatchObject({
      state: 'declined',
      reason: 'It was spent',
    });
    expect(await decides(memberId, other.payoutId)).toMatchObject({ body: { code: 'decided-already' } });
    expect((await decides(memberId, 'pyo_none')).status).toBe(404);
    expect(await owed(memberId)).toBe(0);
  });
});

test('F11 the files of an account have the same totals, escaped; its own staff get them, and no one else', async () => {
  const memberId = await aMember();
  await pays(memberId, 120_000, '=TRX("x")');
  const own = staffAt(memberId, 'member-finance');
  const print = async (format: string, actor: Actor = own): Promise<Buffer> => {
    const query = { from: '2026-10-01', to: '2026-11-30' };
    const asked = { actor, path: { memberId }, body: { format, ...query } };
    const { status, body } = await call(printAccount.using(at(now, quietEngines(files))), asked);
    expect(status).toBe(actor === own ? 200 : 403);
    return Buffer.from(files.get((body as { url: string }).url?.replace('https://bucket.test/', '')) ?? []);
  };
  const rows = csvRows(String(await print('csv')));
  const sums = (row: string, column: string) =>
    centsOf(rows.filter((one) => one.row === row).map((one) => one[column]));
  expect([
    sums('opening', 'balance'),
    sums('line', 'amount'),
    sums('sum', 'amount'),
    sums('closing', 'balance'),
  ]).toEqual([...[0, 30_000, 30_000, 30_000]]);
  expect([sums('open', 'open'), sums('open', 'up_to_30'), sums('ageing', 'up_to_30')]).toEqual([
    30_000, 30_000, 30_000,
  ]);
  expect(rows.find(({ kind }) => kind === 'payment')).toMatchObject({
    reference: `'=TRX("x")`,
    value_on: '2026-11-23',
  });
  const journal = csvRows(String(await print('journal')));
  const [debits, credits] = [centsOf(journal.map(({ debit }) => debit)), centsOf(journal.map(({ credit }) => credit))];
  expect(debits).toBe(credits);
  const due = journal.filter(({ account: of }) => of === 'due-to-consortium');
  expect(centsOf(due.map(({ credit }) => credit)) - centsOf(due.map(({ debit }) => debit))).toBe(30_000);
  const sheets = unzipped(await print('xlsx'));
  expect(sheets.get('xl/worksheets/sheet1.xml')).toContain('<c s="2"><v>300.00</v></c>');
  expect(sheets.get('xl/worksheets/sheet2.xml')).toContain('due-to-consortium');
  expect([...sheets.values()].join('')).not.toContain('<f>');
  const text = pdfPages(await print('pdf'))
    .flat()
    .join('|');
  for (const part of ['Statement of account', `2026-10${serial}`, '300.00 USD', '1 to 30 days'])
    expect(text).toContain(part);
  await print('csv', staffAt('lib-1', 'member-finance'));
  expect((await accountStore(table).load(memberId)).lines.length).toBe(3);
});

describe('The consortium’s own books', () => {
  type Shown = {
    books: {
      currency: string;
      accounts: { account: string; code: string; opening: number; debit: number; credit: number; closing: number }[];
      receivables: { memberId: string; total: number; difference?: number }[];
      own: { reference: string }[];
    }[];
  };
  const shows = async (actor: Actor = cat) => {
    const { status, body } = await call(showBooks.using(at(now)), { actor, query: { to: '2026-11', months: '2' } });
    return { status, usd: (body as Shown).books?.find(({ currency }) => currency === 'USD') };
  };
  const enters = (body: object, actor = ann) =>
    call(recordCost.using(at(now)), {
      actor,
      body: { amount: 90_000, currency: 'USD', reference: 'Courier 7', ...body },
    });

  it('are derived from the one ledger: they sum to zero, and agree with each member’s account', async () => {
    const memberId = await aMember();
    await pays(memberId, 120_000, 'TRX books');
    expect(await enters({ kind: 'cost-booked', budgetKind: 'courier', month: '2026-10' })).toMatchObject({
      status: 201,
    });
    expect(await enters({ kind: 'supplier-paid', reference: 'SEPA 7' })).toMatchObject({ status: 201 });
    const { usd } = await shows();
    const sum = (name: 'debit' | 'credit' | 'closing') => usd?.accounts.reduce((all, row) => all + row[name], 0);
    expect([sum('closing'), sum('debit')]).toEqual([0, sum('credit')]);
    expect(usd?.receivables.find((one) => one.memberId === memberId)?.total).toBe(30_000);
    expect(usd?.receivables.filter(({ difference }) => difference !== undefined)).toEqual([]);
    const owedByAll = usd?.receivables.reduce((all, { total }) => all + total, 0);
    expect(usd?.accounts.find(({ account: of }) => of === 'receivables')?.closing).toBe(owedByAll);
    expect(usd?.accounts.find(({ account: of }) => of === 'cost-courier')).toMatchObject({
      code: '5300',
      closing: 90_000,
    });
    expect(usd?.own.map(({ reference }) => reference).toSorted()).toEqual(['Courier 7', 'SEPA 7']);
  });

  it('take each reference once, and are read by the consortium’s finance only', async () => {
    const again = { kind: 'cost-booked', budgetKind: 'courier' };
    expect(await enters(again)).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
    expect(await enters({ kind: 'grant-received', reference: 'TRX books' })).toMatchObject({ status: 409 });
    expect((await enters({ ...again, reference: 'Courier 8' }, cat)).status).toBe(403);
    expect((await enters({ kind: 'cost-booked', reference: 'Courier 9' })).status).toBe(400);
    expect((await shows(staffAt('lib-1', 'member-finance'))).status).toBe(403);
  });

  it('are exported with account codes; debits equal credits; invalid months and formats are a 400', async () => {
    for (const wrong of [{ months: '2' }, { months: 0 }, { months: 37 }, { to: '2026-13' }, { format: 'pdf' }]) {
      const body = { to: '2026-11', months: 2, format: 'csv', ...wrong };
      expect((await call(printBooks.using(at(now, quietEngines(files))), { actor: cat, body })).status).toBe(400);
    }
    const print = async (format: string) => {
      const asked = { actor: cat, body: { to: '2026-11', months: 2, format } };
      const { body } = await call(printBooks.using(at(now, quietEngines(files))), asked);
      return Buffer.from(files.get((body as { url: string }).url.replace('https://bucket.test/', '')) ?? []);
    };
    const rows = csvRows(String(await print('journal'))).filter(({ currency }) => currency === 'USD');
    expect(centsOf(rows.map(({ debit }) => debit))).toBe(centsOf(rows.map(({ credit }) => credit)));
    expect(rows.every(({ account_code: code }) => /^\d{4}$/.test(code ?? ''))).toBe(true);
    expect(rows.find(({ reference }) => reference === 'Courier 7')).toMatchObject({ period: '2026-10' });
    expect(String(await print('csv'))).toContain('5300,cost-courier,Courier,');
    expect([...unzipped(await print('xlsx')).keys()].filter((name) => name.includes('worksheets/')).length).toBe(3);
  });
});
