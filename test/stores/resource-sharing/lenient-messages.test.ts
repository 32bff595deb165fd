import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { librarySymbolStore } from '../../../functions/resource-sharing/data/library-symbol-store.ts';
import { pointerItem } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { handler as listMessages } from '../../../functions/resource-sharing/operations/list-partner-messages/handler.ts';
import { handler as receive } from '../../../functions/resource-sharing/operations/receive-message/handler.ts';
import type { MessageView } from '../../../functions/resource-sharing/schemas/messages.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import type { MessageOf } from '../../../layers/protocols/iso18626/schemas.ts';
import { type Answered, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import {
  anAuditLine,
  aPartner,
  aRequesterXml,
  aRequestXml,
  aSupplierXml,
  withSymbols,
} from '../../builders/partners.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const admin = consortiumStaff('admin');
let table: Table & { name: string };

beforeAll(async () => {
  table = await aTable();
  process.env.PARTNER_SECRETS = '/Test/partners';
  for (const memberId of ['ash', 'elm']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    await table.write([
      { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member, createdAt: monday } },
    ]);
  }
  await withSymbols(table, 'ash');
});
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation(() => {}));

type Confirmation = MessageOf<'requestingAgencyMessageConfirmation'>;
const confirmationIn = ({ body }: Answered): Confirmation => {
  const read = readMessage(Buffer.from(String(body)));
  if (!('message' in read)) throw new Error(`No confirmation: ${String(body)}`);
  return read.message.body as Confirmation;
};
const statusOf = (answered: Answered) => confirmationIn(answered).confirmationHeader.messageStatus;
const logOf = async (partnerId: string): Promise<MessageView[]> =>
  ((await call(listMessages, { actor: admin, path: { partnerId } })).body as { messages: MessageView[] }).messages;

/** A partner, and what it sends. */
const known = async () => {
  const one = await aPartner(table);
  const authorization = `Basic ${Buffer.from(`${one.partnerId}:${one.secret}`).toString('base64')}`;
  const headers = { 'content-type': 'application/xml', authorization };
  const send = (rawBody: string, { now = monday } = {}) => call(receive.using(at(now)), { rawBody, headers });
  return { ...one, value: one.symbol.value, send };
};
let numbers = 0;
const ask = (requester: string, { supplier = 'US-ASH' } = {}) => {
  numbers += 1;
  return aRequestXml({ supplier, requester, number: `N-${numbers}` });
};

test('a symbol without a type, or with a blank one, is matched by its value: the sender’s, and ours', async () => {
  await librarySymbolStore(table).set(
    { memberId: 'elm', symbol: { type: 'OCLC', value: 'ELM-1' } },
    anAuditLine('library-symbol:elm'),
  );
  const one = await known();
  for (const type of ['<agencyIdType></agencyIdType>', ''])
    for (const supplier of ['US-ASH', 'elm-1']) {
      const xml = ask(one.value, { supplier }).replaceAll('<agencyIdType>ISIL</agencyIdType>', type);
      const number = `N-${numbers}`;
      expect([type, statusOf(await one.send(xml))]).toEqual([type, 'OK']);
      const cancel = aRequesterXml({ supplier, requester: one.value, number }, 'Cancel');
      expect(statusOf(await one.send(cancel.replaceAll('<agencyIdType>ISIL</agencyIdType>', type)))).toBe('OK');
    }
  const members = (await logOf(one.partnerId)).map(({ member }) => member).toSorted();
  expect(members).toEqual([...Array(4).fill('ash'), ...Array(4).fill('elm')]);
  const nowhere = ask(one.value, { supplier: 'NOWHERE' }).replaceAll('ISIL', '');
  expect(confirmationIn(await one.send(nowhere)).errorData).toMatchObject([
    { errorValue: 'supplyingAgencyId: NOWHERE' },
  ]);
});

test('our own number is recognised in capitals; a partner’s own number is another in another case', async () => {
  const one = await known();
  const to = { requestId: 'req_01abc', member: 'ash' };
  await table.write([
    { put: pointerItem({ partnerId: one.partnerId, side: 'supplier', number: to.requestId, symbol: '*' }, to) },
  ]);
  const ids = { supplier: one.value, requester: 'US-ASH', number: 'REQ_01ABC' };
  expect(statusOf(await one.send(aSupplierXml(ids, 'WillSupply')))).toBe('OK');
  expect(await logOf(one.partnerId)).toMatchObject([to]);
  await one.send(aRequestXml({ supplier: 'US-ASH', requester: one.value, number: 'N-Case' }));
  const other = { supplier: 'US-ASH', requester: one.value, number: 'n-case' };
  expect(statusOf(await one.send(aRequesterXml(other, 'Cancel')))).toBe('ERROR');
});

test('an identical question is answered again, once in a minute; a message that changes the state is not repeated', async () => {
  const one = await known();
  const ids = { supplier: 'US-ASH', requester: one.value, number: 'N-again' };
  await one.send(aRequestXml(ids));
  const rows = async () =>
    (await scanAll(table.name)).filter(({ partnerId, direction }) => partnerId === one.partnerId && direction === 'in');
  const stored = async (action: Parameters<typeof aRequesterXml>[1]) => {
    const before = (await rows()).length;
    for (const now of [monday, '2026-03-02T11:02:00.000Z', '2026-03-02T11:02:30.000Z', '2026-03-02T11:05:00.000Z'])
      expect(statusOf(await one.send(aRequesterXml(ids, action), { now }))).toBe('OK');
    return (await rows()).length - before;
  };
  expect([
    await stored('StatusRequest'),
    await stored('Renew'),
    await stored('Cancel'),
    await stored('Received'),
  ]).toEqual([...[3, 3, 3, 1]]);
  expect((await rows()).filter(({ again }) => again === true)).toHaveLength(6);
});
