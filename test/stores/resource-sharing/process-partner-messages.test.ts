import { handler as awaitEvent } from '../../../functions/resource-sharing/consumers/await-event/handler.ts';
import type { OutMessage } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { handler as listMessages } from '../../../functions/resource-sharing/operations/list-messages/handler.ts';
import { handler as listPartnerMessages } from '../../../functions/resource-sharing/operations/list-partner-messages/handler.ts';
import { handler as receiveItem } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as resend } from '../../../functions/resource-sharing/operations/resend-message/handler.ts';
import { handler as furtherStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { MessageView } from '../../../functions/resource-sharing/schemas/messages.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import { call } from '../../builders/call.ts';
import { describeValidMessages } from '../../builders/described-messages.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import {
  aConfirmationXml,
  aPartner,
  aPartnerServer,
  aSupplierXml,
  inEnvelope,
  withSymbols,
} from '../../builders/partners.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { noSearch, partnersHere } from '../../builders/settings.ts';

const monday = '2026-03-02T11:00:00.000Z';
let table: Table;
let office: ReturnType<typeof messageDeliveryAt>;
let server: Awaited<ReturnType<typeof aPartnerServer>>;
/** Every message that was posted. */
const written = new Set<string>();
const sitting: Awaited<ReturnType<typeof aPartnerServer>>[] = [];

beforeAll(async () => {
  table = await aTable();
  Object.assign(process.env, partnersHere, noSearch);
  await aConsortium(table);
  await withSymbols(table, 'consortium');
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  office = messageDeliveryAt(monday, () => table);
  office.begin();
  server = await aPartnerServer();
  sitting.push(server);
});
afterEach(() => {
  for (const { posted } of sitting) for (const { body } of posted) written.add(body);
});
afterAll(() => {
  for (const one of sitting) one.close();
});

const ill = staffAt('cedar.main', 'ill');
const confirms = (number: string, status = 'OK', error = '') =>
  server.says(aConfirmationXml('request', number, status, error));
const outOf = async (requestId: string): Promise<OutMessage[]> =>
  (await office.rowsOf(requestId)).filter((row) => row.direction === 'out');
const logOf = async (requestId: string, actor = ill): Promise<MessageView[]> =>
  ((await call(listMessages, { actor, path: { requestId } })).body as { messages: MessageView[] }).messages;
const states = async (requestId: string) => (await outOf(requestId)).map(({ state }) => state);
const postedIn = (place = 0) => {
  const read = readMessage(Buffer.from(server.posted[place]?.body ?? ''));
  return 'message' in read ? { ...read.message, dialect: read.dialect } : read;
};

describe('a sent message', () => {
  test('is sent with the step that causes it, in the partner’s edition and authentication, and is confirmed', async () => {
    const outbound = { how: 'basic', username: 'concord' } as const;
    const { partnerId } = await aPartner(table, { address: server.address, dialect: '2021', outbound });
    // As `edit-partner` records it when it stores our secret.
    await table.write([
      { update: { pk: `PARTNER#${partnerId}`, sk: 'PARTNER' }, set: { outboundSecretSince: monday } },
    ]);
    const requestId = await office.asked([partnerId]);
    expect(await outOf(requestId)).toMatchObject([
      { state: 'to-send', partnerId, member: 'cedar', message: { name: 'Request' } },
    ]);
    confirms(requestId);
    expect(await office.deliver(requestId)).toEqual({ batchItemFailures: [] });
    const [sent] = server.posted;
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      authorization: `Basic ${Buffer.from('concord:our own word').toString('base64')}`,
    });
    expect(postedIn()).toMatchObject({
      ...{ kind: 'request', dialect: '2021' },
      body: {
        header: {
          requestingAgencyRequestId: requestId,
          requestingAgencyId: { agencyIdValue: 'US-CONSORTIUM' },
          timestamp: monday,
        },
        bibliographicInfo: { title: 'Emma', author: 'Austen, Jane' },
      },
    });
    expect(await outOf(requestId)).toMatchObject([{ state: 'confirmed', attempts: 1, settledAt: monday }]);
    // The queue redelivers its messages: nothing more is sent.
    await office.deliver(requestId);
    expect(server.posted).toHaveLength(1);
    expect(office.again()).toEqual([]);
    const [message] = await logOf(requestId);
    expect(message).toMatchObject({ summary: 'Asks for it', state: 'confirmed', direction: 'out' });
    expect(message?.xml).toContain('<title>Emma</title>');
    expect((await logOf(requestId, staffAt('cedar.main', 'desk')))[0]?.xml).toBeUndefined();
    expect(await call(listMessages, { actor: staffAt('elm.main', 'ill'), path: { requestId } })).toMatchObject({
      status: 404,
    });
  });

  const passing: [string, (one: typeof server) => void, string][] = [
    ['says 503', (one) => one.says('busy', 503, 'text/plain'), 'Answered 503'],
    ['says 429', (one) => one.says('', 429), 'Answered 429'],
    ['hangs up', (one) => one.does((request) => void request.socket.destroy()), 'unreachable'],
    ['answers with a page', (one) => one.says('<html>Please sign in</html>', 200, 'text/html'), 'text/html'],
    ['answers with nothing', (one) => one.says('', 200), 'Answered 200'],
    ['confirms another message', (one) => one.says(aConfirmationXml('request', 'other')), 'another message'],
  ];
  test.each(passing)(
    'a partner that %s is retried after its pauses, then the next one is asked',
    async (_what, behave, error) => {
      const [one, two] = [await aPartner(table, { address: server.address }), await aPartner(table)];
      const requestId = await office.asked([one.partnerId, two.partnerId]);
      behave(server);
      await office.deliver(requestId);
      expect(await outOf(requestId)).toMatchObject([
        { state: 'to-send', attempts: 1, error: expect.stringContaining(error) },
      ]);
      expect(office.again()).toMatchObject([{ seconds: 5 }]);
      // Too early: it is only checked again when it is due.
      await office.deliver(requestId);
      expect(office.again()).toMatchObject([{ seconds: 5 }]);
      expect(server.posted).toHaveLength(1);
      office.pass(5);
      await office.deliver(requestId);
      expect(office.again()).toMatchObject([{ seconds: 60 }]);
      office.pass(60);
      await office.deliver(requestId);
      // The partner may have received the request, so it is sent a withdrawal.
      expect(await outOf(requestId)).toMatchObject([
        { state: 'failed', attempts: 3 },
        { state: 'to-send', message: { name: 'Withdraw' } },
      ]);
      expect(office.again()).toEqual([]);
      // Each time the identical message, so that the partner can detect the repetition.
      expect(new Set(server.posted.map(({ body }) => body)).size).toBe(1);
      const request = await office.load(requestId);
      expect(request).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'unreachable' }] });
      await office.round(requestId);
      expect((await office.load(requestId)).asks.map(({ supplierMember }) => supplierMember)).toEqual([
        one.partnerId,
        two.partnerId,
      ]);
    },
  );

  const final: [string, (one: typeof server) => void, string][] = [
    [
      'refuses by ERROR',
      (one) =>
        one.says(
          aConfirmationXml(
            'request',
            'x',
            'ERROR',
            '<errorData><errorType>UnrecognisedDataValue</errorType><errorValue>serviceType</errorValue></errorData>',
          ),
        ),
      'UnrecognisedDataValue: serviceType',
    ],
    ['says 401', (one) => one.says('no', 401, 'text/plain'), 'Answered 401'],
    [
      'leads elsewhere',
      (one) =>
        one.does((_request, response) => void response.writeHead(307, { location: 'http://169.254.169.254/' }).end()),
      'redirected',
    ],
    [
      'answers without end',
      (one) => one.does((_request, response) => void response.writeHead(200).end('x'.repeat(300_000))),
      'too-large',
    ],
  ];
  test.each(final)('a partner that %s is not retried', async (_what, behave, error) => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    behave(server);
    await office.deliver(requestId);
    const [asked, withdrawal] = await outOf(requestId);
    expect(asked).toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining(error) });
    // The meaning of a response without end is unknown.
    expect(withdrawal?.message?.name).toBe(error === 'too-large' ? 'Withdraw' : undefined);
    expect([server.posted.length, office.again().length]).toEqual([1, 0]);
    expect((await office.load(requestId)).asks).toMatchObject([{ outcome: 'unreachable' }]);
  });

  test.each([
    ['with a 201', 201],
    ['with a 202', 202],
  ])('a confirmation %s is valid', async (_what, status) => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    server.says(aConfirmationXml('request', requestId), status, 'text/plain');
    await office.deliver(requestId);
    expect(await states(requestId)).toEqual(['confirmed']);
  });

  test.each([
    ['a file of ours', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a bomb', `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`],
  ])('an answer with %s in it is not a confirmation', async (_what, head) => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    server.says(`${head}${inEnvelope('<requestConfirmation>&x;</requestConfirmation>')}`);
    await office.deliver(requestId);
    expect(await states(requestId)).toEqual(['to-send']);
    expect(JSON.stringify(await logOf(requestId))).not.toContain('root:');
  });

  test('to a private address is not sent, and a partner’s name that resolves to one fails at once', async () => {
    delete process.env.PARTNERS_HERE;
    try {
      for (const address of ['https://127.0.0.1/x', 'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest']) {
        const { partnerId } = await aPartner(table, { address });
        const requestId = await office.asked([partnerId]);
        await office.deliver(requestId);
        expect(await outOf(requestId)).toMatchObject([
          { state: 'failed', error: expect.stringContaining('address-refused') },
        ]);
      }
    } finally {
      process.env.PARTNERS_HERE = 'true';
    }
  });

  test('a slow partner delays no one: the other messages of the batch are sent meanwhile', async () => {
    const quick = await aPartnerServer();
    sitting.push(quick);
    const [slow, other] = [
      await aPartner(table, { address: server.address }),
      await aPartner(table, { address: quick.address }),
    ];
    const [first, second] = [await office.asked([slow.partnerId]), await office.asked([other.partnerId])];
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    server.does(
      (_request, response) => void held.then(() => response.writeHead(200).end(aConfirmationXml('request', first))),
    );
    quick.does((_request, response) => {
      response.writeHead(200).end(aConfirmationXml('request', second));
      release();
    });
    const rows = await Promise.all([first, second].map(async (id) => (await office.rowsOf(id))[0]));
    await office.carry(
      ...rows.flatMap((row) =>
        row ? [{ requestId: row.requestId, at: row.at, messageId: row.messageId, cause: row.member }] : [],
      ),
    );
    expect([await states(first), await states(second)]).toEqual([['confirmed'], ['confirmed']]);
  });

  test('of two concurrent deliveries of one queue message, one sends', async () => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    confirms(requestId);
    await Promise.all([office.deliver(requestId), office.deliver(requestId), office.deliver(requestId)]);
    expect(server.posted).toHaveLength(1);
    expect(await states(requestId)).toEqual(['confirmed']);
    // A worker that came too late checks again later, in case the sender has died.
    for (const { event: rows, seconds } of office.again()) {
      expect(seconds).toBe(60);
      await office.carry(rows);
    }
    expect(server.posted).toHaveLength(1);
  });

  test('a sender that dies after its post sends the same again, once its claim has expired', async () => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    confirms(requestId);
    const [row] = await outOf(requestId);
    await table.write([
      {
        update: { pk: `LOANREQ-MESSAGES#${requestId}`, sk: `${row?.at}#${row?.messageId}` },
        set: { claimedUntil: '2026-03-02T11:01:00.000Z', attempts: 1 },
      },
    ]);
    await office.deliver(requestId);
    expect([server.posted.length, office.again()[0]?.seconds]).toEqual([0, 60]);
    office.pass(60);
    await office.deliver(requestId);
    expect(postedIn()).toMatchObject({ body: { header: { timestamp: monday } } });
    expect(await outOf(requestId)).toMatchObject([{ state: 'confirmed', attempts: 2 }]);
  });

  test('an earlier message about the same request is sent first; an unsent one is not cancelled', async () => {
    const [one, two] = [await aPartner(table, { address: server.address }), await aPartner(table)];
    const requestId = await office.asked([one.partnerId, two.partnerId]);
    server.says('', 503);
    await office.deliver(requestId);
    office.again();
    const body = { branchId: 'cedar.main', step: 'withdraw' };
    const withdrawn = await call(furtherStep.using(at(office.now())), { actor: ill, path: { requestId }, body });
    expect(withdrawn.status).toBe(200);
    const [, withdraw] = await outOf(requestId);
    expect(withdraw?.message?.name).toBe('Withdraw');
    if (withdraw) await office.carry({ requestId, at: withdraw.at, messageId: withdraw.messageId, cause: 'cedar' });
    // The request was sent and may have arrived: its withdrawal waits until that is settled, and is then sent.
    expect(server.posted).toHaveLength(1);
    expect(office.again()).toMatchObject([{ seconds: 5 }]);
    server.says(aConfirmationXml('requestingAgencyMessage', requestId));
    office.pass(5);
    await office.deliver(requestId);
    expect((await states(requestId)).slice(0, 1)).toEqual(['void']);
    await office.deliver(requestId);
    expect((await states(requestId)).slice(0, 2)).toEqual(['void', 'confirmed']);
    expect(postedIn(1)).toMatchObject({ kind: 'requestingAgencyMessage', body: { action: 'Cancel' } });

    const fresh = await office.asked([one.partnerId, two.partnerId]);
    await call(furtherStep.using(at(office.now())), { actor: ill, path: { requestId: fresh }, body });
    await office.deliver(fresh);
    await office.deliver(fresh);
    expect((await states(fresh)).slice(0, 2)).toEqual(['void', 'void']);
    expect(server.posted).toHaveLength(2);
  });

  test('a step whose worker died before it notified the workflow: a repeated call notifies it', async () => {
    const { partnerId } = await aPartner(table, { address: server.address });
    const requestId = await office.asked([partnerId]);
    const { v } = await office.load(requestId);
    await awaitEvent.using(at(office.now()))({ requestId, v, token: 'token-1' }, { awsRequestId: 'lambda-1' });
    jest.spyOn(mockMachine.machine, 'wake').mockRejectedValueOnce(new Error('This worker is dead.'));
    const body = { branchId: 'cedar.main', step: 'withdraw' };
    const resending = { actor: ill, path: { requestId }, body, headers: { 'idempotency-key': 'withdrawn-once' } };
    expect((await call(furtherStep.using(at(office.now())), resending)).status).toBe(500);
    // Longer than the dead worker holds the key.
    office.pass(61);
    expect((await call(furtherStep.using(at(office.now())), resending)).status).toBe(200);
    expect(mockMachine.woken).toContain('token-1');
    expect((await office.load(requestId)).history.map(({ trigger }) => trigger)).toEqual(['ask', 'withdraw']);
  });

  test('a failed message whose worker died before it notified the workflow: the next one notifies it', async () => {
    const { partnerId } = await aPartner(table, { address: server.address, retrySeconds: [] });
    const requestId = await office.asked([partnerId]);
    const { v } = await office.load(requestId);
    await awaitEvent.using(at(office.now()))({ requestId, v, token: 'token-2' }, { awsRequestId: 'lambda-1' });
    jest.spyOn(mockMachine.machine, 'wake').mockRejectedValueOnce(new Error('This worker is dead.'));
    server.says('', 401);
    expect((await office.deliver(requestId)).batchItemFailures).toHaveLength(1);
    expect([await states(requestId), mockMachine.woken.includes('token-2')]).toEqual([['failed'], false]);
    await office.deliver(requestId);
    expect(mockMachine.woken).toContain('token-2');
    expect(server.posted).toHaveLength(1);
  });

  test('a partner with credentials inside the message gets them at every attempt; the secret is in no row', async () => {
    const outbound = { how: 'message', accountId: 'concord' } as const;
    const { partnerId } = await aPartner(table, { address: server.address, outbound });
    await table.write([
      { update: { pk: `PARTNER#${partnerId}`, sk: 'PARTNER' }, set: { outboundSecretSince: monday } },
    ]);
    const requestId = await office.asked([partnerId]);
    server.says('', 503);
    await office.deliver(requestId);
    office.pass(5);
    confirms(requestId);
    await office.deliver(requestId);
    expect(server.posted.map(({ body }) => body.includes('<securityCode>our own word</securityCode>'))).toEqual([
      true,
      true,
    ]);
    expect(new Set(server.posted.map(({ body }) => body)).size).toBe(1);
    expect(JSON.stringify(await logOf(requestId))).not.toContain('our own word');
    expect(await states(requestId)).toEqual(['confirmed']);
  });

  test('to a paused partner no message is sent until it is active', async () => {
    const { partnerId } = await aPartner(table, { address: server.address, paused: true });
    const requestId = await office.asked([partnerId]);
    await office.deliver(requestId);
    expect([server.posted.length, await states(requestId), office.again()[0]?.seconds]).toEqual([0, ['to-send'], 900]);
  });

  test('a failed message is in the partner’s list, requires attention, and is sent again on request', async () => {
    const { partnerId, secret, symbol } = await aPartner(table, { address: server.address, retrySeconds: [] });
    const requestId = await office.asked([partnerId]);
    confirms(requestId);
    await office.deliver(requestId);
    const ids = { supplier: symbol.value, requester: 'US-CONSORTIUM', number: requestId };
    const loaned = aSupplierXml(ids, 'Loaned', {
      due: '2026-03-30T00:00:00Z',
      more: '<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><itemId>X1</itemId></deliveryInfo>',
    });
    await office.receive(loaned, { partnerId, secret });
    await office.deliver(requestId);
    expect(await office.load(requestId)).toMatchObject({ state: 'shipped', due: '2026-03-30T00:00:00.000Z' });
    server.says('', 503);
    office.pass(10);
    const here = { actor: ill, path: { requestId }, body: { branchId: 'cedar.main' } };
    expect((await call(receiveItem.using(at(office.now())), here)).status).toBe(200);
    await office.deliver(requestId);
    const request = await office.load(requestId);
    expect(request).toMatchObject({ state: 'received', attention: 'message-undelivered' });

    const failed = await call(listPartnerMessages, {
      actor: consortiumStaff('admin'),
      path: { partnerId },
      query: { only: 'failed' },
    });
    expect(failed.body).toMatchObject({ messages: [{ summary: 'Has received it', state: 'failed', attempts: 1 }] });
    const [message] = (failed.body as { messages: MessageView[] }).messages;
    const resending = { path: { requestId }, body: { messageId: message?.messageId, at: message?.at } };
    expect(await call(resend, { actor: staffAt('elm.main', 'ill'), ...resending })).toMatchObject({ status: 404 });
    expect(await call(resend.using(at(office.now())), { actor: ill, ...resending })).toMatchObject({ status: 202 });
    expect(await call(resend.using(at(office.now())), { actor: ill, ...resending })).toMatchObject({ status: 409 });
    server.says(aConfirmationXml('requestingAgencyMessage', requestId));
    await office.deliver(requestId);
    expect(await states(requestId)).toEqual(['confirmed', 'resent', 'confirmed']);
    expect(new Set(server.posted.slice(-2).map(({ body }) => body)).size).toBe(1);
    const none = await call(listPartnerMessages, { actor: ill, path: { partnerId }, query: { only: 'failed' } });
    expect(none.body).toEqual({ messages: [] });
  });
});

describeValidMessages('all that was sent', written, 8);
