import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { InMessage, PartnerMessage } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { eventsOfMessage } from '../../../functions/resource-sharing/domain/messages/partner-message-events.ts';
import { OUTSIDE_CATEGORY } from '../../../functions/resource-sharing/domain/partners/partner-borrower.ts';
import { placeLoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as answerRequest } from '../../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as listRequests } from '../../../functions/resource-sharing/operations/list-requests/handler.ts';
import { handler as restartRequest } from '../../../functions/resource-sharing/operations/restart-request/handler.ts';
import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../../layers/protocols/iso18626/schemas.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { describeValidMessages } from '../../builders/described-messages.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import {
  aConfirmationXml,
  aPartner,
  aPartnerServer,
  aRequesterXml,
  aRequestXml,
  withSymbols,
} from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { partnersHere } from '../../builders/settings.ts';

const monday = '2026-03-02T11:00:00.000Z';
let table: Table;
let index: TestIndex;
let office: ReturnType<typeof messageDeliveryAt>;
let server: Awaited<ReturnType<typeof aPartnerServer>>;
let one: Awaited<ReturnType<typeof aPartner>>;
/** Every message that was posted. */
const written = new Set<string>();
const sitting: Awaited<ReturnType<typeof aPartnerServer>>[] = [];
const branchOf: Record<string, string> = { ash: 'ash.main', birch: 'birch.east', elm: 'elm.main' };

beforeAll(async () => {
  table = await aTable();
  index = anIndex();
  await index.hold([]);
  Object.assign(process.env, partnersHere);
  const keeps = { when: { itemOwner: 'elm', patronCategory: OUTSIDE_CATEGORY }, values: { lendable: false } };
  const reading = { when: { itemOwner: 'birch', itemCategory: 'reference' }, values: { lendable: false } };
  const rules = [
    aRule({ id: 'elm-keeps', setBy: 'elm', ...keeps }),
    aRule({ id: 'reading', setBy: 'birch', ...reading }),
  ];
  await aConsortium(table, rules);
  const policy = { ...defaultSharingPolicy, timers: TIMERS_IN_DEMO, loanFees: [{ from: 'birch', fee: 900 }] };
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body: policy }, () => ({
    ...{ subject: 'policy:resource-sharing', at: monday, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
  for (const memberId of ['ash', 'birch', 'elm']) {
    const member = {
      memberId,
      name: `The library of ${memberId}`,
      type: 'public',
      fiscalYearStartsIn: 1,
      lendsOnRequest: false,
    };
    await table.write([
      {
        put: {
          pk: `MEMBER#${memberId}`,
          sk: 'MEMBER',
          entity: 'member',
          v: 1,
          schema: 1,
          ...member,
          createdAt: monday,
        },
      },
    ]);
  }
  await withSymbols(table, 'consortium', 'ash', 'birch', 'elm');
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockMachine.started.length = 0;
  office = messageDeliveryAt(monday, () => table);
  office.begin();
  server = await aPartnerServer();
  sitting.push(server);
  one = await aPartner(table, { address: server.address });
  server.does((_request, response) => {
    const read = readMessage(Buffer.from(server.posted.at(-1)?.body ?? ''));
    const number =
      'message' in read && 'header' in read.message.body ? read.message.body.header.requestingAgencyRequestId : '';
    response.writeHead(200).end(aConfirmationXml('supplyingAgencyMessage', number));
  });
});
afterEach(() => {
  for (const { posted } of sitting) for (const { body } of posted) written.add(body);
});
afterAll(async () => {
  for (const open of sitting) open.close();
  await index.drop();
});

/** Creates a title that these members hold, one copy each on the shelf. */
const held = async (...members: string[]): Promise<string> => {
  let recordId = '';
  for (const member of members) {
    const own = recordId === '' ? {} : { recordId, sourceId: `${member}:${recordId.slice(4)}` };
    recordId = (await aCopy(table, { branchId: branchOf[member] ?? '', ...own })).recordId ?? '';
  }
  return recordId;
};

let numbers = 0;
type RequestFields = Partial<Parameters<typeof aRequestXml>[0]>;
/** Receives and processes a request of the partner; returns our id and the message's own row. */
const asks = async (fields: RequestFields = {}) => {
  numbers += 1;
  const number = fields.number ?? `N-${numbers}`;
  office.pass(1);
  const xml = aRequestXml({ supplier: 'US-ASH', requester: one.symbol.value, ...fields, number });
  const confirmed = await office.receive(xml, one);
  expect(confirmed.status).toBe(200);
  const { requestId, row } = await lastOf();
  const { batchItemFailures } = await office.deliver(requestId);
  expect(batchItemFailures).toEqual([]);
  return { number, requestId, row };
};
const messages = async (): Promise<PartnerMessage[]> => {
  const page = await partnerMessageStore(table).ofPartner(one.partnerId, { limit: 100 });
  return page === 'bad-cursor' ? [] : page.rows;
};
const lastOf = async () => {
  const row = (await messages()).find((each): each is InMessage => each.direction === 'in');
  return { requestId: row?.requestId ?? '', row };
};
type SupplierMessage = MessageOf<'supplyingAgencyMessage'>;
/** Returns the messages that our side posted about a request. */
const sentMessages = async (requestId: string): Promise<SupplierMessage[]> => {
  await office.deliver(requestId);
  return server.posted.flatMap(({ body }) => {
    const read = readMessage(Buffer.from(body));
    const message = 'message' in read && read.message.kind === 'supplyingAgencyMessage' ? read.message.body : undefined;
    return message?.header.supplyingAgencyRequestId === requestId ? [message] : [];
  });
};
const queueOf = async (memberId: string): Promise<string[]> => {
  const actor = staffAt(branchOf[memberId] ?? '', 'ill');
  const listed = await call(listRequests, { actor, query: { memberId, side: 'supplier' } });
  return (listed.body as { requests: { requestId: string }[] }).requests.map(({ requestId }) => requestId);
};

test('a member asked by its symbol has the request in its queue; its refusal is sent with the partner’s number', async () => {
  const recordId = await held('ash');
  const { requestId, number } = await asks({ recordId });
  const request = await office.load(requestId);
  expect(request).toMatchObject({
    ...{ kind: 'outside-supply', service: 'loan', recordId, requesterMember: one.partnerId },
    pickupBranch: `${one.partnerId}.outside`,
    partner: { requestId: number, requestingAgency: `ISIL:${one.symbol.value}` },
    asks: [{ supplierMember: 'ash', supplierState: 'request-received', itemId: expect.any(String) }],
    timers: { supplier: { name: 'reply-by' } },
  });
  expect(request.timers.requester).toBeUndefined();
  expect(mockMachine.started).toEqual([requestId]);
  expect(await queueOf('ash')).toContain(requestId);
  expect(await sentMessages(requestId)).toEqual([]);
  const restart = async (branchId: string) =>
    (
      await call(restartRequest.using(at(office.now())), {
        ...{ actor: staffAt(branchId, 'ill'), path: { requestId }, body: { branchId } },
      })
    ).status;
  expect([await restart('birch.east'), await restart('ash.main')]).toEqual([404, 202]);
  expect(mockMachine.started.at(-1)).toMatch(new RegExp(`^${requestId}-again-`));
  const body = { branchId: 'ash.main', askId: request.asks[0]?.askId, answer: 'unfilled', reason: 'NotOnShelf' };
  const answered = await call(answerRequest.using(at(office.now())), {
    actor: staffAt('ash.main', 'ill'),
    path: { requestId },
    body,
  });
  expect(answered.status).toBe(200);
  expect(await sentMessages(requestId)).toMatchObject([
    {
      header: {
        supplyingAgencyId: { agencyIdValue: 'US-ASH' },
        requestingAgencyId: { agencyIdValue: one.symbol.value },
        requestingAgencyRequestId: number,
      },
      messageInfo: { reasonForMessage: 'RequestResponse', reasonUnfilled: { value: 'NotOnShelf' } },
      statusInfo: { status: 'Unfilled' },
    },
  ]);
  expect(await queueOf('ash')).not.toContain(requestId);
});

test('where all members are asked, the best holder is chosen: on the shelf before lent, free before dear', async () => {
  // Ash answered no before, and that counts too: here both start equal.
  await table.write(
    ['ash', 'birch'].map((memberId) => ({ delete: resourceSharingKeys.key('lendingBalance', { memberId }) })),
  );
  const recordId = await held('ash', 'birch');
  const first = await asks({ recordId, supplier: 'US-CONSORTIUM' });
  expect((await office.load(first.requestId)).asks).toMatchObject([{ supplierMember: 'ash' }]);
  expect((await office.load(first.requestId)).rota[0]?.factors.length).toBeGreaterThan(5);
  const [copy] = (await itemStore(table).getMany([(await office.load(first.requestId)).asks[0]?.itemId ?? ''])) ?? [];
  if (copy) await table.write([{ update: { pk: `ITEM#${copy.itemId}`, sk: 'CIRC' }, set: { state: 'lost' } }]);
  const second = await asks({ recordId, supplier: 'US-CONSORTIUM', patron: 'another' });
  expect((await office.load(second.requestId)).asks).toMatchObject([{ supplierMember: 'birch' }]);
});

describe('certain answers are sent at once', () => {
  const answers = async (fields: RequestFields) => {
    const { requestId, row } = await asks(fields);
    const [message] = await sentMessages(requestId);
    const request = await office.load(requestId);
    return { message, request, row, status: message?.statusInfo.status, info: message?.messageInfo };
  };
  const no = (reason: string) => ({ status: 'Unfilled', info: { reasonUnfilled: { value: reason } } });

  test('not held, by a number that none of us has', async () => {
    for (const supplier of ['US-ASH', 'US-CONSORTIUM'])
      expect(await answers({ isbn: '9780141439587', supplier })).toMatchObject({
        ...no('NotHeld'),
        request: {
          asks: [{ supplierState: 'unfilled' }],
          history: [{ trigger: 'ask' }, { trigger: 'decline', by: { kind: 'system' } }],
        },
      });
    expect(await answers({ recordId: await held('birch') })).toMatchObject(no('NotHeld'));
  });

  test('not lent outside, missing from the shelf, needed by a past or impossible day', async () => {
    expect(await answers({ recordId: await held('elm'), supplier: 'US-ELM' })).toMatchObject(no('NotAvailableForILL'));
    const { recordId } = await aCopy(table, { state: 'missing' });
    expect(await answers({ recordId: recordId ?? '' })).toMatchObject(no('NotOnShelf'));
    const mine = await held('ash');
    expect(await answers({ recordId: mine, needBy: '2026-03-01T00:00:00Z' })).toMatchObject(
      no('ReqDelDateNotPossible'),
    );
    expect(await answers({ recordId: mine, needBy: '2026-03-02T23:00:00Z' })).toMatchObject(
      no('ReqDelDateNotPossible'),
    );
  });

  test('an item that is not lent does not circulate; a damaged one is in poor condition; a withdrawn one is not held', async () => {
    const copyOf = async (over: Partial<ItemCirculation>) => (await aCopy(table, over)).recordId ?? '';
    const reference = await copyOf({ branchId: 'birch.east', category: 'reference' });
    expect(await answers({ recordId: reference, supplier: 'US-BIRCH' })).toMatchObject(no('NonCirculating'));
    expect(await answers({ recordId: await copyOf({ state: 'damaged' }) })).toMatchObject(no('PoorCondition'));
    expect(await answers({ recordId: await copyOf({ state: 'withdrawn' }) })).toMatchObject(no('NotHeld'));
    expect(await answers({ recordId: await copyOf({ state: 'lost' }) })).toMatchObject(no('NotOnShelf'));
  });

  test('a copy of an item for use in the library only may be requested', async () => {
    const { request, message } = await answers({ recordId: await held('elm'), supplier: 'US-ELM', service: 'Copy' });
    expect([message, request.asks[0]?.supplierState]).toEqual([undefined, 'request-received']);
  });

  test('where all members are asked for an item known by its title only, and no one finds it', async () => {
    expect(await answers({ title: 'A book that was never written', supplier: 'US-CONSORTIUM' })).toMatchObject(
      no('NotFoundAsCited'),
    );
    // A member that was named does its own search: its card catalogue may have more.
    const { request, message } = await answers({ title: 'A book that was never written' });
    expect([message, request.asks[0]?.supplierState, request.recordId.slice(0, 4)]).toEqual([
      undefined,
      'request-received',
      'cit_',
    ]);
  });

  test('requested twice while the first is open; for another patron it is another request', async () => {
    const recordId = await held('ash');
    const first = await asks({ recordId, patron: 'P-1' });
    expect(await answers({ recordId, patron: 'P-1' })).toMatchObject(no('Duplicate'));
    expect((await answers({ recordId, patron: 'P-2' })).message).toBeUndefined();
    const ids = { supplier: 'US-ASH', requester: one.symbol.value, number: first.number };
    await office.receive(aRequesterXml(ids, 'Cancel'), one);
    await office.deliver(first.requestId);
    expect(await sentMessages(first.requestId)).toMatchObject([
      { messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'Y' }, statusInfo: { status: 'Cancelled' } },
    ]);
    expect((await answers({ recordId, patron: 'P-1' })).message).toBeUndefined();
  });

  test('dearer than the partner’s maximum: terms, to which it may agree under the old number or a new one', async () => {
    for (const renumbered of [false, true]) {
      const recordId = await held('birch');
      const { requestId, number } = await asks({
        recordId,
        supplier: 'US-BIRCH',
        maxCost: '5.00',
        patron: `P-${renumbered}`,
      });
      expect(await sentMessages(requestId)).toMatchObject([
        {
          messageInfo: { reasonRetry: { value: 'CostExceedsMaxCost' } },
          statusInfo: { status: 'RetryPossible' },
          retryInfo: { offeredCosts: [{ currencyCode: { value: 'EUR' }, monetaryValue: '9.00' }] },
        },
      ]);
      const again = renumbered ? { number: `${number}-b`, previous: number } : { number };
      const retried = await asks({ recordId, supplier: 'US-BIRCH', type: 'Retry', maxCost: '10.00', ...again });
      expect(retried.requestId).toBe(requestId);
      const request = await office.load(requestId);
      expect(request).toMatchObject({
        maxCost: { amount: 1000, currency: 'EUR' },
        partner: { requestId: again.number },
        asks: [{ supplierState: 'request-received', offer: { agreed: true } }],
      });
      // A copy that was too expensive before is shipped now, with the partner's own number.
      const [{ barcode = '' } = {}] = (await itemStore(table).getMany([request.asks[0]?.itemId ?? ''])) ?? [];
      const body = { branchId: 'birch.east', askId: request.asks[0]?.askId, barcode };
      const actor = staffAt('birch.east', 'ill');
      const shipped = await call(shipRequest.using(at(office.now())), { actor, path: { requestId }, body });
      expect(shipped).toMatchObject({ status: 200 });
      const loaned = (await sentMessages(requestId)).at(-1);
      expect(loaned).toMatchObject({
        header: { requestingAgencyRequestId: again.number },
        statusInfo: { status: 'Loaned' },
        deliveryInfo: { itemId: [barcode] },
      });
      // Too late to cancel, and too early to report more than its state.
      const ids = { supplier: 'US-BIRCH', requester: one.symbol.value, number: again.number };
      office.pass(1);
      await office.receive(aRequesterXml(ids, 'Cancel'), one);
      await office.deliver(requestId);
      expect((await sentMessages(requestId)).at(-1)).toMatchObject({
        header: { requestingAgencyRequestId: again.number },
        messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'N' },
        statusInfo: { status: 'Loaned' },
      });
    }
  });

  test('a renewal of an ended request is answered as such', async () => {
    const { requestId, number } = await asks({ recordId: await held('ash'), patron: 'P-late' });
    const ids = { supplier: 'US-ASH', requester: one.symbol.value, number };
    await office.receive(aRequesterXml(ids, 'Cancel'), one);
    await office.deliver(requestId);
    office.pass(1);
    await office.receive(aRequesterXml(ids, 'Renew'), one);
    await office.deliver(requestId);
    expect((await sentMessages(requestId)).at(-1)).toMatchObject({
      messageInfo: { reasonForMessage: 'RenewResponse', answerYesNo: 'N' },
      statusInfo: { status: 'Cancelled' },
    });
  });
});

test('a retry of a request that is over is a new one', async () => {
  const recordId = await held('birch');
  const first = await asks({ recordId, supplier: 'US-BIRCH', maxCost: '5.00', patron: 'P-over' });
  const ids = { supplier: 'US-BIRCH', requester: one.symbol.value, number: first.number };
  await office.receive(aRequesterXml(ids, 'Cancel'), one);
  await office.deliver(first.requestId);
  expect((await office.load(first.requestId)).asks).toMatchObject([{ supplierState: 'cancelled' }]);
  const again = { number: `${first.number}-b`, previous: first.number, type: 'Retry', maxCost: '10.00' };
  const retried = await asks({ recordId, supplier: 'US-BIRCH', ...again });
  expect(retried.requestId).not.toBe(first.requestId);
  expect((await office.load(retried.requestId)).asks).toMatchObject([{ supplierState: 'request-received' }]);
});

test('a retry under its old number is new, once; later messages concern the new one; reminders ask for the status', async () => {
  const recordId = await held('birch');
  const fields = { recordId, supplier: 'US-BIRCH', patron: 'P-over-again' };
  const first = await asks(fields);
  const { number } = first;
  const time = () => office.now();
  const ids = () => ({ supplier: 'US-BIRCH', requester: one.symbol.value, number, time: time() });
  await office.receive(aRequesterXml(ids(), 'Cancel'), one);
  await office.deliver(first.requestId);
  // The cancellation message has not reached it: its number is not yet free for another request.
  expect((await asks({ ...fields, number, time: time() })).requestId).toBe(first.requestId);
  expect((await asks({ ...fields, number, type: 'Reminder', time: time() })).requestId).toBe(first.requestId);
  const stands = (await sentMessages(first.requestId)).slice(-2);
  expect(stands.map(({ statusInfo }) => statusInfo.status)).toEqual(['Cancelled', 'Cancelled']);
  expect(stands.map(({ messageInfo }) => messageInfo.reasonForMessage)).toEqual(Array(2).fill('StatusRequestResponse'));
  // A reminder under another number is answered under that number.
  const reminded = await asks({ ...fields, number: `${number}-r`, previous: number, type: 'Reminder', time: time() });
  expect(reminded.requestId).toBe(first.requestId);
  expect((await sentMessages(first.requestId)).at(-1)?.header.requestingAgencyRequestId).toBe(`${number}-r`);

  const retried = await asks({ ...fields, number, type: 'Retry', time: time() });
  expect(retried.requestId).not.toBe(first.requestId);
  expect((await asks({ ...fields, number, type: 'Retry', time: time() })).requestId).toBe(retried.requestId);
  expect(await office.load(retried.requestId)).toMatchObject({
    ...{ partner: { requestId: number }, asks: [{ supplierState: 'request-received' }] },
  });
  await office.receive(aRequesterXml(ids(), 'Cancel'), one);
  await office.deliver(retried.requestId);
  expect((await office.load(retried.requestId)).asks).toMatchObject([{ supplierState: 'cancelled' }]);
});

test('a retry that does not repeat the item wants the same one', async () => {
  const recordId = await held('birch');
  const offered = await asks({ recordId, supplier: 'US-BIRCH', maxCost: '5.00', patron: 'P-terse' });
  const { citation } = await office.load(offered.requestId);
  expect(citation?.title).toBe('Emma');
  office.pass(1);
  const ids = { supplier: 'US-BIRCH', requester: one.symbol.value, number: offered.number };
  const terse = aRequestXml({ ...ids, type: 'Retry', maxCost: '10.00' }).replace(
    /<bibliographicInfo>.*<\/bibliographicInfo>/s,
    '',
  );
  expect((await office.receive(terse, one)).status).toBe(200);
  await office.deliver(offered.requestId);
  expect(await office.load(offered.requestId)).toMatchObject({
    ...{ citation, asks: [{ supplierState: 'request-received' }] },
  });
});

test('a record is found by any of its numbers and by its title, as the public may see it', async () => {
  const book = {
    id: 'b1',
    title: 'Rivers of the north',
    author: 'Okri, Nadia',
    isbn: '9780306406157',
    items: ['$aMAIN$p7001$oFIC 1'],
  };
  await loadBytes(table, 'ash', fileOf([book]));
  const { recordId = '' } = (await findItem(table, '7001')) ?? {};
  await index.hold([aDocument({ recordId, title: book.title, author: book.author, isbn13: [book.isbn] })]);
  for (const fields of [{ isbn: '0-306-40615-2' }, { title: 'The Rivers of the North' }]) {
    const { requestId } = await asks({ supplier: 'US-CONSORTIUM', patron: JSON.stringify(fields), ...fields });
    expect(await office.load(requestId)).toMatchObject({ recordId, asks: [{ supplierMember: 'ash' }] });
  }
});

test('a message about a request that is not processed yet waits for it', async () => {
  const ids = { supplier: 'US-ASH', requester: one.symbol.value, number: 'N-hasty' };
  office.pass(1);
  await office.receive(aRequestXml({ ...ids, recordId: await held('ash'), patron: 'hasty' }), one);
  const { requestId } = await lastOf();
  office.pass(1);
  await office.receive(aRequesterXml(ids, 'Cancel'), one);
  const cancel = (await office.rowsOf(requestId)).flatMap((after) => eventsOfMessage({ after })).at(-1);
  if (!cancel) throw new Error('Nothing came.');
  await office.carry(cancel);
  expect(office.again()).toMatchObject([{ event: cancel, seconds: 5 }]);
  await office.deliver(requestId);
  await office.carry(cancel);
  expect(await sentMessages(requestId)).toMatchObject([
    { messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'Y' }, statusInfo: { status: 'Cancelled' } },
  ]);
});

test('the same request in another form, and a status request, are answered by a report', async () => {
  const recordId = await held('ash');
  const { requestId, number } = await asks({ recordId });
  await asks({ recordId, number, time: '2026-03-02T12:00:00Z' });
  const ids = { supplier: 'US-ASH', requester: one.symbol.value, number };
  office.pass(1);
  await office.receive(aRequesterXml(ids, 'StatusRequest'), one);
  await office.deliver(requestId);
  const reports = await sentMessages(requestId);
  expect(reports).toHaveLength(2);
  for (const report of reports)
    expect(report).toMatchObject({
      messageInfo: { reasonForMessage: 'StatusRequestResponse' },
      statusInfo: { status: 'RequestReceived' },
    });
  expect((await office.load(requestId)).asks).toHaveLength(1);
});

test('given to three workers at once, or resumed after one that died, it is asked once', async () => {
  const recordId = await held('ash');
  const xml = aRequestXml({ supplier: 'US-ASH', requester: one.symbol.value, number: 'N-once', recordId });
  await office.receive(xml, one);
  const { requestId } = await lastOf();
  await Promise.all([office.deliver(requestId), office.deliver(requestId), office.deliver(requestId)]);
  await office.deliver(requestId);
  expect((await office.load(requestId)).asks).toHaveLength(1);

  office.pass(1);
  await office.receive(
    aRequestXml({ supplier: 'US-ASH', requester: one.symbol.value, number: 'N-cut', recordId, patron: 'x' }),
    one,
  );
  const cut = await lastOf();
  // Placed by a run that ended before it asked any supplier.
  const half = placeLoanRequest(
    {
      ...{
        requestId: cut.requestId,
        kind: 'outside-supply',
        recordId,
        requesterMember: one.partnerId,
        serviceLevel: 'normal',
      },
      ...{
        pickupBranch: `${one.partnerId}.outside`,
        placedAt: monday,
        partner: { requestId: 'N-cut', requestingAgency: 'ISIL:X' },
      },
      rota: [{ member: 'ash', score: 0, points: 0, factors: [] }],
    },
    TIMERS_IN_DEMO,
  );
  await loanRequestStore(table).place(half, []);
  await office.deliver(cut.requestId);
  expect((await office.load(cut.requestId)).asks).toMatchObject([
    { supplierMember: 'ash', supplierState: 'request-received' },
  ]);
});

test('a worker that dies before it starts the workflow: the next one starts it', async () => {
  const recordId = await held('ash');
  await office.receive(
    aRequestXml({ supplier: 'US-ASH', requester: one.symbol.value, number: 'N-begun', recordId, patron: 'b' }),
    one,
  );
  const { requestId } = await lastOf();
  jest.spyOn(mockMachine.machine, 'start').mockRejectedValueOnce(new Error('This worker is dead.'));
  expect((await office.deliver(requestId)).batchItemFailures).toHaveLength(1);
  expect((await office.load(requestId)).asks).toHaveLength(1);
  expect(mockMachine.started).toEqual([]);
  await office.deliver(requestId);
  expect(mockMachine.started).toEqual([requestId]);
});

test('while the search engine is unavailable a request waits in the queue, and does not fail', async () => {
  const endpoint = process.env.SEARCH_ENDPOINT;
  process.env.SEARCH_ENDPOINT = 'http://127.0.0.1:1';
  try {
    await office.receive(
      aRequestXml({ supplier: 'US-ASH', requester: one.symbol.value, number: 'N-away', isbn: '9780141439587' }),
      one,
    );
    const { requestId } = await lastOf();
    expect(await office.deliver(requestId)).toEqual({ batchItemFailures: [] });
    expect(office.again()).toMatchObject([{ seconds: 300 }]);
    process.env.SEARCH_ENDPOINT = endpoint;
    await office.deliver(requestId);
    expect((await office.load(requestId)).asks).toMatchObject([{ supplierState: 'unfilled' }]);
  } finally {
    process.env.SEARCH_ENDPOINT = endpoint;
  }
});

describeValidMessages('all that was sent', written, 12);
