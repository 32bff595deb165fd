import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as holdShelf } from '../../../functions/circulation/operations/list-hold-shelf/handler.ts';
import { handler as hopelessHolds } from '../../../functions/circulation/operations/list-hopeless-holds/handler.ts';
import { handler as myHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as listQueue } from '../../../functions/circulation/operations/list-queue/handler.ts';
import { handler as shelfToClear } from '../../../functions/circulation/operations/list-shelf-to-clear/handler.ts';
import { handler as moveHold } from '../../../functions/circulation/operations/move-hold/handler.ts';
import { handler as reorderHolds } from '../../../functions/circulation/operations/reorder-holds/handler.ts';
import { handler as restoreHold } from '../../../functions/circulation/operations/restore-hold/handler.ts';
import { handler as resumeHold } from '../../../functions/circulation/operations/resume-hold/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/operations/suspend-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { personItem } from '../../../functions/patrons/public/person-item.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import {
  ask,
  changed,
  clock,
  desk,
  itemOnTable,
  onTable,
  openHolds,
  type Placed,
  placed,
  scanned,
  table,
  timePasses,
} from '../../builders/holds-at-work.ts';
import { aBorrower, aCopy, at, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

type Row = { recordId: string; patronId?: string; patron?: { name: object; card: string } };

beforeAll(openHolds);

describe('changing', () => {
  test('C61 patrons change the pickup branch of a hold that waits or travels; from the shelf the desk sends it', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId);
    const move = (pickupBranch: string, more = {}) => changed(changePickup, who, hold, { pickupBranch, ...more });
    expect((await move('cedar.north')).body).toMatchObject({ hold: { pickupBranch: 'cedar.north', place: 1 } });
    await scanned(copy.barcode, 'ash.main');
    expect((await move('cedar.main')).body).toMatchObject({
      hold: { state: 'in-transit', pickupBranch: 'cedar.main' },
    });
    // It is in transit to the old branch, and is redirected there.
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

  test('C64 a suspended hold is skipped by the scan, keeps its place, and waits again by the clock or by hand', async () => {
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
    // A library that is not involved in a hold does not see its patron.
    expect(queue.every(({ patronId }) => patronId === undefined)).toBe(true);
    const late = await placed(await aBorrower(table), copy.recordId);
    const orders = [
      [...ids, late.holdId],
      [late.holdId, ...ids.toReversed()],
    ];
    await Promise.all(orders.map(reorder));
    expect(orders).toContainEqual((await queueNow()).map(({ holdId }) => holdId));
    const { pk: partition } = auditKeys.key('audit', { subject: `record:${copy.recordId}`, at: '-', auditId: '-' });
    expect(await table.queryAll({ partition })).toMatchObject([{ did: 'reordered holds' }, {}, {}, {}, {}]);
  });

  test('the queue and the holds that no copy can fill name patrons to their own library only, not where they pick up', async () => {
    const copy = await aCopy(table);
    const own = await aBorrower(table);
    const guest = await aBorrower(table, { homeMember: 'elm', homeBranch: 'elm.main' });
    const person = { name: { family: 'Okafor', given: 'Amara' }, usedName: { family: 'Okafor', given: 'Ami' } };
    const stored = { person, registeredAt: monday, v: 1 };
    await table.write(
      [own, guest].map(({ patronId, card, actor }) => ({
        put: personItem({ ...stored, patronId, card, memberId: actor.kind === 'patron' ? actor.member : '' }),
      })),
    );
    for (const who of [own, guest]) await placed(who, copy.recordId, { pickupBranch: 'cedar.north' });
    const listed = async (branchId: string) => {
      const asked = { actor: desk(branchId), path: { branchId, recordId: copy.recordId ?? '' } };
      const { body } = await call(listQueue, asked);
      return (body as { holds: Row[] }).holds.map(({ patronId, patron }) => [patronId, patron?.name, patron?.card]);
    };
    const name = person.usedName;
    expect(await listed('cedar.north')).toEqual([
      [own.patronId, name, own.card],
      [guest.patronId, undefined, undefined],
    ]);
    expect(await listed('elm.main')).toEqual([
      [undefined, undefined, undefined],
      [guest.patronId, name, guest.card],
    ]);
    expect(await listed('birch.east')).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    await table.write([{ update: itemsKeys.key('item', copy), set: { state: 'missing' } }]);
    await targetHolds(table, copy.recordId ?? '', Date.parse('2026-03-03T11:00:00.000Z'));
    const { body } = await call(hopelessHolds, { actor: desk('cedar.north'), path: { branchId: 'cedar.north' } });
    const hopeless = (body as { holds: Row[] }).holds.filter(({ recordId }) => recordId === copy.recordId);
    expect(hopeless.map(({ patronId, patron }) => [patronId, patron?.name])).toEqual([
      [own.patronId, name],
      [guest.patronId, undefined],
    ]);
  });

  test('C63 a hold is moved to another copy of its title, and its paged copy is freed at once', async () => {
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
    // A patron undoes a cancellation of the own hold only.
    await changed(cancelHold, first, hold);
    expect(await changed(restoreHold, second, hold)).toMatchObject({ status: 404, body: { code: 'unknown-hold' } });
    expect(await changed(restoreHold, first, hold)).toMatchObject({ body: { hold: { state: 'placed', place: 1 } } });
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

  test('C57 its requester is lent a copy that is still in transit, and the hold closes in the same record', async () => {
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

  test('C58 cancelled on the shelf: the copy stays for a hold with the same pickup, travels for another, otherwise goes home', async () => {
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
    // The list shows what the scan will do, so the desk knows before it fetches the copy from the shelf.
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

  test('C59 C60 the shelf expires at the end of its day and the next has the copy, after any repeated or concurrent runs', async () => {
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

  test('C60 a hold that is no longer needed ends at the end of that day, wherever it waits', async () => {
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

  test('one hold that cannot be changed blocks no other, and is tried by the next run', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const broken = await placed(await aBorrower(table), copy.recordId, { neededUntil: '2026-03-05' });
    const sound = await placed(who, copy.recordId, { neededUntil: '2026-03-05' });
    // A counter that is not a number: the write of this one cannot succeed.
    const { patronId } = (await onTable(broken)) ?? { patronId: '' };
    await table.write([{ update: patronsKeys.key('patronStatus', { patronId }), set: { counters: 'lost' } }]);
    jest.spyOn(console, 'error').mockImplementation(() => {});
    await expect(timePasses('2026-03-06T01:00:00.000Z')).rejects.toThrow('1 holds could not be changed');
    expect([await onTable(broken), await onTable(sound)]).toMatchObject([
      { state: 'placed' },
      { state: 'expired-unfilled' },
    ]);
    await table.write([
      {
        update: patronsKeys.key('patronStatus', { patronId }),
        set: { counters: { loans: 0, holds: 1, owed: 0, perGroup: {} } },
      },
    ]);
    expect(await timePasses('2026-03-06T02:00:00.000Z')).toMatchObject({ failed: 0 });
    expect(await onTable(broken)).toMatchObject({ state: 'expired-unfilled' });
  });
});
