import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as runScheduledWork } from '../../../functions/circulation/consumers/run-scheduled-work/handler.ts';
import { billStore } from '../../../functions/circulation/data/bill-store.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkInDamaged } from '../../../functions/circulation/operations/check-in-damaged/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as claimReturned } from '../../../functions/circulation/operations/claim-returned/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as explainRenewal } from '../../../functions/circulation/operations/explain-renewal/handler.ts';
import { handler as giveUpClaim } from '../../../functions/circulation/operations/give-up-claim/handler.ts';
import { handler as myBills } from '../../../functions/circulation/operations/list-my-bills/handler.ts';
import { handler as myLoans } from '../../../functions/circulation/operations/list-my-loans/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as recall } from '../../../functions/circulation/operations/recall/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { feesOutstanding } from '../../../functions/items/public/fees-outstanding.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as relay } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule, loanRulesDocument } from '../../builders/policies.ts';
import { queueSettings } from '../../builders/queue-settings.ts';
import { streamRecord } from '../../builders/stream-events.ts';

const monday = '2026-03-02T11:00:00.000Z';
const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);
const lambda = { awsRequestId: 'lambda-1' };
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;

/** Films count in the whole consortium, all loans at the branch; DVDs age after 30 days, maps after none. */
const rules = [
  aRule({
    id: 'all',
    values: {
      limits: [
        { group: 'films', limit: 3 },
        { group: 'here', limit: 5 },
      ],
      ...{ recallable: true, recallGuaranteedDays: 7, recallReturnDays: 7 },
    },
  }),
  aRule({ id: 'ages', when: { itemCategory: 'dvd' }, values: { lostAfterDays: 30, damageCharge: 700 } }),
  aRule({ id: 'keeps', when: { itemCategory: 'score' }, values: { lostCreditDays: 10 } }),
];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus' });
  sqs.on(SendMessageBatchCommand).resolves({});
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  table = await aTable();
  await aConsortium(table);
  const { version: _, ...document } = loanRulesDocument(rules, {
    limitGroups: { films: { itemCategories: ['dvd'], depth: 'consortium' }, here: { depth: 'branch' } },
    groups: {},
  });
  await policyStore(table).adopt(document, (version) => ({
    ...{ subject: 'policy:loan-rules', at: monday, auditId: 'aud_loans', by: 'test', did: 'adopted' },
    detail: { version },
  }));
});

const lend = (copy: ItemCirculation, patron: string, branchId = 'birch.east', when = monday) =>
  call(checkOut.using(at(when)), { actor: desk(branchId), body: { branchId, item: copy.barcode, patron } });
const takeBack = (copy: ItemCirculation, when: string, branchId = 'ash.main', more = {}) =>
  call(checkIn.using(at(when)), { actor: desk(branchId), body: { branchId, item: copy.barcode, ...more } });
const stored = (copy: ItemCirculation) => itemStore(table).get(copy.itemId, { strong: true });
const raw = (copy: ItemCirculation) => table.get(itemsKeys.key('item', copy), { strong: true });
const declared = (copy: ItemCirculation, when: string) =>
  call(declareLost.using(at(when)), {
    actor: desk('birch.east'),
    body: { branchId: 'birch.east', item: copy.barcode },
  });
const billsOf = async (actor: Awaited<ReturnType<typeof aBorrower>>['actor']) =>
  (await call(myBills, { actor })).body as {
    bills: { billId: string; open: number; kind: string; memberId: string }[];
  };
const pay = (card: string, billId: string | undefined, amount: number, when: string) =>
  call(payBill.using(at(when)), {
    actor: desk('birch.east'),
    body: { branchId: 'birch.east', patron: card, billId, amount },
  });

test('C66 of many concurrent checkouts no more succeed than each counter allows, at every depth', async () => {
  const { card, patronId } = await aBorrower(table);
  const films = await Promise.all(Array.from({ length: 8 }, () => aCopy(table, { category: 'dvd' })));
  const answers = await Promise.all(films.map((film, n) => lend(film, card, n % 2 ? 'birch.east' : 'elm.main')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(
    new Set(answers.flatMap(({ status, body }) => (status === 201 ? [] : (body as { code: string }).code))),
  ).toEqual(new Set(['too-many-in-group']));
  const books = await Promise.all(Array.from({ length: 8 }, () => aCopy(table)));
  await Promise.all(books.map((book) => lend(book, card, 'cedar.north')));
  const counters = (await countersOf(table, patronId)) as { loans: number; perGroup: Record<string, number> };
  expect(counters).toMatchObject({ loans: 8, perGroup: { films: 3, 'here@cedar/north': 5 } });
  expect((counters.perGroup['here@birch/east'] ?? 0) + (counters.perGroup['here@elm/main'] ?? 0)).toBe(3);
  const lent = [...films, ...books];
  await Promise.all(lent.map((copy) => takeBack(copy, monday)));
  const after = (await countersOf(table, patronId)) as { loans: number; perGroup: Record<string, number> };
  expect([after.loans, ...Object.values(after.perGroup)].every((count) => count === 0)).toBe(true);
});

describe('a recall', () => {
  const ask = async (recordId: string | undefined) => {
    const patron = await aBorrower(table);
    const body = { recordId, pickupBranch: 'cedar.main', wait: true };
    const placed = await call(placeHold.using(at(monday)), { actor: patron.actor, body });
    expect(placed.status).toBe(201);
    return {
      ...patron,
      path: { recordId: String(recordId), holdId: (placed.body as { hold: { holdId: string } }).hold.holdId },
    };
  };
  const recalled = ({ actor, path }: Awaited<ReturnType<typeof ask>>, when = '2026-03-10T11:00:00.000Z') =>
    call(recall.using(at(when)), { actor, path, body: {} });

  test('C70 shortens the loan, is notified, and prevents its renewal while the hold waits', async () => {
    const [borrower, copy] = [await aBorrower(table), await aCopy(table)];
    await lend(copy, borrower.card);
    const waiting = await ask(copy.recordId);
    expect(await recalled(waiting)).toMatchObject({
      status: 200,
      body: { itemId: copy.itemId, due: '2026-03-17T22:59:59.000Z' },
    });
    expect((await stored(copy))?.loan).toMatchObject({
      due: '2026-03-17T22:59:59.000Z',
      recalledAt: '2026-03-10T11:00:00.000Z',
    });
    expect(String((await raw(copy))?.facts)).toContain('loan-recalled');
    expect(await recalled(waiting)).toMatchObject({ status: 409, body: { code: 'recalled-already' } });
    const later = at('2026-03-11T11:00:00.000Z');
    const refused = await call(renew.using(later), { actor: borrower.actor, body: { item: copy.barcode } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'loan-recalled' } });
    const why = await call(explainRenewal.using(later), {
      actor: desk('birch.east'),
      body: { branchId: 'birch.east', item: copy.barcode },
    });
    expect(why.body).toMatchObject({
      allowed: false,
      refused: [{ code: 'loan-recalled', overridable: true }, { code: 'hold-waiting' }],
      explain: { values: expect.arrayContaining([expect.objectContaining({ value: 'renewals', ruleId: 'base' })]) },
    });
    expect((await call(myLoans.using(later), { actor: borrower.actor })).body).toMatchObject({
      loans: [{ state: 'recalled' }],
    });
  });

  test('C33 two at once recall two loans, never one twice; a stranger’s hold recalls none', async () => {
    const first = await aCopy(table);
    const second = await aCopy(table, { recordId: first.recordId ?? '', branchId: 'elm.main' });
    for (const copy of [first, second]) await lend(copy, (await aBorrower(table)).card);
    const [one, other] = [await ask(first.recordId), await ask(first.recordId)];
    const answers = await Promise.all([recalled(one), recalled(other)]);
    expect(new Set(answers.map(({ body }) => (body as { itemId: string }).itemId))).toEqual(
      new Set([first.itemId, second.itemId]),
    );
    expect(await recalled({ ...one, actor: other.actor })).toMatchObject({
      status: 404,
      body: { code: 'unknown-hold' },
    });
  });
});

describe('a claim of return', () => {
  const claim = (copy: ItemCirculation, branchId: string) =>
    call(claimReturned.using(at('2026-03-10T11:00:00.000Z')), {
      actor: desk(branchId),
      body: { branchId, item: copy.barcode },
    });
  const giveUp = (copy: ItemCirculation, comment: string, branchId = 'ash.main') =>
    call(giveUpClaim.using(at('2026-03-20T11:00:00.000Z')), {
      actor: desk(branchId),
      body: { branchId, item: copy.barcode, comment },
    });

  test('C72 is counted for the patron, and ends as missing only with a comment, which the audit stores', async () => {
    const { card, patronId } = await aBorrower(table);
    const copies = [await aCopy(table), await aCopy(table)];
    for (const copy of copies) await lend(copy, card);
    const [first, second] = copies as [ItemCirculation, ItemCirculation];
    expect((await claim(first, 'birch.east')).body).toMatchObject({ claims: 1 });
    expect((await claim(second, 'ash.main')).body).toMatchObject({ claims: 2 });
    expect(await giveUp(first, ' ')).toMatchObject({ status: 400 });
    expect(await giveUp(first, 'not on any shelf', 'elm.main')).toMatchObject({
      status: 409,
      body: { code: 'not-your-loan' },
    });
    expect((await giveUp(first, 'not on any shelf')).body).toMatchObject({ state: 'missing' });
    expect(await giveUp(first, 'again')).toMatchObject({ status: 409, body: { code: 'not-claimed' } });
    expect(await stored(first)).not.toHaveProperty('loan');
    const { pk: partition } = auditKeys.key('audit', { subject: `item:${first.itemId}`, at: '-', auditId: '-' });
    expect(await table.queryAll({ partition })).toMatchObject([{ detail: { comment: 'not on any shelf' } }]);
    // Found by the library: no fine however late, and the claim does not count against the patron.
    const found = await takeBack(second, '2026-05-04T11:00:00.000Z', 'ash.main', { claimEnds: 'found-by-library' });
    expect(found.body).toMatchObject({ loanClosed: true });
    expect(found.body).not.toHaveProperty('fine');
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 0, claims: 1 });
  });
});

describe('aging to lost', () => {
  const relayed = async (copy: ItemCirculation, before: Record<string, unknown> | undefined) =>
    relay.using(at(monday))({ Records: [streamRecord(before, await raw(copy))] }, lambda);
  const lentFilm = async () => {
    const patron = await aBorrower(table);
    const copy = await aCopy(table, { category: 'dvd' });
    const before = await raw(copy);
    await lend(copy, patron.card);
    await relayed(copy, before);
    return { ...patron, copy };
  };
  // Due on 30 March, so lost from 29 April on.
  const run = (when: string) => runScheduledWork.using(at(when))({}, lambda);

  test('C72 C73 a job ages what is overdue for long enough, once; never a claimed, renewed or returned loan', async () => {
    const [late, claimed, renewed, back] = [await lentFilm(), await lentFilm(), await lentFilm(), await lentFilm()];
    await call(claimReturned, {
      actor: desk('birch.east'),
      body: { branchId: 'birch.east', item: claimed.copy.barcode },
    });
    const before = await raw(renewed.copy);
    const again = { actor: renewed.actor, body: { item: renewed.copy.barcode } };
    expect((await call(renew.using(at('2026-03-20T11:00:00.000Z')), again)).status).toBe(200);
    await relayed(renewed.copy, before);
    await takeBack(back.copy, '2026-03-20T11:00:00.000Z');
    expect(await run('2026-04-28T12:00:00.000Z')).toMatchObject({ aged: 0, failed: 0 });
    // Two runs at the same time age each loan once.
    const runs = await Promise.all([run('2026-04-29T23:30:00.000Z'), run('2026-04-29T23:30:00.000Z')]);
    expect(runs.reduce((sum, { aged }) => sum + aged, 0)).toBe(1);
    expect(await run('2026-04-30T12:00:00.000Z')).toMatchObject({ aged: 0 });
    expect(await stored(late.copy)).toMatchObject({ state: 'lost', loan: { lost: { amount: 3000, aged: true } } });
    expect(await countersOf(table, late.patronId)).toMatchObject({ owed: 3000, loans: 1 });
    expect((await billsOf(late.actor)).bills).toMatchObject([{ kind: 'lost', open: 3000 }]);
    expect((await stored(claimed.copy))?.state).toBe('claimed-returned');
    expect((await stored(renewed.copy))?.state).toBe('on-loan');
    // The renewed one is due on 17 April and ages 30 days later.
    expect(await run('2026-05-18T12:00:00.000Z')).toMatchObject({ aged: 1 });
    expect((await stored(renewed.copy))?.state).toBe('lost');
  });
});

describe('a lost item', () => {
  const lentScore = async (category = 'score') => {
    const patron = await aBorrower(table);
    const copy = await aCopy(table, { category });
    await lend(copy, patron.card);
    await declared(copy, '2026-03-20T11:00:00.000Z');
    const bill = (await billsOf(patron.actor)).bills[0];
    return { ...patron, copy, bill };
  };

  test('C73 paid in time and returned is refunded, once; the loan left the counter when it was paid', async () => {
    const { card, patronId, copy, bill, actor } = await lentScore();
    expect((await pay(card, bill?.billId, 3000, '2026-03-21T11:00:00.000Z')).body).toMatchObject({ owed: 0 });
    expect(await stored(copy)).toMatchObject({ state: 'lost-and-paid', loan: { lost: { paid: true } } });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 0 });
    expect(await lend(copy, (await aBorrower(table)).card)).toMatchObject({ status: 409 });
    expect((await takeBack(copy, '2026-03-25T11:00:00.000Z')).body).toMatchObject({ refund: { amount: 3000 } });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: -3000 });
    expect((await takeBack(copy, '2026-03-25T12:00:00.000Z')).body).not.toHaveProperty('refund');
    expect((await billsOf(actor)).bills).toMatchObject([{ open: -3000 }]);
  });

  test('C73 after the refund period only the open amount is cancelled, and no balance falls below zero', async () => {
    const { card, patronId, copy, bill, actor } = await lentScore();
    await pay(card, bill?.billId, 1000, '2026-03-21T11:00:00.000Z');
    const back = await takeBack(copy, '2026-05-04T11:00:00.000Z');
    expect(back.body).toMatchObject({ refund: { amount: 2000 } });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 0 });
    expect((await billsOf(actor)).bills).toEqual([]);
    const paid = await lentScore();
    await pay(paid.card, paid.bill?.billId, 3000, '2026-03-21T11:00:00.000Z');
    expect((await takeBack(paid.copy, '2026-05-04T11:00:00.000Z')).body).not.toHaveProperty('refund');
    expect(await countersOf(table, paid.patronId)).toMatchObject({ loans: 0, owed: 0 });
  });

  test('C73 only the last loan is refunded: the patron who lost it first and paid gets nothing of the second’s', async () => {
    const first = await lentScore('book');
    await pay(first.card, first.bill?.billId, 3000, '2026-03-21T11:00:00.000Z');
    await takeBack(first.copy, '2026-03-22T11:00:00.000Z');
    const second = await aBorrower(table);
    await lend(first.copy, second.card, 'birch.east', '2026-03-23T11:00:00.000Z');
    await declared(first.copy, '2026-03-24T11:00:00.000Z');
    await takeBack(first.copy, '2026-03-25T11:00:00.000Z');
    expect(await countersOf(table, first.patronId)).toMatchObject({ owed: -3000 });
    expect(await countersOf(table, second.patronId)).toMatchObject({ loans: 0, owed: 0 });
  });
});

describe('a returned item', () => {
  test('C75 with fees outstanding frees the item and the counter; only the bill links to the patron', async () => {
    const { card, patronId, actor } = await aBorrower(table);
    const copy = await aCopy(table);
    const loanId = ((await lend(copy, card)).body as { loan: { loanId: string } }).loan.loanId;
    await takeBack(copy, '2026-04-07T11:00:00.000Z');
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 175 });
    expect((await call(myLoans, { actor })).body).toMatchObject({ loans: [] });
    const [item, bills] = [await stored(copy), await billStore(table).open(patronId)];
    expect(JSON.stringify(await raw(copy))).not.toContain(patronId);
    expect(feesOutstanding(loanId, item, bills)).toBe(true);
    const next = await aBorrower(table);
    expect((await lend(copy, next.card, 'ash.main', '2026-04-08T11:00:00.000Z')).status).toBe(201);
    expect(feesOutstanding(loanId, await stored(copy), bills)).toBe(true);
    await pay(card, bills[0]?.billId, 175, '2026-04-09T11:00:00.000Z');
    expect(feesOutstanding(loanId, await stored(copy), await billStore(table).open(patronId))).toBe(false);
  });

  test('damaged is charged by its owner’s rule or as staff decide, with the fine added, and stays aside', async () => {
    const { card, patronId, actor } = await aBorrower(table);
    const [film, book] = [await aCopy(table, { category: 'dvd' }), await aCopy(table)];
    for (const copy of [film, book]) await lend(copy, card);
    const damaged = (copy: ItemCirculation, more = {}) =>
      call(checkInDamaged.using(at('2026-04-07T11:00:00.000Z')), {
        actor: desk('elm.main'),
        body: { branchId: 'elm.main', item: copy.barcode, ...more },
      });
    expect((await damaged(film)).body).toMatchObject({
      state: 'damaged',
      charged: { amount: 700 },
      fine: { amount: 175 },
    });
    expect(await stored(film)).toMatchObject({ state: 'damaged', currentBranch: 'elm.main' });
    expect(await stored(film)).not.toHaveProperty('loan');
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 1, owed: 875 });
    await takeBack(book, '2026-03-20T11:00:00.000Z');
    expect(await damaged(book, { amount: 500 })).toMatchObject({ status: 409, body: { code: 'nobody-to-charge' } });
    expect((await damaged(book, { amount: 500, patron: card })).body).toMatchObject({ charged: { amount: 500 } });
    const { bills } = await billsOf(actor);
    expect(new Set(bills.map(({ kind, open, memberId }) => `${kind} ${open} ${memberId}`))).toEqual(
      new Set(['damaged 700 ash', 'damaged 500 ash', 'overdue 175 birch']),
    );
  });
});
