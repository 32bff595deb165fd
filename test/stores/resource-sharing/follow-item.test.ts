import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { keys as circulationKeys } from '../../../functions/circulation/public/keys.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as follow } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { call } from '../../builders/call.ts';
import { contextOfFacts } from '../../builders/decision-facts.ts';
import { aBorrower, aCopy, at, countersOf } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { type LoansAtDesks, loansAtDesks } from '../../builders/loans-at-desks.ts';
import { PARTNER } from '../../builders/outside-loans.ts';
import { staffAt } from '../../builders/people.ts';

let world: LoansAtDesks;
beforeAll(async () => {
  world = await loansAtDesks();
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

type Asked = Awaited<ReturnType<LoansAtDesks['asked']>>;

/** Creates a request whose copy is on loan to the patron. */
const lent = async (): Promise<Asked> => {
  const asked = await world.asked();
  await world.scan('ash.main', asked.copy.barcode);
  await world.scan('cedar.main', asked.copy.barcode);
  expect(await world.lend('cedar.main', asked.copy.barcode, asked.patron.card)).toMatchObject({ status: 201 });
  return asked;
};

const WHOLE = ['ask', 'loaned', 'receive', 'lend', 'return', 'ship-back', 'completed'];

test('after any acts of desks, with events in any order and repeated, the request ends where its copy is', async () => {
  const { desk, events, sharing, outside } = world;
  const { copy, patron, requestId } = await world.asked();
  const bodies: string[] = [];
  const act = async (name: 'check-in' | 'check-out', branchId: string, more = {}) => {
    expect((await desk(name, branchId, { item: copy.barcode, ...more })).status).toBeLessThan(300);
    bodies.push(...(await events.relayed(sharing.instant())).loans);
    sharing.later(60);
  };
  await act('check-in', 'ash.main');
  await act('check-in', 'cedar.main');
  await act('check-out', 'cedar.main', { patron: patron.card });
  await act('check-in', 'cedar.main');
  await act('check-in', 'ash.main');
  expect(bodies.length).toBeGreaterThanOrEqual(5);
  const shuffled = [...bodies.toReversed(), ...bodies];
  expect(await events.deliver(shuffled, sharing.instant())).toEqual({ batchItemFailures: [] });
  expect(await world.state(requestId)).toEqual(['completed', 'completed']);
  const { history } = (await outside.load(requestId)) ?? { history: [] };
  await events.deliver(bodies, sharing.instant());
  expect((await outside.load(requestId))?.history).toEqual(history);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
});

test('an unfetched item frees the patron’s place once, although its hold is deleted before the request ends', async () => {
  const { copy, patron, requestId } = await world.asked();
  await world.scan('ash.main', copy.barcode);
  await world.scan('cedar.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['received', 'on-loan']);
  const path = { recordId: copy.recordId ?? '', holdId: requestId };
  const actor = staffAt('cedar.main', 'desk');
  const cancelled = call(cancelHold.using(at(world.sharing.instant())), {
    ...{ actor, path, body: { branchId: 'cedar.main' } },
  });
  expect((await cancelled).status).toBe(200);
  await world.settle();
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ holds: 0 });
  // As after a month.
  await world.table.write([{ delete: circulationKeys.key('hold', path) }]);
  await world.scan('cedar.main', copy.barcode);
  await world.scan('ash.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['completed', 'completed']);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ holds: 0 });
});

test.each([
  ['complete', {}, 'completed'],
  ['step', { step: 'declare-lost' }, 'closed-lost'],
] as const)(
  'a copy that returns, or is lost, before it was fetched (%s) is no longer awaited',
  async (name, more, state) => {
    const { copy, patron, requestId, askId } = await world.asked();
    await world.scan('ash.main', copy.barcode);
    const done = await world.sharing.step(name, requestId, 'ash.main', { askId, ...more });
    expect([done.status, await world.state(requestId)]).toEqual([200, [state, state]]);
    await world.settle();
    const path = { recordId: copy.recordId ?? '', holdId: requestId };
    expect((await world.table.get(circulationKeys.key('hold', path), { strong: true }))?.state).toBe('cancelled');
    // Wherever it is found: it is on loan to nobody for this request, and its slot is freed once.
    await world.scan('cedar.main', copy.barcode);
    await world.scan('ash.main', copy.barcode);
    expect(await world.item(copy.itemId)).toMatchObject({ state: 'available' });
    expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
  },
);

test('a request whose start failed remains, and its workflow is started when its row passes the stream', async () => {
  const { events, sharing } = world;
  await world.settle();
  const { requestId } = await mockMachine.whileDown(() => world.asked());
  expect(mockMachine.started).not.toContain(requestId);
  const { loans } = await events.relayed(sharing.instant());
  expect(await mockMachine.whileDown(() => events.deliver(loans, sharing.instant()))).not.toEqual({
    batchItemFailures: [],
  });
  expect(await events.deliver([...loans, ...loans], sharing.instant())).toEqual({ batchItemFailures: [] });
  expect(mockMachine.started.filter((name) => name === requestId)).toEqual([requestId]);
});

test('concurrently processed events take each step once', async () => {
  const { desk, events, sharing } = world;
  const { copy, patron, requestId } = await world.asked();
  await world.scan('ash.main', copy.barcode);
  await desk('check-in', 'cedar.main', { item: copy.barcode });
  await desk('check-out', 'cedar.main', { item: copy.barcode, patron: patron.card });
  const { loans } = await events.relayed(sharing.instant());
  const runs = await Promise.all(Array.from({ length: 6 }, () => events.deliver(loans, sharing.instant())));
  for (const run of runs) expect(run).toEqual({ batchItemFailures: [] });
  expect(await world.triggers(requestId, 'requester')).toEqual(WHOLE.slice(0, 4));
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 1, holds: 0 });
  sharing.later(60);
});

test('an item that its lender wants held is kept at the desk and goes home once released, or by a supervisor', async () => {
  const keepAside = { next: { step: 'keep-aside', branchId: 'cedar.main', because: 'return-held' } };
  const home = { next: { step: 'send', branchId: 'ash.main', because: 'going-home' } };
  const held = async () => {
    const asked = await lent();
    const say = (step: string) => world.sharing.step('step', asked.requestId, 'ash.main', { step, askId: asked.askId });
    expect(await say('hold-return')).toMatchObject({ status: 200 });
    const { body } = await world.scan('cedar.main', asked.copy.barcode);
    expect(body).toMatchObject({ ...keepAside, loanClosed: true });
    expect(await world.state(asked.requestId)).toEqual(['returned-by-patron', 'on-loan']);
    expect(await countersOf(world.table, asked.patron.patronId)).toMatchObject({ loans: 0 });
    expect((await world.scan('cedar.main', asked.copy.barcode)).body).toMatchObject(keepAside);
    return { ...asked, say };
  };
  const one = await held();
  expect(await one.say('release-return')).toMatchObject({ status: 200 });
  expect((await world.scan('cedar.main', one.copy.barcode)).body).toMatchObject(home);
  expect(await world.state(one.requestId)).toEqual(['shipped-back', 'returned']);

  const other = await held();
  const override = { comment: 'The lender rang.' };
  expect((await world.scan('cedar.main', other.copy.barcode, { override })).body).toMatchObject(home);
  expect(await world.state(other.requestId)).toEqual(['returned-by-patron', 'on-loan']);
  await other.say('release-return');
  expect((await world.scan('ash.main', other.copy.barcode)).body).toMatchObject({ next: { step: 'shelve' } });
  expect(await world.state(other.requestId)).toEqual(['completed', 'completed']);
});

test('the work screen and the desk may take a step in either order: it is one', async () => {
  const { sharing, desk, settle } = world;
  const { copy, patron, requestId, askId } = await world.asked();
  const { barcode } = copy;
  // The screen first, then the desk that scans it all the same.
  expect(await sharing.step('ship', requestId, 'ash.main', { askId, barcode })).toMatchObject({ status: 200 });
  await settle();
  expect(await sharing.step('receive', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  expect((await world.scan('cedar.main', barcode)).body).toMatchObject({ next: { step: 'hold-shelf' } });
  // The desk first, then the screen before and after the events are processed.
  await desk('check-out', 'cedar.main', { item: barcode, patron: patron.card });
  expect(await sharing.step('lend', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  await settle();
  expect(await sharing.step('lend', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  await desk('check-in', 'cedar.main', { item: barcode });
  expect(await sharing.step('return', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  await settle();
  expect(await sharing.step('send-home', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  await world.scan('ash.main', barcode);
  expect(await sharing.step('complete', requestId, 'ash.main', { askId, barcode })).toMatchObject({ status: 200 });
  expect(await world.triggers(requestId, 'requester')).toEqual(WHOLE);
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'available', currentBranch: 'ash.main' });
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
});

test('a promised copy also ships by the scan; a desk’s act or a scan elsewhere does not ship an unpromised one', async () => {
  const { sharing } = world;
  const promised = await world.asked();
  const { barcode } = promised.copy;
  const yes = { askId: promised.askId, answer: 'will-supply', barcode };
  await sharing.step('answer', promised.requestId, 'ash.main', yes);
  expect((await world.scan('ash.main', barcode)).body).toMatchObject({
    next: { step: 'send', branchId: 'cedar.main' },
  });
  expect(await world.state(promised.requestId)).toEqual(['shipped', 'shipped']);

  const asked = await world.asked();
  const scanned = await world.scan('ash.main', asked.copy.barcode, { capture: 'no' });
  expect(scanned.body).toMatchObject({ next: { step: 'shelve' } });
  expect(await world.state(asked.requestId)).toEqual(['asked', 'request-received']);
  expect((await world.scan('birch.east', asked.copy.barcode)).body).toMatchObject({ next: { branchId: 'ash.main' } });
  expect((await world.scan('ash.main', asked.copy.barcode)).body).toMatchObject({ next: { step: 'shelve' } });
  expect(await world.state(asked.requestId)).toEqual(['asked', 'request-received']);
  await world.scan('ash.main', asked.copy.barcode);
  expect(await world.state(asked.requestId)).toEqual(['shipped', 'shipped']);
});

test('a request that ended at the same moment leaves its copy a scan like any other', async () => {
  const { sharing } = world;
  const { copy, patron, requestId } = await world.asked();
  await sharing.as('cancel', patron.actor, requestId);
  expect((await world.scan('ash.main', copy.barcode)).body).toMatchObject({ next: { step: 'shelve' } });
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'available' });
});

test('while it is lent between libraries the copy goes to no one else, and comes home past every queue', async () => {
  const { copy, patron, requestId } = await lent();
  const other = await aBorrower(world.table);
  const returned = await world.scan('cedar.main', copy.barcode);
  expect(returned.body).toMatchObject({ next: { step: 'send', branchId: 'ash.main' } });
  const refused = await world.lend('cedar.main', copy.barcode, other.card);
  expect(JSON.stringify(refused.body)).toContain('lent-between-libraries');
  const again = await world.lend('cedar.main', copy.barcode, patron.card);
  expect(JSON.stringify(again.body)).toContain('lent-between-libraries');
  await world.scan('ash.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['completed', 'completed']);
});

test('a copy that was never fetched goes home by the scan that clears the shelf', async () => {
  const { copy, patron, requestId } = await world.asked();
  await world.scan('ash.main', copy.barcode);
  await world.scan('cedar.main', copy.barcode);
  const back = await world.sharing.step('send-home', requestId, 'cedar.main', { barcode: copy.barcode });
  expect(back).toMatchObject({ status: 200, view: { status: { state: 'shipped-back' } } });
  await world.settle();
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'in-transit', transit: { to: 'ash.main' } });
  await world.scan('ash.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['completed', 'completed']);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
});

test('declared lost at a desk it is reported lost, and found by the scan that checks it in', async () => {
  const { copy, patron, requestId } = await lent();
  expect(await world.desk('declare-lost', 'cedar.main', { item: copy.barcode })).toMatchObject({ status: 200 });
  await world.settle();
  expect(await world.state(requestId)).toEqual(['lost', 'lost']);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 1, owed: 3000 });
  await world.scan('cedar.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['shipped-back', 'returned']);
  await world.scan('ash.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['completed', 'completed']);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, owed: 0 });
});

test('a loss reported on the work screen is also a loss of the loan', async () => {
  const { copy, patron, requestId, askId } = await lent();
  const lost = await world.sharing.step('step', requestId, 'cedar.main', { step: 'report-lost' });
  expect(lost).toMatchObject({ status: 200, view: { status: { state: 'lost' } } });
  await world.settle();
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'lost' });
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ owed: 3000 });
  await world.sharing.step('step', requestId, 'ash.main', { step: 'declare-lost', askId });
  expect(await world.state(requestId)).toEqual(['closed-lost', 'closed-lost']);
});

test('a renewal at the desk or by the patron is requested from the lender; its consent extends the loan', async () => {
  const { copy, patron, requestId, askId } = await lent();
  const before = (await world.item(copy.itemId))?.loan;
  const asked = await world.desk('renew', 'cedar.main', { item: copy.barcode });
  expect(asked).toMatchObject({ status: 200, body: { due: before?.due, loanId: before?.loanId, asked: true } });
  await world.settle();
  expect(await world.state(requestId)).toEqual(['renewal-asked', 'renewal-asked']);
  expect(await world.item(copy.itemId)).toMatchObject({ loan: { due: before?.due, renewals: 0 } });
  const due = '2026-05-29T21:59:59.000Z';
  const yes = { step: 'accept-renewal', askId, due };
  expect(await world.sharing.step('step', requestId, 'ash.main', yes)).toMatchObject({ status: 200 });
  expect(await world.item(copy.itemId)).toMatchObject({ loan: { due, renewals: 1 } });
  // The archive of facts counts it as a renewal, with what the patron had before.
  const written = await world.table.get(itemsKeys.key('item', { itemId: copy.itemId }), { strong: true });
  expect(contextOfFacts(written?.facts)).toMatchObject({ channel: 'system', counters: { loans: 1 } });
  expect(await world.state(requestId)).toEqual(['lent', 'on-loan']);
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 1 });
});

test('a recall shortens the loan like a recall in circulation, and notifies the patron', async () => {
  const { copy, requestId, askId } = await lent();
  const before = (await world.item(copy.itemId))?.loan?.due ?? '';
  expect(await world.sharing.step('step', requestId, 'ash.main', { step: 'recall', askId })).toMatchObject({
    status: 200,
  });
  const notices = await world.settle();
  const after = await world.item(copy.itemId);
  expect(after?.loan?.recalledAt).toEqual(expect.any(String));
  expect(Date.parse(after?.loan?.due ?? '')).toBeLessThan(Date.parse(before));
  expect(notices.map((body) => JSON.parse(body).kind)).toContain('recall');
  expect(await world.state(requestId)).toEqual(['recalled', 'recalled']);
  await world.scan('cedar.main', copy.barcode);
  expect(await world.state(requestId)).toEqual(['shipped-back', 'returned']);
});

test('returned damaged it is claimed from the library that had it, never from a patron', async () => {
  const { copy, patron, requestId } = await lent();
  await world.scan('cedar.main', copy.barcode);
  const damaged = await world.desk('check-in-damaged', 'ash.main', { item: copy.barcode, amount: 1250 });
  expect(damaged).toMatchObject({ status: 200, body: { claimed: { amount: 1250, currency: 'EUR' } } });
  expect(damaged.body).not.toHaveProperty('charged');
  await world.settle();
  expect(await world.state(requestId)).toEqual(['damage-claimed', 'damage-claimed']);
  expect(await world.outside.load(requestId)).toMatchObject({ terms: { cost: { amount: 1250, currency: 'EUR' } } });
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 0, owed: 0 });
});

test('a loan to a library outside: due as agreed, without fines or reminders, lost without a bill, recalled by a message', async () => {
  const copy = await aCopy(world.table, { branchId: 'ash.main' });
  const { requestId } = await world.outside.asked(copy.itemId, copy.recordId ?? '', 'ash');
  await world.scan('ash.main', copy.barcode);
  const away = await world.item(copy.itemId);
  expect(away).toMatchObject({
    ...{ state: 'on-loan', request: { requestId } },
    loan: { patronId: PARTNER, patronMember: 'ash', terms: { perDay: 0, lost: 0 } },
  });
  expect((await world.outside.load(requestId))?.due).toBe(away?.loan?.due);
  expect(await countersOf(world.table, PARTNER)).toMatchObject({ loans: 1, owed: 0 });
  const renewed = await world.desk('renew', 'ash.main', { item: copy.barcode });
  expect(JSON.stringify(renewed.body)).toContain('lender-decides');
  world.sharing.later(60 * 24 * 60);
  const late = await world.desk('check-in', 'birch.east', { item: copy.barcode });
  expect(late.body).toMatchObject({ next: { step: 'send', branchId: 'ash.main' }, loanClosed: true });
  expect(late.body).not.toHaveProperty('fine');
  expect(await world.settle()).toEqual([]);
  await world.scan('ash.main', copy.barcode);
  expect((await world.outside.load(requestId))?.asks).toMatchObject([{ supplierState: 'completed' }]);
  expect(await countersOf(world.table, PARTNER)).toMatchObject({ loans: 0, owed: 0 });

  const gone = await aCopy(world.table, { branchId: 'ash.main' });
  const second = await world.outside.asked(gone.itemId, gone.recordId ?? '', 'ash');
  await world.scan('ash.main', gone.barcode);
  await world.outside.says(second.requestId, 'Received');
  expect(await world.desk('declare-lost', 'ash.main', { item: gone.barcode })).toMatchObject({ status: 200 });
  await world.settle();
  expect((await world.outside.load(second.requestId))?.asks).toMatchObject([{ supplierState: 'closed-lost' }]);
  expect(await countersOf(world.table, PARTNER)).toMatchObject({ loans: 0, owed: 0 });
});

test('a promise to a library outside reserves the copy, and releasing it frees the copy', async () => {
  const copy = await aCopy(world.table, { branchId: 'ash.main' });
  const { requestId, askId } = await world.outside.asked(copy.itemId, copy.recordId ?? '', 'ash');
  const yes = { askId, answer: 'will-supply', barcode: copy.barcode };
  expect(await world.sharing.step('answer', requestId, 'ash.main', yes)).toMatchObject({ status: 200 });
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'paged', hold: { holdId: requestId } });
  await world.outside.says(requestId, 'Cancel');
  const agreed = { askId, step: 'accept-cancel' };
  expect(await world.sharing.step('step', requestId, 'ash.main', agreed)).toMatchObject({ status: 200 });
  expect((await world.item(copy.itemId))?.state).toBe('available');
});

test('events of a deleted request or copy are done, and unreadable ones are retried', async () => {
  const gone = { requestId: 'req_01kb0000000000000000000000', itemId: 'itm_01kb0000000000000000000000', cause: 'ash' };
  const Records = [gone, { nonsense: true }].map((message, i) => ({
    messageId: `m${i}`,
    body: JSON.stringify(message),
  }));
  jest.spyOn(console, 'error').mockImplementation(() => {});
  const event = { Records } as unknown as Parameters<typeof follow>[0];
  const answer = await follow(event, { awsRequestId: 'lambda-1' });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  expect(await itemStore(world.table).get(gone.itemId)).toBeUndefined();
});
