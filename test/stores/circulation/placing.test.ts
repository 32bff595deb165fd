import { handler as cancelHold } from '../../../functions/circulation/cancel-hold/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/change-pickup/handler.ts';
import { handler as changeTimedHolds } from '../../../functions/circulation/change-timed-holds/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/check-out/handler.ts';
import { handler as holdShelf } from '../../../functions/circulation/list-hold-shelf/handler.ts';
import { handler as hopelessHolds } from '../../../functions/circulation/list-hopeless-holds/handler.ts';
import { handler as myHolds } from '../../../functions/circulation/list-my-holds/handler.ts';
import { handler as pickupPlaces } from '../../../functions/circulation/list-pickup-places/handler.ts';
import { handler as listQueue } from '../../../functions/circulation/list-queue/handler.ts';
import { handler as shelfToClear } from '../../../functions/circulation/list-shelf-to-clear/handler.ts';
import { handler as moveHold } from '../../../functions/circulation/move-hold/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/place-hold/handler.ts';
import { handler as reorderHolds } from '../../../functions/circulation/reorder-holds/handler.ts';
import { handler as restoreHold } from '../../../functions/circulation/restore-hold/handler.ts';
import { handler as resumeHold } from '../../../functions/circulation/resume-hold/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/suspend-hold/handler.ts';
import { dueLooks } from '../../../layers/data/hold-look-store.ts';
import { holdStore } from '../../../layers/data/hold-store.ts';
import { itemStore } from '../../../layers/data/item-store.ts';
import { gsi2, key } from '../../../layers/data/keys.ts';
import { policyStore } from '../../../layers/data/policy-store.ts';
import { stamp, type Table } from '../../../layers/data/table.ts';
import { targetHolds } from '../../../layers/data/target-holds.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, branches, countersOf } from '../../builders/lending.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule, holdsDocument } from '../../builders/policies.ts';

const desk = (branch: string) => staffAt(branch, 'desk');
const clock = () => at(monday);
type Borrower = Awaited<ReturnType<typeof aBorrower>>;
type Placed = { holdId: string; recordId: string };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [
    aRule({ id: 'stay', setBy: 'elm', when: { itemOwner: 'elm', checkout: 'birch' }, values: { holdable: false } }),
  ]);
  for (const branchId of branches) {
    const memberId = memberOfBranch(branchId);
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    await table.write([
      {
        put: {
          ...key('member', member),
          ...gsi2('member', member),
          ...stamp('member', 1),
          ...member,
          createdAt: monday,
        },
      },
      { update: key('branch', { memberId, branchId }), set: gsi2('branch', { memberId, branchId }) },
    ]);
  }
  const { version: _, ...holds } = holdsDocument({
    blocks: { hold: 'all', capture: ['no-capture'], fulfil: [] },
    maxOverdue: 1,
    localCopyAlert: true,
  });
  await policyStore(table).adopt(holds, (version) => ({
    ...{ subject: 'policy:holds', at: monday, auditId: 'aud_holds', by: 'test', did: 'adopted', detail: { version } },
  }));
});

// A second after the one before: who asked first is first.
let asked = Date.parse('2026-03-02T08:00:00.000Z');
const next = () => {
  asked += 1000;
  return at(new Date(asked).toISOString());
};
const ask = (who: Borrower, recordId: string | undefined, more = {}) =>
  call(placeHold.using(next()), {
    actor: who.actor,
    body: { recordId, pickupBranch: 'cedar.main', wait: true, ...more },
  });
const placed = async (who: Borrower, recordId: string | undefined, more = {}): Promise<Placed> => {
  const { status, body } = await ask(who, recordId, more);
  expect([status, body]).toMatchObject([201, { hold: {} }]);
  return (body as { hold: Placed }).hold;
};
const scanned = (item: string, branchId: string, instant = monday) =>
  call(checkIn.using(at(instant)), { actor: desk(branchId), body: { branchId, item } });
const onTable = async ({ recordId, holdId }: Placed) => holdStore(table).get(recordId, holdId, { strong: true });
const itemOnTable = (itemId: string) => table.get(key('item', { itemId }), { strong: true });
const timePasses = (instant: string) => changeTimedHolds.using(at(instant))({}, { awsRequestId: 'r' });
const changed = (handler: typeof cancelHold, who: Borrower, hold: Placed, body = {}, runtime = clock()) =>
  call(handler.using(runtime), { actor: who.actor, path: { recordId: hold.recordId, holdId: hold.holdId }, body });

describe('placing', () => {
  test('C29 a copy on the shelf of the pickup branch is said beside the hold', async () => {
    const copy = await aCopy(table, { branchId: 'cedar.main' });
    const said = await ask(await aBorrower(table), copy.recordId);
    expect(said).toMatchObject({ status: 201, body: { warnings: ['local-copy-available'], hold: { level: 'title' } } });
    const far = await aCopy(table);
    expect((await ask(await aBorrower(table), far.recordId)).body).toMatchObject({ warnings: [] });
  });

  test('C30 the pickup places listed are those that placing accepts, one by one', async () => {
    for (const owner of ['elm.main', 'ash.main'] as const) {
      const copy = await aCopy(table, { branchId: owner });
      const asking = await aBorrower(table);
      const said = await call(pickupPlaces.using(clock()), { actor: asking.actor, body: { recordId: copy.recordId } });
      const { places } = said.body as { places: { branchId: string }[] };
      const accepted: string[] = [];
      for (const pickupBranch of branches) {
        const patron = await aBorrower(table);
        if ((await ask(patron, copy.recordId, { pickupBranch })).status === 201) accepted.push(pickupBranch);
      }
      expect(places.map(({ branchId }) => branchId).toSorted()).toEqual(accepted.toSorted());
      expect(accepted.includes('birch.east')).toBe(owner === 'ash.main');
    }
  });

  test('C31 a hold for a volume takes that volume when both are scanned, and one for the title neither', async () => {
    const first = await aCopy(table, { part: 'v.1' });
    const recordId = first.recordId ?? '';
    const second = await aCopy(table, { recordId, part: 'v.2' });
    const who = await aBorrower(table);
    expect(await ask(who, recordId)).toMatchObject({ status: 409, body: { code: 'which-part' } });
    const hold = await placed(who, recordId, { part: 'v.2' });
    await targetHolds(table, recordId, Date.parse(monday));
    expect(await itemOnTable(first.itemId)).toMatchObject({ state: 'available' });
    expect(await itemOnTable(second.itemId)).toMatchObject({ state: 'paged', hold: { holdId: hold.holdId } });
    expect((await scanned(first.barcode, 'cedar.main')).body).toMatchObject({ next: { forHold: false } });
    expect((await scanned(second.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect(await ask(who, recordId, { part: 'v.2', item: first.barcode })).toMatchObject({ status: 400 });
  });

  test('C35 an overdue loan refuses by its own code, read only because the consortium limits it', async () => {
    const who = await aBorrower(table);
    const lent = await aCopy(table);
    await call(checkOut.using(clock()), {
      actor: desk('birch.east'),
      body: { branchId: 'birch.east', item: lent.barcode, patron: who.card },
    });
    const copy = await aCopy(table);
    const late = at('2026-04-07T11:00:00.000Z');
    const body = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
    expect(await call(placeHold.using(late), { actor: who.actor, body })).toMatchObject({
      status: 409,
      body: { code: 'too-many-overdue' },
    });
    expect((await ask(who, copy.recordId)).status).toBe(201);
  });

  test('C27 who has a block that stops capture keeps the hold, and the copy goes to the next', async () => {
    const blocks = [{ code: 'no-capture', scope: 'consortium', since: monday, by: 'staff:1' }];
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const kept = await placed(first, copy.recordId);
    const next = await placed(second, copy.recordId);
    await table.write([{ update: key('patronStanding', first), set: { blocks } }]);
    await targetHolds(table, copy.recordId ?? '', Date.parse(monday));
    expect(await itemOnTable(copy.itemId)).toMatchObject({ hold: { holdId: next.holdId } });
    expect((await scanned(copy.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect([await onTable(kept), await onTable(next)]).toMatchObject([{ state: 'placed' }, { state: 'on-shelf' }]);
  });
});

describe('any edition of a work', () => {
  const barcodeOf = (title: string, id: string) => `${title.replaceAll(' ', '-')}-${id}`;
  const editions = async (title: string) => {
    const load = async (memberId: string, book: Omit<Book, 'title'>) =>
      loadBytes(table, memberId, fileOf([{ title, items: [`$p${barcodeOf(title, book.id)}$aMAIN$yBK`], ...book }]));
    await load('ash', { id: 'paper', year: '1998', pages: 312 });
    await load('birch', { id: 'large', year: '2004', pages: 520, form: 'd' });
    await load('elm', { id: 'other', author: 'Vale, Tom', year: '2010', pages: 90 });
    const copies = ['paper', 'large', 'other'].map((id) => itemStore(table).find(barcodeOf(title, id)));
    return (await Promise.all(copies))
      .flat()
      .map(({ recordId = '', itemId, barcode }) => ({ recordId, itemId, barcode }));
  };

  test('C32 a hold for a work is paged from the other edition, found by its scan, and by the format asked for only', async () => {
    const [paper, large, other] = await editions('The glass orchard');
    if (!paper || !large || !other) throw new Error('The books were not loaded.');
    expect(new Set([paper.recordId, large.recordId, other.recordId]).size).toBe(3);
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const inLarge = await placed(first, paper.recordId, { anyEdition: { formats: ['large-print'] } });
    expect(inLarge).toMatchObject({ level: 'work', recordId: large.recordId, editions: [large.recordId] });
    const any = await placed(second, large.recordId, { anyEdition: {} });
    expect(any).toMatchObject({ recordId: large.recordId, editions: [large.recordId, paper.recordId] });
    await targetHolds(table, large.recordId, Date.parse(monday));
    expect(await itemOnTable(large.itemId)).toMatchObject({ state: 'paged', hold: { holdId: inLarge.holdId } });
    expect(await itemOnTable(paper.itemId)).toMatchObject({ state: 'paged', hold: { holdId: any.holdId } });
    expect(await itemOnTable(other.itemId)).toMatchObject({ state: 'available' });
    expect((await scanned(paper.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect(await onTable(any)).toMatchObject({ state: 'on-shelf', targetItemId: paper.itemId });
    // Over, it is found by no edition any more.
    await changed(cancelHold, second, any);
    expect(await table.queryAll({ partition: `REC#${paper.recordId}`, begins: 'HOLD-ELSEWHERE#' })).toEqual([]);
    expect(await ask(first, paper.recordId, { anyEdition: { formats: ['map'] } })).toMatchObject({
      status: 409,
      body: { code: 'no-holdable-copy' },
    });
  });

  test('C32 an edition that joins the catalogue later fills a hold for the work, looked up anew every day', async () => {
    const title = 'The tin lighthouse';
    const load = async (memberId: string, book: Omit<Book, 'title'>) => {
      const items = [`$p${barcodeOf(title, book.id)}$aMAIN$yBK`];
      await loadBytes(table, memberId, fileOf([{ title, items, ...book }]));
      const [copy] = await itemStore(table).find(barcodeOf(title, book.id));
      if (!copy?.recordId) throw new Error('The book was not loaded.');
      return { ...copy, recordId: copy.recordId };
    };
    const paper = await load('ash', { id: 'paper', year: '1998', pages: 312 });
    const who = await aBorrower(table);
    const hold = await placed(who, paper.recordId, { anyEdition: { formats: ['book', 'large-print'] } });
    await table.write([{ update: key('item', paper), set: { state: 'missing' } }]);
    await targetHolds(table, paper.recordId, Date.parse(monday));
    const tuesday = '2026-03-03T11:00:00.000Z';
    expect((await dueLooks(table, tuesday, 200)).map(({ holdId }) => holdId)).toContain(hold.holdId);
    const large = await load('birch', { id: 'large', year: '2004', pages: 520, form: 'd' });
    // Until a day has passed nothing is looked up again.
    await targetHolds(table, paper.recordId, Date.parse('2026-03-02T18:00:00.000Z'));
    expect(await onTable(hold)).toMatchObject({ state: 'placed', editions: [paper.recordId] });
    await targetHolds(table, paper.recordId, Date.parse(tuesday));
    expect(await onTable(hold)).toMatchObject({ state: 'targeted', targetItemId: large.itemId });
    const scannedThere = await scanned(large.barcode, 'cedar.main', '2026-03-03T12:00:00.000Z');
    expect(scannedThere.body).toMatchObject({ next: { step: 'hold-shelf', forHold: true } });
    // Cancelled it is found by none of them, restored by each again.
    const pointers = () => table.queryAll({ partition: `REC#${large.recordId}`, begins: 'HOLD-ELSEWHERE#' });
    await changed(cancelHold, who, hold);
    expect(await pointers()).toEqual([]);
    await call(restoreHold.using(clock()), {
      actor: desk('cedar.main'),
      path: { recordId: hold.recordId, holdId: hold.holdId },
      body: { branchId: 'cedar.main' },
    });
    expect(await pointers()).toHaveLength(1);
  });

  test('C32 of two parallel holds for one work, placed on two editions, one stands', async () => {
    const [paper, large] = await editions('The salt ledger');
    const who = await aBorrower(table);
    const both = await Promise.all([paper, large].map((one) => ask(who, one?.recordId, { anyEdition: {} })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 1 });
  });

  test('C32 a hold that no copy can fill any more is listed for its pickup branch, until there is one again', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId, { pickupBranch: 'cedar.north' });
    const listed = async () => {
      const { body } = await call(hopelessHolds, { actor: desk('cedar.north'), path: { branchId: 'cedar.north' } });
      return (body as { holds: { holdId: string }[] }).holds.map(({ holdId }) => holdId);
    };
    const look = (instant: string) => targetHolds(table, copy.recordId ?? '', Date.parse(instant));
    await table.write([{ update: key('item', copy), set: { state: 'missing' } }]);
    await look('2026-03-03T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ hopelessSince: '2026-03-03T11:00:00.000Z' });
    await look('2026-03-04T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ hopelessSince: '2026-03-03T11:00:00.000Z' });
    expect(await listed()).toEqual([hold.holdId]);
    expect((await call(myHolds, { actor: who.actor })).body).toMatchObject({ holds: [{ wait: { copies: 0 } }] });
    await table.write([{ update: key('item', copy), set: { state: 'available' } }]);
    await look('2026-03-05T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'targeted' });
    expect(await listed()).toEqual([]);
  });
});

describe('changing', () => {
  test('C61 patrons move the pickup of a hold that waits or travels; from the shelf the desk sends it', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId);
    const move = (pickupBranch: string, more = {}) => changed(changePickup, who, hold, { pickupBranch, ...more });
    expect((await move('cedar.north')).body).toMatchObject({ hold: { pickupBranch: 'cedar.north', place: 1 } });
    await scanned(copy.barcode, 'ash.main');
    expect((await move('cedar.main')).body).toMatchObject({
      hold: { state: 'in-transit', pickupBranch: 'cedar.main' },
    });
    // It travels to where it was sent, and turns there.
    expect((await scanned(copy.barcode, 'cedar.north', '2026-03-03T11:00:00.000Z')).body).toMatchObject({
      next: { step: 'send', branchId: 'cedar.main' },
    });
    await scanned(copy.barcode, 'cedar.main', '2026-03-04T11:00:00.000Z');
    expect(await move('birch.east', { send: true })).toMatchObject({ status: 409, body: { code: 'hold-on-shelf' } });
    const atDesk = {
      actor: desk('cedar.main'),
      path: { recordId: hold.recordId, holdId: hold.holdId },
      body: { pickupBranch: 'birch.east', branchId: 'cedar.main', send: true },
    };
    expect(await call(changePickup.using(clock()), atDesk)).toMatchObject({
      status: 200,
      body: { hold: { state: 'targeted' } },
    });
    expect((await scanned(copy.barcode, 'cedar.main', '2026-03-05T11:00:00.000Z')).body).toMatchObject({
      next: { step: 'send', branchId: 'birch.east' },
    });
    expect(await onTable(hold)).toMatchObject({ state: 'in-transit', pickupBranch: 'birch.east' });
  });

  test('C64 a suspended hold is passed over by the scan, keeps its place, and waits on by the clock or by hand', async () => {
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const hold = await placed(first, copy.recordId);
    const behind = await placed(second, copy.recordId);
    expect(await changed(suspendHold, first, hold, { until: '2026-03-01' })).toMatchObject({
      status: 409,
      body: { code: 'suspension-wrong' },
    });
    const suspended = await changed(suspendHold, first, hold, { until: '2026-03-10' });
    expect(suspended.body).toMatchObject({
      hold: { state: 'frozen', place: 1, suspended: { from: monday, until: '2026-03-10T22:59:59.000Z' } },
    });
    expect(await changed(suspendHold, second, hold, {})).toMatchObject({ status: 404 });
    await scanned(copy.barcode, 'cedar.main');
    expect(await onTable(behind)).toMatchObject({ state: 'on-shelf' });
    await timePasses('2026-03-10T22:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'frozen' });
    await timePasses('2026-03-11T00:00:00.000Z');
    const waiting = await onTable(hold);
    expect([waiting?.state, waiting?.suspended]).toEqual(['placed', undefined]);
    await changed(suspendHold, first, hold, { from: '2026-03-20' });
    expect((await changed(resumeHold, first, hold)).body).toMatchObject({ hold: { state: 'placed' } });
    expect(await changed(resumeHold, first, hold)).toMatchObject({ status: 409, body: { code: 'hold-wrong-state' } });
  });

  test('C62 a supervisor reorders the whole queue with a reason; of two at once neither is lost', async () => {
    const copy = await aCopy(table);
    const patrons = [await aBorrower(table), await aBorrower(table), await aBorrower(table)];
    const holds: Placed[] = [];
    for (const who of patrons) holds.push(await placed(who, copy.recordId));
    const ids = holds.map(({ holdId }) => holdId);
    const reorder = (order: string[]) =>
      call(reorderHolds.using(clock()), {
        actor: staffAt('cedar.main', 'desk-supervisor'),
        path: { recordId: copy.recordId ?? '' },
        body: { branchId: 'cedar.main', order, comment: 'needed for class tomorrow' },
      });
    const queueNow = async () => {
      const path = { branchId: 'elm.main', recordId: copy.recordId ?? '' };
      const { body } = await call(listQueue, { actor: desk('elm.main'), path });
      return (body as { holds: { holdId: string; patronId?: string }[] }).holds;
    };
    expect(await reorder(ids.slice(1))).toMatchObject({ status: 409, body: { code: 'order-incomplete' } });
    expect((await reorder(ids.toReversed())).status).toBe(200);
    const [first, second, third] = ids;
    const put = { holdId: first, before: third };
    const one = await call(reorderHolds.using(clock()), {
      actor: staffAt('cedar.main', 'desk-supervisor'),
      path: { recordId: copy.recordId ?? '' },
      body: { branchId: 'cedar.main', put, comment: 'needed for class today' },
    });
    expect((one.body as { holds: { holdId: string }[] }).holds.map(({ holdId }) => holdId)).toEqual([
      first,
      third,
      second,
    ]);
    expect((await reorder(ids.toReversed())).status).toBe(200);
    const queue = await queueNow();
    expect(queue.map(({ holdId }) => holdId)).toEqual(ids.toReversed());
    // A library that has no part in a hold does not see whose it is.
    expect(queue.every(({ patronId }) => patronId === undefined)).toBe(true);
    const late = await placed(await aBorrower(table), copy.recordId);
    const orders = [
      [...ids, late.holdId],
      [late.holdId, ...ids.toReversed()],
    ];
    await Promise.all(orders.map(reorder));
    expect(orders).toContainEqual((await queueNow()).map(({ holdId }) => holdId));
    const { pk: partition } = key('audit', { subject: `record:${copy.recordId}`, at: '-', auditId: '-' });
    expect(await table.queryAll({ partition })).toMatchObject([{ did: 'reordered holds' }, {}, {}, {}, {}]);
  });

  test('C63 a hold is moved to another copy of its title, and its paged copy is free at once', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table, { branchId: 'cedar.main' });
    const other = await aCopy(table, { recordId: copy.recordId ?? '' });
    const stranger = await aCopy(table);
    const hold = await placed(who, copy.recordId);
    await targetHolds(table, copy.recordId ?? '', Date.parse(monday));
    const move = (item: string) =>
      call(moveHold.using(clock()), {
        actor: desk('cedar.main'),
        path: { recordId: hold.recordId, holdId: hold.holdId },
        body: { branchId: 'cedar.main', item },
      });
    expect(await move(stranger.barcode)).toMatchObject({ status: 409, body: { code: 'move-other-title' } });
    expect(await move(other.barcode)).toMatchObject({
      status: 200,
      body: { hold: { level: 'copy', state: 'placed' } },
    });
    expect(await itemOnTable(copy.itemId)).toMatchObject({ state: 'available' });
    expect(await move(other.barcode)).toMatchObject({ body: { code: 'move-same-item' } });
    expect((await scanned(copy.barcode, 'cedar.main')).body).toMatchObject({ next: { forHold: false } });
    const lost = await table.queryAll({ partition: `HOLD-LOG#${hold.holdId}` });
    expect(lost).toMatchObject([{ reason: 'moved', itemId: copy.itemId, by: 'staff:stf_of-cedar.main' }]);
  });

  test('C64 a cancelled hold is restored at its place and counted again, once', async () => {
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const hold = await placed(first, copy.recordId);
    await placed(second, copy.recordId);
    await changed(cancelHold, first, hold);
    const restore = () =>
      call(restoreHold.using(clock()), {
        actor: desk('cedar.main'),
        path: { recordId: hold.recordId, holdId: hold.holdId },
        body: { branchId: 'cedar.main' },
      });
    const both = await Promise.all([restore(), restore()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)?.body).toMatchObject({ hold: { state: 'placed', place: 1 } });
    expect(await countersOf(table, first.patronId)).toMatchObject({ holds: 1 });
  });
});

describe('the shelf', () => {
  const shelved = async (pickupOfNext: string) => {
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const hold = await placed(first, copy.recordId);
    const next = await placed(second, copy.recordId, { pickupBranch: pickupOfNext });
    await scanned(copy.barcode, 'cedar.main');
    return { first, second, copy, hold, next };
  };

  test('C57 its requester is lent a copy that is still in transit, and the hold closes as the same record', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId);
    await scanned(copy.barcode, 'ash.main');
    expect(await itemOnTable(copy.itemId)).toMatchObject({ state: 'in-transit' });
    const lent = await call(checkOut.using(at('2026-03-02T12:00:00.000Z')), {
      actor: desk('cedar.main'),
      body: { branchId: 'cedar.main', item: copy.barcode, patron: who.card },
    });
    expect(lent.status).toBe(201);
    expect(await onTable(hold)).toMatchObject({ holdId: hold.holdId, state: 'fulfilled', targetItemId: copy.itemId });
    expect(await countersOf(table, who.patronId)).toMatchObject({ loans: 1, holds: 0 });
  });

  test('C58 cancelled on the shelf: same pickup stays there for the next, other pickup goes in transit, none goes home', async () => {
    const same = await shelved('cedar.main');
    await changed(cancelHold, same.first, same.hold);
    expect(await onTable(same.next)).toMatchObject({ state: 'on-shelf', shelfExpiresAt: '2026-03-09T22:59:59.000Z' });
    const { body } = await call(holdShelf, { actor: desk('cedar.main'), path: { branchId: 'cedar.main' } });
    expect((body as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({ itemId: same.copy.itemId, holdId: same.next.holdId }),
    );
    const other = await shelved('birch.east');
    await changed(cancelHold, other.first, other.hold);
    const list = await call(shelfToClear.using(at('2026-03-03T11:00:00.000Z')), {
      actor: desk('cedar.main'),
      path: { branchId: 'cedar.main' },
    });
    // The list says what the scan will: so the desk knows before it fetches the copy from the shelf.
    expect((list.body as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({
        itemId: other.copy.itemId,
        next: { step: 'send', branchId: 'birch.east', forHold: true, because: 'for-hold' },
        slip: expect.objectContaining({ from: 'cedar.main', to: 'birch.east', purpose: 'hold' }),
      }),
    );
    const sent = await scanned(other.copy.barcode, 'cedar.main', '2026-03-03T11:00:00.000Z');
    expect(sent.body).toMatchObject({ next: { step: 'send', branchId: 'birch.east', forHold: true } });
    await changed(cancelHold, other.second, other.next);
    const home = await scanned(other.copy.barcode, 'birch.east', '2026-03-04T11:00:00.000Z');
    expect(home.body).toMatchObject({ next: { step: 'send', branchId: 'ash.main', forHold: false } });
    expect((await scanned(other.copy.barcode, 'ash.main', '2026-03-05T11:00:00.000Z')).body).toMatchObject({
      next: { step: 'shelve' },
    });
  });

  test('C59 C60 the shelf expires at the end of its day, and the next has the copy; however often and at once the job runs', async () => {
    const { first, second, copy, hold, next } = await shelved('cedar.main');
    await timePasses('2026-03-09T22:59:58.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'on-shelf' });
    const after = '2026-03-10T08:00:00.000Z';
    const runs = await Promise.all([timePasses(after), timePasses(after), timePasses(after)]);
    expect(runs.reduce((sum, { changed: one }) => sum + one, 0)).toBeGreaterThanOrEqual(1);
    expect(await onTable(hold)).toMatchObject({
      state: 'expired-on-shelf',
      ended: { at: after, cause: 'not-fetched' },
    });
    expect(await onTable(next)).toMatchObject({ state: 'on-shelf', shelfExpiresAt: '2026-03-17T22:59:59.000Z' });
    expect(await itemOnTable(copy.itemId)).toMatchObject({ state: 'on-hold-shelf', hold: { holdId: next.holdId } });
    const counters = await Promise.all([first, second].map(({ patronId }) => countersOf(table, patronId)));
    expect(counters).toMatchObject([{ holds: 0 }, { holds: 1 }]);
    expect(await timePasses(after)).toEqual({ changed: 0, failed: 0 });
    const lent = await call(checkOut.using(at(after)), {
      actor: desk('cedar.main'),
      body: { branchId: 'cedar.main', item: copy.barcode, patron: second.card },
    });
    expect(lent.status).toBe(201);
  });

  test('C60 a hold not needed any more ends at the end of that day, wherever it waits', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId, { neededUntil: '2026-03-05' });
    expect(await ask(await aBorrower(table), copy.recordId, { neededUntil: '2026-03-01' })).toMatchObject({
      body: { code: 'not-needed-past' },
    });
    await timePasses('2026-03-05T22:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'placed', neededUntil: '2026-03-05T22:59:59.000Z' });
    await timePasses('2026-03-06T01:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'expired-unfilled', ended: { cause: 'not-needed' } });
    expect((await call(myHolds, { actor: who.actor })).body).toEqual({ holds: [] });
    expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 0 });
  });

  test('one hold that cannot be changed holds up no other, and is tried by the next run', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const broken = await placed(await aBorrower(table), copy.recordId, { neededUntil: '2026-03-05' });
    const sound = await placed(who, copy.recordId, { neededUntil: '2026-03-05' });
    // A counter that is no number: the write of this one cannot succeed.
    const { patronId } = (await onTable(broken)) ?? { patronId: '' };
    await table.write([{ update: key('patronStanding', { patronId }), set: { counters: 'lost' } }]);
    jest.spyOn(console, 'error').mockImplementation(() => {});
    await expect(timePasses('2026-03-06T01:00:00.000Z')).rejects.toThrow('1 holds could not be changed');
    expect([await onTable(broken), await onTable(sound)]).toMatchObject([
      { state: 'placed' },
      { state: 'expired-unfilled' },
    ]);
    await table.write([
      { update: key('patronStanding', { patronId }), set: { counters: { loans: 0, holds: 1, owed: 0, perGroup: {} } } },
    ]);
    expect(await timePasses('2026-03-06T02:00:00.000Z')).toMatchObject({ failed: 0 });
    expect(await onTable(broken)).toMatchObject({ state: 'expired-unfilled' });
  });
});
