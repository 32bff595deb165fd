import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { type PartnerMessage, unpackIso } from '../../../functions/resource-sharing/data/partner-message-rows.ts';
import { handler as answerRequest } from '../../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as completeRequest } from '../../../functions/resource-sharing/operations/complete-request/handler.ts';
import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as takeSteps } from '../../../functions/resource-sharing/operations/take-steps/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { ASKED, anAskingPartner } from '../../builders/asking-partner.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aCopy, at } from '../../builders/lending.ts';
import { aPartner, aRequestXml } from '../../builders/partners.ts';
import { staffAt } from '../../builders/people.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { partnersHere } from '../../builders/settings.ts';
import '../../builders/loan-machine.ts';

let table: Table;
let index: TestIndex;
let world: Awaited<ReturnType<typeof anAskingPartner>>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  await index.hold([]);
  Object.assign(process.env, partnersHere);
  world = await anAskingPartner(table, '2026-03-02T11:00:00.000Z');
});
afterAll(async () => {
  world.server.close();
  await index.drop();
});

/** Creates a title that these members hold, one copy each on the shelf. */
const held = async (...members: string[]): Promise<string> => {
  let recordId = '';
  for (const member of members) {
    const own = recordId === '' ? {} : { recordId, sourceId: `${member}:${recordId.slice(4)}` };
    recordId = (await aCopy(table, { branchId: ASKED[member] ?? '', ...own })).recordId ?? '';
  }
  return recordId;
};
let numbers = 0;
const ids = (supplier: string) => {
  numbers += 1;
  return { supplier, requester: world.one.symbol.value, number: `N-${numbers}` };
};
const bodyOf = ({ body }: PartnerMessage) => body && unpackIso(body);
const asks = (fields: Partial<Parameters<typeof aRequestXml>[0]>) =>
  world.asks(aRequestXml({ ...ids('US-ASH'), ...fields }));
const now = () => at(world.office.now());
const ask = async (requestId: string) => (await world.office.load(requestId)).asks.at(-1);
const stepAt = async (branchId: string, requestId: string, body: object) => ({
  ...{ actor: staffAt(branchId, 'ill'), path: { requestId } },
  body: { branchId, askId: (await ask(requestId))?.askId, ...body },
});
const ships = async (requestId: string, body: object, branchId = 'ash.main') =>
  call(shipRequest.using(now()), await stepAt(branchId, requestId, body));
const declines = async (requestId: string, branchId: string, reason = 'NotOnShelf') =>
  call(answerRequest.using(now()), await stepAt(branchId, requestId, { answer: 'unfilled', reason }));
const statuses = async (requestId: string) =>
  (await world.sentMessages(requestId)).map(({ statusInfo }) => statusInfo.status);

describeWithRealData('what a partner asks for by its title alone', (folder) => {
  test('is lent by the copy that is scanned, and comes home: the captured exchange to LoanCompleted', async () => {
    const captured = readFileSync(
      join(folder, 'ill', 'messages', 'direct__d-loaned.requester-00-incoming-request-request.xml'),
      'utf8',
    );
    const xml = captured.replace('>SUP1<', '>US-ASH<').replace('>REQ<', `>${world.one.symbol.value}<`);
    const requestId = await world.asks(xml);
    expect((await world.office.load(requestId)).recordId).toMatch(/^cit_/);
    const { barcode, recordId } = await aCopy(table, { branchId: 'ash.main' });
    expect(await ships(requestId, { barcode: 'nowhere' })).toMatchObject({ status: 404 });
    const askId = (await ask(requestId))?.askId;
    const together = async (step: string, more = {}) =>
      call(takeSteps.using(now()), {
        actor: staffAt('ash.main', 'ill'),
        body: { branchId: 'ash.main', steps: [{ requestId, askId, step, ...more }] },
      });
    expect((await together('ship')).body).toMatchObject({ results: [{ refused: [{ code: 'barcode-missing' }] }] });
    const accepted = await call(
      answerRequest.using(now()),
      await stepAt('ash.main', requestId, { answer: 'will-supply', barcode }),
    );
    expect(accepted).toMatchObject({ status: 200, body: { recordId } });
    // The promised copy is known now, but only a scan tells which one leaves.
    expect((await together('ship')).body).toMatchObject({ results: [{ refused: [{ code: 'barcode-missing' }] }] });
    expect((await together('ship', { barcode })).body).toMatchObject({ results: [{ status: { state: 'shipped' } }] });
    const agencies = { supplier: 'US-ASH', requester: world.one.symbol.value, number: 'd-loaned' };
    await world.does(requestId, agencies, 'Received');
    await world.does(requestId, agencies, 'ShippedReturn');
    const home = await call(completeRequest.using(now()), await stepAt('ash.main', requestId, { barcode }));
    expect(home).toMatchObject({ status: 200 });
    expect(await statuses(requestId)).toEqual(['WillSupply', 'Loaned', 'LoanCompleted']);
  });
});

test('another edition is sent to a partner only when staff confirm it', async () => {
  const requestId = await asks({ recordId: await held('ash') });
  const { barcode, recordId } = await aCopy(table, { branchId: 'ash.main' });
  expect(await ships(requestId, { barcode })).toMatchObject({ status: 422, body: { code: 'other-record' } });
  expect(await ships(requestId, { barcode, otherRecord: true })).toMatchObject({ status: 200, body: { recordId } });
  expect(await statuses(requestId)).toEqual(['Loaned']);
});

describe('asked of all our members', () => {
  const rounds = async (requestId: string) => world.office.round(requestId);

  test('a refusal by one asks the next, and the last refusal is sent', async () => {
    await table.write(
      ['ash', 'birch'].map((memberId) => ({ delete: resourceSharingKeys.key('lendingBalance', { memberId }) })),
    );
    const requestId = await asks({ recordId: await held('ash', 'birch'), supplier: 'US-CONSORTIUM', patron: 'all' });
    expect(await ask(requestId)).toMatchObject({ supplierMember: 'ash' });
    expect(await declines(requestId, 'ash.main')).toMatchObject({ status: 200 });
    expect(await statuses(requestId)).toEqual([]);
    await rounds(requestId);
    expect(await ask(requestId)).toMatchObject({ supplierMember: 'birch', supplierState: 'request-received' });
    expect(await declines(requestId, 'birch.east')).toMatchObject({ status: 200 });
    expect(await statuses(requestId)).toEqual(['Unfilled']);
    expect(await rounds(requestId)).toMatchObject({ next: 'end' });
  });

  test('between a refusal and the next ask its status is received, and cancelled then it is asked of no one else', async () => {
    const { number, ...who } = ids('US-CONSORTIUM');
    const fields = { recordId: await held('ash', 'birch'), patron: 'between' };
    const requestId = await world.asks(aRequestXml({ ...who, number, ...fields }));
    const first = (await ask(requestId))?.supplierMember ?? '';
    expect(await declines(requestId, ASKED[first] ?? '')).toMatchObject({ status: 200 });
    await world.does(requestId, { ...who, number }, 'StatusRequest');
    expect(await statuses(requestId)).toEqual(['RequestReceived']);
    await world.does(requestId, { ...who, number }, 'Cancel');
    expect((await world.sentMessages(requestId)).at(-1)).toMatchObject({
      messageInfo: { reasonForMessage: 'CancelResponse', answerYesNo: 'Y' },
      statusInfo: { status: 'Cancelled' },
    });
    expect(await rounds(requestId)).toMatchObject({ next: 'end' });
    expect(await world.office.load(requestId)).toMatchObject({ state: 'cancelled', asks: [{ supplierMember: first }] });
  });

  test('a silent member is no longer asked; one without a copy is skipped, and then no one supplies', async () => {
    const recordId = await held('ash', 'birch', 'elm');
    const requestId = await asks({ recordId, supplier: 'US-CONSORTIUM', patron: 'silent' });
    const first = (await ask(requestId))?.supplierMember ?? '';
    const { rota } = await world.office.load(requestId);
    expect(rota).toHaveLength(3);
    world.office.pass(181);
    await rounds(requestId);
    const second = await ask(requestId);
    expect((await world.office.load(requestId)).asks).toMatchObject([
      { supplierMember: first, outcome: 'timed-out', supplierState: 'cancelled' },
      { supplierState: 'request-received' },
    ]);
    const third = rota.find(({ member }) => member !== first && member !== second?.supplierMember);
    await table.write([{ update: { pk: `ITEM#${third?.itemId}`, sk: 'CIRC' }, set: { state: 'missing' } }]);
    expect(await declines(requestId, ASKED[second?.supplierMember ?? ''] ?? '', 'NotHeld')).toMatchObject({
      status: 200,
    });
    expect(await statuses(requestId)).toEqual([]);
    await rounds(requestId);
    const ended = await world.office.load(requestId);
    expect(ended.rota.at(-1)).toMatchObject({ member: third?.member, skipped: { reason: 'no-copy' } });
    expect([ended.state, await statuses(requestId)]).toEqual(['end-of-rota', ['Unfilled']]);
    expect((await world.sentMessages(requestId)).at(-1)?.messageInfo.reasonUnfilled?.value).toBe('NotHeld');
  });
});

describe('requested again for the same item', () => {
  const attention = async (requestId: string) => (await ask(requestId))?.attention;

  test('without its patron’s number it is flagged for staff, and never refused', async () => {
    const recordId = await held('ash');
    expect(await attention(await asks({ recordId }))).toBeUndefined();
    const again = await asks({ recordId });
    expect([await attention(again), await statuses(again)]).toEqual(['perhaps-double', []]);
    const item = (await ask(again))?.itemId ?? '';
    const [{ barcode = '' } = {}] = await itemStore(table).getMany([item]);
    expect(await ships(again, { barcode })).toMatchObject({ status: 200 });
    expect(await attention(again)).toBeUndefined();
  });

  test('two articles of one journal and two volumes of one set are two requests, also for one patron', async () => {
    const recordId = await held('ash');
    const part = (more: string) => (xml: string) => xml.replace('</title>', `</title>${more}`);
    const of = async (change: (xml: string) => string, service = 'Copy') =>
      world.asks(change(aRequestXml({ ...ids('US-ASH'), recordId, service, patron: 'reader' })));
    const article = (pages: string) =>
      part(`<titleOfComponent>On tea</titleOfComponent><volume>3</volume><pagesRequested>${pages}</pagesRequested>`);
    expect(await statuses(await of(article('10-19')))).toEqual([]);
    expect(await statuses(await of(article('30-39')))).toEqual([]);
    expect(await statuses(await of(article('10-19')))).toEqual(['Unfilled']);
    expect(await statuses(await of(part('<volume>1</volume>'), 'Loan'))).toEqual([]);
    expect(await statuses(await of(part('<volume>2</volume>'), 'Loan'))).toEqual([]);
    expect(await statuses(await of(part('<volume>2</volume>'), 'Loan'))).toEqual(['Unfilled']);
  });
});

test('delivery addresses leave the log when it is decided, and the request at its end; messages after the adopted time', async () => {
  const agencies = ids('US-ASH');
  const place = { deliverTo: '7 Hill Road', patron: 'address' };
  const requestId = await world.asks(aRequestXml({ ...agencies, ...place, recordId: await held('ash') }));
  const savedRows = async () => JSON.stringify(await world.office.rowsOf(requestId).then((rows) => rows.map(bodyOf)));
  expect((await world.office.load(requestId)).partner?.deliverTo).toEqual(['7 Hill Road']);
  expect(await savedRows()).not.toContain('7 Hill Road');
  expect(await world.office.rowsOf(requestId)).toMatchObject([
    { state: 'applied', expiresAt: Math.floor(Date.parse(world.office.now()) / 1000) + 400 * 24 * 3600 },
  ]);
  await world.does(requestId, agencies, 'Cancel');
  expect((await world.office.load(requestId)).partner).toEqual({
    ...{ requestId: agencies.number, requestingAgency: `ISIL:${world.one.symbol.value}` },
  });
  expect(await statuses(requestId)).toEqual(['Cancelled']);
  for (const row of await world.office.rowsOf(requestId)) expect(row.expiresAt).toBeGreaterThan(0);
});

test('of partners outside, one that was paused since, or that cannot deliver in time any more, is skipped', async () => {
  const { office, one } = world;
  const partners = await Promise.all([20, 1, 1].map((transitDays) => aPartner(table, { transitDays })));
  const [far, paused, able] = partners.map(({ partnerId }) => partnerId);
  const rota = [one.partnerId, far ?? '', paused ?? '', able ?? ''];
  const needBy = new Date(Date.parse(office.now()) + 10 * 86_400_000).toISOString();
  const requestId = await office.asked(rota, { needBy });
  await table.write([
    { update: resourceSharingKeys.key('partner', { partnerId: paused ?? '' }), set: { paused: true } },
  ]);
  office.pass(181);
  await office.round(requestId);
  const request = await office.load(requestId);
  expect(request.asks.map(({ supplierMember }) => supplierMember)).toEqual([one.partnerId, able]);
  expect(request.rota.map(({ member, skipped }) => [member, skipped?.reason])).toEqual([
    [one.partnerId, undefined],
    [able, undefined],
    [far, 'cannot-arrive-in-time'],
    [paused, 'not-supplying'],
  ]);
});
