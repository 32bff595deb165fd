import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as relabel } from '../../../functions/catalogue/operations/relabel-item/handler.ts';
import { handler as targetHolds } from '../../../functions/circulation/consumers/target-holds/handler.ts';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as relay } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { anItem } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { type Book, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { queueSettings } from '../../builders/queue-settings.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus' });
  table = await aTable();
  await aConsortium(table);
});
beforeEach(() => {
  sqs.reset();
  bus.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

type Image = Record<string, unknown> | undefined;
const image = (item: Image) => item && (marshall(item) as Record<string, AttributeValue>);
const change = (before: Image, after: Image): DynamoDBRecord => {
  const [OldImage, NewImage] = [image(before), image(after)];
  return { dynamodb: { ...(OldImage && { OldImage }), ...(NewImage && { NewImage }) } };
};
const sentTo = (queue: string): unknown[] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args: [{ input }] }) => input)
    .filter(({ QueueUrl }) => QueueUrl === queue)
    .flatMap(({ Entries = [] }) => Entries.map(({ MessageBody = '' }) => JSON.parse(MessageBody)));
const published = () =>
  bus
    .commandCalls(PutEventsCommand)
    .flatMap(({ args: [{ input }] }) =>
      (input.Entries ?? []).map(({ DetailType, Detail = '' }) => ({ DetailType, detail: JSON.parse(Detail) })),
    );
const batch = (messages: unknown[]) => ({
  Records: messages.map((message, i) => ({ messageId: `m${i}`, body: JSON.stringify(message) }) as SQSRecord),
});

test('a hold is paged by the queue’s work and, when its copy is on the shelf, notified once after repeated messages', async () => {
  const { actor, patronId } = await aBorrower(table);
  const copy = await aCopy(table);
  const body = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
  const placed = (await call(placeHold.using(at(monday)), { actor, body })).body as { hold: { holdId: string } };
  const holdKey = circulationKeys.key('hold', { recordId: copy.recordId ?? '', holdId: placed.hold.holdId });
  await relay({ Records: [change(undefined, await table.get(holdKey, { strong: true }))] }, lambda);
  expect(sentTo('hold-work')).toEqual([{ recordId: copy.recordId, cause: 'cedar' }]);
  expect(published()).toMatchObject([{ DetailType: 'hold-placed', detail: { members: { patron: 'cedar' } } }]);
  await targetHolds.using(at(monday))(batch(sentTo('hold-work')), lambda);
  expect(await table.get(itemsKeys.key('item', copy), { strong: true })).toMatchObject({ state: 'paged' });

  const before = await table.get(itemsKeys.key('item', copy), { strong: true });
  const scan = { branchId: 'cedar.main', item: copy.barcode };
  await call(checkIn.using(at(monday)), { actor: staffAt('cedar.main', 'desk'), body: scan });
  sqs.resetHistory();
  bus.resetHistory();
  const shelved = change(before, await table.get(itemsKeys.key('item', copy), { strong: true }));
  await relay({ Records: [shelved, shelved] }, lambda);
  const notices = sentTo('notices');
  expect(notices).toMatchObject([
    { kind: 'hold-ready', patronId, branchId: 'cedar.main', cause: 'cedar' },
    { patronId },
  ]);
  expect(notices[1]).toEqual(notices[0]);
  expect(JSON.stringify(published())).not.toContain(patronId);
});

test('new partner messages are sent to their worker once stored; changed ones are not', async () => {
  const row = { pk: 'LOANREQ-MESSAGES#req_1', sk: 'x', entity: 'partnerMessage', v: 1, body: Buffer.from('packed') };
  const message = { ...row, requestId: 'req_1', at: monday, messageId: 'msg_1', member: 'ash', direction: 'in' };
  await relay({ Records: [change(undefined, message), change(message, { ...message, v: 2 })] }, lambda);
  expect(sentTo('partner-messages')).toEqual([{ requestId: 'req_1', at: monday, messageId: 'msg_1', cause: 'ash' }]);
  // A row without a patron is set aside.
  await relay({ Records: [change(undefined, row)] }, lambda);
  expect([sentTo('partner-messages').length, sentTo('relay-poison').length]).toEqual([1, 1]);
});

test('a partner that cancelled a patron’s request is answered when the request leaves the awaited cancellation', async () => {
  const row = {
    pk: 'LOANREQ#req_1',
    sk: 'LOANREQ',
    entity: 'loanRequest',
    v: 4,
    recordId: 'cit_1',
    requestId: 'req_1',
  };
  const givenUp = { at: monday, messageId: 'msg_1' };
  const pending = { ...row, requesterMember: 'ash', state: 'cancel-pending', givenUp };
  await relay({ Records: [change(pending, { ...pending, v: 5 })] }, lambda);
  expect(sentTo('partner-messages')).toEqual([]);
  await relay({ Records: [change(pending, { ...pending, v: 5, state: 'cancelled' })] }, lambda);
  expect(sentTo('partner-messages')).toEqual([{ requestId: 'req_1', ...givenUp, cause: 'ash' }]);
});

test('an unreadable row goes to a queue of its own and blocks nothing', async () => {
  const copy = await aCopy(table);
  const good = await table.get(itemsKeys.key('item', copy), { strong: true });
  const lent = {
    ...good,
    v: 2,
    state: 'available',
    facts: 'item-checked-in',
    lastCheckin: itemRecord(anItem({ lastCheckin: { at: monday, branchId: 'ash.main' } })).lastCheckin,
  };
  const poison = { pk: 'ITEM#x', sk: 'CIRC', entity: 'item', v: 'two' };
  await relay({ Records: [change(undefined, poison), change(good, lent)] }, lambda);
  expect(sentTo('relay-poison')).toHaveLength(1);
  expect(published()).toMatchObject([{ DetailType: 'item-checked-in', detail: { itemId: copy.itemId } }]);
});

test('an event is published once, although the copy is later redescribed, moved to another record or relabelled', async () => {
  const rivers: Book = { id: 'r1', title: 'Rivers of the north', items: ['$aMAIN$p7001$oFIC 1'] };
  await loadBytes(table, 'ash', fileOf([{ ...rivers, items: [] }]));
  await loadBytes(table, 'elm', fileOf([rivers]));
  const { itemId = '' } = (await findItem(table, '7001')) ?? {};
  const current = () => table.get(itemsKeys.key('item', { itemId }), { strong: true });
  const telling = async (act: () => Promise<unknown>) => {
    const before = await current();
    bus.resetHistory();
    await act();
    const after = await current();
    await relay({ Records: [change(before, after)] }, lambda);
    const events = published().map(({ DetailType }) => DetailType);
    return { events, raised: Number(after?.v) - Number(before?.v), record: after?.recordId !== before?.recordId };
  };
  const actor = staffAt('elm.main', 'desk');
  const scan = () => call(checkIn.using(at(monday)), { actor, body: { branchId: 'elm.main', item: '7001' } });
  const reload = (book: Book) => () => loadBytes(table, 'elm', fileOf([book]));
  const described = { ...rivers, items: ['$aMAIN$p7001$oFIC 2'] };
  const other = { ...described, title: 'A grammar of moss', author: 'Berg, Ida', year: '2011', pages: 88 };
  const label = () => {
    const body = { barcode: '7002', reason: 'The label came off.' };
    const request = { actor: staffAt('elm', 'cataloguer'), path: { memberId: 'elm', itemId }, body };
    return call(relabel.using(at(monday)), request);
  };

  expect(await telling(scan)).toMatchObject({ events: ['item-checked-in'] });
  expect(await telling(reload(described))).toEqual({ events: [], raised: 1, record: false });
  expect(await telling(scan)).toMatchObject({ events: ['item-checked-in'] });
  expect(await telling(reload(other))).toEqual({ events: [], raised: 1, record: true });
  expect(await telling(scan)).toMatchObject({ events: ['item-checked-in'] });
  expect(await telling(label)).toEqual({ events: [], raised: 1, record: false });
});

describe('the decision log', () => {
  const desk = staffAt('birch.east', 'desk');
  const april = '2026-04-01T11:00:00.000Z';
  const stored = async () => new Map((await scanAll(table.name)).map((row) => [`${row.pk} ${row.sk}`, row] as const));
  /** Performs acts and relays every change that they made. Returns the facts sent to the archive. */
  const logged = async (act: () => Promise<unknown>) => {
    const before = await stored();
    await act();
    const changed = [...(await stored())].filter(([at, { v }]) => before.get(at)?.v !== v);
    await relay({ Records: changed.map(([at, row]) => change(before.get(at), row)) }, lambda);
    const facts = (sentTo('decisions') as { fact: Record<string, unknown> }[]).map(({ fact }) => fact);
    sqs.resetHistory();
    return facts;
  };

  test('has each checkout, renewal and return once, with what it met and the person’s first use, and names nobody', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const out = { branchId: 'birch.east', item: copy.barcode, patron: who.card };
    const lent = await logged(() => call(checkOut.using(at(monday)), { actor: desk, body: out }));
    const renewed = await logged(() =>
      call(renew.using(at(april)), { actor: who.actor, body: { item: copy.barcode }, headers: {} }),
    );
    const back = { branchId: 'elm.main', item: copy.barcode };
    const returned = await logged(() =>
      call(checkIn.using(at(april)), { actor: staffAt('elm.main', 'desk'), body: back }),
    );
    expect([...lent, ...renewed, ...returned]).toMatchObject([
      {
        decision: 'checkout',
        channel: 'desk',
        monthsSinceUse: null,
        loansBefore: 0,
        overdueBefore: 0,
        patronCategory: 'adult',
      },
      {
        decision: 'renewal',
        channel: 'patron',
        member: 'birch',
        monthsSinceUse: 1,
        monthsSinceLoanHere: 1,
        daysOnLoan: 30,
      },
      {
        decision: 'return',
        branch: 'elm.main',
        loansBefore: null,
        overdueBefore: null,
        patronMember: 'cedar',
        patronCategory: 'adult',
      },
    ]);
    const all = JSON.stringify([lent, renewed, returned]);
    for (const id of [who.patronId, who.card, copy.itemId, copy.barcode, copy.recordId, copy.sourceId])
      expect(all).not.toContain(id);
  });

  test('has each refusal with its codes; a refused patron did not use the library', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table, { state: 'damaged' });
    const body = { branchId: 'birch.east', item: copy.barcode, patron: who.card };
    const refused = await logged(() => call(checkOut.using(at(monday)), { actor: desk, body }));
    expect(refused).toMatchObject([
      { decision: 'checkout', outcome: 'refused', codes: 'item-not-circulating', owner: copy.memberId, loansBefore: 0 },
    ]);
    const wanted = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
    const hold = await logged(() => call(placeHold.using(at(monday)), { actor: who.actor, body: wanted }));
    expect(hold).toMatchObject([
      { decision: 'hold', outcome: 'refused', codes: 'no-holdable-copy', channel: 'patron' },
    ]);
    const other = await aCopy(table);
    const lent = await logged(() =>
      call(checkOut.using(at(monday)), { actor: desk, body: { ...body, item: other.barcode } }),
    );
    expect(lent).toMatchObject([{ outcome: 'allowed', monthsSinceUse: null }]);
  });

  test('of two first checkouts of a month at two desks at once, one counts the person', async () => {
    const who = await aBorrower(table);
    const copies = await Promise.all([aCopy(table), aCopy(table)]);
    const facts = await logged(() =>
      Promise.all(
        copies.map(({ barcode: item }) =>
          call(checkOut.using(at(monday)), { actor: desk, body: { branchId: 'birch.east', item, patron: who.card } }),
        ),
      ),
    );
    expect(new Set(facts.map(({ monthsSinceUse }) => monthsSinceUse))).toEqual(new Set([0, null]));
  });
});
