import type { SQSRecord } from 'aws-lambda';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { handler as listMyNotices } from '../../../functions/notices/operations/list-my-notices/handler.ts';
import { handler as setMyChoices } from '../../../functions/notices/operations/set-my-choices/handler.ts';
import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { readLoanChange } from '../../../functions/resource-sharing/data/loan-change.ts';
import type { InMessage } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { eventsOfCancellation } from '../../../functions/resource-sharing/domain/messages/partner-message-events.ts';
import { handler as getRequest } from '../../../functions/resource-sharing/operations/get-request/handler.ts';
import { handler as listRequests } from '../../../functions/resource-sharing/operations/list-requests/handler.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../../layers/protocols/iso18626/schemas.ts';
import { call } from '../../builders/call.ts';
import { describeValidMessages } from '../../builders/described-messages.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, at, countersOf } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { noticesCausedBy } from '../../builders/notices.ts';
import {
  aConfirmationXml,
  aPartner,
  aPartnerServer,
  aRequesterXml,
  aRequestXml,
  aSupplierXml,
  withSymbols,
} from '../../builders/partners.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { aSharingConsortium } from '../../builders/request-options.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { partnersHere } from '../../builders/settings.ts';

const monday = '2026-03-02T11:00:00.000Z';
let table: Awaited<ReturnType<typeof aTable>>;
let index: TestIndex;
let office: ReturnType<typeof messageDeliveryAt>;
let server: Awaited<ReturnType<typeof aPartnerServer>>;
/** A discovery layer: it lends nothing and requests nothing for itself. */
let discovery: Awaited<ReturnType<typeof aPartner>>;
/** An outside library that lends. */
let lender: Awaited<ReturnType<typeof aPartner>>;
const written = new Set<string>();

beforeAll(async () => {
  table = await aTable();
  office = messageDeliveryAt(monday, () => table);
  index = anIndex();
  await index.hold([]);
  Object.assign(process.env, partnersHere);
  await aSharingConsortium(table);
  const cedar = { memberId: 'cedar', name: 'Cedar', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
  const row = { pk: 'MEMBER#cedar', sk: 'MEMBER', entity: 'member', v: 1, schema: 1 };
  await table.write([{ put: { ...row, ...cedar, createdAt: monday } }]);
  await withSymbols(table, 'consortium', 'cedar');
  server = await aPartnerServer();
  server.does((_request, response) => {
    const body = server.posted.at(-1)?.body ?? '';
    written.add(body);
    const read = readMessage(Buffer.from(body));
    const number =
      'message' in read && 'header' in read.message.body ? read.message.body.header.requestingAgencyRequestId : '';
    response.writeHead(200).end(aConfirmationXml('supplyingAgencyMessage', number));
  });
  const terms = { address: server.address, supplies: false, requests: false, patronRequests: true };
  discovery = await aPartner(table, terms);
  lender = await aPartner(table, { address: server.address, requests: false });
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockMachine.started.length = 0;
  office.begin();
});
afterAll(async () => {
  server.close();
  await index.drop();
});

let serial = 0;
type RequestFields = Partial<Parameters<typeof aRequestXml>[0]>;
/** Returns a request as it arrives for a patron, for a book that no member has. */
const aPatronRequest = (more: RequestFields = {}): { number: string; xml: string } => {
  serial += 1;
  const number = more.number ?? `W-${serial}`;
  const fields = {
    supplier: '',
    requester: 'US-CEDAR',
    subType: 'PatronRequest',
    title: `The glass orchard ${serial}`,
  };
  return { number, xml: aRequestXml({ ...fields, ...more, number }) };
};
const confirmationOf = (body: unknown): MessageOf<'requestConfirmation'> => {
  const read = readMessage(Buffer.from(String(body)));
  if (!('message' in read) || read.message.kind !== 'requestConfirmation') throw new Error(`None: ${String(body)}`);
  return read.message.body;
};
const handIn = async (xml: string, by: { partnerId: string; secret: string } = discovery) => {
  office.pass(1);
  const { status, body } = await office.receive(xml, by);
  return { status, confirmation: confirmationOf(body) };
};
const lastRow = async (partnerId = discovery.partnerId): Promise<InMessage> => {
  const page = await partnerMessageStore(table).ofPartner(partnerId, { limit: 100 });
  const row = page === 'bad-cursor' ? undefined : page.rows.find((one) => one.direction === 'in');
  if (row?.direction !== 'in') throw new Error('Nothing came in.');
  return row;
};
/** Submits a patron request and processes it; returns our request's id and the response. */
const taken = async (xml: string) => {
  const { confirmation } = await handIn(xml);
  expect(confirmation.confirmationHeader.messageStatus).toBe('OK');
  const { requestId } = await lastRow();
  expect(await office.deliver(requestId)).toEqual({ batchItemFailures: [] });
  server.posted.length = 0;
  await office.deliver(requestId);
  const answers = server.posted.flatMap(({ body }) => {
    const read = readMessage(Buffer.from(body));
    return 'message' in read && read.message.kind === 'supplyingAgencyMessage' ? [read.message.body] : [];
  });
  return { requestId, answers };
};

test('a patron request is placed at the library that borrows, and answered under our number', async () => {
  const { card, patronId } = await aBorrower(table);
  const { xml, number } = aPatronRequest({ patron: card, deliverTo: 'Branch cedar.north' });
  const { requestId, answers } = await taken(xml);
  expect(await office.load(requestId)).toMatchObject({
    ...{ state: 'requested', kind: 'outside-loan', service: 'loan', requesterMember: 'cedar', asksOutside: true },
    ...{ pickupBranch: 'cedar.north', patron: { patronId }, rota: [{ member: lender.partnerId }] },
  });
  expect(mockMachine.started).toContain(requestId);
  expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
  expect(answers).toMatchObject([
    {
      header: {
        ...{ supplyingAgencyId: { agencyIdValue: 'US-CEDAR' }, requestingAgencyId: { agencyIdValue: 'US-CEDAR' } },
        ...{ requestingAgencyRequestId: number, supplyingAgencyRequestId: requestId },
      },
      messageInfo: { reasonForMessage: 'RequestResponse' },
      statusInfo: { status: 'RequestReceived' },
    },
  ]);
  await office.round(requestId);
  expect((await office.load(requestId)).asks).toMatchObject([{ supplierMember: lender.partnerId }]);
});

test('an unknown patron stops it in the member’s review queue; the sender does not learn of that', async () => {
  const { requestId, answers } = await taken(aPatronRequest({ patron: '2999999999' }).xml);
  const request = await office.load(requestId);
  expect(request).toMatchObject({ state: 'invalid-patron', requesterMember: 'cedar', pickupBranch: 'cedar.main' });
  expect(answers).toMatchObject([{ statusInfo: { status: 'RequestReceived' } }]);
  const query = { memberId: 'cedar', side: 'requester' };
  const listed = await call(listRequests, { actor: staffAt('cedar.main', 'ill'), query });
  const rows = (listed.body as { requests: { requestId: string; needsAttention: boolean }[] }).requests;
  expect(rows).toContainEqual(expect.objectContaining({ requestId, needsAttention: true }));
});

test('sent twice, again under its number, concurrently and after a while, it is one request', async () => {
  const { card, patronId } = await aBorrower(table);
  const { xml, number } = aPatronRequest({ patron: card });
  const { requestId } = await taken(xml);
  expect((await handIn(xml)).confirmation.confirmationHeader.messageStatus).toBe('OK');
  const again = aPatronRequest({ patron: card, number, type: 'Retry', title: 'The glass orchard' });
  expect((await taken(again.xml)).requestId).toBe(requestId);
  const renumbered = aPatronRequest({ patron: card, type: 'Retry', previous: number });
  expect((await taken(renumbered.xml)).requestId).toBe(requestId);
  expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
});

test('a request that no review could repair is answered Unfilled, with the reason; the same number may try again', async () => {
  const { card } = await aBorrower(table);
  const { number, xml } = aPatronRequest({ patron: card, requester: 'US-CONSORTIUM' });
  const { answers } = await taken(xml.replace(card, '2888888888'));
  expect(answers).toMatchObject([
    {
      messageInfo: { reasonForMessage: 'RequestResponse', reasonUnfilled: { value: 'PolicyProblem' } },
      statusInfo: { status: 'Unfilled' },
    },
  ]);
  expect(answers[0]?.messageInfo.note).toBe('It cannot be told where the patron would collect it.');
  expect(await lastRow()).toMatchObject({ state: 'refused', why: 'unknown-branch' });
  const { requestId } = await taken(aPatronRequest({ patron: card, number, requester: 'US-CONSORTIUM' }).xml);
  expect(await office.load(requestId)).toMatchObject({ requesterMember: 'cedar', pickupBranch: 'cedar.main' });
});

test('finding I4: a patron request without a number gets ours in the confirmation, and is one however often it is sent', async () => {
  const { card } = await aBorrower(table);
  const { xml } = aPatronRequest({ patron: card, number: '' });
  const { confirmation } = await handIn(xml);
  const { messageStatus, requestingAgencyRequestId: number } = confirmation.confirmationHeader;
  const { requestId } = await lastRow();
  expect([messageStatus, number]).toEqual(['OK', requestId]);
  expect((await handIn(xml)).confirmation.confirmationHeader.requestingAgencyRequestId).toBe(requestId);
  expect((await lastRow()).requestId).toBe(requestId);
  await office.deliver(requestId);
  expect(await office.load(requestId)).toMatchObject({ state: 'requested', handedIn: { number: requestId } });
  const ids = { supplier: '', requester: 'US-CEDAR', number: requestId };
  expect(String((await office.receive(aRequesterXml(ids, 'StatusRequest'), discovery)).body)).toContain('OK');
  const second = await handIn(aPatronRequest({ patron: card, number: '', title: 'Another' }).xml);
  expect(second.confirmation.confirmationHeader.requestingAgencyRequestId).not.toBe(requestId);
  const again = await handIn(aPatronRequest({ patron: card, number: '', type: 'Retry' }).xml);
  expect(again.confirmation.confirmationHeader.messageStatus).toBe('ERROR');
});

test('finding I4: a patron request without a number is one also with another time, and another one after its end', async () => {
  const { card } = await aBorrower(table);
  const { xml } = aPatronRequest({ patron: card, number: '' });
  const sentAt = (minute: string) => xml.replace(/<timestamp>[^<]*</, `<timestamp>2026-03-02T10:${minute}:00Z<`);
  const numberOf = async (text: string) => {
    const { confirmation } = await handIn(text);
    return confirmation.confirmationHeader.requestingAgencyRequestId;
  };
  const number = await numberOf(sentAt('01'));
  const { requestId } = await lastRow();
  await office.deliver(requestId);
  expect(await numberOf(sentAt('02'))).toBe(number);
  await office.deliver(requestId);
  expect((await office.load(requestId)).history).toEqual([]);
  const received = (await office.rowsOf(requestId)).filter(({ direction }) => direction === 'in');
  expect(received.map(({ state }) => state)).toEqual(['applied', 'applied']);
  const ids = { supplier: '', requester: 'US-CEDAR', number: requestId };
  await office.receive(aRequesterXml(ids, 'Cancel'), discovery);
  await office.deliver(requestId);
  expect(await office.load(requestId)).toMatchObject({ state: 'cancelled' });
  expect(await numberOf(sentAt('03'))).not.toBe(number);
});

test('finding I4: when nobody can be asked, the request and its sender say who is excluded for what', async () => {
  const { card } = await aBorrower(table);
  const setLender = (loanCost?: object) =>
    table.write([
      {
        update: { pk: `PARTNER#${lender.partnerId}`, sk: 'PARTNER' },
        ...(loanCost ? { set: { loanCost } } : { remove: ['loanCost'] }),
      },
    ]);
  await setLender({ amount: 1250, currency: 'EUR' });
  const { requestId } = await taken(aPatronRequest({ patron: card }).xml).finally(() => setLender());
  await office.round(requestId);
  const excluded = [{ member: lender.partnerId, reason: 'cost-over-maximum' }];
  expect(await office.load(requestId)).toMatchObject({ state: 'end-of-rota', rota: [], asks: [], excluded });
  const seen = await call(getRequest, { actor: staffAt('cedar.main', 'ill'), path: { requestId } });
  expect(seen.body).toMatchObject({ excluded, rota: [], asks: [] });
  server.posted.length = 0;
  await office.deliver(requestId);
  const read = readMessage(Buffer.from(server.posted.at(-1)?.body ?? ''));
  expect('message' in read && read.message.body).toMatchObject({
    messageInfo: { note: 'No library could be asked: each costs more than is paid.' },
    statusInfo: { status: 'Unfilled' },
  });
});

test('a partner that may not send patron requests is refused at once, and no one treats one as a loan request', async () => {
  const { card } = await aBorrower(table);
  const refused = await handIn(
    aPatronRequest({ patron: card }).xml,
    await aPartner(table, { broker: true, supplies: false }),
  );
  expect(refused).toMatchObject({ status: 200, confirmation: { confirmationHeader: { messageStatus: 'ERROR' } } });
  expect(refused.confirmation.errorData).toMatchObject([{ errorType: 'UnrecognisedDataValue' }]);
  const { number, xml } = aPatronRequest({ patron: card });
  const { requestId } = await taken(xml);
  const before = await office.load(requestId);
  const cancel = aRequesterXml({ supplier: 'US-CEDAR', requester: discovery.symbol.value, number }, 'Cancel');
  expect(String((await office.receive(cancel, discovery)).body)).toContain('ERROR');
  expect(await office.load(requestId)).toEqual(before);
  // An outside library that requests for its own patron wants us to lend.
  const library = await aPartner(table, { address: server.address, supplies: false, patronRequests: true });
  await handIn(aPatronRequest({ supplier: 'US-CEDAR', requester: library.symbol.value, patron: 'x' }).xml, library);
  const row = await lastRow(library.partnerId);
  await office.deliver(row.requestId);
  expect(await office.load(row.requestId)).toMatchObject({
    kind: 'outside-supply',
    requesterMember: library.partnerId,
  });
});

describe('the sender of a patron request', () => {
  const says = async (number: string, action: string, by = discovery) => {
    office.pass(1);
    const ids = { supplier: '', requester: 'US-CEDAR', number };
    return office.receive(aRequesterXml({ ...ids, time: new Date(office.now()).toISOString() }, action), by);
  };
  /** Returns the messages sent to it after its message, beside those that it receives anyway. */
  const answersTo = async (requestId: string, number: string, action: string) => {
    expect(String((await says(number, action)).body)).toContain('<messageStatus>OK');
    server.posted.length = 0;
    for (let i = 0; i < 2; i += 1) expect((await office.deliver(requestId)).batchItemFailures).toEqual([]);
    return server.posted.flatMap(({ body }) => {
      const read = readMessage(Buffer.from(body));
      if (!('message' in read) || read.message.kind !== 'supplyingAgencyMessage') return [];
      const { messageInfo, statusInfo, header } = read.message.body;
      const { reasonForMessage, answerYesNo } = messageInfo;
      expect(header.requestingAgencyRequestId).toBe(number);
      if (reasonForMessage === 'StatusChange') return [];
      return [`${reasonForMessage} ${answerYesNo ?? '-'} ${statusInfo.status}`];
    });
  };
  const handed = async () => {
    const { card } = await aBorrower(table);
    const { xml, number } = aPatronRequest({ patron: card });
    const { requestId } = await taken(xml);
    return { number, requestId, card };
  };
  const lenderSays = async (requestId: string, status: string, more = {}) => {
    office.pass(1);
    const ids = { supplier: lender.symbol.value, requester: 'US-CEDAR', number: requestId };
    await office.receive(aSupplierXml(ids, status, more), lender);
    await office.deliver(requestId);
  };

  test('may ask for its status', async () => {
    const { number, requestId } = await handed();
    expect(await answersTo(requestId, number, 'StatusRequest')).toEqual(['StatusRequestResponse - RequestReceived']);
    await office.round(requestId);
    await lenderSays(requestId, 'WillSupply');
    expect(await answersTo(requestId, number, 'StatusRequest')).toEqual(['StatusRequestResponse - ExpectToSupply']);
  });

  test('is notified of each change of its status: once for each, under its own number', async () => {
    const { number, requestId } = await handed();
    await office.round(requestId);
    server.posted.length = 0;
    await lenderSays(requestId, 'WillSupply');
    await lenderSays(requestId, 'WillSupply', { reason: 'Notification' });
    await lenderSays(requestId, 'Unfilled');
    await office.round(requestId);
    await office.deliver(requestId);
    const notifications = server.posted.flatMap(({ body }) => {
      const read = readMessage(Buffer.from(body));
      if (!('message' in read) || read.message.kind !== 'supplyingAgencyMessage') return [];
      const { header, messageInfo, statusInfo } = read.message.body;
      expect(header).toMatchObject({ requestingAgencyRequestId: number, supplyingAgencyRequestId: requestId });
      return [`${messageInfo.reasonForMessage} ${statusInfo.status}`];
    });
    expect(notifications).toEqual(['StatusChange ExpectToSupply', 'StatusChange Unfilled']);
    expect(await office.load(requestId)).toMatchObject({
      state: 'end-of-rota',
      handedIn: { number, notifiedStatus: 'Unfilled' },
    });
  });

  test('may cancel it before the first ask, once and again; a later one is a new request', async () => {
    const { number, requestId, card } = await handed();
    expect(await answersTo(requestId, number, 'Cancel')).toEqual(['CancelResponse Y Cancelled']);
    expect(await office.load(requestId)).toMatchObject({
      ...{ state: 'cancelled', history: [{ trigger: 'cancel', by: { kind: 'partner', member: discovery.partnerId } }] },
    });
    expect(await answersTo(requestId, number, 'Cancel')).toEqual(['CancelResponse Y Cancelled']);
    const reminded = await taken(aPatronRequest({ patron: card, number, type: 'Reminder', title: 'Another' }).xml);
    expect(reminded).toMatchObject({ requestId, answers: [{ statusInfo: { status: 'Cancelled' } }] });
    const again = await taken(aPatronRequest({ patron: card, number, type: 'Retry', title: 'Another' }).xml);
    expect(again.requestId).not.toBe(requestId);
    expect(await office.load(again.requestId)).toMatchObject({ state: 'requested' });
    expect(await answersTo(again.requestId, number, 'StatusRequest')).toEqual([
      'StatusRequestResponse - RequestReceived',
    ]);
  });

  /** Returns what the stream triggers when a request leaves a pending cancellation. */
  const wakes = async (requestId: string) => {
    const after = await table.get(resourceSharingKeys.key('loanRequest', { requestId }), { strong: true });
    return eventsOfCancellation({ before: { ...after, state: 'cancel-pending' }, after });
  };

  test.each([
    ['agrees', 'Y', 'Cancelled', 'CancelResponse Y Cancelled'],
    ['refuses', 'N', 'WillSupply', 'CancelResponse N ExpectToSupply'],
  ])('is answered once the library that was asked %s', async (_what, answer, status, expected) => {
    const { number, requestId } = await handed();
    await office.round(requestId);
    await lenderSays(requestId, 'WillSupply');
    expect(await answersTo(requestId, number, 'Cancel')).toEqual([]);
    expect(await office.load(requestId)).toMatchObject({ state: 'cancel-pending' });
    const row = await lastRow();
    expect(row).toMatchObject({ state: 'to-decide' });
    const info = `<answerYesNo>${answer}</answerYesNo>`;
    await lenderSays(requestId, status, { reason: 'CancelResponse', info });
    // The supplier's message triggers the answer: the stream delivers the change, so nobody waits for the next check.
    const givenUp = { at: row.at, messageId: row.messageId };
    expect(await office.load(requestId)).toMatchObject({ givenUp });
    expect(await wakes(requestId)).toEqual([{ requestId, ...givenUp, cause: 'cedar' }]);
    server.posted.length = 0;
    await office.carry(...(await wakes(requestId)));
    await office.deliver(requestId);
    expect(server.posted.map(({ body }) => body).join()).toContain(`<answerYesNo>${answer}</answerYesNo>`);
    // A later check finds it answered.
    office.pass(15);
    await office.carry({ requestId, ...givenUp, cause: 'cedar' });
    const asked = await answersTo(requestId, number, 'StatusRequest');
    expect(asked).toEqual([`StatusRequestResponse - ${expected.split(' ').at(-1)}`]);
    expect((await office.load(requestId)).history.filter(({ trigger }) => trigger === 'cancel')).toHaveLength(1);
  });

  test('can send no other messages about it, and no one else can', async () => {
    const { number } = await handed();
    expect(String((await says(number, 'Renew')).body)).toContain('UnsupportedActionType');
    const stranger = await aPartner(table, { broker: true, supplies: false, patronRequests: true });
    expect(String((await says(number, 'Cancel', stranger)).body)).toContain('requestingAgencyRequestId');
  });
});

test('a patron is notified once that no library could supply the cited title; one who opted out sees it in the account', async () => {
  const unfilled = async () => {
    const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
    const request = aPatronRequest({ patron: patronId, title: 'The unfindable' });
    const { requestId } = await taken(request.xml);
    await office.round(requestId);
    const ids = { supplier: lender.symbol.value, requester: 'US-CEDAR', number: requestId };
    const row = () => table.get(resourceSharingKeys.key('loanRequest', { requestId }), { strong: true });
    await office.receive(aSupplierXml(ids, 'Unfilled', { reason: 'RequestResponse' }), lender);
    await office.deliver(requestId);
    const before = await row();
    expect(noticesCausedBy(readLoanChange({ before: undefined, after: before }))).toEqual([]);
    await office.round(requestId);
    expect(await office.load(requestId)).toMatchObject({ state: 'end-of-rota' });
    const notices = noticesCausedBy(readLoanChange({ before, after: await row() }));
    expect(notices).toMatchObject([{ kind: 'request-unfilled', patronId, requestId, cause: 'cedar' }]);
    return { patronId, notices };
  };
  const mineOf = async (patronId: string) => {
    const { body } = await call(listMyNotices, { actor: patron(patronId, 'cedar') });
    return (body as { notices: object[] }).notices;
  };
  const send = (notices: object[]) => {
    const Records = notices.map((one, i) => ({ messageId: `${i}`, body: JSON.stringify(one) }) as SQSRecord);
    return sendNotice.using(at(office.now()))({ Records }, { awsRequestId: 'l' });
  };
  const one = await unfilled();
  await send([...one.notices, ...one.notices]);
  expect(await mineOf(one.patronId)).toMatchObject([{ kind: 'request-unfilled', title: 'The unfindable' }]);
  const other = await unfilled();
  const optOuts = [{ kind: 'request-unfilled', channels: ['email', 'letter'] }];
  const actor = patron(other.patronId, 'cedar');
  expect(await call(setMyChoices, { actor, body: { optOuts, letters: false } })).toMatchObject({ status: 200 });
  await send(other.notices);
  expect(await mineOf(other.patronId)).toMatchObject([{ kind: 'request-unfilled', sent: 'no' }]);
});

test('once it is decided, the patron’s data are nowhere in the stored request', async () => {
  const { card } = await aBorrower(table);
  const { requestId } = await taken(aPatronRequest({ patron: card }).xml);
  const rows = (await scanAll(table.name)).filter(({ entity }) => entity === 'partnerMessage');
  expect(rows.filter((row) => row.requestId === requestId)).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(card);
});

describeValidMessages('all that was sent', written, 3);
