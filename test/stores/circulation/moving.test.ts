import type * as z from 'zod';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as cancelTransit } from '../../../functions/circulation/operations/cancel-transit/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as claimReturned } from '../../../functions/circulation/operations/claim-returned/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as lateTransits } from '../../../functions/circulation/operations/list-late-transits/handler.ts';
import { handler as missing } from '../../../functions/circulation/operations/list-missing/handler.ts';
import { handler as pullList } from '../../../functions/circulation/operations/list-pull-list/handler.ts';
import { handler as shelfToClear } from '../../../functions/circulation/operations/list-shelf-to-clear/handler.ts';
import { handler as transits } from '../../../functions/circulation/operations/list-transits/handler.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as sendItem } from '../../../functions/circulation/operations/send-item/handler.ts';
import { handler as inHouse } from '../../../functions/circulation/operations/use-in-house/handler.ts';
import { guestStore } from '../../../functions/items/public/guest-store.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { movementSchema } from '../../../layers/records/policies/domain/movement.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf, selfCheckAt } from '../../builders/lending.ts';
import { movementDocument } from '../../builders/movement.ts';
import { staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const tuesday = '2026-03-03T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

/** Creates a separate table with these movement rules adopted. */
const consortium = async (body?: z.input<typeof movementSchema>): Promise<void> => {
  table = await aTable();
  await aConsortium(table);
  if (body === undefined) return;
  const { version: _, ...adoption } = movementDocument(body);
  await policyStore(table).adopt(adoption, () => ({
    ...{ subject: 'policy:movement', at: monday, auditId: 'aud_movement', by: 'test', did: 'adopted', detail: {} },
  }));
};

const scan = (
  item: string,
  branchId: string,
  when = monday,
  more: { body?: object; key?: string; actor?: object } = {},
) =>
  call(checkIn.using(at(when)), {
    actor: (more.actor as ReturnType<typeof desk> | undefined) ?? desk(branchId),
    body: { branchId, item, ...more.body },
    ...(more.key && { headers: { 'idempotency-key': more.key } }),
  });
const lend = (item: string, patron: string, branchId: string) =>
  call(checkOut.using(at(monday)), { actor: desk(branchId), body: { branchId, item, patron } });
const send = (item: string, branchId: string, to: string, more: object = {}) =>
  call(sendItem.using(at(monday)), {
    actor: desk(branchId),
    body: { branchId, item, to, purpose: 'display', ...more },
  });
const cancel = (item: string, branchId: string, more: object = {}) =>
  call(cancelTransit.using(at(monday)), {
    actor: desk(branchId),
    body: { branchId, item, reason: 'sent-in-error', ...more },
  });
const mark = (item: string, branchId: string, state: string) =>
  call(markItem.using(at(monday)), { actor: desk(branchId), body: { branchId, item, state } });
const stored = (itemId: string) => itemStore(table).get(itemId, { strong: true });
const list = async (handler: typeof pullList, branchId: string, when = monday) => {
  const { body } = await call(handler.using(at(when)), { actor: desk(branchId), path: { branchId } });
  return (body as { items: Record<string, unknown>[] }).items;
};
const holdFor = async (recordId: string | undefined, pickupBranch = 'cedar.main') => {
  const { actor, card } = await aBorrower(table);
  const body = { recordId, pickupBranch, wait: true };
  const placed = await call(placeHold.using(at(monday)), { actor, body });
  return { actor, card, hold: (placed.body as { hold: { holdId: string; recordId: string } }).hold };
};

describe('without adopted rules', () => {
  beforeAll(() => consortium());

  test('C10 the transit of a hold is cancelled with a reason, sent again by the next scan, and its arrival fills the hold', async () => {
    const copy = await aCopy(table);
    const { hold } = await holdFor(copy.recordId);
    await scan(copy.barcode, 'ash.main');
    expect(await cancel(copy.barcode, 'ash.main')).toMatchObject({ status: 409, body: { code: 'transit-sent' } });
    expect(await cancel(copy.barcode, 'elm.main', { force: true })).toMatchObject({ body: { code: 'not-your-item' } });
    expect(await cancel(copy.barcode, 'ash.main', { force: true })).toMatchObject({
      status: 200,
      body: { state: 'cancelled-transit' },
    });
    expect(await table.get(circulationKeys.key('hold', hold), { strong: true })).toMatchObject({ state: 'placed' });
    expect(await list(pullList, 'ash.main')).toMatchObject([
      { itemId: copy.itemId, state: 'cancelled-transit', reason: 'sent-in-error', since: monday },
    ]);
    expect((await scan(copy.barcode, 'ash.main', tuesday)).body).toMatchObject({
      next: { step: 'send', branchId: 'cedar.main', forHold: true, because: 'for-hold' },
    });
    expect((await scan(copy.barcode, 'cedar.main', tuesday)).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect(await table.get(circulationKeys.key('hold', hold), { strong: true })).toMatchObject({ state: 'on-shelf' });
  });

  test('C9 of desks that send one item at once, one does, and there is one transit', async () => {
    const copy = await aCopy(table);
    const sent = await Promise.all(
      ['birch.east', 'cedar.north', 'elm.main'].map((to) => send(copy.barcode, 'ash.main', to)),
    );
    expect(sent.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    for (const { status, body } of sent) if (status === 409) expect(body).toMatchObject({ code: 'transit-open' });
    const [to] = sent.flatMap(({ body }) => (body as { slip?: { to: string } }).slip?.to ?? []);
    expect((await stored(copy.itemId))?.transit?.to).toBe(to);
  });

  test('C22 of desks that check in one item at once, exactly one closes the loan and fines it', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card, 'birch.east');
    const late = '2026-04-07T11:00:00.000Z';
    const answers = await Promise.all(
      ['ash.main', 'elm.main', 'birch.east'].map((branch) => scan(copy.barcode, branch, late)),
    );
    const closing = answers.filter(({ body }) => (body as { loanClosed: boolean }).loanClosed);
    expect([answers.map(({ status }) => status), closing.length]).toEqual([[200, 200, 200], 1]);
    expect(closing[0]?.body).toMatchObject({ fine: { amount: 175 } });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 175 });
  });

  test('C22 a check-in that fails neither charges nor removes the loan', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card, 'birch.east');
    const before = await stored(copy.itemId);
    expect(await scan(copy.barcode, 'ash.attic', '2026-04-07T11:00:00.000Z')).toMatchObject({ status: 422 });
    expect(await stored(copy.itemId)).toEqual(before);
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 1, owed: 0 });
  });

  test('C22 a check-in whose transaction fails at one of its records writes none of the others', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card, 'birch.east');
    const before = await stored(copy.itemId);
    const status = patronsKeys.key('patronStatus', { patronId });
    const row = await table.get(status, { strong: true });
    // The item, a bill and a ledger entry would be written beside the counters of a patron who does not exist.
    await table.write([{ delete: status }]);
    const late = '2026-04-07T11:00:00.000Z';
    expect(await scan(copy.barcode, 'ash.main', late)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect(await stored(copy.itemId)).toEqual(before);
    expect(await table.queryAll({ partition: status.pk, begins: 'BILL#', strong: true })).toEqual([]);
    await table.write([{ put: { ...stamp('patronStatus', 1), ...row, ...status } }]);
    expect((await scan(copy.barcode, 'ash.main', late)).body).toMatchObject({
      loanClosed: true,
      fine: { amount: 175 },
    });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 175 });
  });

  test('C15 an item on loan is not sent in transit, and keeps its loan', async () => {
    const { card } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card, 'ash.main');
    expect(await send(copy.barcode, 'ash.main', 'birch.east')).toMatchObject({
      status: 409,
      body: { code: 'item-on-loan' },
    });
    expect((await stored(copy.itemId))?.loan).toBeDefined();
  });

  test('C16 a cancellation without a reason is refused with the field named', async () => {
    const body = { branchId: 'ash.main', item: 'itm_x' };
    expect(await call(cancelTransit, { actor: desk('ash.main'), body })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/reason' }] },
    });
  });

  test('C16 C18 requested from afar it is on the pull list, can be lent, is sent by a scan, and stays where it arrives', async () => {
    const copy = await aCopy(table, { currentBranch: 'elm.main' });
    expect(await send(copy.barcode, 'ash.main', 'birch.east', { inHand: false })).toMatchObject({
      status: 201,
      body: { state: 'available' },
    });
    expect(await list(pullList, 'elm.main')).toMatchObject([
      { itemId: copy.itemId, to: 'birch.east', purpose: 'display' },
    ]);
    expect((await scan(copy.barcode, 'elm.main', tuesday)).body).toMatchObject({
      next: { step: 'send', branchId: 'birch.east', because: 'transfer' },
      slip: { from: 'elm.main', to: 'birch.east', purpose: 'transfer' },
    });
    expect(await list(pullList, 'elm.main')).toEqual([]);
    for (const because of ['put-here', 'put-here'])
      expect((await scan(copy.barcode, 'birch.east', tuesday)).body).toMatchObject({
        next: { step: 'shelve', because },
      });
    const { card } = await aBorrower(table);
    const asked = await aCopy(table);
    await send(asked.barcode, 'ash.main', 'birch.east', { inHand: false });
    expect((await lend(asked.barcode, card, 'ash.main')).status).toBe(201);
    const lent = await stored(asked.itemId);
    expect([lent?.state, lent?.transit]).toEqual(['on-loan', undefined]);
  });

  test('an unknown destination, and another library’s item, are not sent', async () => {
    const copy = await aCopy(table);
    expect(await send(copy.barcode, 'ash.main', 'ash.attic')).toMatchObject({ status: 422 });
    expect(await send(copy.barcode, 'elm.main', 'birch.east')).toMatchObject({ body: { code: 'not-your-item' } });
  });

  test('lost in transit: marked missing, listed where it was last seen, its hold waits again; once found, it continues', async () => {
    const copy = await aCopy(table);
    const { hold } = await holdFor(copy.recordId);
    await scan(copy.barcode, 'ash.main');
    expect(await list(lateTransits, 'cedar.main', '2026-03-10T11:00:00.000Z')).toEqual([]);
    expect(await list(lateTransits, 'cedar.main', '2026-03-20T11:00:00.000Z')).toMatchObject([
      { itemId: copy.itemId, from: 'ash.main', since: monday },
    ]);
    expect(await mark(copy.barcode, 'elm.main', 'missing')).toMatchObject({ body: { code: 'not-your-item' } });
    expect(await mark(copy.barcode, 'cedar.main', 'missing')).toMatchObject({
      status: 200,
      body: { state: 'missing', was: 'in-transit' },
    });
    expect(await list(missing, 'ash.main')).toMatchObject([{ itemId: copy.itemId, reason: 'lost-in-transit' }]);
    expect(await list(lateTransits, 'cedar.main', '2026-03-20T11:00:00.000Z')).toEqual([]);
    expect(await table.get(circulationKeys.key('hold', hold), { strong: true })).toMatchObject({ state: 'placed' });
    expect((await scan(copy.barcode, 'elm.main', tuesday)).body).toMatchObject({ next: { branchId: 'cedar.main' } });
    expect(await list(missing, 'ash.main')).toEqual([]);
  });

  test('a list’s cursor is for its own range: one of items in transit is invalid for late ones', async () => {
    const old = await aCopy(table, { branchId: 'cedar.north' });
    await scan(old.barcode, 'birch.east', '2026-01-05T11:00:00.000Z');
    for (let i = 0; i < 2; i += 1)
      await scan((await aCopy(table, { branchId: 'cedar.north' })).barcode, 'birch.east', tuesday);
    const page = (handler: typeof transits, query: Record<string, string>) =>
      call(handler.using(at(tuesday)), { actor: desk('cedar.north'), path: { branchId: 'cedar.north' }, query });
    const { body } = await page(transits, { limit: '2' });
    const { next: after = '' } = body as { next?: string };
    expect((await page(transits, { after })).status).toBe(200);
    expect(await page(lateTransits, { after })).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    expect((await list(lateTransits, 'cedar.north', tuesday)).map(({ itemId }) => itemId)).toEqual([old.itemId]);
  });

  test('only its owner withdraws an item, and a withdrawn one is not sent', async () => {
    const copy = await aCopy(table, { currentBranch: 'birch.east' });
    await aCopy(table, { recordId: copy.recordId ?? '', branchId: 'birch.east' });
    expect(await mark(copy.barcode, 'birch.east', 'withdrawn')).toMatchObject({ body: { code: 'not-your-item' } });
    expect(await mark(copy.barcode, 'birch.east', 'damaged')).toMatchObject({ status: 200 });
    expect(await mark(copy.barcode, 'ash.main', 'withdrawn')).toMatchObject({ status: 200 });
    expect(await send(copy.barcode, 'ash.main', 'birch.east')).toMatchObject({ body: { code: 'item-wrong-state' } });
    expect(await mark(copy.barcode, 'ash.main', 'available')).toMatchObject({ body: { code: 'item-wrong-state' } });
  });

  test('the shelf to clear lists expired and cancelled holds; the rest waits', async () => {
    const copies = [await aCopy(table), await aCopy(table), await aCopy(table)];
    const holds = [];
    for (const { recordId, barcode } of copies) {
      holds.push(await holdFor(recordId, 'cedar.north'));
      await scan(barcode, 'cedar.north');
    }
    expect(await list(shelfToClear, 'cedar.north', tuesday)).toEqual([]);
    const [cancelled] = holds;
    await call(cancelHold.using(at(tuesday)), {
      actor: cancelled?.actor,
      path: { recordId: cancelled?.hold.recordId ?? '', holdId: cancelled?.hold.holdId ?? '' },
      body: {},
    } as never);
    const onShelf = (await list(shelfToClear, 'cedar.north', tuesday)).map(({ itemId }) => itemId);
    expect(onShelf).toEqual([copies[0]?.itemId]);
    expect((await list(shelfToClear, 'cedar.north', '2026-03-20T11:00:00.000Z')).length).toBe(3);
  });

  test('in-house use is counted and closes nothing: an item on loan stays on loan', async () => {
    const { card } = await aBorrower(table);
    const copy = await aCopy(table);
    const use = () =>
      call(inHouse.using(at(monday)), { actor: desk('ash.main'), body: { branchId: 'ash.main', item: copy.barcode } });
    expect(await use()).toMatchObject({ status: 201, body: { uses: 1, state: 'available' } });
    await lend(copy.barcode, card, 'ash.main');
    const before = await stored(copy.itemId);
    expect(await use()).toMatchObject({ body: { uses: 2, state: 'on-loan' } });
    expect(await stored(copy.itemId)).toEqual({ ...before, usedInHouse: 2, v: (before?.v ?? 0) + 1 });
    await Promise.all(Array.from({ length: 4 }, use));
    expect((await stored(copy.itemId))?.usedInHouse).toBe(6);
    const offline = (madeAt: string) =>
      call(inHouse.using(at(monday)), {
        ...{ actor: desk('ash.main'), body: { branchId: 'ash.main', item: copy.barcode, madeAt } },
      });
    expect(await offline('2026-03-01T10:00:00.000Z')).toMatchObject({ status: 201, body: { uses: 7 } });
    expect(await offline('2026-01-01T10:00:00.000Z')).toMatchObject({ body: { code: 'outside-offline-days' } });
  });

  test('only the owner, the lender and the home library of the patron declare a loan lost or claimed returned', async () => {
    const { card } = await aBorrower(table);
    const declare = (handler: typeof declareLost, item: string, branchId: string) =>
      call(handler.using(at(monday)), { actor: desk(branchId), body: { branchId, item } });
    for (const handler of [declareLost, claimReturned]) {
      for (const [branchId, status] of [
        ['elm.main', 409],
        ['ash.main', 200],
        ['birch.east', 200],
        ['cedar.north', 200],
      ] as const) {
        const copy = await aCopy(table);
        await lend(copy.barcode, card, 'birch.east');
        const answered = await declare(handler, copy.barcode, branchId);
        expect([branchId, answered.status]).toEqual([branchId, status]);
        if (status === 409) expect(answered.body).toMatchObject({ code: 'not-your-loan' });
        await scan(copy.barcode, 'ash.main');
      }
    }
  });
});

describe('with adopted rules', () => {
  const body: z.input<typeof movementSchema> = {
    minimumTransitMinutes: 60,
    suppress: [{ name: 'Market Square', branches: ['cedar.main', 'cedar.north'], holds: true, nonHolds: true }],
    returns: [
      { items: { itemCategory: 'map' }, to: 'none' },
      { items: { itemCategory: 'score' }, to: 'holding' },
    ],
    floating: [
      {
        group: 'novels',
        items: [{ itemCategory: 'novel' }],
        places: [
          { at: 'consortium', cap: 2 },
          { at: 'elm', exclude: true },
        ],
      },
      { group: 'comics', items: [{ itemCategory: 'comic' }], places: [{ at: 'birch' }], manual: true },
    ],
    courier: {
      routes: [{ route: 'north', name: 'North round', stops: ['ash.main', 'birch.east'], days: [1, 3] }],
      totes: { 'ash.main': 'A-1' },
    },
  };
  beforeAll(() => consortium(body));

  test('C13 a second scan too soon is refused; a supervisor’s override is audited; later it is accepted', async () => {
    const copy = await aCopy(table);
    await scan(copy.barcode, 'birch.east');
    const soon = '2026-03-02T11:30:00.000Z';
    expect(await scan(copy.barcode, 'birch.east', soon)).toMatchObject({
      status: 409,
      body: { code: 'transit-just-sent' },
    });
    const override = { override: { comment: 'came back with the driver' } };
    expect(await scan(copy.barcode, 'birch.east', soon, { body: override })).toMatchObject({
      status: 403,
      body: { code: 'not-a-supervisor' },
    });
    const actor = staffAt('ash.main', 'desk-supervisor');
    expect(await scan(copy.barcode, 'ash.main', soon, { body: override, actor })).toMatchObject({
      status: 200,
      body: { next: { step: 'shelve', because: 'at-home' } },
    });
    const { pk: partition } = auditKeys.key('audit', { subject: `item:${copy.itemId}`, at: '-', auditId: '-' });
    expect(await table.queryAll({ partition })).toMatchObject([{ did: 'overrode refusals of a check-in' }]);
    const other = await aCopy(table);
    await scan(other.barcode, 'birch.east');
    expect((await scan(other.barcode, 'ash.main', '2026-03-02T12:00:00.000Z')).status).toBe(200);
  });

  test('the slip shows origin and destination, the courier’s round and the tote; a repeated answer is the same', async () => {
    const copy = await aCopy(table);
    const first = await scan(copy.barcode, 'birch.east', monday, { key: 'slip' });
    expect(first.body).toMatchObject({
      next: { step: 'send', branchId: 'ash.main', forHold: false, because: 'going-home' },
      slip: { from: 'birch.east', to: 'ash.main', purpose: 'home', routes: ['north'], days: [1, 3], tote: 'A-1' },
    });
    const again = await scan(copy.barcode, 'birch.east', monday, { key: 'slip' });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  test('C14 a hold for a library in the same building goes on its shelf at once, and is found there', async () => {
    const copy = await aCopy(table);
    await holdFor(copy.recordId, 'cedar.north');
    expect((await scan(copy.barcode, 'cedar.main')).body).toMatchObject({
      next: { step: 'hold-shelf', branchId: 'cedar.north', because: 'for-hold' },
    });
    expect(await stored(copy.itemId)).toMatchObject({ state: 'on-hold-shelf', currentBranch: 'cedar.north' });
    const own = await aCopy(table, { branchId: 'cedar.north' });
    expect((await scan(own.barcode, 'cedar.main')).body).toMatchObject({
      next: { step: 'shelve', branchId: 'cedar.north', because: 'at-home' },
    });
  });

  test('C17 by item type it stays, or goes back to the branch that lent it', async () => {
    const { card } = await aBorrower(table);
    const back = async (category: string) => {
      const copy = await aCopy(table, { category });
      await lend(copy.barcode, card, 'birch.east');
      return (await scan(copy.barcode, 'elm.main')).body;
    };
    expect(await back('map')).toMatchObject({
      next: { step: 'shelve', branchId: 'elm.main', because: 'stays-by-policy' },
    });
    expect(await back('score')).toMatchObject({
      next: { step: 'send', branchId: 'birch.east', because: 'back-by-policy' },
    });
    expect(await back('book')).toMatchObject({ next: { step: 'send', branchId: 'ash.main' } });
  });

  test('C24 with any number at once, a branch takes no more guests than its cap; one that leaves frees a place', async () => {
    const copies = [];
    for (let i = 0; i < 6; i += 1) copies.push(await aCopy(table, { category: 'novel' }));
    const answers = await Promise.all(copies.map(({ barcode }) => scan(barcode, 'birch.east')));
    const reasons = answers
      .map(({ body: result }) => (result as { next: { because: string } }).next.because)
      .toSorted();
    expect(reasons).toEqual(['float-full', 'float-full', 'float-full', 'float-full', 'floats', 'floats']);
    const count = () => guestStore(table).count('birch.east', 'novels', { strong: true });
    expect(await count()).toBe(2);
    const guests = [];
    for (const { itemId } of copies) guests.push(await stored(itemId));
    const here = guests.filter((item) => item?.floated === 'birch.east novels');
    expect(here.length).toBe(2);
    expect((await scan(here[0]?.barcode ?? '', 'birch.east')).body).toMatchObject({ next: { because: 'floats' } });
    await scan(here[0]?.barcode ?? '', 'ash.main');
    expect(await count()).toBe(1);
    const next = await aCopy(table, { category: 'novel' });
    expect((await scan(next.barcode, 'birch.east')).body).toMatchObject({ next: { because: 'floats' } });
  });

  test('C24 C25 an excluded branch sends home; a manual group keeps it only when staff confirm, never by self-check', async () => {
    const novel = await aCopy(table, { category: 'novel' });
    expect((await scan(novel.barcode, 'elm.main')).body).toMatchObject({
      next: { step: 'send', branchId: 'ash.main', because: 'float-excluded' },
    });
    const comic = async (more: { body?: object; actor?: object }) => {
      const copy = await aCopy(table, { category: 'comic' });
      return (await scan(copy.barcode, 'birch.east', monday, more)).body;
    };
    expect(await comic({})).toMatchObject({ next: { because: 'float-by-hand' } });
    expect(await comic({ body: { float: true } })).toMatchObject({ next: { step: 'shelve', because: 'floats' } });
    expect(await comic({ body: { float: true }, actor: selfCheckAt('birch.east') })).toMatchObject({
      next: { because: 'float-by-hand' },
    });
  });
});
