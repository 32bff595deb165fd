import { loanDocumentStore } from '../../../functions/resource-sharing/data/loan-document-store.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { type OutMessage, unpackIso } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { RETRY_SECONDS } from '../../../functions/resource-sharing/domain/partners/partner.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { act } from '../../../functions/resource-sharing/domain/workflow/act.ts';
import { TIMERS_IN_DEMO } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import type { Side, Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { handler as listMessages } from '../../../functions/resource-sharing/operations/list-messages/handler.ts';
import { handler as listRequests } from '../../../functions/resource-sharing/operations/list-requests/handler.ts';
import { handler as receiveItem } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as resend } from '../../../functions/resource-sharing/operations/resend-message/handler.ts';
import { handler as furtherStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { MessageView } from '../../../functions/resource-sharing/schemas/messages.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { aConfirmationXml, aPartner, aPartnerServer, aSupplierXml, withSymbols } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import { noSearch, partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
let table: Table;
let office: ReturnType<typeof messageDeliveryAt>;
let server: Awaited<ReturnType<typeof aPartnerServer>>;
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

describe('received messages', () => {
  const lent = async (over = {}, input: Partial<LoanRequest> = {}) => {
    const one = await aPartner(table, { address: server.address, ...over });
    const requestId = await office.asked([one.partnerId], input);
    confirms(requestId);
    const ids = { supplier: one.symbol.value, requester: 'US-CONSORTIUM', number: requestId };
    const hear = async (xml: string) => {
      office.pass(1);
      expect((await office.receive(xml, one)).status).toBe(200);
      await office.deliver(requestId);
      return office.load(requestId);
    };
    const says = (status: string, more = {}, own = {}) => hear(aSupplierXml({ ...ids, ...own }, status, more));
    return { ...one, requestId, ids, hear, says };
  };
  const inbox = async (requestId: string) =>
    (await office.rowsOf(requestId)).flatMap((row) =>
      row.direction === 'in' ? [{ state: row.state, why: row.why }] : [],
    );
  const shipped = {
    due: '2026-03-30T00:00:00Z',
    more: '<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><itemId>X1</itemId></deliveryInfo>',
  };

  test('a partner promises, ships and confirms the return: each step by the table, and the workflow is woken', async () => {
    const one = await lent();
    const expecting = '<expectedDeliveryDate>2026-03-09T00:00:00Z</expectedDeliveryDate><lastChange>';
    const promise = aSupplierXml({ ...one.ids, own: 'S-9' }, 'WillSupply', { reason: 'RequestResponse' });
    expect((await one.hear(promise.replace('<lastChange>', expecting))).asks[0]).toMatchObject({
      ...{ supplierState: 'will-supply', answer: 'will-supply', supplierRequestId: 'S-9' },
      expectedAt: '2026-03-09T00:00:00.000Z',
    });
    expect(await one.says('Loaned', shipped)).toMatchObject({
      state: 'shipped',
      barcode: 'X1',
      due: '2026-03-30T00:00:00.000Z',
    });
    const here = { actor: ill, path: { requestId: one.requestId }, body: { branchId: 'cedar.main' } };
    await call(receiveItem.using(at(monday)), here);
    expect(await one.says('Overdue', { due: '2026-03-30T00:00:00Z' })).toMatchObject({ attention: 'overdue' });
    // It has arrived: a person confirms this.
    expect(await one.says('LoanCompleted')).toMatchObject({ state: 'received', attention: 'reported-home' });
    const read = await logOf(one.requestId);
    expect(read.filter(({ direction }) => direction === 'in').map(({ summary: words }) => words)).toEqual([
      'Says it will supply',
      'Has shipped it (item X1), due 30 March 2026',
      'Says it is overdue, due 30 March 2026',
      'Has it back',
    ]);
  });

  test('a refusal by the first leads to the second under the same request; its later promise is answered as not awaited', async () => {
    const two = await aPartner(table, { address: server.address });
    const one = await aPartner(table, { address: server.address });
    const requestId = await office.asked([one.partnerId, two.partnerId]);
    const ids = { supplier: one.symbol.value, requester: 'US-CONSORTIUM', number: requestId };
    await office.receive(aSupplierXml(ids, 'Unfilled', { info: '<reasonUnfilled>NotOnShelf</reasonUnfilled>' }), one);
    await office.deliver(requestId);
    expect(await office.load(requestId)).toMatchObject({
      state: 'unfilled',
      asks: [{ outcome: 'unfilled', reason: 'NotOnShelf' }],
    });
    await office.round(requestId);
    office.pass(1);
    await office.receive(aSupplierXml(ids, 'WillSupply'), one);
    await office.deliver(requestId);
    const request = await office.load(requestId);
    expect(request).toMatchObject({
      state: 'asked',
      asks: [{ outcome: 'unfilled' }, { supplierMember: two.partnerId }],
    });
    expect(await inbox(requestId)).toEqual([
      { state: 'applied', why: undefined },
      { state: 'applied', why: undefined },
    ]);
    expect((await outOf(requestId)).at(-1)?.message?.name).toBe('Withdraw');
    const theirs = await office.receive(aSupplierXml({ ...ids, supplier: two.symbol.value }, 'WillSupply'), two);
    expect(theirs.status).toBe(200);
    await office.deliver(requestId);
    expect((await office.load(requestId)).asks[1]).toMatchObject({ supplierState: 'will-supply' });
  });

  test('a message that arrives before its predecessor is applied, and the earlier one then changes nothing', async () => {
    const one = await lent();
    const early = aSupplierXml(one.ids, 'WillSupply', { reason: 'RequestResponse' });
    expect(await one.says('Loaned', shipped)).toMatchObject({ state: 'shipped' });
    office.pass(1);
    expect(await one.hear(early)).toMatchObject({ state: 'shipped' });
    expect(await inbox(one.requestId)).toEqual([{ state: 'applied' }, { state: 'noted', why: 'late' }]);
  });

  test('a refusal to supply what is in transit changes nothing, and staff check which is right', async () => {
    const one = await lent();
    await one.says('Loaned', shipped);
    office.pass(1);
    expect(await one.says('Unfilled')).toMatchObject({ state: 'shipped', attention: 'sides-disagree' });
    expect((await inbox(one.requestId)).map(({ state }) => state)).toEqual(['applied', 'refused']);
  });

  test('a copy at a partner’s address is stored as a document of this title', async () => {
    const one = await lent({}, { service: 'copy' });
    const more =
      '<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent><URL>https://partner.example/copies/7</URL></deliveryInfo>';
    const { documentId = '' } = await one.says('CopyCompleted', { more });
    expect(await loanDocumentStore(table).get(documentId)).toMatchObject({
      ...{ title: 'Emma', url: 'https://partner.example/copies/7', state: 'sent' },
    });
  });

  test('a message is decided once, although the queue delivers it three times at once', async () => {
    const one = await lent();
    await office.receive(aSupplierXml(one.ids, 'WillSupply'), one);
    await Promise.all([office.deliver(one.requestId), office.deliver(one.requestId), office.deliver(one.requestId)]);
    const request: LoanRequest = await office.load(one.requestId);
    expect(request.history.filter(({ trigger }) => trigger === 'will-supply')).toHaveLength(1);
    expect(await inbox(one.requestId)).toEqual([{ state: 'applied', why: undefined }]);
  });

  test('free text is stored and changes nothing; a message about the number is recorded all the same', async () => {
    const one = await lent();
    const answered = await one.says('RequestReceived', { reason: 'RequestResponse' }, { own: 'S-77' });
    expect(answered).toMatchObject({
      state: 'asked',
      asks: [{ supplierState: 'request-received', supplierRequestId: 'S-77' }],
    });
    expect(await inbox(one.requestId)).toEqual([{ state: 'noted', why: 'request-received' }]);
  });

  test('a damaged message is set aside for staff, and blocks nothing', async () => {
    const one = await lent();
    await office.receive(aSupplierXml(one.ids, 'WillSupply'), one);
    const row = (await office.rowsOf(one.requestId)).find(({ direction }) => direction === 'in');
    await table.write([
      {
        update: { pk: `LOANREQ-MESSAGES#${one.requestId}`, sk: `${row?.at}#${row?.messageId}` },
        set: { body: Buffer.from('?') },
      },
    ]);
    const { batchItemFailures } = await office.deliver(one.requestId);
    expect(batchItemFailures).toHaveLength(1);
    expect((await outOf(one.requestId)).map(({ state }) => state)).toEqual(['confirmed']);
    expect((await logOf(one.requestId)).map(({ summary: words }) => words)).toContain('Cannot be read any more');
  });
});

const takes = async (requestId: string, side: Side, trigger: Trigger, more: object) => {
  const requests = loanRequestStore(table);
  const before = await requests.load(requestId);
  const context = { side, at: office.now(), by: { kind: 'system' as const }, policy: TIMERS_IN_DEMO, ...more };
  const acted = before && act(before.request, trigger, context);
  if (!acted || 'refused' in acted) throw new Error(`${trigger} was refused`);
  expect(await requests.save(before, acted)).toBe(true);
};

/** A partner's request that is asked of our member ash. */
const askedOfAsh = async (service: 'loan' | 'copy', retrySeconds: number[] = []): Promise<string> => {
  const { partnerId } = await aPartner(table, { address: server.address, retrySeconds });
  const rota = [{ member: 'ash', score: 0, points: 0, factors: [] }];
  const requestId = await office.asked([], {
    ...{ kind: 'outside-supply', requesterMember: partnerId, pickupBranch: `${partnerId}.outside`, service },
    ...{ rota, partner: { requestId: 'THEIRS-9', requestingAgency: 'ISIL:XX' } },
  });
  await takes(requestId, 'requester', 'ask', { askId: `ask_${requestId}` });
  return requestId;
};

describe('a final answer that does not reach its partner', () => {
  const lender = staffAt('ash.main', 'ill');
  const supplied = (requestId: string, trigger: Trigger, more: object = {}) =>
    takes(requestId, 'supplier', trigger, { askId: `ask_${requestId}`, ...more });
  const workOf = async (requestId: string) => {
    const query = { memberId: 'ash', side: 'supplier', attention: 'only', group: 'undelivered' };
    const { body } = await call(listRequests, { actor: lender, query });
    return (body as { requests: { requestId: string }[] }).requests.filter((row) => row.requestId === requestId);
  };
  const failing = async (requestId: string) => {
    server.says('no', 401, 'text/plain');
    await office.deliver(requestId);
    return (await outOf(requestId)).at(-1);
  };
  const sentAgain = (failed: OutMessage | undefined, actor = lender) =>
    call(resend.using(at(office.now())), {
      actor,
      path: { requestId: failed?.requestId ?? '' },
      body: { messageId: failed?.messageId, at: failed?.at },
    });
  const loanedTo = async (requestId: string) => {
    await supplied(requestId, 'ship', { itemId: 'itm_1', barcode: 'X1', due: '2026-03-30T00:00:00.000Z' });
    server.says(aConfirmationXml('supplyingAgencyMessage', 'THEIRS-9'));
    await office.deliver(requestId);
    office.pass(5);
    await supplied(requestId, 'check-in');
  };
  const endings: [string, 'loan' | 'copy', (requestId: string) => Promise<void>, string][] = [
    ['Unfilled', 'loan', (requestId) => supplied(requestId, 'decline', { reason: 'NotOnShelf' }), 'unfilled'],
    ['CopySupplied', 'copy', (requestId) => supplied(requestId, 'supply-copy', { documentId: 'doc_1' }), 'completed'],
    ['LoanCompleted', 'loan', loanedTo, 'completed'],
  ];
  test.each(endings)(
    'finding I2: %s that failed stands in the work list with its reason; finding I3: until the resend is confirmed',
    async (message, service, end, state) => {
      const requestId = await askedOfAsh(service);
      await end(requestId);
      expect(await workOf(requestId)).toEqual([]);
      const failed = await failing(requestId);
      expect(failed).toMatchObject({ state: 'failed', message: { name: message } });
      expect(await workOf(requestId)).toMatchObject([
        {
          ...{ needsAttention: true, attention: 'message-undelivered', group: 'undelivered', status: { state } },
          undelivered: { message, error: expect.stringContaining('Answered 401') },
          actions: [{ trigger: 'failed-answer-settled' }],
        },
      ]);
      office.pass(10);
      expect((await sentAgain(failed)).status).toBe(202);
      // It is on its way, and has not arrived.
      expect(await workOf(requestId)).toHaveLength(1);
      server.says(aConfirmationXml('supplyingAgencyMessage', 'THEIRS-9'));
      await office.deliver(requestId);
      await office.deliver(requestId);
      expect(await workOf(requestId)).toEqual([]);
      const { history, asks } = await office.load(requestId);
      expect(history.filter(({ trigger }) => trigger === 'delivered-late')).toHaveLength(1);
      expect(asks[0]).not.toHaveProperty('undelivered');
    },
  );

  test('finding I2: by default a message waits for its partner for three days, at most 900 s at once, and then calls staff', async () => {
    const requestId = await askedOfAsh('loan', RETRY_SECONDS);
    await supplied(requestId, 'decline', { reason: 'NotOnShelf' });
    server.says('', 503);
    const begun = Date.parse(office.now());
    const days = () => (Date.parse(office.now()) - begun) / 86_400_000;
    await office.deliver(requestId);
    const waits: number[] = [];
    const tries: number[] = [];
    const waited = async (until: number) => {
      for (let [next] = office.again(); next && days() + next.seconds / 86_400 < until; [next] = office.again()) {
        office.pass(next.seconds);
        waits.push(next.seconds);
        const before = server.posted.length;
        await office.carry(next.event);
        if (server.posted.length > before) tries.push(days());
      }
    };
    await waited(2.9);
    expect(await outOf(requestId)).toMatchObject([
      { state: 'to-send', error: expect.stringContaining('Answered 503') },
    ]);
    expect(await workOf(requestId)).toEqual([]);
    await office.deliver(requestId);
    await waited(4);
    expect(await outOf(requestId)).toMatchObject([{ state: 'failed', attempts: RETRY_SECONDS.length + 1 }]);
    expect(await workOf(requestId)).toMatchObject([
      { attention: 'message-undelivered', undelivered: { message: 'Unfilled', error: expect.stringContaining('503') } },
    ]);
    expect(tries).toHaveLength(RETRY_SECONDS.length);
    expect([tries.at(-1), Math.max(...waits)]).toEqual([expect.closeTo(3.08, 1), 900]);
  });

  test('finding I3: a resend that fails too calls again, and staff settle it without the message', async () => {
    const requestId = await askedOfAsh('loan');
    await supplied(requestId, 'decline', { reason: 'NotOnShelf' });
    const failed = await failing(requestId);
    office.pass(10);
    await sentAgain(failed);
    await failing(requestId);
    expect(await workOf(requestId)).toHaveLength(1);
    const body = { branchId: 'ash.main', step: 'failed-answer-settled', askId: `ask_${requestId}` };
    const settled = () => call(furtherStep.using(at(office.now())), { actor: lender, path: { requestId }, body });
    expect(await settled()).toMatchObject({ status: 200, body: { needsAttention: false } });
    expect(await workOf(requestId)).toEqual([]);
    expect(await settled()).toMatchObject({ status: 409, body: { code: 'nothing-undelivered' } });
    expect((await outOf(requestId)).map(({ state }) => state)).toEqual(['resent', 'void']);
    expect((await sentAgain((await outOf(requestId)).at(-1))).status).toBe(409);
  });

  test('finding I3: a message that staff have settled does not keep the flag of a later one', async () => {
    const requestId = await askedOfAsh('loan');
    await supplied(requestId, 'accept');
    const promise = await failing(requestId);
    const body = { branchId: 'ash.main', step: 'failed-answer-settled', askId: `ask_${requestId}` };
    const settle = { actor: lender, path: { requestId }, body };
    expect((await call(furtherStep.using(at(office.now())), settle)).status).toBe(200);
    const failures = await partnerMessageStore(table).ofPartner(promise?.partnerId ?? '', { limit: 10, failed: true });
    expect(failures).toMatchObject({ rows: [] });
    office.pass(10);
    await supplied(requestId, 'decline', { reason: 'NotOnShelf' });
    const refusal = await failing(requestId);
    expect(await workOf(requestId)).toHaveLength(1);
    office.pass(10);
    await sentAgain(refusal);
    server.says(aConfirmationXml('supplyingAgencyMessage', 'THEIRS-9'));
    await office.deliver(requestId);
    expect(await workOf(requestId)).toEqual([]);
    expect((await outOf(requestId)).map(({ state }) => state)).toEqual(['void', 'resent', 'confirmed']);
  });

  test('finding I3: a request that failed at the first supplier does not keep the flag of a message to the second', async () => {
    const refusing = await aPartnerServer();
    sitting.push(refusing);
    refusing.says('no', 401, 'text/plain');
    const first = await aPartner(table, { address: refusing.address, retrySeconds: [] });
    const second = await aPartner(table, { address: server.address, retrySeconds: [] });
    const requestId = await office.asked([first.partnerId, second.partnerId]);
    await office.deliver(requestId);
    expect(await office.load(requestId)).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'unreachable' }] });
    await office.round(requestId);
    confirms(requestId);
    await office.deliver(requestId);
    office.pass(10);
    await takes(requestId, 'requester', 'withdraw', {});
    const withdrawal = await failing(requestId);
    expect(withdrawal).toMatchObject({ state: 'failed', message: { name: 'Withdraw' } });
    expect(await office.load(requestId)).toMatchObject({ attention: 'message-undelivered' });
    office.pass(10);
    expect((await sentAgain(withdrawal, ill)).status).toBe(202);
    server.says(aConfirmationXml('requestingAgencyMessage', requestId));
    await office.deliver(requestId);
    const request = await office.load(requestId);
    expect(request).not.toHaveProperty('attention');
    expect(request.history.at(-1)).toMatchObject({ trigger: 'delivered-late' });
    expect((await outOf(requestId)).map(({ state }) => state)).toContain('failed');
  });

  test('finding I3: a message sent again that is obsolete by then calms as settled, not as arrived', async () => {
    const { partnerId } = await aPartner(table, { address: server.address, retrySeconds: [] });
    const requestId = await office.asked([partnerId]);
    const { asks } = await office.load(requestId);
    await takes(requestId, 'requester', 'cancel', {});
    await failing(requestId);
    // The cancellation is sent after the request.
    await failing(requestId);
    const [request, cancellation] = await outOf(requestId);
    expect([request, cancellation]).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
    await takes(requestId, 'requester', 'cancel-accepted', { askId: asks[0]?.askId, sequence: 1 });
    office.pass(10);
    await sentAgain(cancellation, ill);
    server.says(aConfirmationXml('requestingAgencyMessage', requestId));
    await office.deliver(requestId);
    expect(await office.load(requestId)).toMatchObject({ state: 'cancelled', attention: 'message-undelivered' });
    office.pass(10);
    await sentAgain(request, ill);
    await office.deliver(requestId);
    const states = (await outOf(requestId)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['confirmed', 'resent', 'resent', 'void']);
    const settled = await office.load(requestId);
    expect(settled).not.toHaveProperty('attention');
    expect(settled.history.at(-1)).toMatchObject({ trigger: 'failed-message-settled', by: { kind: 'system' } });
    expect(settled.history.map(({ trigger }) => trigger)).not.toContain('delivered-late');
  });

  test('finding I2: a withdrawal that the former supplier did not get calls the staff of the requester', async () => {
    const { partnerId } = await aPartner(table, { address: server.address, retrySeconds: [] });
    const requestId = await office.asked([partnerId]);
    confirms(requestId);
    await office.deliver(requestId);
    office.pass(10);
    await takes(requestId, 'requester', 'withdraw', {});
    await failing(requestId);
    expect(await office.load(requestId)).toMatchObject({
      ...{ state: 'unfilled', attention: 'message-undelivered' },
      undelivered: { message: 'Withdraw', error: expect.stringContaining('401') },
    });
    await office.round(requestId);
    expect(await office.load(requestId)).toMatchObject({ state: 'end-of-rota', attention: 'message-undelivered' });
  });
});

describe('the link of a copy that we send', () => {
  const URL = 'https://library.test/v1/resource-sharing/copies/doc_1.a-secret';
  const sent = async () => {
    const requestId = await askedOfAsh('copy');
    await takes(requestId, 'supplier', 'supply-copy', { askId: `ask_${requestId}`, documentId: 'doc_1', url: URL });
    return requestId;
  };
  const bodiesOf = async (requestId: string): Promise<string> =>
    (await outOf(requestId)).map(({ body, ...row }) => JSON.stringify([row, body && unpackIso(body)])).join();

  test('is in no row any more once its partner has confirmed it', async () => {
    const requestId = await sent();
    expect(await bodiesOf(requestId)).toContain(URL);
    server.says(aConfirmationXml('supplyingAgencyMessage', 'THEIRS-9'));
    await office.deliver(requestId);
    expect(server.posted[0]?.body).toContain(URL);
    expect(await outOf(requestId)).toMatchObject([{ state: 'confirmed', message: { name: 'CopySupplied' } }]);
    expect(await bodiesOf(requestId)).not.toContain('a-secret');
    expect((await logOf(requestId, staffAt('ash.main', 'ill'))).map(({ summary: words }) => words)).toContain(
      'Has sent the copy',
    );
  });

  test('is stored for a failed message, for the next attempt only', async () => {
    const requestId = await sent();
    server.says('', 503);
    await office.deliver(requestId);
    const [failed] = await outOf(requestId);
    expect([failed?.state, failed?.message?.url]).toEqual(['failed', URL]);
    server.says(aConfirmationXml('supplyingAgencyMessage', 'THEIRS-9'));
    office.pass(10);
    if (failed) expect(await partnerMessageStore(table).resend(failed, office.now())).toBeDefined();
    await office.deliver(requestId);
    expect(server.posted.map(({ body }) => body.includes(URL))).toEqual([true, true]);
    expect((await outOf(requestId)).map(({ state }) => state)).toEqual(['resent', 'confirmed']);
    expect(await bodiesOf(requestId)).not.toContain('a-secret');
  });
});
