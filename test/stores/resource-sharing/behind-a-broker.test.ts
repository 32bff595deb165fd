import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { partnerInbox } from '../../../functions/resource-sharing/data/partner-inbox-store.ts';
import { pointerItem } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { partnerMessageStore } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy } from '../../builders/lending.ts';
import { messageDeliveryAt } from '../../builders/message-delivery.ts';
import { aPartner, aRequesterXml, aRequestXml, withSymbols } from '../../builders/partners.ts';
import { noSearch, partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
let table: Table;
let office: ReturnType<typeof messageDeliveryAt>;
let broker: Awaited<ReturnType<typeof aPartner>>;

beforeAll(async () => {
  table = await aTable();
  Object.assign(process.env, partnersHere, noSearch);
  await aConsortium(table);
  const ash = { memberId: 'ash', name: 'Ash', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
  await table.write([
    { put: { ...membershipKeys.key('member', ash), ...stamp('member', 1), ...ash, createdAt: monday } },
  ]);
  await withSymbols(table, 'consortium', 'ash');
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  office = messageDeliveryAt(monday, () => table);
  office.begin();
  broker = await aPartner(table, { broker: true });
});

/** Sends a message of the broker; returns the response's status, and the request for which it was stored. */
const says = async (xml: string) => {
  office.pass(1);
  const { body } = await office.receive(xml, broker);
  const [, status] = /<(?:\w+:)?messageStatus>(\w+)</.exec(String(body)) ?? [];
  if (status !== 'OK') return { status };
  const page = await partnerMessageStore(table).ofPartner(broker.partnerId, { limit: 100 });
  const requestId =
    page === 'bad-cursor' ? '' : (page.rows.find(({ direction }) => direction === 'in')?.requestId ?? '');
  await office.deliver(requestId);
  return { status, requestId };
};
const behind = (requester: string) => ({ supplier: 'US-ASH', requester, number: '1001' });
const [a, b] = [behind('XX-A'), behind('XX-B')];
const held = async () => (await aCopy(table, { branchId: 'ash.main' })).recordId ?? '';

test('two libraries behind a broker that use one number have separate requests', async () => {
  const [recordId, other] = [await held(), await held()];
  const ofA = await says(aRequestXml({ ...a, recordId }));
  const ofB = await says(aRequestXml({ ...b, recordId: other }));
  expect([ofA.status, ofB.status]).toEqual(['OK', 'OK']);
  expect(await office.load(ofA.requestId ?? '')).toMatchObject({
    ...{ recordId, partner: { requestId: '1001', requestingAgency: 'ISIL:XX-A' } },
  });
  expect(await office.load(ofB.requestId ?? '')).toMatchObject({
    ...{ recordId: other, partner: { requestId: '1001', requestingAgency: 'ISIL:XX-B' } },
  });
  // Repeated, each is the same request, also with other upper and lower case.
  expect((await says(aRequestXml({ ...b, requester: 'xx-b', recordId: other }))).requestId).toBe(ofB.requestId);
  expect((await says(aRequestXml({ ...a, recordId, time: '2026-03-02T12:00:00Z' }))).requestId).toBe(ofA.requestId);
});

test('a cancellation or status request of one library behind a broker never concerns another’s request', async () => {
  const ofA = await says(aRequestXml({ ...a, recordId: await held() }));
  expect(await says(aRequesterXml(b, 'Cancel'))).toEqual({ status: 'ERROR' });
  const anew = { ...b, number: '1002', previous: '1001', type: 'Reminder' };
  expect(await says(aRequestXml(anew))).toEqual({ status: 'ERROR' });
  const ofB = await says(aRequestXml({ ...b, recordId: await held() }));
  expect((await says(aRequesterXml(b, 'Cancel'))).requestId).toBe(ofB.requestId);
  const stateOf = async (requestId = '') => (await office.load(requestId)).asks.at(-1)?.supplierState;
  expect([await stateOf(ofA.requestId), await stateOf(ofB.requestId)]).toEqual(['request-received', 'cancelled']);
});

test('a request stored before the library was part of its number is found by the content of its messages', async () => {
  const ofA = await says(aRequestXml({ ...a, recordId: await held() }));
  const { request } = (await loanRequestStore(table).load(ofA.requestId ?? '')) ?? {};
  const { partnerId } = broker;
  const old = { partnerId, side: 'requester' as const, number: '900', symbol: '*' };
  await table.write([{ put: pointerItem(old, { requestId: request?.requestId ?? '', member: 'ash' }) }]);
  expect((await says(aRequesterXml({ ...a, number: '900' }, 'Cancel'))).requestId).toBe(ofA.requestId);
  // A new one under that number requests something else.
  expect(await partnerInbox(table).find({ ...old, agency: 'ISIL:XX-A' }, 'exact')).toBeUndefined();
});
