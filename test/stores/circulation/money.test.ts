import { billStore, type StoredBill } from '../../../functions/circulation/data/bill-store.ts';
import { receiptStore } from '../../../functions/circulation/data/receipt-store.ts';
import { openBy } from '../../../functions/circulation/domain/money/bill-line.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as closeTill } from '../../../functions/circulation/operations/close-till/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as myBills } from '../../../functions/circulation/operations/list-my-bills/handler.ts';
import { handler as listTills } from '../../../functions/circulation/operations/list-tills/handler.ts';
import { handler as openTill } from '../../../functions/circulation/operations/open-till/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as refundCredit } from '../../../functions/circulation/operations/refund-credit/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import { handler as waiveBill } from '../../../functions/circulation/operations/waive-bill/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balances, owedOn } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const later = '2026-03-25T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
const supervisor = (branch: string) => staffAt(branch, 'desk-supervisor');
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [], { owedLimit: 100_000 }, { means: ['cash', 'card'], refundLimit: 2000, waiveLimit: 500 });
});

type Borrower = Awaited<ReturnType<typeof aBorrower>>;
const billsOf = async ({ patronId }: Borrower): Promise<StoredBill[]> =>
  billStore(table).open(patronId, { strong: true });
const firstBill = async (patron: Borrower): Promise<StoredBill> => {
  const [bill] = await billsOf(patron);
  if (!bill) throw new Error('no bill');
  return bill;
};

const entriesOf = async (month = '2026-03') => (await ledgerStore(table).list(month, { limit: 2000 })).entries;

const fee = (patron: Borrower, branchId: string, amount: number) =>
  call(chargeFee.using(at('2026-03-24T11:00:00.000Z')), {
    actor: desk(branchId),
    body: { branchId, patron: patron.card, fee: 'damaged-item', amount },
  });

const pay = (patron: Borrower, branchId: string, billId: string, amount: number) =>
  call(payBill.using(at('2026-03-21T11:00:00.000Z')), {
    actor: desk(branchId),
    body: { branchId, patron: patron.card, billId, amount, means: 'card' },
  });

/** Creates a patron who paid 30.00 for an item of ash that was lost and was returned. */
const whoHasMoneyBack = async () => {
  const patron = await aBorrower(table);
  const copy = await aCopy(table);
  const item = copy.barcode;
  const lend = { branchId: 'birch.east', item, patron: patron.card };
  await call(checkOut.using(at(monday)), { actor: desk('birch.east'), body: lend });
  const lost = { actor: desk('ash.main'), body: { branchId: 'ash.main', item } };
  await call(declareLost.using(at('2026-03-20T11:00:00.000Z')), lost);
  const { billId } = await firstBill(patron);
  await pay(patron, 'birch.east', billId, 3000);
  await call(checkIn.using(at('2026-03-22T11:00:00.000Z')), { actor: desk('ash.main'), body: lost.body });
  expect(await billsOf(patron)).toMatchObject([{ billId, open: -3000 }]);
  return { patron, billId };
};

const refund = (patron: Borrower, billId: string, more: object = {}, actor = supervisor('elm.main')) =>
  call(refundCredit.using(at(later)), { actor, body: { branchId: 'elm.main', patron: patron.card, billId, ...more } });
const inCash = { payOut: { means: 'cash' } };

describe('a refund', () => {
  test('C73 C74 is paid out at any desk, with a receipt, at the cost of the bill’s owner, without any further debt', async () => {
    const { patron, billId } = await whoHasMoneyBack();
    const paid = await refund(patron, billId, inCash);
    expect(paid).toMatchObject({
      status: 201,
      body: { receiptNumber: expect.stringMatching(/^elm\.main-\d{6}$/), bills: [{ billId, open: 0 }], owed: 0 },
    });
    expect(await billsOf(patron)).toEqual([]);
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 0 });
    const own = (await entriesOf()).filter(({ causeId }) => causeId === billId);
    expect(owedOn(own, billId)).toBe(0);
    expect(own.at(-1)).toMatchObject({
      kind: 'credit-paid-out',
      lines: [
        { account: 'patron-receivables', member: 'ash', side: 'debit' },
        { account: 'due-to-members', member: 'ash', side: 'credit' },
        { account: 'due-from-members', member: 'elm', side: 'debit' },
        { account: 'desk-takings', member: 'elm', side: 'credit', amount: 3000 },
      ],
    });
    expect(JSON.stringify(own)).not.toMatch(/pat_|stf_/);
    const stored = await billStore(table).get(patron.patronId, billId);
    expect(stored?.lines.map(({ did, amount }) => [did, amount])).toEqual([
      ['charged', 3000],
      ['paid', 3000],
      ['taken-back', 3000],
      ['paid-out', 3000],
    ]);
    expect(openBy(stored?.lines ?? [])).toBe(0);
  });

  test('C73 above the limit requires a supervisor of the branch; a bill without refund is not paid out', async () => {
    const { patron, billId } = await whoHasMoneyBack();
    const forbidden = { status: 403, body: { code: 'needs-supervisor' } };
    expect(await refund(patron, billId, inCash, desk('elm.main'))).toMatchObject(forbidden);
    expect(await refund(patron, billId, { payOut: { means: 'shells' } })).toMatchObject({
      status: 422,
      body: { code: 'unknown-means' },
    });
    expect((await refund(patron, billId, inCash)).status).toBe(201);
    expect(await refund(patron, billId, inCash)).toMatchObject({ status: 409, body: { code: 'no-money-back' } });
  });

  test('C73 requested many times at once is paid out once', async () => {
    const { patron, billId } = await whoHasMoneyBack();
    const before = await receiptStore(table).next('elm.main');
    const answers = await Promise.all(Array.from({ length: 6 }, () => refund(patron, billId, inCash)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 0 });
    expect((await entriesOf()).filter((one) => one.causeId === billId && one.kind === 'credit-paid-out')).toHaveLength(
      1,
    );
    expect(await receiptStore(table).next('elm.main')).toBe(before + 1);
  });

  test('C73 C74 is set against open bills at other members, as far as it goes, once for concurrent requests', async () => {
    const { patron, billId } = await whoHasMoneyBack();
    await fee(patron, 'cedar.main', 2000);
    await fee(patron, 'ash.main', 1500);
    const answers = await Promise.all([refund(patron, billId), refund(patron, billId), refund(patron, billId, inCash)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const paidOut = answers[2]?.status === 201;
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: paidOut ? 3500 : 500 });
    const open = await billsOf(patron);
    expect(open.map((bill) => bill.open).sort()).toEqual(paidOut ? [1500, 2000] : [500]);
    const entries = await entriesOf();
    for (const bill of open) expect(owedOn(entries, bill.billId)).toBe(bill.open);
    expect(owedOn(entries, billId)).toBe(0);
    const dues = (account: string) =>
      balances(entries).flatMap((row) => (row.account === account ? [row.balance] : []));
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(sum(dues('due-from-members'))).toBe(sum(dues('due-to-members')));
  });
});

describe('a renewal of an overdue loan', () => {
  const overdueLoan = async () => {
    const patron = await aBorrower(table);
    const copy = await aCopy(table);
    const body = { branchId: 'birch.east', item: copy.barcode, patron: patron.card };
    await call(checkOut.using(at(monday)), { actor: desk('birch.east'), body });
    return { patron, copy };
  };
  const late = '2026-04-02T11:00:00.000Z';

  test.each(['patron', 'desk'] as const)(
    'C68 C71 by the %s charges the fine until then, once, in the same write',
    async (who) => {
      const { patron, copy } = await overdueLoan();
      const by = who === 'patron' ? { actor: patron.actor } : { actor: desk('elm.main') };
      const body = { item: copy.barcode, ...(who === 'desk' && { branchId: 'elm.main' }) };
      const again = { ...by, body, headers: { 'idempotency-key': `renew-${who}` } };
      const answers = [await call(renew.using(at(late)), again), await call(renew.using(at(late)), again)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(answers[1]?.body).toEqual(answers[0]?.body);
      const fine = await firstBill(patron);
      expect(fine).toMatchObject({ kind: 'overdue', member: 'birch', open: fine.amount, lines: [{ did: 'charged' }] });
      expect(fine.lines[0]?.by).toBe(who === 'patron' ? 'patron' : 'staff:stf_of-elm.main');
      expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: fine.amount, loans: 1 });
      expect(owedOn(await entriesOf('2026-04'), fine.billId)).toBe(fine.amount);
      const back = { actor: desk('ash.main'), body: { branchId: 'ash.main', item: copy.barcode } };
      expect((await call(checkIn.using(at('2026-04-03T11:00:00.000Z')), back)).body).not.toHaveProperty('fine');
      expect(await billsOf(patron)).toHaveLength(1);
    },
  );

  test('C71 requested many times at once is fined once', async () => {
    const { patron, copy } = await overdueLoan();
    const ask = () => call(renew.using(at(late)), { actor: patron.actor, body: { item: copy.barcode } });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await billsOf(patron)).toHaveLength(1);
  });
});

describe('the person who acted', () => {
  test('C74 is on the bill’s lines, for staff; the patron’s own list and the ledger name no one', async () => {
    const { patron, billId } = await whoHasMoneyBack();
    await fee(patron, 'cedar.main', 2000);
    const seen = await call(showPatron.using(at(later)), {
      actor: desk('cedar.main'),
      path: { patronId: patron.patronId },
      body: { branchId: 'cedar.main' },
    });
    const { bills } = seen.body as { bills: { billId: string; lines: { did: string; by: string }[] }[] };
    const by = (id: string) => bills.find((bill) => bill.billId === id)?.lines.map((line) => `${line.did} ${line.by}`);
    expect(by(billId)).toEqual([
      'charged staff:stf_of-ash.main',
      'paid staff:stf_of-birch.east',
      'taken-back staff:stf_of-ash.main',
    ]);
    const mine = (await call(myBills.using(at(later)), { actor: patron.actor })).body;
    expect(mine).toMatchObject({ bills: [{ billId }, { kind: 'fee' }] });
    expect(JSON.stringify(mine)).not.toContain('staff:');
    expect(JSON.stringify(await entriesOf())).not.toMatch(/staff:|stf_|pat_/);
  });
});

test('a desk asks for settled bills, too, with receipts; another library gets only the settled bills it charged', async () => {
  const patron = await aBorrower(table);
  await fee(patron, 'cedar.main', 2000);
  const { billId } = await firstBill(patron);
  const paid = await pay(patron, 'cedar.main', billId, 2000);
  const bills = async (body: object, branchId = 'cedar.main') => {
    const seen = await call(showPatron.using(at(later)), {
      actor: desk(branchId),
      path: { patronId: patron.patronId },
      body: { branchId, ...body },
    });
    return (seen.body as { bills: object[]; owed: object[] }).bills;
  };
  expect(await bills({})).toEqual([]);
  const { receiptNumber } = paid.body as { receiptNumber: string };
  expect(await bills({ settled: true })).toMatchObject([
    { billId, open: 0, lines: [{ did: 'charged' }, { did: 'paid', amount: 2000, means: 'card', receiptNumber }] },
  ]);
  await fee(patron, 'ash.main', 1000);
  const atAsh = await firstBill(patron);
  await pay(patron, 'ash.main', atAsh.billId, 1000);
  await fee(patron, 'birch.east', 500);
  const ids = async (branchId: string) =>
    (await bills({ settled: true }, branchId)).map((bill) => (bill as { billId: string }).billId).toSorted();
  const open = await firstBill(patron);
  expect(await ids('ash.main')).toEqual([atAsh.billId, open.billId].toSorted());
  expect(await ids('birch.east')).toEqual([open.billId]);
  expect(await ids('cedar.main')).toEqual([billId, atAsh.billId, open.billId].toSorted());
});

describe('waivers and payments line by line', () => {
  const waive = (
    patron: Borrower,
    billId: string,
    amount: number,
    actor = desk('cedar.main'),
    branchId = 'cedar.main',
  ) =>
    call(waiveBill.using(at(later)), {
      actor,
      body: { branchId, patron: patron.card, billId, amount, reason: 'The book drop was locked' },
    });

  test('C74 desk staff waive up to the limit, a supervisor above it, and each member only its own bills', async () => {
    const patron = await aBorrower(table);
    await fee(patron, 'cedar.main', 2000);
    const { billId } = await firstBill(patron);
    expect(await waive(patron, billId, 501)).toMatchObject({ status: 403, body: { code: 'needs-supervisor' } });
    const elsewhere = await waive(patron, billId, 100, desk('elm.main'), 'elm.main');
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'not-your-bill' } });
    expect(await waive(patron, billId, 500)).toMatchObject({ status: 201, body: { waived: 500, owed: 1500 } });
    // Nor in small parts: earlier waivers count.
    expect(await waive(patron, billId, 1)).toMatchObject({ status: 403, body: { code: 'needs-supervisor' } });
    const all = await Promise.all([1, 2, 3].map(() => waive(patron, billId, 1500, supervisor('cedar.main'))));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 0 });
    expect(owedOn(await entriesOf(), billId)).toBe(0);
  });

  test('C73 C74 a waived part of a lost charge is not refunded with the item: only the paid part is', async () => {
    const patron = await aBorrower(table);
    const copy = await aCopy(table);
    const item = copy.barcode;
    const lend = { branchId: 'birch.east', item, patron: patron.card };
    await call(checkOut.using(at(monday)), { actor: desk('birch.east'), body: lend });
    const here = { actor: desk('ash.main'), body: { branchId: 'ash.main', item } };
    await call(declareLost.using(at('2026-03-20T11:00:00.000Z')), here);
    const { billId } = await firstBill(patron);
    expect((await waive(patron, billId, 1000, supervisor('ash.main'), 'ash.main')).status).toBe(201);
    await pay(patron, 'elm.main', billId, 2000);
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 0, loans: 0 });
    await call(checkIn.using(at('2026-03-26T11:00:00.000Z')), here);
    expect(await billsOf(patron)).toMatchObject([{ billId, open: -2000 }]);
  });

  test('C74 one payment pays bills of several members under one receipt, or nothing', async () => {
    const patron = await aBorrower(table);
    for (const [branch, amount] of [
      ['ash.main', 700],
      ['cedar.main', 500],
    ] as const)
      await fee(patron, branch, amount);
    const both = await billsOf(patron);
    const [one, other] = ['ash', 'cedar'].map((member) => both.find((bill) => bill.member === member));
    const payment = (more: object) =>
      call(payBill.using(at(later)), {
        actor: desk('elm.main'),
        body: { branchId: 'elm.main', patron: patron.card, billId: one?.billId, amount: 300, ...more },
      });
    const tooMuch = await payment({ also: [{ billId: other?.billId, amount: 501 }] });
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'more-than-open' } });
    expect(await payment({ also: [{ billId: one?.billId, amount: 5 }] })).toMatchObject({
      body: { code: 'bill-twice' },
    });
    expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 1200 });
    const paid = await payment({ also: [{ billId: other?.billId, amount: 500 }] });
    expect(paid).toMatchObject({ status: 201, body: { paid: 800, owed: 400, bills: [{ open: 400 }, { open: 0 }] } });
    const { receiptNumber } = paid.body as { receiptNumber: string };
    const receipt = (await receiptStore(table).ofDay('elm.main', '2026-03-25')).find(
      (row) => row.receiptNumber === receiptNumber,
    );
    expect(receipt).toMatchObject({ taken: 800, means: 'cash', billIds: [one?.billId, other?.billId] });
  });
});

describe('receipts', () => {
  test('C74 of concurrent payments at one branch are numbered without a gap', async () => {
    const patrons = await Promise.all(Array.from({ length: 8 }, () => aBorrower(table)));
    for (const patron of patrons) await fee(patron, 'cedar.north', 700);
    const first = await receiptStore(table).next('cedar.north');
    const paid = await Promise.all(
      patrons.map(async (patron) => pay(patron, 'cedar.north', (await firstBill(patron)).billId, 300)),
    );
    expect(paid.map(({ status }) => status)).toEqual(patrons.map(() => 201));
    const numbers = (await receiptStore(table).ofDay('cedar.north', '2026-03-21')).map(
      ({ receiptNumber }) => receiptNumber,
    );
    expect(numbers).toEqual(patrons.map((_, i) => `cedar.north-${String(first + i).padStart(6, '0')}`));
    expect(paid.map(({ body }) => (body as { receiptNumber: string }).receiptNumber).sort()).toEqual(numbers);
  });
});

describe('tills', () => {
  const tuesday = '2026-05-05T09:00:00.000Z';
  const cash = (amount: number) => ({ currency: 'EUR', means: 'cash', amount });
  const payAt = (patron: Borrower, billId: string, amount: number, means: string) =>
    call(payBill.using(at(tuesday)), {
      actor: desk('cedar.north'),
      body: { branchId: 'cedar.north', patron: patron.card, billId, amount, means },
    });

  test('C74 a till is opened, takes concurrent payments, is counted with its difference, closed once, and takes no more', async () => {
    const patrons = await Promise.all(Array.from({ length: 4 }, () => aBorrower(table)));
    for (const patron of patrons) await fee(patron, 'cedar.north', 900);
    const open = () =>
      call(openTill.using(at(tuesday)), {
        actor: desk('cedar.north'),
        body: { branchId: 'cedar.north', float: cash(5000) },
      });
    expect(await open()).toMatchObject({ status: 201, body: { day: '2026-05-05', expected: [cash(5000)] } });
    expect(await open()).toMatchObject({ status: 409, body: { code: 'till-opened' } });
    const bills = await Promise.all(patrons.map(firstBill));
    const paid = await Promise.all(
      patrons.map((patron, i) => payAt(patron, bills[i]?.billId ?? '', 300, i < 3 ? 'cash' : 'card')),
    );
    expect(paid.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const close = () =>
      call(closeTill.using(at(tuesday)), {
        actor: desk('cedar.north'),
        body: { branchId: 'cedar.north', day: '2026-05-05', counted: [cash(5890)] },
      });
    const closings = await Promise.all([close(), close()]);
    expect(closings.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = await payAt(patrons[0] as Borrower, bills[0]?.billId ?? '', 300, 'cash');
    expect(late).toMatchObject({ status: 409, body: { code: 'till-closed' } });
    const finance = staffAt('cedar', 'member-finance');
    const listed = await call(listTills, { actor: finance, path: { month: '2026-05' }, query: { member: 'cedar' } });
    expect((listed.body as { tills: unknown[] }).tills).toMatchObject([
      {
        branchId: 'cedar.north',
        closed: {
          by: 'staff:stf_of-cedar.north',
          counts: [
            { means: 'card', expected: 300, counted: 0, difference: -300 },
            { means: 'cash', expected: 5900, counted: 5890, difference: -10 },
          ],
        },
      },
    ]);
    // Desk staff read the tills of their branch, and of no other.
    const ofBranch = (branch: string, member = 'cedar') =>
      call(listTills, { actor: staffAt('cedar.north', 'desk'), path: { month: '2026-05' }, query: { member, branch } });
    expect((await ofBranch('cedar.north')).body).toEqual(listed.body);
    expect((await ofBranch('cedar.main')).status).toBe(403);
    expect((await ofBranch('cedar.north', 'elm')).status).toBe(422);
    const other = { actor: finance, path: { month: '2026-05' }, query: { member: 'elm' } };
    expect((await call(listTills, other)).status).toBe(403);
  });
});
