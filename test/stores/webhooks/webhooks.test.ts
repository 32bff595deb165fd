import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as send } from '../../../functions/webhooks/consumers/send-webhooks/handler.ts';
import type { Delivery } from '../../../functions/webhooks/domain/delivery.ts';
import { messagesOfSend } from '../../../functions/webhooks/domain/requested-sends.ts';
import type { Webhook } from '../../../functions/webhooks/domain/webhook.ts';
import { handler as create } from '../../../functions/webhooks/operations/create-webhook/handler.ts';
import { handler as edit } from '../../../functions/webhooks/operations/edit-webhook/handler.ts';
import { handler as listDeliveries } from '../../../functions/webhooks/operations/list-deliveries/handler.ts';
import { handler as list } from '../../../functions/webhooks/operations/list-webhooks/handler.ts';
import { handler as remove } from '../../../functions/webhooks/operations/remove-webhook/handler.ts';
import { handler as rotate } from '../../../functions/webhooks/operations/rotate-webhook-secret/handler.ts';
import { handler as ask } from '../../../functions/webhooks/operations/send-webhook/handler.ts';
import { subscribers } from '../../../functions/webhooks/public/subscribers.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Runtime, systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { aReceiver, isSignedBy } from '../../builders/webhook-receiver.ts';

const HOUR = 3600;
const ssm = mockClient(SSMClient);
const sqs = mockClient(SQSClient);
const admin = staffAt('ash', 'member-admin');
const lambda = { awsRequestId: 'lambda-1' };
const receivers: Awaited<ReturnType<typeof aReceiver>>[] = [];
let table: Table & { name: string };
let now = Date.parse('2026-03-02T11:00:00.000Z');
const later: { body: string; seconds: number }[] = [];
const parameters = new Map<string, string>();

const clocked = (): Runtime => ({ ...systemRuntime(), clock: { now: () => now } });
const iso = () => new Date(now).toISOString();

beforeAll(async () => {
  table = await aTable();
  const settings = { WEBHOOK_SECRETS: '/Test/webhooks', PARTNERS_HERE: 'true' };
  Object.assign(process.env, settings, { WEBHOOK_SENDS_QUEUE_URL: 'webhook-sends' });
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  now += 24 * HOUR * 1000;
  later.length = 0;
  ssm.reset();
  ssm.on(PutParameterCommand).callsFake(({ Name, Value }) => ({ Version: parameters.set(Name, Value).size }));
  ssm.on(DeleteParameterCommand).callsFake(({ Name }) => ({ deleted: parameters.delete(Name) }));
  ssm.on(GetParameterCommand).callsFake(({ Name }) => ({ Parameter: { Value: parameters.get(Name) } }));
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
    for (const { MessageBody = '', DelaySeconds: seconds = 0 } of Entries) later.push({ body: MessageBody, seconds });
    return {};
  });
});
afterAll(() => {
  for (const receiver of receivers) receiver.close();
});

const receiverOf = async (...statuses: number[]) => {
  const receiver = await aReceiver(...statuses);
  receivers.push(receiver);
  return receiver;
};
const created = async (url: string, { owner = 'ash', facts = ['item-checked-out'] } = {}) => {
  const actor = owner === 'consortium' ? consortiumStaff('admin') : staffAt(owner, 'member-admin');
  const body = { name: 'Discovery layer', url, facts };
  const { status, body: webhook } = await call(create.using(clocked()), { actor, path: { owner }, body });
  expect(status).toBe(201);
  return webhook as Webhook & { secret: string };
};

let serial = 0;
/** A loan of a copy of one member at the desk of another, as it is published. */
const aFact = (members = { owner: 'ash', desk: 'birch' }) => {
  serial += 1;
  const detail = { id: `itm_${serial}:2:0`, version: 1, at: iso(), members, itemId: `itm_${serial}` };
  return { cause: 'birch', name: 'item-checked-out', detail: { ...detail, due: '2026-04-01T21:59:59.000Z' } };
};

const carry = (...bodies: string[]) =>
  send.using(clocked())({ Records: bodies.map((body, i) => ({ messageId: `m${i}`, body }) as SQSRecord) }, lambda);
/** Publishes facts as the relay does. */
const publish = async (...facts: ReturnType<typeof aFact>[]) =>
  carry(...(await subscribers(table)(facts, now)).map((message) => JSON.stringify(message)));
/** Brings messages whose delay is over, until none is left or the time is over. Returns when attempts were due, in seconds. */
const passes = async (seconds: number): Promise<void> => {
  const end = now + seconds * 1000;
  let due = later.splice(0).map(({ body, seconds: wait }) => ({ body, at: now + wait * 1000 }));
  while (due.some(({ at }) => at <= end)) {
    const at = Math.min(...due.map((one) => one.at));
    now = at;
    const ready = due.filter((one) => one.at === at);
    due = due.filter((one) => one.at !== at);
    await carry(...ready.map(({ body }) => body));
    due.push(...later.splice(0).map(({ body, seconds: wait }) => ({ body, at: now + wait * 1000 })));
  }
  now = end;
  later.push(...due.map(({ body, at }) => ({ body, seconds: (at - end) / 1000 })));
};
const log = async ({ webhookId, owner }: Webhook): Promise<Delivery[]> => {
  const actor = consortiumStaff('admin');
  const { body } = await call(listDeliveries, { actor, path: { owner, webhookId } });
  return (body as { deliveries: Delivery[] }).deliveries;
};
const shown = async ({ webhookId, owner }: Webhook): Promise<Webhook | undefined> => {
  const { body } = await call(list, { actor: consortiumStaff('admin'), path: { owner } });
  return (body as { webhooks: Webhook[] }).webhooks.find((one) => one.webhookId === webhookId);
};
/** Brings a send that was asked for to the queue as the stream does. */
const bring = async (sendId: string): Promise<void> => {
  const row = (await scanAll(table.name)).find((one) => one.entity === 'webhookSend' && one.sendId === sendId);
  await carry(...messagesOfSend(row).map((message) => JSON.stringify(message)));
};
/** Asks for a send as the page does, and brings it to the queue as the stream does. */
const asks = async ({ webhookId, owner }: Webhook, body: object) => {
  const answered = await call(ask.using(clocked()), {
    actor: consortiumStaff('admin'),
    path: { owner, webhookId },
    body,
  });
  const { sendId } = answered.body as { sendId?: string };
  if (sendId !== undefined) await bring(sendId);
  return answered;
};

test('a loan is sent to each webhook that chose it and whose member it concerns, signed, with ids only', async () => {
  const [own, other, all] = [await receiverOf(), await receiverOf(), await receiverOf()];
  const webhook = await created(own.url);
  await created(own.url, { facts: ['hold-placed'] });
  await created(other.url, { owner: 'cedar' });
  const consortium = await created(all.url, { owner: 'consortium' });
  const fact = aFact();
  await publish(fact);
  // The stream may bring it twice.
  await publish(fact);
  expect([own, other, all].map(({ received }) => received.length)).toEqual([1, 0, 1]);
  const [request] = own.received;
  expect(JSON.parse(request?.body ?? '')).toEqual({
    ...{ type: 'item-checked-out', timestamp: fact.detail.at, data: fact.detail },
  });
  expect(request?.id).toBe(fact.detail.id);
  expect(request && [webhook, consortium].map(({ secret }) => isSignedBy(secret, request))).toEqual([true, false]);
  expect(await log(webhook)).toMatchObject([{ state: 'delivered', tries: 1, status: 204, fact: 'item-checked-out' }]);
});

test('a secret is shown once; after a rotation requests have both signatures for a day', async () => {
  const receiver = await receiverOf();
  const webhook = await created(receiver.url);
  expect(webhook.secret).toMatch(/^whsec_/);
  expect(JSON.stringify(await scanAll(table.name))).not.toContain(webhook.secret);
  expect(await shown(webhook)).not.toHaveProperty('secret');
  const { body } = await call(rotate.using(clocked()), {
    actor: admin,
    path: { owner: 'ash', webhookId: webhook.webhookId },
  });
  const { secret } = body as { secret: string };
  await publish(aFact());
  now += 25 * HOUR * 1000;
  await publish(aFact());
  expect(receiver.received.map((request) => [webhook.secret, secret].map((one) => isSignedBy(one, request)))).toEqual([
    [true, true],
    [false, true],
  ]);
});

test('of two rotations at once one is refused, and the secret that the other returned signs', async () => {
  const receiver = await receiverOf();
  const { webhookId } = await created(receiver.url);
  const rotates = () => call(rotate.using(clocked()), { actor: admin, path: { owner: 'ash', webhookId } });
  const inner: Awaited<ReturnType<typeof rotates>>[] = [];
  let isFirst = true;
  ssm.on(PutParameterCommand).callsFake(async ({ Name, Value }) => {
    if (isFirst) {
      isFirst = false;
      inner.push(await rotates());
    }
    return { Version: parameters.set(Name, Value).size };
  });
  expect(await rotates()).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect(inner).toMatchObject([{ status: 200 }]);
  const [{ body } = { body: {} }] = inner;
  const { secret } = body as { secret: string };
  await publish(aFact());
  expect(receiver.received.map((request) => isSignedBy(secret, request))).toEqual([true]);
  // The present secret and the one before: the refused rotation leaves none.
  expect([...parameters.keys()].filter((name) => name.includes(webhookId))).toHaveLength(2);
});

test('a failed delivery is repeated with growing pauses for more than a day, with the same id and body; then it has failed', async () => {
  const receiver = await receiverOf(500);
  const webhook = await created(receiver.url);
  await publish(aFact());
  expect(await log(webhook)).toMatchObject([{ state: 'to-send', tries: 1, status: 500, answer: 'answer 500' }]);
  expect((await shown(webhook))?.failingSince).toBeDefined();
  await passes(24 * HOUR);
  expect((await log(webhook))[0]).toMatchObject({ state: 'to-send', tries: 7 });
  await passes(4 * HOUR);
  expect((await log(webhook))[0]).toMatchObject({ state: 'failed', tries: 8 });
  expect(new Set(receiver.received.map(({ id, body }) => id + body)).size).toBe(1);
  expect(later).toEqual([]);
});

test('a receiver that works again gets what is due, and no longer counts as failing', async () => {
  const receiver = await receiverOf(500, 204);
  const webhook = await created(receiver.url);
  await publish(aFact());
  await passes(6);
  expect(receiver.received).toHaveLength(2);
  expect(await log(webhook)).toMatchObject([{ state: 'delivered', tries: 2, status: 204 }]);
  expect(await shown(webhook)).not.toHaveProperty('failingSince');
});

test('a delivery that another process is sending is not sent a second time', async () => {
  const receiver = await receiverOf();
  const webhook = await created(receiver.url);
  const [message] = (await subscribers(table)([aFact()], now)).filter(
    ({ webhookId }) => webhookId === webhook.webhookId,
  );
  const body = JSON.stringify(message);
  await carry(body, body);
  await passes(120);
  expect(receiver.received).toHaveLength(1);
});

test('the answer 410 pauses a webhook; what it misses is recorded, and sent after it is resumed and replayed', async () => {
  const receiver = await receiverOf(410);
  const webhook = await created(receiver.url);
  const since = iso();
  await publish(aFact());
  expect(await shown(webhook)).toMatchObject({ paused: { because: 'gone', at: since } });
  await publish(aFact());
  expect((await log(webhook)).map(({ state }) => state).toSorted()).toEqual(['failed', 'not-sent']);
  expect(receiver.received).toHaveLength(1);
  expect(await asks(webhook, { send: 'since', since })).toMatchObject({
    status: 409,
    body: { code: 'webhook-paused' },
  });
  receiver.answers(204);
  const path = { owner: 'ash', webhookId: webhook.webhookId };
  await call(edit.using(clocked()), { actor: admin, path, body: { paused: false } });
  now += 1000;
  const both = await Promise.all(
    [1, 2].map(() => call(ask.using(clocked()), { actor: admin, path, body: { send: 'since', since } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
  const answers = both.map(({ body }) => body as { sendId?: string; code?: string });
  expect(answers.map(({ code }) => code)).toContain('replay-running');
  await bring(answers.find(({ sendId }) => sendId)?.sendId ?? '');
  await passes(1);
  expect(receiver.received).toHaveLength(3);
  expect((await log(webhook)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  const early = new Date(now - 8 * 24 * HOUR * 1000).toISOString();
  expect(await asks(webhook, { send: 'since', since: early })).toMatchObject({ status: 422 });
  const future = new Date(now + HOUR * 1000).toISOString();
  expect(await asks(webhook, { send: 'since', since: future })).toMatchObject({
    ...{ status: 422, body: { code: 'replay-in-future' } },
  });
  const to = { webhookId: webhook.webhookId, owner: 'ash', sendId: 'whs_1', at: iso() };
  expect(messagesOfSend({ ...to, send: 'since', since: future })).toEqual([]);
  // Without milliseconds: not later than the time of the log that it names.
  now = Math.ceil(now / 1000) * 1000 + 500;
  expect(await asks(webhook, { send: 'since', since: `${iso().slice(0, 19)}Z` })).toMatchObject({ status: 202 });
});

test('a webhook that fails for five days is paused', async () => {
  const receiver = await receiverOf(503);
  const webhook = await created(receiver.url);
  await publish(aFact());
  now += 5 * 24 * HOUR * 1000;
  later.length = 0;
  await publish(aFact());
  expect(await shown(webhook)).toMatchObject({ paused: { because: 'failing' } });
});

test('one delivery is sent again with its id, and a test event on request', async () => {
  const receiver = await receiverOf();
  const webhook = await created(receiver.url);
  await publish(aFact());
  const [first] = await log(webhook);
  expect(await asks(webhook, { send: 'delivery', eventId: first?.eventId, at: first?.at })).toMatchObject({
    status: 202,
  });
  expect(receiver.received.map(({ id }) => id)).toEqual([first?.eventId, first?.eventId]);
  expect(await asks(webhook, { send: 'delivery', eventId: 'itm_0:1:0', at: iso() })).toMatchObject({ status: 404 });
  await asks(webhook, { send: 'test' });
  expect(JSON.parse(receiver.received[2]?.body ?? '')).toMatchObject({ type: 'test' });
});

test('a webhook is changed and removed by its own owner only, with its secrets; an address inside a network is refused', async () => {
  const receiver = await receiverOf();
  const webhook = await created(receiver.url);
  const { webhookId } = webhook;
  const change = (owner: string, body: object, actor = staffAt(owner, 'member-admin')) =>
    call(edit.using(clocked()), { actor, path: { owner, webhookId }, body });
  expect(await change('birch', { name: 'Mine' })).toMatchObject({ status: 404, body: { code: 'unknown-webhook' } });
  expect((await change('birch', { name: 'Mine' }, admin)).status).toBe(403);
  expect(await change('ash', { url: 'https://10.1.2.3/hooks' })).toMatchObject({ status: 422 });
  expect(await change('ash', { facts: ['hold-placed'] })).toMatchObject({ body: { facts: ['hold-placed'] } });
  const actor = admin;
  expect(await call(remove.using(clocked()), { actor, path: { owner: 'ash', webhookId } })).toMatchObject({
    status: 200,
  });
  expect([...parameters.keys()].filter((name) => name.includes(webhookId))).toEqual([]);
  expect((await call(listDeliveries, { actor, path: { owner: 'ash', webhookId } })).status).toBe(404);
});

test('an owner has at most twenty webhooks', async () => {
  for (let i = 0; i < 20; i += 1) await created('http://127.0.0.1:9/hooks', { owner: 'oak' });
  const body = { name: 'One more', url: 'http://127.0.0.1:9/hooks', facts: ['hold-placed'] };
  const actor = staffAt('oak', 'member-admin');
  expect(await call(create.using(clocked()), { actor, path: { owner: 'oak' }, body })).toMatchObject({ status: 409 });
});
