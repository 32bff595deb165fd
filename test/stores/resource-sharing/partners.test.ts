import { DeleteParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { partnerMessageStore, settledWrite } from '../../../functions/resource-sharing/data/partner-message-store.ts';
import type { Partner } from '../../../functions/resource-sharing/domain/partners/partner.ts';
import { handler as addPartner } from '../../../functions/resource-sharing/operations/add-partner/handler.ts';
import { handler as editPartner } from '../../../functions/resource-sharing/operations/edit-partner/handler.ts';
import { handler as getPartner } from '../../../functions/resource-sharing/operations/get-partner/handler.ts';
import { handler as listSymbols } from '../../../functions/resource-sharing/operations/list-library-symbols/handler.ts';
import { handler as listPartners } from '../../../functions/resource-sharing/operations/list-partners/handler.ts';
import { handler as removePartner } from '../../../functions/resource-sharing/operations/remove-partner/handler.ts';
import { handler as rotate } from '../../../functions/resource-sharing/operations/rotate-partner-secret/handler.ts';
import { handler as setSymbol } from '../../../functions/resource-sharing/operations/set-library-symbol/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { requestsIn } from '../../builders/copy-requests.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aPartner, withSymbols } from '../../builders/partners.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const ssm = mockClient(SSMClient);
const admin = consortiumStaff('admin');
const ill = staffAt('ash.main', 'ill');
let table: Table & { name: string };

beforeAll(async () => {
  table = await aTable();
  process.env.PARTNER_SECRETS = '/Test/partners';
  for (const memberId of ['ash', 'birch']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    await table.write([
      { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member, createdAt: monday } },
    ]);
  }
  await withSymbols(table, 'consortium', 'ash', 'birch');
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  ssm.reset();
  ssm.on(PutParameterCommand).resolves({});
  ssm.on(DeleteParameterCommand).resolves({});
});

const terms = (value: string, more: object = {}) => ({
  ...{ name: 'Northern Broker', symbols: [{ type: 'ISIL', value }], address: 'https://broker.example.org/iso18626' },
  ...{ dialect: '1.2', supplies: true, requests: true, knowsUsAs: 'consortium', outbound: { how: 'none' }, ...more },
});
const add = (body: object) => call(addPartner.using(at(monday)), { actor: admin, body });
const change = (partnerId: string, body: object) =>
  call(editPartner.using(at(monday)), { actor: admin, path: { partnerId }, body });
const get = async (partnerId: string): Promise<Partner> =>
  (await call(getPartner, { actor: ill, path: { partnerId } })).body as Partner;

describe('the registry', () => {
  test('a partner is added: its secret is shown once and stored hashed, ours goes to the parameter store only', async () => {
    const body = terms('XX-1', { outbound: { how: 'basic', username: 'concord' }, outboundSecret: 'our own word' });
    const added = await add(body);
    expect(added).toMatchObject({ status: 201, body: { secret: expect.any(String), outboundSecretSince: monday } });
    const { partnerId, secret } = added.body as { partnerId: string; secret: string };
    expect(ssm.commandCalls(PutParameterCommand).map(({ args }) => args[0].input)).toMatchObject([
      { Name: `/Test/partners/${partnerId}`, Value: 'our own word', Type: 'SecureString' },
    ]);
    expect(JSON.stringify(await get(partnerId))).not.toMatch(/our own word|secretHash/);
    const rows = JSON.stringify(await scanAll(table.name));
    expect(rows.includes(secret) || rows.includes('our own word')).toBe(false);
    expect(rows).toContain('"did":"add-partner"');
    const listed = await call(listPartners, { actor: ill });
    expect(listed.body).toMatchObject({ partners: expect.arrayContaining([expect.objectContaining({ partnerId })]) });
  });

  test('resource sharing staff read partners, and only the consortium’s administrators change them', async () => {
    const { partnerId } = await aPartner(table);
    for (const [handler, more] of [
      [addPartner, { body: terms('XX-2') }],
      [editPartner, { path: { partnerId }, body: { paused: true } }],
      [rotate, { path: { partnerId }, body: {} }],
      [removePartner, { path: { partnerId } }],
    ] as const)
      expect(await call(handler, { actor: ill, ...more })).toMatchObject({ status: 403 });
  });

  test('a partner is removed once it is paused and has no open requests; its symbols are free, our secret is deleted', async () => {
    const { partnerId, symbol } = await aPartner(table, { accountId: 'leaving' });
    const remove = () => call(removePartner.using(at(monday)), { actor: admin, path: { partnerId } });
    const requests = requestsIn(table, monday);
    const { requestId } = await requests.asked({ suppliers: [partnerId], kind: 'outside-loan' });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'partner-not-paused' } });
    await change(partnerId, { paused: true });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'partner-has-loans' } });
    await requests.step(requestId, 'withdraw');
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'partner-has-messages' } });
    const messages = partnerMessageStore(table);
    const page = await messages.ofPartner(partnerId, { limit: 10 });
    const rows = page === 'bad-cursor' ? [] : page.rows;
    const open = rows.flatMap((row) => (row.direction === 'out' ? [row] : []));
    expect(open.length).toBeGreaterThan(0);
    for (const row of open) await messages.write([settledWrite(row, { state: 'confirmed', keepDays: 30 }, monday)]);

    expect(await remove()).toMatchObject({ status: 200, body: { removed: true } });
    const forgotten = ssm.commandCalls(DeleteParameterCommand).map(({ args }) => args[0].input.Name);
    expect(forgotten).toEqual([`/Test/partners/${partnerId}`]);
    ssm.on(DeleteParameterCommand).rejects(new ParameterNotFound({ message: 'none', $metadata: {} }));
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'unknown-partner' } });
    expect((await call(getPartner, { actor: ill, path: { partnerId } })).status).toBe(404);
    expect((await add(terms(symbol.value, { accountId: 'leaving' }))).status).toBe(201);
    expect(JSON.stringify(await scanAll(table.name))).toContain('"did":"remove-partner"');
  });

  test('a symbol or account name has one owner: a partner, a member or the consortium; a released one is free', async () => {
    const first = await aPartner(table, { accountId: 'north' });
    const { value } = first.symbol;
    for (const body of [
      terms(value),
      terms(value.toLowerCase()),
      terms('US-ASH'),
      terms('XX-3', { accountId: 'north' }),
    ])
      expect(await add(body)).toMatchObject({ status: 409, body: { code: 'symbol-taken' } });
    const taken = { actor: admin, path: { memberId: 'birch' }, body: { symbol: { type: 'ISIL', value } } };
    expect(await call(setSymbol, taken)).toMatchObject({ status: 409, body: { code: 'symbol-taken' } });
    const symbols = [{ type: 'ISIL', value: 'XX-MOVED' }];
    expect((await change(first.partnerId, { symbols, accountId: null })).status).toBe(200);
    expect((await get(first.partnerId)).accountId).toBeUndefined();
    expect((await add(terms(value, { accountId: 'north' }))).status).toBe(201);
  });

  test.each([
    ['http://broker.example.org/', 'HTTPS'],
    ['https://us:them@broker.example.org/', 'Credentials'],
    ['https://broker.example.org/#here', '#'],
    ['ftp://broker.example.org/', 'HTTPS'],
    ['http://127.0.0.1:9/', 'HTTPS'],
    ['not an address', 'no address'],
  ])('%s is not a valid address for messages', async (address, why) => {
    const refused = await add(terms('XX-4', { address }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'address-refused' } });
    expect(JSON.stringify(refused.body)).toContain(why);
  });

  test('an authenticated partner needs a secret, and a secret its use; headers that HTTP writes itself are refused', async () => {
    const basic = { outbound: { how: 'basic', username: 'us' } };
    expect(await add(terms('XX-5', basic))).toMatchObject({ status: 422, body: { code: 'secret-missing' } });
    expect(await add(terms('XX-5', { outboundSecret: 'x' }))).toMatchObject({
      status: 422,
      body: { code: 'secret-unused' },
    });
    for (const header of ['Host', 'Content-Length', 'Transfer-Encoding', 'X\r\nY'])
      expect(await add(terms('XX-5', { outbound: { how: 'header', header }, outboundSecret: 'x' }))).toMatchObject({
        status: 400,
      });
    const { partnerId } = await aPartner(table);
    expect(await change(partnerId, basic)).toMatchObject({ status: 422, body: { code: 'secret-missing' } });
    expect(await change(partnerId, { ...basic, outboundSecret: 'x' })).toMatchObject({ status: 200 });
    // The stored secret also applies to the next change.
    expect(await change(partnerId, { name: 'Renamed' })).toMatchObject({ status: 200, body: { name: 'Renamed' } });
  });

  test('members have symbols, set by their own administrator or the consortium’s', async () => {
    const body = { symbol: { type: 'ISIL', value: 'US-ASH-2' }, sendCopiesTo: 'ill@ash.example' };
    const path = { memberId: 'ash' };
    expect(await call(setSymbol, { actor: staffAt('birch', 'member-admin'), path, body })).toMatchObject({
      status: 403,
    });
    expect(await call(setSymbol, { actor: staffAt('ash', 'member-admin'), path, body })).toMatchObject({ status: 200 });
    const back = { ...body, symbol: { type: 'ISIL', value: 'US-ASH' } };
    expect(await call(setSymbol, { actor: admin, path, body: back })).toMatchObject({ status: 200 });
    const nobody = { actor: admin, path: { memberId: 'nowhere' }, body: { symbol: { type: 'ISIL', value: 'US-NO' } } };
    expect(await call(setSymbol, nobody)).toMatchObject({ status: 404 });
    expect((await call(listSymbols, { actor: ill })).body).toMatchObject({
      symbols: [{ memberId: 'ash', symbol: { value: 'US-ASH' } }, { memberId: 'birch' }, { memberId: 'consortium' }],
    });
  });
});
