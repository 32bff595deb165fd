import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type RunningVendor, startVendor } from '../../demo/ebook-vendor/vendor.ts';
import { tokenOf } from '../../local/access-token.ts';
import { accountOf, adminToken, calling, deployed } from '../builders/deployed.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const name = `Zyxwvut ${run}`;
let vendor: RunningVendor;

beforeAll(async () => {
  const title = {
    author: 'Vendor, Anna',
    publisher: 'Vendor',
    year: 2020,
    language: 'en',
    subjects: [],
    audiobook: false,
  };
  vendor = await startVendor({
    port: 0,
    titles: [{ ...title, key: run, identifier: `urn:test:${run}`, title: name, copies: 1 }],
  });
});
afterAll(() => vendor.stop());

/** Polls until the condition holds, for at most five minutes, because a slow machine must not fail the test. */
const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let i = 0; i < 300; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('It did not become so in five minutes.');
};

const harvest = async (): Promise<void> => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new LambdaClient({ endpoint: endpoints.aws, region: endpoints.region, credentials });
  const FunctionName = 'Concord-digital-lending-harvest-collections';
  const { FunctionError, Payload } = await client.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  client.destroy();
  expect([FunctionError, Payload?.transformToString()]).toEqual([undefined, expect.any(String)]);
};

test('a title of a vendor is harvested, found, borrowed, shown in the account and returned', async () => {
  const collectionId = `t-${run}`;
  const collection = { name: 'Test e-books', vendor: 'opds', address: vendor.feed, members: ['riverton'] };
  const body = { collection, version: 0 };
  const token = await adminToken(endpoints);
  expect(await call('PUT', `/digital-lending/collections/${collectionId}`, { token, body })).toMatchObject({
    status: 200,
  });
  await harvest();
  const hit = await until(async () => {
    const { body: found } = await call('GET', `/discovery/search?q=${encodeURIComponent(name)}`);
    return (found.hits as { recordId: string; title: string }[] | undefined)?.find((one) => one.title.startsWith(name));
  });
  const shown = async (): Promise<Record<string, unknown>> => {
    const { body: answered } = await call('GET', `/digital-lending/availability?records=${hit.recordId}`);
    const [first] = (answered.records as { titles: Record<string, unknown>[] }[]) ?? [];
    return first?.titles[0] ?? {};
  };
  expect(await shown()).toMatchObject({ state: 'available', copies: 1, free: 1, isLive: true, members: ['riverton'] });
  const path = `/digital-lending/titles/${collectionId}/${String((await shown()).titleKey)}/loan`;
  const inFeed = await call('GET', `/digital-lending/opds?title=${collectionId}_${String((await shown()).titleKey)}`);
  expect(inFeed).toMatchObject({ status: 200, body: { metadata: { identifier: `urn:test:${run}` } } });

  const patron = await tokenOf(endpoints, accountOf(endpoints, 'riverton', 'patron'));
  expect(await call('POST', path, { token: patron })).toMatchObject({
    status: 409,
    body: { code: 'sign-in-needed' },
  });
  const signIn = `/digital-lending/accounts/${collectionId}`;
  expect(await call('POST', signIn, { token: patron, body: { pin: '0000' } })).toMatchObject({
    ...{ status: 422, body: { code: 'vendor-sign-in-refused' } },
  });
  expect(await call('POST', signIn, { token: patron, body: { pin: '1234' } })).toMatchObject({ status: 200 });
  expect(await call('POST', path, { token: patron })).toMatchObject({
    status: 200,
    body: { is: 'loan', title: name },
  });
  expect(await shown()).toMatchObject({ state: 'waiting', free: 0 });
  const mine = async (): Promise<unknown> => (await call('GET', '/digital-lending/my-titles', { token: patron })).body;
  expect(await mine()).toMatchObject({
    vendors: expect.arrayContaining([
      expect.objectContaining({
        collectionId,
        titles: [expect.objectContaining({ is: 'loan', recordId: hit.recordId })],
      }),
    ]),
  });
  expect(await call('DELETE', path, { token: patron })).toMatchObject({ status: 200, body: { is: 'loan' } });
  expect(await mine()).toMatchObject({
    vendors: expect.arrayContaining([expect.objectContaining({ collectionId, titles: [] })]),
  });
  const listed = await call('GET', '/digital-lending/collections', { token });
  expect(listed.body).toMatchObject({
    collections: expect.arrayContaining([
      expect.objectContaining({ collectionId, harvest: expect.objectContaining({ titles: 1, licences: 1 }) }),
    ]),
    uses: expect.arrayContaining([
      expect.objectContaining({ collectionId, memberId: 'riverton', loans: 1, returns: 1 }),
    ]),
  });
  const after = { collection: { ...collection, paused: true }, version: 2 };
  await call('PUT', `/digital-lending/collections/${collectionId}`, { token, body: after });
}, 400_000);
