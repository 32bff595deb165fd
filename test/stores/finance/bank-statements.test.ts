import { accountStore, accountWrites } from '../../../functions/finance/data/account-store.ts';
import type { AccountLine } from '../../../functions/finance/domain/member-account/account-line.ts';
import { handler as listStatements } from '../../../functions/finance/operations/list-bank-statements/handler.ts';
import { handler as matchEntry } from '../../../functions/finance/operations/match-bank-entry/handler.ts';
import { handler as recordCost } from '../../../functions/finance/operations/record-cost/handler.ts';
import { handler as recordPayment } from '../../../functions/finance/operations/record-payment/handler.ts';
import { handler as reversePayment } from '../../../functions/finance/operations/reverse-payment/handler.ts';
import { handler as sendStatement } from '../../../functions/finance/operations/send-bank-statement/handler.ts';
import { handler as showStatement } from '../../../functions/finance/operations/show-bank-statement/handler.ts';
import { handler as undoMatch } from '../../../functions/finance/operations/undo-bank-match/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff } from '../../builders/people.ts';

const now = '2026-11-25T10:00:00.000Z';
const ann: Actor = { ...consortiumStaff('finance-preparer'), id: 'stf_ann' } as Actor;
const cat: Actor = { ...consortiumStaff('finance-approver'), id: 'stf_cat' } as Actor;
let table: Table;

/** Creates a member with an invoice, booked as a close books it. */
const aMember = async (memberId: string, reference: string, amount: number): Promise<void> => {
  const library = { name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
  await memberStore(table).create({ memberId, ...library }, '2025-01-01T00:00:00.000Z');
  const causeId = `statement-2026-10-${memberId}`;
  const line: AccountLine = {
    ...{ at: '2026-11-04T09:00:00.000Z', entryId: causeId, kind: 'invoice', amount, currency: 'USD', reference },
    dueOn: '2026-12-04',
  };
  const posting = { causeId, at: line.at, currency: 'USD', memo: 'statement', member: memberId, amount };
  await table.write([
    ...bookedIntoOpen({ ...posting, entryId: `${causeId}-dues`, kind: 'dues-billed' }),
    ...accountWrites(memberId, line),
  ]);
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aMember('ash', '2026-000041', 125_000);
  await aMember('oak', '2026-000042', 60_000);
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

/** A file of BAI2 with these transactions of 1,250.00 and more, and its control totals. */
const bai = (account: string, ...transactions: [amount: number, reference: string, text: string, code?: string][]) => {
  const total = transactions.reduce((sum, [amount]) => sum + amount, 0);
  return [
    '01,BANK,CONCORD,261124,0200,1,80,1,2/',
    '02,CONCORD,BANK,1,261124,,USD,2/',
    `03,${account},USD,,,,/`,
    ...transactions.map(([amount, reference, text, code = '195']) => `16,${code},${amount},,${reference},,${text}`),
    `49,${total},${transactions.length + 2}/`,
    `98,${total},1,${transactions.length + 4}/`,
    `99,${total},1,${transactions.length + 6}/`,
  ].join('\n');
};
const first = bai(
  '0975',
  [125_000, 'BR-1', 'INVOICE 2026-000041'],
  [25_000, 'BR-2', '2026 000042 part'],
  [900, 'BR-3', 'CHECK', '475'],
);

type Entry = { number: number; state: string; proposal?: { fit: string; memberId?: string; settles: object[] } };
const send = (file: string, actor = ann) =>
  call(sendStatement.using(at(now)), { actor, body: { fileName: 'bai2.txt', file } });
const sentIds = async (file: string) =>
  ((await send(file)).body as { statements: { statementId: string; isNew: boolean }[] }).statements;
const shown = async (statementId: string) => {
  const { body } = await call(showStatement.using(at(now)), { actor: cat, path: { statementId } });
  return (body as { entries: Entry[] }).entries;
};
const decide = (statementId: string, number: number, body: object, actor = ann) =>
  call(matchEntry.using(at(now)), { actor, path: { statementId, number: String(number) }, body });
const undo = (statementId: string, number: number, actor = ann) =>
  call(undoMatch.using(at(now)), { actor, path: { statementId, number: String(number) } });
const owed = async (member: string) =>
  balanceOf(await ledgerStore(table).all('2026-11'), { account: 'due-to-consortium', member, currency: 'USD' });
const waiting = async () => {
  const { body } = await call(listStatements.using(at(now)), { actor: cat });
  return (body as { statements: { waiting: { entries: number } }[] }).statements.map((one) => one.waiting.entries);
};
const forInvoice = (memberId: string, invoice: string, amount: number) => ({
  as: 'payment',
  memberId,
  settles: [{ invoice, amount }],
});

describe('A statement of the bank', () => {
  it('is stored once, however often it is sent; other entries under its number are refused', async () => {
    const [one] = await sentIds(first);
    expect(one?.isNew).toBe(true);
    expect((await sentIds(first))[0]).toMatchObject({ statementId: one?.statementId, isNew: false });
    expect(await waiting()).toEqual([3]);
    expect(await send(bai('0975', [1, 'BR-1', 'x']))).toMatchObject({ status: 409, body: { code: 'other-entries' } });
    const all = await Promise.all([1, 2, 3].map(() => send(bai('0976', [1, 'BR-9', 'x']))));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await waiting()).toSorted()).toEqual([1, 3]);
  });

  it('is refused when hostile or wrong, and sent by a preparer only', async () => {
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document>&a;</Document>';
    expect(await send(entity)).toMatchObject({ status: 422, body: { code: 'unreadable' } });
    expect(await send(first.replace('49,150900', '49,150901'))).toMatchObject({ body: { code: 'unreadable' } });
    expect((await send(first, cat)).status).toBe(403);
    expect(
      (await call(showStatement.using(at(now)), { actor: cat, path: { statementId: `2026-01-01-${'0'.repeat(16)}` } }))
        .status,
    ).toBe(404);
  });

  it('of more entries than one write takes is stored whole', async () => {
    const many = Array.from({ length: 205 }, (_, place): [number, string, string] => [1, `M-${place}`, 'x']);
    const [one] = await sentIds(bai('0977', ...many));
    expect((await shown(one?.statementId ?? '')).map(({ number }) => number)).toEqual(
      many.map((_, place) => place + 1),
    );
  });
});

describe('A payment of a statement', () => {
  it('is proposed, booked once when a person confirms, and then settles its invoice', async () => {
    const [{ statementId } = { statementId: '' }] = await sentIds(first);
    const entries = await shown(statementId);
    expect(entries.map(({ state, proposal }) => [state, proposal?.fit])).toEqual([
      ['open', 'exact'],
      ['open', 'partial'],
      ['open', undefined],
    ]);
    const body = forInvoice('ash', '2026-000041', 125_000);
    expect((await decide(statementId, 1, body, cat)).status).toBe(403);
    const all = await Promise.all([1, 2, 3].map(() => decide(statementId, 1, body)));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await decide(statementId, 1, body)).toMatchObject({ body: { code: 'matched-already' } });
    expect(await owed('ash')).toBe(0);
    expect((await accountStore(table).load('ash')).lines.at(-1)).toMatchObject({
      reference: 'BR-1',
      amount: -125_000,
      valueOn: '2026-11-24',
    });
    expect(await decide(statementId, 3, body)).toMatchObject({ body: { code: 'other-direction' } });
    expect(await decide(statementId, 9, body)).toMatchObject({ status: 404 });
    expect(await decide(statementId, 2, forInvoice('oak', '2026-000042', 25_001))).toMatchObject({
      body: { code: 'settles-too-much' },
    });
    expect(await decide(statementId, 2, forInvoice('elm', '2026-000042', 1))).toMatchObject({
      body: { code: 'unknown-member' },
    });
  });

  it('is taken back by a new entry, and can be booked for the right member or set aside', async () => {
    const [{ statementId } = { statementId: '' }] = await sentIds(first);
    expect((await undo(statementId, 1)).status).toBe(201);
    expect(await owed('ash')).toBe(125_000);
    expect(await undo(statementId, 1)).toMatchObject({ body: { code: 'not-decided' } });
    expect((await decide(statementId, 1, { as: 'set-aside', reason: 'A grant' })).status).toBe(201);
    expect((await shown(statementId))[0]).toMatchObject({ state: 'set-aside', decided: { reason: 'A grant' } });
    expect((await undo(statementId, 1)).status).toBe(201);
    expect((await decide(statementId, 1, { as: 'payment', memberId: 'oak', settles: [] })).status).toBe(201);
    expect(await owed('oak')).toBe(60_000 - 125_000);
  });

  it('that was entered by hand under its reference is not booked again', async () => {
    const [{ statementId } = { statementId: '' }] = await sentIds(first);
    const typed = { amount: 25_000, currency: 'USD', reference: 'br-2', valueOn: '2026-11-24' };
    expect(
      (await call(recordPayment.using(at(now)), { actor: ann, path: { memberId: 'oak' }, body: typed })).status,
    ).toBe(201);
    const again = await decide(statementId, 2, { as: 'payment', memberId: 'oak', settles: [] });
    expect(again).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
  });
});

describe('A reference of the bank', () => {
  const aside = { as: 'own', kind: 'grant-received' };
  const firstOf = async (file: string): Promise<string> => (await sentIds(file))[0]?.statementId ?? '';

  it('may occur on another account, and in the same statement with another amount', async () => {
    const one = await firstOf(bai('0981', [500, 'SAME', 'A'], [20, 'SAME', 'ITS FEE']));
    const other = await firstOf(bai('0982', [500, 'SAME', 'B']));
    const all = [await decide(one, 1, aside), await decide(one, 2, aside), await decide(other, 1, aside)];
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    // As typed it is taken by each of them, and an undo of one leaves the others.
    const typed = { kind: 'grant-received', amount: 500, currency: 'USD', reference: 'same' };
    const enter = () => call(recordCost.using(at(now)), { actor: ann, body: typed });
    expect(await enter()).toMatchObject({ body: { code: 'reference-taken' } });
    expect((await undo(one, 1)).status).toBe(201);
    expect(await enter()).toMatchObject({ body: { code: 'reference-taken' } });
    expect((await decide(one, 1, aside)).status).toBe(201);
  });

  const camt = (id: string, more: string, days = '24') =>
    `<Document><BkToCstmrStmt><Stmt><Id>${id}</Id><CreDtTm>2026-11-${days}T20:00:00Z</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id>
    <Ccy>USD</Ccy></Acct><Ntry><Amt Ccy="USD">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>${more}</Ntry>
    </Stmt></BkToCstmrStmt></Document>`;

  it('is recognised when the entry is sent again in another statement; a number of the entry is not', async () => {
    const banks = '<AcctSvcrRef>S-1</AcctSvcrRef>';
    const [one, again] = [await firstOf(camt('1', banks)), await firstOf(camt('2', banks, '25'))];
    expect((await decide(one, 1, aside)).status).toBe(201);
    expect(await decide(again, 1, aside)).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
    const numbered = '<NtryRef>1</NtryRef>';
    const [next, later] = [await firstOf(camt('3', numbered)), await firstOf(camt('4', numbered, '25'))];
    const both = [await decide(next, 1, aside), await decide(later, 1, aside)];
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('of a payment that was taken back on the account as mistyped can be booked again', async () => {
    const statementId = await firstOf(bai('0983', [300, 'TYPO', '2026-000042']));
    const body = { as: 'payment', memberId: 'oak', settles: [] };
    expect((await decide(statementId, 1, body)).status).toBe(201);
    const { lines } = await accountStore(table).load('oak');
    const entryId = lines.find(({ reference }) => reference === 'TYPO')?.entryId ?? '';
    const back = { actor: ann, path: { memberId: 'oak', entryId }, body: { why: 'mistyped' } };
    expect((await call(reversePayment.using(at(now)), back)).status).toBe(201);
    expect(await decide(statementId, 1, body)).toMatchObject({ status: 201 });
    expect(await decide(statementId, 1, body)).toMatchObject({ body: { code: 'matched-already' } });
  });

  it('that was claimed before entries had claims of their own is not booked again', async () => {
    const old = { pk: 'BANK-REFERENCE#OLD-1', sk: 'BANK-REFERENCE', entity: 'bankReference', v: 1, entryId: 'ent_old' };
    await table.write([{ put: old }]);
    const statementId = await firstOf(bai('0984', [300, 'OLD-1', 'x']));
    expect(await decide(statementId, 1, aside)).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
  });

  it('of a loan is no payment: the statement lists it, and nothing waits for a decision', async () => {
    const statementId = await firstOf(bai('0985', [900, 'L-1', 'LOAN', '720']));
    const { body } = await call(showStatement.using(at(now)), { actor: cat, path: { statementId } });
    expect(body).toMatchObject({
      statement: { entries: 0, others: [{ code: '720', amount: 900, text: 'L-1 LOAN' }] },
      entries: [],
    });
  });
});

describe('What the consortium pays, or receives from others than members', () => {
  const booksOf = async (account: 'bank' | 'due-to-suppliers' | 'grants-income') =>
    balanceOf(await ledgerStore(table).all('2026-11'), { account, member: CONSORTIUM, currency: 'USD' });

  it('is booked in its own books once, and only in the direction in which the bank moved it', async () => {
    const file = bai('0978', [900, 'BR-3', 'VALLEY COURIERS', '475'], [5_000, 'BR-4', 'FOUNDATION']);
    const [{ statementId } = { statementId: '' }] = await sentIds(file);
    const paid = { as: 'own', kind: 'supplier-paid' };
    const accounts = ['bank', 'due-to-suppliers', 'grants-income'] as const;
    const before = await Promise.all(accounts.map(booksOf));
    expect(await decide(statementId, 1, { as: 'own', kind: 'grant-received' })).toMatchObject({
      ...{ status: 409, body: { code: 'other-direction' } },
    });
    const all = await Promise.all([1, 2, 3].map(() => decide(statementId, 1, paid)));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await decide(statementId, 2, { as: 'own', kind: 'grant-received' })).status).toBe(201);
    const moved = (await Promise.all(accounts.map(booksOf))).map((sum, at) => sum - (before[at] ?? 0));
    expect(moved).toEqual([4_100, -900, 5_000]);
    expect((await shown(statementId)).map(({ state }) => state)).toEqual(['own', 'own']);
    const typed = { kind: 'supplier-paid', amount: 900, currency: 'USD', reference: 'br-3' };
    expect(await call(recordCost.using(at(now)), { actor: ann, body: typed })).toMatchObject({
      ...{ status: 409, body: { code: 'reference-taken' } },
    });
  });

  it('that is a fee or interest by the code of the bank is proposed as such, and booked as a cost or revenue of its own', async () => {
    const file = bai(
      '0990',
      [900, 'F-1', 'ANALYSIS FEE', '698'],
      [250, 'I-1', 'INTEREST', '354'],
      [70, 'R-1', 'ACH RETURN', '557'],
      [60_000, 'R-2', 'SUPPLIER ACCOUNT CLOSED', '257'],
    );
    const [{ statementId } = { statementId: '' }] = await sentIds(file);
    const entries = (await shown(statementId)) as (Entry & { ownKind?: string; nature?: string })[];
    expect(entries.map(({ nature, ownKind, proposal }) => [nature, ownKind, proposal])).toEqual([
      ['fee', 'bank-fee-paid', undefined],
      ['interest', 'interest-received', undefined],
      ['returned', undefined, undefined],
      // What comes back to the consortium is no payment of a member, also where an invoice has its amount.
      ['returned', 'supplier-repaid', undefined],
    ]);
    const balance = async (account: 'bank' | 'bank-costs' | 'interest-income') =>
      balanceOf(await ledgerStore(table).all('2026-11'), { account, member: CONSORTIUM, currency: 'USD' });
    const before = await balance('bank');
    expect(await decide(statementId, 2, { as: 'own', kind: 'bank-fee-paid' })).toMatchObject({
      ...{ status: 409, body: { code: 'other-direction' } },
    });
    for (const [number, kind] of [
      [1, 'bank-fee-paid'],
      [2, 'interest-received'],
    ] as const)
      expect((await decide(statementId, number, { as: 'own', kind })).status).toBe(201);
    expect([await balance('bank-costs'), await balance('interest-income')]).toEqual([900, 250]);
    expect((await balance('bank')) - before).toBe(-650);
    expect((await undo(statementId, 1)).status).toBe(201);
    expect([await balance('bank-costs'), (await balance('bank')) - before]).toEqual([0, 250]);
    expect((await sentIds(file))[0]).toMatchObject({ statementId, isNew: false });
  });

  it('is taken back by an entry of the opposite kind, and can then be booked again', async () => {
    const [{ statementId } = { statementId: '' }] = await sentIds(bai('0979', [700, 'BR-7', 'PRINTER', '475']));
    const paid = { as: 'own', kind: 'supplier-paid' };
    const before = await booksOf('bank');
    expect((await decide(statementId, 1, paid)).status).toBe(201);
    expect((await undo(statementId, 1)).status).toBe(201);
    expect(await booksOf('bank')).toBe(before);
    expect(await undo(statementId, 1)).toMatchObject({ body: { code: 'not-decided' } });
    expect((await decide(statementId, 1, { as: 'own', kind: 'grant-returned' })).status).toBe(201);
    expect(await booksOf('bank')).toBe(before - 700);
  });
});
