import type { SQSRecord } from 'aws-lambda';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import { handler as undoDecision } from '../../../functions/catalogue/operations/undo-decision/handler.ts';
import { findRecord } from '../../../functions/catalogue/public/find-record.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { holdsById } from '../../../functions/circulation/public/holds-by-id.ts';
import { isOver } from '../../../functions/items/public/hold-is-over.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { handler as followItem } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { byRelevance } from '../../../functions/resource-sharing/domain/items/reserved-item.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, at, countersOf } from '../../builders/lending.ts';
import { type Book, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { aSharingConsortium, monday } from '../../builders/request-options.ts';
import { sharingAt } from '../../builders/sharing.ts';
import '../../builders/loan-machine.ts';

/** Requests follow the records: after any change, each is for the title that it was placed on, and is sent to libraries that have it. */
const water: Book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$pA1'] };
const mosses: Book = {
  id: 'm1',
  title: 'A field guide to northern mosses',
  author: 'Lind, Per',
  items: ['$aMAIN$pA2'],
};
const elmsMosses: Book = { ...mosses, id: 'x9', items: ['$aMAIN$pE1'] };
const cataloguer = staffAt('ash', 'cataloguer');
const ill = staffAt('cedar.main', 'ill');
const reason = 'Compared in the hand.';

let table: Table;
let sharing: ReturnType<typeof sharingAt>;
let waterId: string;
let mossesId: string;

// A handler caches its table as long as its container lives: each test has a new container.
const decide = async (handler: OperationHandler, request: Call): Promise<Answered> => {
  const answered = await callOn(handler.using(systemRuntime()), { actor: cataloguer, ...request });
  expect([answered.status, answered.body]).toEqual([200, answered.body]);
  return answered;
};
const merge = (recordId: string, other: string) =>
  decide(mergeRecords, { path: { recordId }, body: { with: other, reason } });
const undo = ({ body }: Answered) =>
  decide(undoDecision, { path: { decisionId: (body as { decisionId: string }).decisionId }, body: { reason } });
const recordOf = async (sourceId: string): Promise<string> => {
  const row = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return (await findRecord(table, String(row?.recordId), { strong: true }))?.now.recordId ?? '';
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  await aSharingConsortium(table);
  // Of two merged records the older remains: that of the mosses.
  const now = Date.parse(monday);
  await loadBytes(table, 'ash', fileOf([mosses]), { now });
  await loadBytes(table, 'elm', fileOf([elmsMosses]), { now: now + 1000 });
  await loadBytes(table, 'ash', fileOf([water]), { now: now + 2000 });
  [waterId, mossesId] = [await recordOf('ash:b1'), await recordOf('ash:m1')];
  expect(await recordOf('elm:x9')).toBe(mossesId);
  sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
});

const aReader = async () => (await aBorrower(table)).actor;
const place = async (recordId: string, actor = aReader()): Promise<string> => {
  const placed = await sharing.place(await actor, { recordId, pickupBranch: 'cedar.main' });
  expect([placed.status, placed.body]).toEqual([201, placed.body]);
  return placed.view.requestId;
};
const seen = async (requestId: string) => (await sharing.get(ill, requestId)).view;
/** Asks the next supplier: returns it, and its branch and ask for its answer. */
const asked = async (requestId: string) => {
  await sharing.round(requestId);
  const { supplierMember = '', askId = '' } = await seen(requestId);
  return { member: supplierMember, branch: `${supplierMember}.main`, askId };
};
const item = async (barcode: string) =>
  itemStore(table).get((await findItem(table, barcode))?.itemId ?? '', { strong: true });
const isFree = async (barcode: string) => {
  const free = await item(barcode);
  expect([free?.state, free?.hold]).toEqual(['available', undefined]);
};
const openHolds = async (requestId: string) => {
  const holds = await holdsById(table, byRelevance)([waterId, mossesId], requestId);
  const open = holds.filter((hold) => !isOver(hold));
  return open.map(({ recordId, targetItemId }) => ({ recordId, targetItemId }));
};
type Asked = Awaited<ReturnType<typeof asked>>;
const promise = (requestId: string, { branch, askId }: Asked, barcode: string) =>
  sharing.step('answer', requestId, branch, { askId, answer: 'will-supply', barcode });
const ship = (requestId: string, { branch, askId }: Asked, barcode: string) =>
  sharing.step('ship', requestId, branch, { askId, barcode });
const otherRecord = { status: 422, body: { code: 'other-record' } };

test('a copy of the record that a title was merged into is sent for it, and comes home after the merge was undone', async () => {
  const requestId = await place(waterId);
  const ash = await asked(requestId);
  expect(ash.member).toBe('ash');
  expect(await promise(requestId, ash, 'A2')).toMatchObject(otherRecord);
  const merged = await merge(waterId, mossesId);
  expect([await recordOf('ash:b1'), await recordOf('ash:m1')]).toEqual([mossesId, mossesId]);
  expect(await promise(requestId, ash, 'A2')).toMatchObject({ status: 200 });
  expect(await ship(requestId, ash, 'A2')).toMatchObject({ status: 200 });
  expect(await item('A2')).toMatchObject({ state: 'in-transit', transit: { to: 'cedar.main', holdId: requestId } });

  await undo(merged);
  expect([await recordOf('ash:b1'), await recordOf('ash:m1')]).toEqual([waterId, mossesId]);
  // Work in progress continues, whatever happens to the records.
  const steps = [
    ...([['receive'], ['lend'], ['return']] as const).map(([name]) => [name, 'cedar.main', { barcode: 'A2' }] as const),
    ...([['send-home', 'cedar.main', {}]] as const),
    ...([['complete', 'ash.main', { askId: ash.askId, barcode: 'A2' }]] as const),
  ];
  for (const [name, branch, body] of steps)
    expect(await sharing.step(name, requestId, branch, body)).toMatchObject({ status: 200 });
  expect(await seen(requestId)).toMatchObject({ status: { state: 'completed' } });
  expect(await item('A2')).toMatchObject({ state: 'available', currentBranch: 'ash.main' });
});

test('a request on the surviving record takes a copy of the one that was merged into it', async () => {
  const requestId = await place(mossesId);
  await merge(waterId, mossesId);
  let one = await asked(requestId);
  if (one.member === 'elm') {
    const no = { askId: one.askId, answer: 'unfilled', reason: 'NotOnShelf' };
    expect(await sharing.step('answer', requestId, 'elm.main', no)).toMatchObject({ status: 200 });
    one = await asked(requestId);
  }
  expect(one.member).toBe('ash');
  expect(await ship(requestId, one, 'A1')).toMatchObject({ status: 200 });
  expect(await item('A1')).toMatchObject({ state: 'in-transit', transit: { holdId: requestId } });
});

test('undone before it is sent, a promised copy of the other record is not sent: the title’s own is', async () => {
  const requestId = await place(waterId);
  const ash = await asked(requestId);
  const merged = await merge(waterId, mossesId);
  expect(await promise(requestId, ash, 'A2')).toMatchObject({ status: 200 });
  expect(await item('A2')).toMatchObject({ state: 'paged', hold: { holdId: requestId } });
  await undo(merged);
  expect(await ship(requestId, ash, 'A2')).toMatchObject(otherRecord);
  expect(await ship(requestId, ash, 'A1')).toMatchObject({ status: 200 });
  expect(await item('A1')).toMatchObject({ state: 'in-transit', transit: { holdId: requestId } });
  await isFree('A2');
  // The one hold of the request is that of the copy in transit.
  expect(await openHolds(requestId)).toEqual([{ recordId: waterId, targetItemId: (await item('A1'))?.itemId }]);
});

const desk = async (handler: OperationHandler, branchId: string, body: Record<string, unknown>) => {
  const answered = await callOn(handler.using(at(sharing.instant())), {
    ...{ actor: staffAt(branchId, 'desk', 'desk-supervisor'), body: { branchId, ...body } },
  });
  expect(answered.status).toBeLessThan(300);
};
/** Returns the events of a copy, as the stream delivers them. */
const follows = async (requestId: string, barcode: string) => {
  const body = JSON.stringify({ requestId, cause: 'cedar', itemId: (await item(barcode))?.itemId });
  const Records = [{ messageId: 'm1', body } as SQSRecord];
  const followed = followItem.using(at(sharing.instant()))({ Records }, { awsRequestId: 'lambda-1' });
  expect(await followed).toEqual({ batchItemFailures: [] });
};

test('a lent copy remains lent in its request’s view, although the row of another promise was left behind', async () => {
  const patron = await aBorrower(table);
  const requestId = await place(waterId, Promise.resolve(patron.actor));
  const ash = await asked(requestId);
  const first = await merge(waterId, mossesId);
  expect(await promise(requestId, ash, 'A2')).toMatchObject({ status: 200 });
  await undo(first);
  expect(await ship(requestId, ash, 'A1')).toMatchObject({ status: 200 });
  // Fetched and returned at the desk before any events are processed; by then both titles are one again.
  await desk(checkIn, 'cedar.main', { item: 'A1' });
  await desk(checkOut, 'cedar.main', { item: 'A1', patron: patron.card });
  await desk(checkIn, 'cedar.main', { item: 'A1' });
  await merge(waterId, mossesId);
  expect((await holdsById(table, byRelevance)([mossesId, waterId], requestId)).map(({ state }) => state)).toEqual([
    'fulfilled',
    'cancelled',
  ]);
  await follows(requestId, 'A1');
  const { steps } = await seen(requestId);
  expect(steps.map(({ trigger }) => trigger)).toEqual(expect.arrayContaining(['receive', 'lend', 'return']));
  expect(await countersOf(table, patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
});

const unfilled = (requestId: string, { branch, askId }: Asked) =>
  sharing.step('answer', requestId, branch, { askId, answer: 'unfilled', reason: 'NotOnShelf' });
const cancelled = async (requestId: string, { branch, askId }: Asked) => {
  await sharing.step('cancel', requestId, 'cedar.main');
  return sharing.step('step', requestId, branch, { askId, step: 'accept-cancel' });
};

test.each([
  ['it says that it has none', unfilled],
  ['the requester wants it no more', cancelled],
])('a copy promised across an undone merge is free when %s', async (_, ends) => {
  const requestId = await place(waterId);
  const ash = await asked(requestId);
  const merged = await merge(waterId, mossesId);
  // Its own copy, or the other record’s: the promise is in the queue of the record that both belong to now.
  const barcode = ends === unfilled ? 'A1' : 'A2';
  expect(await promise(requestId, ash, barcode)).toMatchObject({ status: 200 });
  await undo(merged);
  expect(await ends(requestId, ash)).toMatchObject({ status: 200 });
  await isFree(barcode);
  expect(await openHolds(requestId)).toEqual([]);
});

test('a copy promised before terms are accepted is free when another is promised afterwards', async () => {
  const requestId = await place(waterId);
  const ash = await asked(requestId);
  await merge(waterId, mossesId);
  expect(await promise(requestId, ash, 'A1')).toMatchObject({ status: 200 });
  const terms = { conditions: ['LibraryUseOnly'] };
  expect(
    await sharing.step('step', requestId, ash.branch, {
      askId: ash.askId,
      step: 'offer-terms',
      reason: 'MustMeetLoanCondition',
      terms,
    }),
  ).toMatchObject({ status: 200 });
  expect(await promise(requestId, ash, 'A2')).toMatchObject({ status: 200 });
  expect(await item('A2')).toMatchObject({ state: 'paged', hold: { holdId: requestId } });
  await isFree('A1');
  expect(await openHolds(requestId)).toEqual([{ recordId: mossesId, targetItemId: (await item('A2'))?.itemId }]);
});

test('a merge makes one request of two: the requester of the one does not get the other too', async () => {
  const reader = await aReader();
  await place(waterId, Promise.resolve(reader));
  await merge(waterId, mossesId);
  expect(await recordOf('ash:b1')).toBe(mossesId);
  for (const recordId of [waterId, mossesId])
    expect(await sharing.place(reader, { recordId, pickupBranch: 'cedar.main' })).toMatchObject({
      status: 409,
      body: { code: 'already-requested' },
    });
});

test('split just after a request was placed, the title is not requested from a library that has just lost it', async () => {
  const requestId = await place(mossesId);
  const [first, second] = (await seen(requestId)).rota.map(({ member }) => member);
  const leaving = first === 'elm' ? 'elm:x9' : 'ash:m1';
  await decide(splitRecord, { path: { recordId: mossesId }, body: { leaving: [leaving], reason } });
  expect(await recordOf(leaving)).not.toBe(mossesId);
  expect((await asked(requestId)).member).toBe(second);
  expect((await seen(requestId)).asks.map(({ supplierMember }) => supplierMember)).toEqual([second]);
});

test('after a split a request asks the holders of the title it was placed on; undone, the others again', async () => {
  const [stays, back] = [await place(mossesId), await place(mossesId)];
  expect((await seen(stays)).rota.map(({ member }) => member).toSorted()).toEqual(['ash', 'elm']);
  const split = await decide(splitRecord, { path: { recordId: mossesId }, body: { leaving: ['elm:x9'], reason } });
  const other = await recordOf('elm:x9');
  expect([other === mossesId, await recordOf('ash:m1')]).toEqual([false, mossesId]);
  sharing.later(16);
  const [one, two] = [await asked(stays), await asked(back)];
  expect([one.member, two.member]).toEqual(['ash', 'ash']);
  expect((await seen(stays)).rota).toContainEqual(
    expect.objectContaining({ member: 'elm', skipped: expect.objectContaining({ reason: 'no-copy' }) }),
  );
  const no = { answer: 'unfilled', reason: 'NotOnShelf' };
  await sharing.step('answer', stays, 'ash.main', { ...no, askId: one.askId });
  await sharing.round(stays);
  expect((await seen(stays)).asks.map(({ supplierMember }) => supplierMember)).toEqual(['ash']);
  // The part that was split off is a title of its own, of its own holder.
  const leaving = await asked(await place(other));
  expect(leaving.member).toBe('elm');

  await undo(split);
  await sharing.step('answer', back, 'ash.main', { ...no, askId: two.askId });
  const elm = await asked(back);
  expect(elm.member).toBe('elm');
  expect(await ship(back, elm, 'E1')).toMatchObject({ status: 200 });
});
