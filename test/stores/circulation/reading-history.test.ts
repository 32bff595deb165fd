import { pastLoanStore } from '../../../functions/circulation/data/past-loan-store.ts';
import { pastLoanSchema } from '../../../functions/circulation/domain/loans/past-loan.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as myHistory } from '../../../functions/circulation/operations/my-history/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as setHistory } from '../../../functions/circulation/operations/set-my-history/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as myExport } from '../../../functions/patrons/operations/my-export/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { pastLoanRelay } from '../../builders/past-loans.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const inTime = '2026-03-20T11:00:00.000Z';
const late = '2026-04-20T11:00:00.000Z';
const desk = staffAt('cedar.main', 'desk');
const branchId = 'cedar.main';
let table: Table & { name: string };
let relay: ReturnType<typeof pastLoanRelay>;
type Borrower = Awaited<ReturnType<typeof aBorrower>>;

const itemOf = (itemId: string) => table.get(itemsKeys.key('item', { itemId }), { strong: true });
const ofPatron = async ({ patronId }: Borrower, begins: string) =>
  table.queryAll({ partition: `PATRON#${patronId}`, begins, strong: true });
const turnHistory = (who: Borrower, on: boolean) =>
  call(setHistory.using(at(late)), { actor: who.actor, body: { on } });
const history = async (who: Borrower, when = late) =>
  (await call(myHistory.using(at(when)), { actor: who.actor, query: {} })).body as { on: boolean; loans: object[] };

/** Checks a copy out and in at an instant; returns the copy, its loan and the resulting messages. */
const lentAndReturned = async (who: Borrower, when: string) => {
  const copy = await aCopy(table, { branchId });
  const body = { branchId, item: copy.barcode, patron: who.card };
  const shelved = await itemOf(copy.itemId);
  const lent = await call(checkOut.using(at(monday)), { actor: desk, body });
  const { loanId } = (lent.body as { loan: { loanId: string } }).loan;
  const before = await itemOf(copy.itemId);
  await relay.relayed(shelved, before, monday);
  await call(checkIn.using(at(when)), { actor: desk, body: { branchId, item: copy.barcode } });
  const after = await itemOf(copy.itemId);
  return { copy, loanId, messages: await relay.relayed(before, after, when) };
};

/** Returns all data of a patron, as they export it. */
const exported = async ({ actor }: { actor: Actor }) =>
  ((await call(myExport, { actor })).body as { data: Record<string, unknown> }).data;

/** Pays a patron's one bill, and processes the change in the relay. */
const paid = async (who: Borrower, when: string, amount?: number) => {
  const [before] = await ofPatron(who, 'BILL#');
  const sum = amount ?? Number(before?.open);
  const body = { branchId, patron: who.card, billId: String(before?.billId), amount: sum };
  expect((await call(payBill.using(at(when)), { actor: desk, body })).status).toBe(201);
  const [after] = await ofPatron(who, 'BILL#');
  return relay.relayed(before, after, when);
};
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  relay = pastLoanRelay();
  table = await aTable();
  await aConsortium(table);
});

describe('a reading history', () => {
  test('is off: a returned loan is linked to no one, and was counted on the day of its checkout', async () => {
    const who = await aBorrower(table);
    const known = (await scanAll(table.name, 'loanStatistic')).map(({ sk }) => sk);
    const { copy, loanId, messages } = await lentAndReturned(who, inTime);
    expect(messages).toHaveLength(1);
    expect(await history(who)).toEqual({ on: false, loans: [] });
    expect(await ofPatron(who, 'PAST#')).toEqual([]);
    // The item no longer has the patron either.
    expect(JSON.stringify(await itemOf(copy.itemId))).not.toContain(who.patronId);
    const counted = (await scanAll(table.name, 'loanStatistic')).filter(({ sk }) => !known.includes(sk));
    expect(counted).toMatchObject([
      {
        day: monday.slice(0, 10),
        decision: 'checkout',
        owner: 'cedar',
        patronMember: 'cedar',
        patronCategory: 'adult',
      },
    ]);
    expect(JSON.stringify(counted)).not.toMatch(new RegExp(`${who.patronId}|${loanId}|${copy.itemId}`));
  });

  test('when turned on has all later returns; when turned off is empty, after any interruption', async () => {
    const who = await aBorrower(table);
    await lentAndReturned(who, inTime);
    expect((await turnHistory(who, true)).body).toEqual({ on: true });
    const one = await lentAndReturned(who, inTime);
    const other = await lentAndReturned(who, inTime);
    const { on, loans } = (await history(who)) as { on: boolean; loans: { loanId: string }[] };
    expect(on).toBe(true);
    expect(loans.map(({ loanId }) => loanId).sort()).toEqual([one.loanId, other.loanId].sort());
    // The same message again, and again after the setting changed.
    await relay.deliver(one.messages, inTime);
    expect((await history(who)).loans).toHaveLength(2);
    expect((await turnHistory(who, false)).body).toEqual({ on: false });
    expect(await history(who)).toEqual({ on: false, loans: [] });
    await relay.deliver(one.messages, inTime);
    expect(await ofPatron(who, 'PAST#')).toEqual([]);
    expect((await turnHistory(who, false)).status).toBe(200);
  });

  test('finding C4: is read by its patron alone, page by page; no staff, no machine and no other patron gets any of it', async () => {
    const [who, other] = [await aBorrower(table), await aBorrower(table)];
    await turnHistory(who, true);
    await turnHistory(other, true);
    const { copy, loanId } = await lentAndReturned(who, inTime);
    const [row] = await ofPatron(who, 'PAST#');
    const loan = pastLoanSchema.parse(row);
    const past = pastLoanStore(table);
    for (let count = 0; count < 51; count += 1) {
      const one = { ...loan, loanId: `lon_00${String(count).padStart(2, '0')}` };
      expect(await past.save({ patronId: who.patronId, keepsHistory: true }, one, { keep: true })).toBe(true);
    }
    const page = async (actor: Actor, query: Record<string, string>) =>
      call(myHistory.using(at(late)), { actor, query });
    const first = (await page(who.actor, {})).body as { loans: { loanId: string }[]; next: string };
    const second = (await page(who.actor, { after: first.next })).body as typeof first;
    expect([first.loans.length, first.loans[0]?.loanId, second.loans.length, second.next]).toEqual([
      50,
      loanId,
      2,
      undefined,
    ]);
    // Nobody else: neither by permission, nor with a cursor of this list, nor at the desk where the patron is open.
    const machine = selfCheckAt(branchId);
    for (const actor of [desk, staffAt(branchId, 'desk-supervisor'), machine])
      expect((await page(actor, {})).status).toBe(403);
    expect(await page(other.actor, { after: first.next })).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    expect((await page(other.actor, {})).body).toEqual({ on: true, loans: [] });
    const opened = { actor: desk, path: { patronId: who.patronId }, body: { branchId } };
    const seen = await call(showPatron.using(at(late)), opened);
    expect(seen.body).toMatchObject({ loans: [] });
    for (const text of [loanId, copy.itemId, copy.recordId ?? ''])
      expect(JSON.stringify(seen.body)).not.toContain(text);
  });

  test('finding C4: of a patron who turns it off is deleted whole, however long, and is in the export until then', async () => {
    const who = await aBorrower(table);
    await turnHistory(who, true);
    const { loanId } = await lentAndReturned(who, inTime);
    expect((await exported(who)).pastLoan).toMatchObject([{ loanId }]);
    await turnHistory(who, false);
    expect((await exported(who)).pastLoan).toBeUndefined();
    expect(await history(who)).toEqual({ on: false, loans: [] });
    const rows = await table.queryAll({ partition: `PATRON#${who.patronId}`, strong: true });
    expect(JSON.stringify(rows)).not.toContain(loanId);
  });

  test('of an erased patron remains erased', async () => {
    const who = await aBorrower(table);
    const { messages } = await lentAndReturned(who, inTime);
    await table.write([{ delete: patronsKeys.key('patronStatus', who) }]);
    expect(await relay.deliver(messages, inTime)).toEqual({ batchItemFailures: [] });
    expect(await turnHistory(who, true)).toMatchObject({ status: 410, body: { code: 'gone' } });
    expect(await table.queryAll({ partition: `PATRON#${who.patronId}` })).toEqual([]);
  });
});

describe('C78 a returned loan', () => {
  test('with a fee remains linked while it is open, and is anonymised when it is settled; statistics survive', async () => {
    const who = await aBorrower(table);
    const { loanId, copy, messages } = await lentAndReturned(who, late);
    expect(await ofPatron(who, 'PAST#')).toMatchObject([{ loanId }]);
    expect(await ofPatron(who, 'BILL#')).toMatchObject([{ loanId, itemId: copy.itemId }]);
    // A partial payment does not settle it; turning the history off does not delete it either.
    await paid(who, late, 10);
    await turnHistory(who, false);
    expect(await ofPatron(who, 'PAST#')).toMatchObject([{ loanId }]);
    const counted = () => scanAll(table.name, 'loanStatistic');
    const before = await counted();
    const settled = await paid(who, late);
    expect(await ofPatron(who, 'PAST#')).toEqual([]);
    const [bill] = await ofPatron(who, 'BILL#');
    expect([bill?.open, bill?.loanId, bill?.itemId]).toEqual([0, undefined, undefined]);
    expect(await counted()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    // Out of order and twice, the result is the same.
    await relay.deliver([...settled, ...messages], late);
    expect(await ofPatron(who, 'BILL#')).toEqual([bill]);
  });

  test('paid before the message of its return arrives is anonymised by that message', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table, { branchId });
    await call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item: copy.barcode, patron: who.card } });
    const before = await itemOf(copy.itemId);
    await call(checkIn.using(at(late)), { actor: desk, body: { branchId, item: copy.barcode } });
    const after = await itemOf(copy.itemId);
    await paid(who, late);
    await relay.relayed(before, after, late);
    expect(await ofPatron(who, 'PAST#')).toEqual([]);
    expect((await ofPatron(who, 'BILL#'))[0]?.itemId).toBeUndefined();
  });

  test('is stored for an interval or never anonymised, where the consortium adopted that', async () => {
    await aPatronsPolicy(table, { loans: { anonymise: { when: 'after-days', days: 30 } } }, '2027-01-01T00:00:00.000Z');
    await aPatronsPolicy(table, { loans: { anonymise: { when: 'never' } } }, '2028-01-01T00:00:00.000Z');
    const ended = async (endedAt: string) => {
      const who = await aBorrower(table);
      const [message = ''] = (await lentAndReturned(who, inTime)).messages;
      const event = JSON.parse(message);
      // A separate policy store, because the one before caches what it read for a minute.
      await jest.isolateModulesAsync(async () => {
        const { handler } = await import('../../../functions/circulation/consumers/record-past-loan/handler.ts');
        const body = JSON.stringify({ ...event, loan: { ...event.loan, endedAt } });
        await handler.using(at(endedAt))({ Records: [{ messageId: 'm', body } as never] }, { awsRequestId: 'l' });
      });
      return who;
    };
    const interval = await ended('2027-03-02T11:00:00.000Z');
    expect((await history(interval, '2027-03-31T11:00:00.000Z')).loans).toMatchObject([
      { until: '2027-04-01T11:00:00.000Z' },
    ]);
    // From then on it is not shown, even before DynamoDB deletes it.
    expect((await history(interval, '2027-04-01T11:00:00.000Z')).loans).toEqual([]);
    expect((await history(await ended('2028-03-02T11:00:00.000Z'), '2040-01-01T00:00:00.000Z')).loans).toHaveLength(1);
  });
});
