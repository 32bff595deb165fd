import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as targetHolds } from '../../../functions/circulation/consumers/target-holds/handler.ts';
import { holdStore } from '../../../functions/circulation/data/hold-store.ts';
import {
  mostRequested,
  countersOf as storedCounters,
} from '../../../functions/circulation/data/queue-counters-store.ts';
import { workOfHold } from '../../../functions/circulation/domain/decisions/relay.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as listMyHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import type { HoldView } from '../../../functions/circulation/schemas/holds.ts';
import {
  beginCount,
  type CountBegun,
  countQueueOf,
  finishCount,
} from '../../../functions/circulation/use-cases/count-queue.ts';
import { wakeHolds } from '../../../functions/circulation/use-cases/wake-holds.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aHold, aLoan, monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

let table: Table;
let used: () => Used;
let handlers = { place: placeHold, show: showPatron, mine: listMyHolds, cancel: cancelHold, target: targetHolds };
const now = Date.parse(monday);
const lentOut = { state: 'on-loan', loan: aLoan({ patronId: 'pat_of_nobody' }) } as const;
const homes = ['ash.main', 'birch.east', 'elm.main', 'cedar.north'];

const aTitle = async (copies: number): Promise<string> => {
  const { recordId = '' } = await aCopy(table, lentOut);
  for (let i = 1; i < copies; i += 1) await aCopy(table, { ...lentOut, recordId, branchId: homes[i % 4] ?? '' });
  return recordId;
};
/** Writes holds of another patron that wait for a title since the day before. */
const othersWait = async (recordId: string, count: number) => {
  const { patronId } = await aBorrower(table);
  for (let i = 0; i < count; i += 1) {
    const holdId = `hld_01kd000000000000000000${String(i).padStart(4, '0')}`;
    await aPlacedHold(table, aHold({ recordId, patronId, holdId }));
  }
};
const place = async (actor: Actor, recordId: string, handler = handlers.place) => {
  const body = { recordId, pickupBranch: 'cedar.main', wait: true };
  const placed = await call(handler, { actor, body });
  expect(placed.status).toBe(201);
  return (placed.body as { hold: HoldView }).hold;
};
/** Runs the consumer for messages, as the relay sends them. */
const work = async (...messages: { recordId: string }[]) => {
  const Records = messages.map((message, i) => ({
    messageId: `m${i}`,
    body: JSON.stringify({ cause: 'ash', ...message }),
  }));
  expect(await handlers.target({ Records } as never, { awsRequestId: 'r' })).toEqual({ batchItemFailures: [] });
};
const mine = async (actor: Actor) => ((await call(handlers.mine, { actor })).body as { holds: HoldView[] }).holds;
const countersNow = async (recordId: string) =>
  (await storedCounters(table, [recordId], { strong: true })).get(recordId);
const wait = ({ place: at_, wait: expected }: HoldView) => ({ place: at_, ...expected });

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table);
  const clock = at(monday);
  handlers = {
    place: placeHold.using(clock),
    show: showPatron.using(clock),
    mine: listMyHolds.using(clock),
    cancel: cancelHold.using(clock),
    target: targetHolds.using(clock),
  };
  used = listenToUsage();
});
afterAll(() => jest.restoreAllMocks());

test('finding C7: a card with 10 holds on titles of 60 copies is shown for at most 25 read units, with the same estimates', async () => {
  const who = await aBorrower(table);
  const recordIds: string[] = [];
  for (let i = 0; i < 10; i += 1) recordIds.push(await aTitle(60));
  for (const recordId of recordIds) {
    await othersWait(recordId, 3);
    await place(who.actor, recordId);
  }
  const before = await mine(who.actor);
  expect(before.map(wait)).toEqual(Array.from({ length: 10 }, () => ({ place: 4, copies: 60, days: 28 })));
  const uncounted = used().readUnits;
  await work(...recordIds.map((recordId) => ({ recordId })));
  const desk = staffAt('cedar.main', 'desk');
  const show = (patronId: string) =>
    call(handlers.show, { actor: desk, path: { patronId }, body: { branchId: 'cedar.main' } });
  // Policies come from the handler's cache after the first request; the titles of this card do not.
  await show((await aBorrower(table)).patronId);
  const shown = await show(who.patronId);
  expect(shown.status).toBe(200);
  const counted = used().readUnits;
  expect((shown.body as { holds: HoldView[] }).holds.map(wait)).toEqual(before.map(wait));
  expect(counted).toBeLessThanOrEqual(25);
  await mine(who.actor);
  expect(used().readUnits).toBeLessThanOrEqual(25);
  console.info(`A card with 10 holds: ${counted} read units; without counters ${uncounted}.`);
}, 120_000);

test('finding C7: the counters follow each hold that joins, leaves or moves, and end with the last one', async () => {
  const recordId = await aTitle(2);
  const placed: { actor: Actor; holdId: string }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { actor } = await aBorrower(table);
    placed.push({ actor, holdId: (await place(actor, recordId)).holdId });
  }
  // Placed at one instant, they wait in the order of their ids.
  const [first, second, third] = placed.toSorted((one, other) => (one.holdId < other.holdId ? -1 : 1));
  if (!first || !second || !third) throw new Error('Three holds were placed.');
  const cancel = async ({ actor, holdId }: { actor: Actor; holdId: string }) => {
    const before = await holdStore(table).get(recordId, holdId);
    expect((await call(handlers.cancel, { actor, path: { recordId, holdId }, body: {} })).status).toBe(200);
    const after = await holdStore(table).get(recordId, holdId);
    const messages = after ? workOfHold({ before, after }) : [];
    expect(messages).toEqual([{ recordId, cause: 'cedar', only: 'counters' }]);
    await work(...messages);
  };
  await work({ recordId });
  expect((await mine(third.actor)).map(wait)).toEqual([{ place: 3, copies: 2, days: 56 }]);
  await cancel(first);
  expect((await mine(third.actor)).map(wait)).toEqual([{ place: 2, copies: 2, days: 28 }]);
  const requested = async () => (await mostRequested(table, 50)).filter((one) => one.recordId === recordId);
  expect(await requested()).toEqual([{ recordId, waiting: 2 }]);
  await cancel(second);
  expect(await requested()).toEqual([]);
  await cancel(third);
  expect(await countersNow(recordId)).toMatchObject({ expires: true });
  expect(await countersNow(recordId)).not.toHaveProperty('counters');
});

test('finding C7: a copy that is added changes no hold, and is counted within a day by the look that each count schedules once', async () => {
  const recordId = await aTitle(2);
  const who = await aBorrower(table);
  await place(who.actor, recordId);
  for (let i = 0; i < 3; i += 1) await work({ recordId });
  await aCopy(table, { ...lentOut, recordId, branchId: 'elm.main' });
  expect((await mine(who.actor)).map(wait)).toEqual([{ place: 1, copies: 2, days: 28 }]);
  const tomorrow = now + 24 * 60 * 60_000;
  const sent: { recordId: string }[] = [];
  const queue = {
    send: async (messages: readonly unknown[]) => void sent.push(...(messages as { recordId: string }[])),
  };
  await wakeHolds(table, queue as never, tomorrow);
  expect(sent.filter((message) => message.recordId === recordId)).toHaveLength(1);
  await countQueueOf(table, recordId, tomorrow);
  expect((await mine(who.actor)).map(wait)).toEqual([{ place: 1, copies: 3, days: 28 }]);
});

test('finding C7: counters are right after a storm of holds, cancellations and counts at once, and none replaces a later one', async () => {
  const recordId = await aTitle(3);
  const people = await Promise.all(Array.from({ length: 8 }, () => aBorrower(table)));
  await Promise.all(
    people.map(async ({ actor }, i) => {
      const { holdId } = await place(actor, recordId);
      const counting = countQueueOf(table, recordId, now).catch(() => undefined);
      if (i % 3 === 0) await call(handlers.cancel, { actor, path: { recordId, holdId }, body: {} });
      await counting;
      // A count that lost to others is redelivered.
      await countQueueOf(table, recordId, now).catch(() => undefined);
    }),
  );
  await countQueueOf(table, recordId, now);
  const queue = await holdStore(table).queue([recordId], { strong: true });
  const stored = await countersNow(recordId);
  expect(stored?.counters?.order).toEqual(queue.map(({ holdId }) => holdId.slice(-8)));
  expect(queue).toHaveLength(5);
});

test('finding C7: no count that began before the queue emptied and filled again replaces a later one', async () => {
  const recordId = await aTitle(1);
  const union = { recordId, recordIds: [recordId], sources: [] };
  const begun: CountBegun[] = [];
  const begin = async () => void begun.push(await beginCount(table, union));
  await begin();
  for (let i = 0; i < 2; i += 1) {
    const { actor } = await aBorrower(table);
    const { holdId } = await place(actor, recordId);
    await countQueueOf(table, recordId, now);
    await begin();
    await call(handlers.cancel, { actor, path: { recordId, holdId }, body: {} });
    await countQueueOf(table, recordId, now);
    await begin();
  }
  await place((await aBorrower(table)).actor, recordId);
  await countQueueOf(table, recordId, now);
  const last = await countersNow(recordId);
  for (const earlier of begun) {
    expect(await finishCount(table, { union, begun: earlier, shown: [] }, now)).toBe(false);
  }
  expect(await countersNow(recordId)).toEqual(last);
  expect(last?.counters?.copies).toMatchObject([{ copies: 1 }]);
});

test('finding C7: a copy that was paged for the first hold is not free for the next one once it is captured', async () => {
  const copy = await aCopy(table);
  const { recordId = '' } = copy;
  const [first, second] = [await aBorrower(table), await aBorrower(table)];
  const { holdId } = await place(first.actor, recordId, placeHold.using(at('2026-03-02T10:00:00.000Z')));
  await work({ recordId });
  await place(second.actor, recordId);
  await work({ recordId });
  const before = await holdStore(table).get(recordId, holdId);
  expect(before).toMatchObject({ state: 'targeted', targetItemId: copy.itemId });
  const branchId = copy.currentBranch;
  const scanned = await call(checkIn.using(at(monday)), {
    ...{ actor: staffAt(branchId, 'desk'), body: { item: copy.barcode, branchId } },
  });
  expect(scanned.status).toBe(200);
  const after = await holdStore(table).get(recordId, holdId);
  await work(...(after ? workOfHold({ before, after }) : []));
  expect((await mine(second.actor)).map(wait)).toEqual([{ place: 1, copies: 1, days: 28 }]);
});

test('finding C7: the counters of a record that is gone end with its next count', async () => {
  const recordId = await aTitle(1);
  await place((await aBorrower(table)).actor, recordId);
  await countQueueOf(table, recordId, now);
  await table.write([{ delete: catalogueKeys.key('record', { recordId }) }]);
  await countQueueOf(table, recordId, now);
  expect(await countersNow(recordId)).toEqual({ recordId, expires: true, v: 2 });
});

test('finding C7: a hold at the end of a queue of 300 is placed and shown without reading the queue', async () => {
  const recordId = await aTitle(3);
  await othersWait(recordId, 300);
  await countQueueOf(table, recordId, now);
  const who = await aBorrower(table);
  const body = { recordId, pickupBranch: 'cedar.main', wait: true };
  const headers = { 'idempotency-key': 'long' };
  const placed = await call(handlers.place, { actor: who.actor, body, headers });
  expect((placed.body as { hold: HoldView }).hold.place).toBe(301);
  expect(used().readUnits).toBeLessThanOrEqual(20);
  await countQueueOf(table, recordId, now);
  expect((await mine(who.actor)).map(wait)).toEqual([{ place: 301, copies: 3, days: 28 * 101 }]);
  expect(used().readUnits).toBeLessThanOrEqual(5);
}, 60_000);
