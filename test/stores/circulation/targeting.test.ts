import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as targetWork } from '../../../functions/circulation/consumers/target-holds/handler.ts';
import { handler as wake } from '../../../functions/circulation/consumers/wake-holds/handler.ts';
import { resetsOf } from '../../../functions/circulation/data/hold-reset-store.ts';
import { holdRecord } from '../../../functions/circulation/data/hold-store.ts';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as explain } from '../../../functions/circulation/operations/explain-targeting/handler.ts';
import { handler as retarget } from '../../../functions/circulation/operations/retarget-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Hold } from '../../../functions/items/public/hold.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { makeId } from '../../../layers/kernel/identity/id.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aHold, monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { lastVersion } from '../../builders/last-version.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { listenToUsage } from '../../builders/usage.ts';

const sqs = mockClient(SQSClient);
const lambda = { awsRequestId: 'lambda-1' };
const days = (count: number): string => new Date(Date.parse(monday) + count * 24 * 3_600_000).toISOString();
let table: Table;
let serial = 0;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.HOLD_WORK_QUEUE_URL = 'hold-work';
  table = await aTable();
  await aConsortium(table);
});
beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
});

const fetched = async ({ itemId }: ItemCirculation) => itemStore(table).get(itemId, { strong: true });
const held = async (hold: Hold) => table.get(circulationKeys.key('hold', hold), { strong: true });
const waits = async (recordId: string | undefined, over: Partial<Hold> = {}): Promise<Hold> => {
  const { patronId } = await aBorrower(table);
  serial += 1;
  const holdId = makeId('hold', Date.parse(monday) + serial, new Uint8Array(10));
  return aPlacedHold(table, aHold({ holdId, recordId: recordId ?? '', patronId, ...over }));
};
const sent = (): { recordId: string; cause: string }[] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args: [{ input }] }) => (input.Entries ?? []).map(({ MessageBody = '' }) => JSON.parse(MessageBody)));
const worked = (messages: unknown[]) => ({
  Records: messages.map((message, i) => ({ messageId: `m${i}`, body: JSON.stringify(message) })) as never,
});

/** Creates two copies at two branches and a hold; the nearer one is paged. */
const aPage = async () => {
  const near = await aCopy(table, { branchId: 'cedar.north' });
  const far = await aCopy(table, { branchId: 'ash.main', recordId: near.recordId ?? '' });
  const hold = await waits(near.recordId);
  expect(await targetHolds(table, hold.recordId, Date.parse(monday))).toBe(1);
  return { near, far, hold };
};

test('C37 C45 a page that times out moves to another copy and frees the first; when found twice it changes nothing', async () => {
  const { near, far, hold } = await aPage();
  expect([await fetched(near), await held(hold)]).toMatchObject([
    { state: 'paged' },
    { lookAt: days(2), targetItemId: near.itemId },
  ]);
  // The daily count of the queue; the page has not timed out.
  expect(await wake.using(at(days(1)))({}, lambda)).toMatchObject({ woken: 1 });
  sqs.resetHistory();
  expect(await wake.using(at(days(2)))({}, lambda)).toMatchObject({ woken: 1 });
  expect(sent()).toEqual([{ recordId: hold.recordId, cause: 'cedar' }]);
  expect(await wake.using(at(days(2)))({}, lambda)).toMatchObject({ woken: 0 });
  await targetWork.using(at(days(2)))(worked([...sent(), ...sent()]), lambda);
  expect([await fetched(near), await fetched(far), await held(hold)]).toMatchObject([
    { state: 'available' },
    { state: 'paged', hold: { holdId: hold.holdId } },
    { state: 'targeted', targetItemId: far.itemId, lookAt: days(4) },
  ]);
  const log = await resetsOf(table, hold.holdId, { strong: true });
  expect(log).toEqual([
    {
      holdId: hold.holdId,
      at: days(2),
      v: 3,
      reason: 'timed-out',
      by: 'schedule',
      itemId: near.itemId,
      copyBranch: 'cedar.north',
    },
  ]);
  // The other times out as well: the first is asked once more.
  await targetHolds(table, hold.recordId, Date.parse(days(4)));
  expect(await held(hold)).toMatchObject({ targetItemId: near.itemId });
});

test('C48 staff page another copy: reason, person, place and note are stored; the explanation shows every copy and the log', async () => {
  const { near, far, hold } = await aPage();
  const actor = staffAt('cedar.main', 'desk');
  const path = { recordId: hold.recordId, holdId: hold.holdId };
  const ask = (body: object, handler = retarget) =>
    call(handler.using(at(days(1))), { actor, path, body: { branchId: 'cedar.main', ...body } });
  expect((await ask({ reason: 'other', keepIfGood: true })).body).toMatchObject({
    unchanged: true,
    page: { itemId: near.itemId },
  });
  const moved = await ask({ reason: 'not-on-shelf', note: 'looked twice' });
  expect(moved).toMatchObject({
    status: 200,
    body: {
      unchanged: false,
      hold: { state: 'targeted' },
      page: { itemId: far.itemId, branchId: 'ash.main', barcode: far.barcode },
    },
  });
  const by = actor.kind === 'staff' ? `staff:${actor.id}` : '';
  expect(await resetsOf(table, hold.holdId, { strong: true })).toMatchObject([
    { reason: 'not-on-shelf', by, branchId: 'cedar.main', note: 'looked twice', itemId: near.itemId, at: days(1) },
  ]);
  const { status, body } = await call(explain.using(at(days(1))), { actor, path, body: { branchId: 'cedar.main' } });
  expect([status, body]).toMatchObject([
    200,
    {
      state: 'targeted',
      targetItemId: far.itemId,
      ranked: [
        { itemId: far.itemId, points: 2000 },
        { itemId: near.itemId, branchId: 'cedar.north', barcode: near.barcode },
      ],
      passedOver: [],
      resets: [{ reason: 'not-on-shelf', by, note: 'looked twice' }],
    },
  ]);
  // The library that lends the copy sees neither the person nor the note of another library.
  const lender = { actor: staffAt('ash.main', 'desk'), path, body: { branchId: 'ash.main' } };
  const lent = (await call(explain.using(at(days(1))), lender)).body as { resets: object[] };
  expect(lent.resets).toEqual([
    {
      ...{ at: days(1), reason: 'not-on-shelf', meaning: 'Staff did not find the copy.' },
      ...{ itemId: near.itemId, copyBranch: 'cedar.north', branchId: 'cedar.main' },
    },
  ]);
  const ranked = (body as { ranked: { points: number; factors: { points: number }[] }[] }).ranked;
  for (const { points, factors } of ranked)
    expect(factors.reduce((sum, factor) => sum + factor.points, 0)).toBe(points);
  // A library that is not involved in the hold sees nothing of it.
  const stranger = { actor: staffAt('elm.main', 'desk'), path, body: { branchId: 'elm.main' } };
  expect(await call(explain, stranger)).toMatchObject({ status: 404, body: { code: 'unknown-hold' } });
  const waiting = await waits(near.recordId, { state: 'frozen' });
  const frozen = { ...path, holdId: waiting.holdId };
  expect(
    await call(retarget, { actor, path: frozen, body: { branchId: 'cedar.main', reason: 'not-fit' } }),
  ).toMatchObject({
    status: 409,
    body: { code: 'hold-wrong-state' },
  });
});

test('C48 a copy scanned for an earlier hold, or lent to another patron, is logged with person and place', async () => {
  const copy = await aCopy(table);
  const late = await waits(copy.recordId, { placedAt: days(-1) });
  expect(await targetHolds(table, late.recordId, Date.parse(monday))).toBe(1);
  const early = await waits(copy.recordId, { placedAt: days(-2) });
  const desk = staffAt('ash.main', 'desk');
  const scan = { actor: desk, body: { branchId: 'ash.main', item: copy.barcode } };
  expect((await call(checkIn.using(at(days(1))), scan)).body).toMatchObject({ next: { forHold: true } });
  expect([await held(late), await held(early)]).toMatchObject([{ state: 'placed' }, { state: 'in-transit' }]);
  const by = (actor: typeof desk) => (actor.kind === 'staff' ? `staff:${actor.id}` : '');
  expect(await resetsOf(table, late.holdId, { strong: true })).toMatchObject([
    {
      reason: 'gave-way',
      itemId: copy.itemId,
      by: by(desk),
      branchId: 'ash.main',
      copyBranch: 'ash.main',
      at: days(1),
    },
  ]);
  const other = await aCopy(table);
  const hold = await waits(other.recordId);
  await targetHolds(table, hold.recordId, Date.parse(monday));
  const supervisor = staffAt('ash.main', 'desk-supervisor');
  const { card } = await aBorrower(table);
  const lent = await call(checkOut.using(at(days(1))), {
    actor: supervisor,
    body: { branchId: 'ash.main', item: other.barcode, patron: card, override: { comment: 'needed at once' } },
  });
  expect(lent.status).toBe(201);
  expect(await resetsOf(table, hold.holdId, { strong: true })).toMatchObject([
    { reason: 'lent-to-another', itemId: other.itemId, by: by(supervisor), branchId: 'ash.main' },
  ]);
});

test('C38 twelve concurrent targeters over five copies and eight holds page every copy once, for the first five', async () => {
  const first = await aCopy(table);
  const copies = [first];
  for (const branchId of ['birch.east', 'cedar.main', 'cedar.north', 'elm.main']) {
    copies.push(await aCopy(table, { branchId, recordId: first.recordId ?? '' }));
  }
  const holds: Hold[] = [];
  for (let i = 0; i < 8; i += 1) holds.push(await waits(first.recordId, { placedAt: days(-9 + i) }));
  const run = () => targetHolds(table, first.recordId ?? '', Date.parse(monday)).catch(() => 0);
  const paged = await Promise.all(Array.from({ length: 12 }, run));
  // Holds that all workers gave up on in the conflict are processed when the message is retried.
  const again = await run();
  expect([...paged, again].reduce((sum, count) => sum + count, 0)).toBe(5);
  const rows = await Promise.all(holds.map(held));
  const targets = rows.map((row) => row?.targetItemId);
  expect(new Set(targets.slice(0, 5))).toEqual(new Set(copies.map(({ itemId }) => itemId)));
  expect(targets.slice(5)).toEqual([undefined, undefined, undefined]);
  for (const copy of copies) {
    const hold = holds[targets.indexOf(copy.itemId)];
    expect(await fetched(copy)).toMatchObject({ state: 'paged', hold: { holdId: hold?.holdId } });
  }
}, 60_000);

test('C37 a timed-out page that two workers see at once is retargeted once', async () => {
  const { hold } = await aPage();
  const run = () => targetHolds(table, hold.recordId, Date.parse(days(3))).catch(() => 0);
  await Promise.all([run(), run(), run()]);
  expect(await resetsOf(table, hold.holdId, { strong: true })).toHaveLength(1);
});

describe('by an adopted policy', () => {
  // By the operation of governance, as every policy is.
  const adopt = async (body: object, from: string): Promise<void> => {
    const follows = await lastVersion(table, 'targeting');
    const adoption = { kind: 'targeting', effectiveFrom: from, decisionReference: 'D-7', follows, body };
    const adopted = await call(adoptPolicy.using(at(from)), { actor: consortiumStaff('admin'), body: adoption });
    expect(adopted).toMatchObject({ status: 201, body: { kind: 'targeting', effectiveFrom: from } });
  };

  test('a targeting policy is validated before it is adopted', async () => {
    const adoption = {
      kind: 'targeting',
      decisionReference: 'D-7',
      body: { pageMinutes: -1, capture: { order: 'random' } },
    };
    const refused = await call(adoptPolicy.using(at(monday)), { actor: consortiumStaff('admin'), body: adoption });
    expect(refused.status).toBe(400);
    const pointers = (refused.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers).toContain('/body/body/pageMinutes');
  });

  test('C39 C47 a hold that waits for a local copy is checked again when its stall ends, by the policy in force then', async () => {
    await adopt({ hardStall: { minutes: 5 * 24 * 60 } }, '2026-04-01T00:00:00.000Z');
    const placedAt = '2026-04-01T11:00:00.000Z';
    const local = await aCopy(table, { branchId: 'cedar.main', state: 'missing' });
    const lent = await aCopy(table, { branchId: 'cedar.main', recordId: local.recordId ?? '', state: 'in-process' });
    const far = await aCopy(table, { branchId: 'ash.main', recordId: local.recordId ?? '' });
    const hold = await waits(local.recordId, { placedAt });
    expect(await targetHolds(table, hold.recordId, Date.parse(placedAt))).toBe(0);
    expect([await held(hold), await fetched(far)]).toMatchObject([
      { state: 'placed', lookAt: '2026-04-06T11:00:00.000Z' },
      { state: 'available' },
    ]);
    const later = '2026-04-06T11:00:00.000Z';
    await wake.using(at(later))({}, lambda);
    expect(sent()).toContainEqual({ recordId: hold.recordId, cause: 'cedar' });
    expect(await targetHolds(table, hold.recordId, Date.parse(later))).toBe(1);
    expect([await held(hold), await fetched(lent)]).toMatchObject([
      { targetItemId: far.itemId },
      { state: 'in-process' },
    ]);
  });

  test('C46 a hold whose branches were tried often enough ends, leaves the counter and gives the reason', async () => {
    await adopt({ maxLoops: 1, pageMinutes: 60 }, '2026-05-01T00:00:00.000Z');
    const from = Date.parse('2026-05-04T11:00:00.000Z');
    const copy = await aCopy(table);
    const hold = await waits(copy.recordId);
    await targetHolds(table, hold.recordId, from);
    await targetHolds(table, hold.recordId, from + 3_600_000);
    expect([await held(hold), await fetched(copy)]).toMatchObject([
      { state: 'expired-unfilled', ended: { cause: 'max-loops' } },
      { state: 'available' },
    ]);
    expect(await table.get(patronsKeys.key('patronStatus', hold), { strong: true })).toMatchObject({
      counters: { holds: 0 },
    });
  });

  test('C49 a new item’s check-in finds the hold it may fill behind 250 that it may not, in bounded reads', async () => {
    const used = listenToUsage();
    await adopt({ ageProtection: [{ days: 90, withinDistance: 10 }] }, '2026-06-01T00:00:00.000Z');
    const now = '2026-06-02T11:00:00.000Z';
    const itemId = makeId('item', Date.parse('2026-05-20T11:00:00.000Z'), new Uint8Array(10));
    const copy = await aCopy(table, { itemId, branchId: 'ash.main' });
    const foreign = Array.from({ length: 250 }, (_, i) =>
      aHold({
        holdId: makeId('hold', Date.parse(monday) + i, new Uint8Array(10).fill(7)),
        recordId: copy.recordId ?? '',
        patronId: `pat_${i}`,
      }),
    );
    for (let i = 0; i < 250; i += 50) {
      await table.write(foreign.slice(i, i + 50).map((hold) => ({ put: holdRecord(hold) })));
    }
    const own = await waits(copy.recordId, { pickupBranch: 'ash.main', placedAt: '2026-06-01T11:00:00.000Z' });
    const handler = checkIn.using(at(now));
    const scan = { actor: staffAt('ash.main', 'desk'), body: { branchId: 'ash.main', item: copy.barcode } };
    expect((await call(handler, scan)).body).toMatchObject({ next: { step: 'hold-shelf', forHold: true } });
    expect(await held(own)).toMatchObject({ state: 'on-shelf' });
    const { writeUnits, readUnits } = used();
    process.stdout.write(
      `Check-in that captures behind 250 holds that may not be filled: ${writeUnits} WU, ${readUnits} RU\n`,
    );
    expect(writeUnits).toBeLessThanOrEqual(10);
    // One query over the queue, at about half a kilobyte a hold.
    expect(readUnits).toBeLessThanOrEqual(30);
  }, 60_000);

  test('C54 an item whose place must be verified is captured only when staff confirm it', async () => {
    await adopt({ capture: { verifyLocation: [{ location: 'treasures' }] } }, '2026-07-01T00:00:00.000Z');
    const copy = await aCopy(table, { location: 'treasures' });
    const hold = await waits(copy.recordId);
    const scan = (body: object) =>
      call(checkIn.using(at('2026-07-02T11:00:00.000Z')), {
        actor: staffAt('ash.main', 'desk'),
        body: { branchId: 'ash.main', item: copy.barcode, ...body },
      });
    expect((await scan({})).body).toMatchObject({
      warnings: ['verify-location'],
      next: { step: 'shelve', forHold: false },
    });
    expect((await scan({ capture: 'yes' })).body).toMatchObject({
      warnings: [],
      next: { step: 'send', branchId: 'cedar.main', forHold: true },
    });
    expect(await held(hold)).toMatchObject({ state: 'in-transit' });
  });
});
