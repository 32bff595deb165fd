import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as getProviders } from '../../../functions/discovery/operations/get-cover-providers/handler.ts';
import { handler as listCredits } from '../../../functions/discovery/operations/list-cover-credits/handler.ts';
import { handler as setProviders } from '../../../functions/discovery/operations/set-cover-providers/handler.ts';
import { handler as showCover } from '../../../functions/discovery/operations/show-cover/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aCoverProvider, type StandInProvider } from '../../builders/cover-provider.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aJpeg, aPng } from '../../builders/pictures.ts';

/** Covers of providers: asked by our servers, stored, and never by the reader's browser. */
const admin = consortiumStaff('admin');
const books = [
  { id: 'c1', title: 'Songs of the ferry', isbn: '9780141439518' },
  { id: 'c2', title: 'A slow crossing', isbn: '9780804429573' },
  { id: 'c3', title: 'The pier', isbn: '9780306406157' },
  { id: 'c4', title: 'The tide table', isbn: '9780131103627' },
  { id: 'c5', title: 'The mooring', isbn: '9781861972712' },
  { id: 'c6', title: 'Knots', isbn: '9780262033848' },
  { id: 'c7', title: 'Unnumbered' },
  { id: 'c8', title: 'The closed lock', isbn: '9780596517748' },
];
const [picture, other] = [aJpeg(200, 290), aPng(300, 400)];
let table: Table;
let provider: StandInProvider;
let elsewhere: StandInProvider;
let ids: string[];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  process.env.PARTNERS_HERE = 'true';
  table = await aTable();
  await aConsortium(table);
  await loadBytes(table, 'ash', fileOf(books));
  const rows = await table.getMany(books.map(({ id }) => catalogueKeys.key('source', { sourceId: `ash:${id}` })));
  ids = rows.map((row) => String(row?.recordId));
  elsewhere = await aCoverProvider((_, response) => response.end(picture));
}, 60_000);
beforeEach(async () => {
  provider = await aCoverProvider((request, response) => {
    const isbn = request.url?.split('/')[1] ?? '';
    const answers: Record<string, () => void> = {
      '9780141439518': () => response.setHeader('content-type', 'text/plain').end(picture),
      '9780596517748': () => response.end(picture),
      '9780804429573': () => response.writeHead(302, { location: `${elsewhere.origin}/x` }).end(),
      '9780306406157': () =>
        response.setHeader('content-type', 'image/jpeg').end('<script>alert(1)</script>'.repeat(9)),
      '9780131103627': () => response.end(Buffer.concat([picture, Buffer.alloc(1_000_001)])),
      '9781861972712': () => response.writeHead(503).end(),
      '9780262033848': () => response.writeHead(302, { location: `${provider.origin}/9780141439518/redirected` }).end(),
    };
    const answer = answers[isbn] ?? (() => response.writeHead(404).end());
    answer();
  });
});
afterEach(() => provider.stop());
afterAll(() => elsewhere.stop());

const choose = async (providers: object[]) => {
  const { v } = (await call(getProviders, { actor: admin })).body as { v: number };
  return call(setProviders, { actor: admin, body: { providers, v } });
};
const chooseStandIn = () => choose([{ kind: 'address', name: 'Stand-in', address: provider.address }]);
/** A container of its own, with its own bucket. */
const container = (bucket = bucketInMemory()) => {
  const handler = showCover.using(at('2026-03-02T15:00:00.000Z', { bucket }));
  const show = (title: number, query: object = {}, headers = {}) =>
    call(handler, { path: { recordId: ids[title] ?? 'rec_none' }, query: { ...query }, headers });
  return { bucket, show };
};

test('no provider is asked before the consortium chooses one, and pages are told to draw covers', async () => {
  const { show } = container();
  expect(await show(0)).toMatchObject({ status: 404, body: { code: 'no-cover' } });
  expect((await call(listCredits, {})).body).toEqual({ hasCovers: false, credits: [] });
});

test('a cover is asked of the provider once, stored, and answered with its true type, an ETag and a long life', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  const first = await show(0, { size: 'large' });
  expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  expect(Buffer.from(String(first.body), 'base64')).toEqual(Buffer.from(picture));
  expect(first.headers['cache-control']).toBe('public, max-age=86400, s-maxage=300');
  expect(first.headers['x-content-type-options']).toBe('nosniff');
  expect((await show(0, { size: 'large' }, { 'if-none-match': first.headers.etag })).status).toBe(304);
  // Another container reads what the first one stored.
  expect((await container(bucket).show(0, { size: 'large' })).status).toBe(200);
  expect(provider.asked).toEqual(['/9780141439518/large']);
});

test('a title without a cover is remembered, and its absence is cached for minutes only', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  for (const _ of [1, 2]) {
    const answered = await show(6);
    expect(answered).toMatchObject({ status: 404, headers: { 'cache-control': 'public, max-age=300' } });
  }
  expect(provider.asked).toEqual([]);
  expect([...bucket.objects.keys()]).toEqual([expect.stringMatching(/^cover-misses\/\d+\/small\/rec_/)]);
});

test('a redirect is followed to the provider’s own host only', async () => {
  await chooseStandIn();
  const { show } = container();
  // Another port of this machine has the same name; the name of another machine does not.
  expect((await show(5)).status).toBe(200);
  expect(provider.asked).toEqual(['/9780262033848/small', '/9780141439518/redirected']);
  const named = provider.address.replace('127.0.0.1', 'localhost');
  await choose([{ kind: 'address', name: 'Stand-in', address: named }]);
  expect((await container().show(1)).status).toBe(404);
  expect(provider.asked.at(-1)).toBe('/9780804429573/small');
  expect(elsewhere.asked).toEqual([]);
});

test('a page in the name of a picture, and a file that is too large, are no covers', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  expect([(await show(2)).status, (await show(3)).status]).toEqual([404, 404]);
  expect([...bucket.objects.keys()].every((key) => key.startsWith('cover-misses/'))).toBe(true);
});

test('a provider that does not answer is left alone for a minute, and its silence is not stored', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  expect((await show(4)).status).toBe(404);
  expect((await show(0)).status).toBe(404);
  expect(provider.asked).toEqual(['/9781861972712/small']);
  expect(bucket.objects.size).toBe(0);
  expect((await container(bucket).show(0)).status).toBe(200);
});

test('the next provider is asked where the first has no cover, and a change of the providers asks again', async () => {
  const second = await aCoverProvider((_, response) => response.end(other));
  await choose([
    { kind: 'address', name: 'First', address: provider.address },
    { kind: 'address', name: 'Second', address: second.address },
  ]);
  const { bucket, show } = container();
  expect((await show(2)).headers['content-type']).toBe('image/png');
  await chooseStandIn();
  expect((await container(bucket).show(2)).status).toBe(404);
  await second.stop();
});

test('an id without a record asks no provider and stores nothing', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  expect((await show(99)).status).toBe(404);
  expect([provider.asked, bucket.objects.size]).toEqual([[], 0]);
});

test('no cover is shown of a title that is hidden, also one that was stored before, and no provider is asked', async () => {
  await chooseStandIn();
  const { bucket, show } = container();
  expect((await show(7)).status).toBe(200);
  await hide(table, 'ash:c8', ['public']);
  expect(await show(7)).toMatchObject({ status: 404, body: { code: 'no-cover' } });
  expect((await container().show(7)).status).toBe(404);
  expect([provider.asked, bucket.objects.size]).toEqual([['/9780596517748/small'], 1]);
});

test('a provider is asked no more often than its limit allows', async () => {
  const many = 105;
  const { coverAsking } = await import('../../../functions/discovery/use-cases/covers/ask-providers.ts');
  let asked = 0;
  const ask = coverAsking(async () => {
    asked += 1;
    return { status: 404, contentType: '', body: new Uint8Array() };
  });
  const clock = { time: 0, now: () => clock.time };
  const numbers = { isbn: ['9780141439518'], oclc: [], lccn: [] };
  const answers: unknown[] = [];
  for (let i = 0; i < many; i += 1) answers.push(await ask([{ kind: 'open-library' }], numbers, 'small', clock));
  expect([asked, answers.at(-1)]).toEqual([100, 'later']);
  clock.time = 301_000;
  expect(await ask([{ kind: 'open-library' }], numbers, 'small', clock)).toBe('none');
});

test('administrators of the consortium choose the providers, audited; others neither read nor change them, and the public reads no address', async () => {
  expect(await chooseStandIn()).toMatchObject({ status: 200 });
  const audited = await table.queryAll({ partition: 'AUDIT#covers' });
  expect(audited.at(-1)).toMatchObject({ did: 'set-cover-providers', detail: { after: [{ name: 'Stand-in' }] } });
  const credits = await call(listCredits, {});
  expect(credits.body).toEqual({ hasCovers: true, credits: [{ name: 'Stand-in' }] });
  expect(JSON.stringify(credits.body)).not.toContain('127.0.0.1');
  for (const actor of [staffAt('ash', 'member-admin', 'cataloguer'), undefined]) {
    const who = actor ? { actor } : {};
    expect([401, 403]).toContain((await call(getProviders, who)).status);
    expect([401, 403]).toContain((await call(setProviders, { ...who, body: { providers: [], v: 1 } })).status);
  }
});

test('providers are refused when others changed them, when one is listed twice, and where an address leads to a private network', async () => {
  const body = (providers: object[], v = 0) => ({ actor: admin, body: { providers, v } });
  const stale = await call(setProviders, body([]));
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const twice = [{ kind: 'open-library' }, { kind: 'open-library' }];
  expect((await call(setProviders, body(twice))).status).toBe(400);
  const noNumber = [{ kind: 'address', name: 'Wrong', address: 'https://covers.example.org/all.jpg' }];
  expect((await call(setProviders, body(noNumber))).status).toBe(400);
  const { v } = (await call(getProviders, { actor: admin })).body as { v: number };
  for (const address of [
    'https://169.254.169.254/{isbn}',
    'http://10.0.0.1/{isbn}',
    'http://covers.example.org/{isbn}',
  ]) {
    delete process.env.PARTNERS_HERE;
    const own = setProviders.using(at('2026-03-02T15:00:00.000Z'));
    const refused = await call(own, body([{ kind: 'address', name: 'Wrong', address }], v));
    process.env.PARTNERS_HERE = 'true';
    expect(refused).toMatchObject({ status: 422, body: { code: 'address-refused' } });
  }
});
