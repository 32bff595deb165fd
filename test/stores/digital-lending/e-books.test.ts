import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { type RunningVendor, startVendor } from '../../../demo/ebook-vendor/vendor.ts';
import { contributeRecords } from '../../../functions/catalogue/public/contribute-records.ts';
import { matchingRules } from '../../../functions/catalogue/public/matching-rules.ts';
import { handler as harvest } from '../../../functions/digital-lending/consumers/harvest-collections/handler.ts';
import { collectionStore } from '../../../functions/digital-lending/data/collection-store.ts';
import { titleStore } from '../../../functions/digital-lending/data/title-store.ts';
import { useStore } from '../../../functions/digital-lending/data/use-store.ts';
import { LARGEST_FEED } from '../../../functions/digital-lending/domain/collection.ts';
import type { DigitalVendor } from '../../../functions/digital-lending/domain/vendor.ts';
import { handler as borrow } from '../../../functions/digital-lending/operations/borrow/handler.ts';
import { handler as giveBack } from '../../../functions/digital-lending/operations/give-back/handler.ts';
import { handler as listAvailability } from '../../../functions/digital-lending/operations/list-availability/handler.ts';
import { handler as listCollections } from '../../../functions/digital-lending/operations/list-collections/handler.ts';
import { handler as listMyTitles } from '../../../functions/digital-lending/operations/list-my-titles/handler.ts';
import { handler as setCollection } from '../../../functions/digital-lending/operations/set-collection/handler.ts';
import { handler as showFeed } from '../../../functions/digital-lending/operations/show-feed/handler.ts';
import { handler as signIn } from '../../../functions/digital-lending/operations/sign-in/handler.ts';
import { handler as signOut } from '../../../functions/digital-lending/operations/sign-out/handler.ts';
import type { DigitalTitleView, PatronTitleView } from '../../../functions/digital-lending/schemas.ts';
import { type VendorOf, vendorsIn } from '../../../functions/digital-lending/use-cases/vendors/vendor-of.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { leadsToPrivate } from '../../../layers/platform/http/outbound/post.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { availabilityOf as statedIn } from '../../../layers/protocols/opds/lending.ts';
import { hrefOf, readFeed, readPublication } from '../../../layers/protocols/opds/read-feed.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { opdsFeedSchema, opdsPublicationSchema } from '../../builders/opds-schema.ts';
import { aPatron, consortiumStaff, patron, staffAt, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { partnersHere } from '../../builders/settings.ts';

const ssm = mockClient(SSMClient);
const admin = consortiumStaff('admin');
const titles = ['One free copy', 'Two copies', 'As many as you like'].map((title, i) => ({
  ...{
    key: `t${i}`,
    identifier: `urn:uuid:0000000${i}`,
    title,
    author: 'Austen, Jane, 1775-1817',
    publisher: 'Vendor',
  },
  ...{ year: 2020 + i, language: 'en', subjects: ['Islands'], audiobook: i === 1, copies: [1, 2, undefined][i] },
}));
let table: Table & { name: string };
let vendor: RunningVendor;
let lent = titles;
const vendorsHere = vendorsIn({ onThisMachine: true });

beforeAll(async () => {
  Object.assign(process.env, partnersHere, { SITE_PARAMETER: '/test/site' });
  table = await aTable();
  for (const memberId of ['riverton', 'lakeshore']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    const put = {
      ...membershipKeys.key('member', member),
      ...membershipKeys.gsi2('member', { memberId }),
      ...stamp('member', 1),
    };
    await table.write([{ put: { ...put, ...member, createdAt: '2026-01-01T00:00:00.000Z' } }]);
  }
  await withBranch(table, 'riverton.main');
  vendor = await startVendor({ port: 0, titles: lent });
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  ssm.reset();
  ssm.on(PutParameterCommand).resolves({});
  ssm.on(DeleteParameterCommand).resolves({});
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: 'https://library.test' } });
});
afterAll(() => vendor.stop());

const collection = (more: object = {}) => ({
  ...{ name: 'E-books', vendor: 'opds', address: vendor.feed, members: ['riverton', 'lakeshore'], ...more },
});
/** Returns what sets a collection. Each test's collection reads the one feed by an address of its own, because none may be read twice. */
const inOwnFeed = (collectionId: string, body: object) => {
  const { collection: wanted } = body as { collection: { address: string } };
  const address = wanted.address === vendor.feed ? `${vendor.feed}?for=${collectionId}` : wanted.address;
  return { ...body, collection: { ...wanted, address } };
};
const set = (collectionId: string, body: object, actor = admin) =>
  call(setCollection, { actor, path: { collectionId }, body: inOwnFeed(collectionId, body) });
const run = () => harvest({}, { awsRequestId: 'harvest' });
const collections = async () =>
  (await call(listCollections, { actor: admin })).body as { collections: Record<string, unknown>[]; uses: object[] };

/** Returns the record of each title, by its title, from the source rows of a member. */
const recordsOf = async (memberId: string): Promise<string[]> => {
  const rows = await scanAll(table.name);
  return rows
    .filter(
      ({ entity, sourceId, withdrawn }) =>
        entity === 'source' && String(sourceId).startsWith(`${memberId}:ebook-`) && !withdrawn,
    )
    .map(({ recordId }) => String(recordId));
};
const availabilityOf = async (records: readonly string[]): Promise<DigitalTitleView[]> => {
  const { body } = await call(listAvailability, { query: { records: records.join(',') } });
  return (body as { records: { titles: DigitalTitleView[] }[] }).records.flatMap((one) => one.titles);
};

test('a collection is harvested into one union record for all its members, and its licences are counted once', async () => {
  expect(await set('standin', { collection: collection(), version: 0 })).toMatchObject({
    status: 200,
    body: { version: 1 },
  });
  await run();
  const { collections: listed } = await collections();
  expect(listed).toMatchObject([{ collectionId: 'standin', harvest: { titles: 3, licences: 3, unreadable: 0 } }]);
  const [riverton, lakeshore] = [await recordsOf('riverton'), await recordsOf('lakeshore')];
  expect(riverton).toHaveLength(3);
  expect(riverton.toSorted()).toEqual(lakeshore.toSorted());
  const found = await availabilityOf(riverton);
  expect(found).toHaveLength(3);
  expect(found).toContainEqual(
    expect.objectContaining({
      state: 'available',
      copies: 1,
      free: 1,
      isLive: true,
      members: ['riverton', 'lakeshore'],
    }),
  );
  expect(found).toContainEqual(expect.objectContaining({ state: 'unlimited', isLive: true }));
});

test('the stand-in vendor answers as a Palace server does: Atom to whoever does not name OPDS 2 by its type', async () => {
  const typeOf = async (accept: string) =>
    (await fetch(vendor.feed, { headers: { accept } })).headers.get('content-type');
  expect(await typeOf('application/opds-publication+json, */*')).toMatch(/^application\/atom\+xml/);
  expect(await typeOf('application/opds-publication+json, application/opds+json;q=0.95')).toBe('application/opds+json');
});

test('the e-book of a work is found from the record of its printed edition, and not from that of another work', async () => {
  const printed = (localId: string, author: string, title: string) => ({
    leader: '00000nam a2200000 i 4500',
    control: [
      { tag: '001', value: localId },
      { tag: '008', value: `260101s1999    xx ${' '.repeat(17)}eng d` },
    ],
    data: [
      { tag: '100', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: author }] },
      { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: title }] },
    ],
  });
  const contributing = { table, ids: systemIds, rulesAt: matchingRules(table), now: Date.now(), importId: 'imp_print' };
  await contributeRecords(contributing, 'lakeshore', [
    printed('print-1', 'Austen, Jane, 1775-1817', 'Two copies'),
    printed('print-2', 'Brontë, Emily, 1818-1848', 'Two copies'),
  ]);
  const rows = await scanAll(table.name);
  const editions = async (localId: string) => {
    const records = String(rows.find(({ sourceId }) => sourceId === `lakeshore:${localId}`)?.recordId);
    const asked = (await call(listAvailability, { query: { records, editions: 'true' } })).body;
    expect(await call(listAvailability, { query: { records } })).toMatchObject({ body: { records: [] } });
    return (asked as { records: { recordId: string; titles: DigitalTitleView[] }[] }).records;
  };
  const [found, ...more] = await editions('print-1');
  expect(await recordsOf('riverton')).toContain(found?.recordId);
  expect([found?.titles, more]).toMatchObject([
    [{ medium: 'audiobook', copies: 2, members: ['riverton', 'lakeshore'] }],
    [],
  ]);
  expect(await editions('print-2')).toEqual([]);
});

test('our own feed is OPDS 2.0: our reader reads it page by page, each title once, with its record and where it is borrowed', async () => {
  // Titles without a record that the public may see fill the first page and are left out.
  const hidden = Array.from({ length: 51 }, (_, i) => ({
    ...{
      collectionId: 'standin',
      titleKey: i.toString(16).padStart(20, '0'),
      identifier: `urn:x:${i}`,
      title: 'Hidden',
    },
    ...{ medium: 'ebook' as const, borrow: vendor.feed, availability: { state: 'unlimited' as const } },
    ...{ members: [], checksum: '', seenBy: 'nobody', v: 0 },
  }));
  for (const title of hidden) await titleStore(table).put(title);
  const pages = [];
  for (let query: Record<string, string> | undefined = {}; query; ) {
    const { status, body, headers } = await call(showFeed, { query });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/opds+json',
      'no-cache',
    ]);
    expect(await call(showFeed, { query, headers: { 'if-none-match': String(headers.etag) } })).toMatchObject({
      status: 304,
    });
    opdsFeedSchema.parse(body);
    const page = readFeed(body);
    if (!page) throw new Error('Our reader does not read our feed.');
    pages.push(page);
    const next = hrefOf(page.links, 'next', 'https://library.test');
    query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
  }
  for (const title of hidden) await titleStore(table).remove(title);
  expect(pages).toMatchObject([
    { unreadable: 0, publications: [] },
    { unreadable: 0, publications: [{}, {}, {}] },
  ]);
  const all = pages.flatMap(({ publications }) => publications);
  expect(all.map(({ metadata }) => metadata.title).sort()).toEqual(titles.map(({ title }) => title).sort());
  const one = all.find(({ metadata }) => metadata.title === 'One free copy');
  if (!one) throw new Error('The title is not in the feed.');
  expect(one.metadata).toMatchObject({
    identifier: 'urn:uuid:00000000',
    author: ['Austen, Jane, 1775-1817'],
    language: ['en'],
  });
  expect(statedIn(one)).toEqual({ state: 'available', copies: 1, free: 1, waiting: 0 });
  expect(hrefOf(one.links, 'alternate', 'https://library.test')).toMatch(/^https:\/\/library\.test\/record\/rec_/);
  expect(hrefOf(one.links, 'http://opds-spec.org/acquisition/borrow', 'https://library.test')).toContain(
    '/works/t0/borrow',
  );
  const self = new URL(String(hrefOf(one.links, 'self', 'https://library.test'))).searchParams;
  const { body, headers } = await call(showFeed, { query: Object.fromEntries(self) });
  expect(headers['content-type']).toBe('application/opds-publication+json');
  opdsPublicationSchema.parse(body);
  expect(readPublication(body)).toEqual(one);
  const unknown = await call(showFeed, { query: { title: 'standin_00000000000000000000' } });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-title' } });
});

describe('a patron', () => {
  const people = new Map<string, ReturnType<typeof patron>>();
  let one: DigitalTitleView;
  const path = () => ({ collectionId: one.collectionId, titleKey: one.titleKey });
  const as = (card: string) => people.get(card) as ReturnType<typeof patron>;
  const enter = (card: string, pin = '1234') =>
    call(signIn, { actor: as(card), path: { collectionId: 'standin' }, body: { pin } });
  const lend = (card: string) => call(borrow, { actor: as(card), path: path() });
  const mine = async (card: string): Promise<PatronTitleView[]> => {
    const { body } = await call(listMyTitles, { actor: as(card) });
    return (body as { vendors: { titles: PatronTitleView[] }[] }).vendors.flatMap((each) => each.titles);
  };

  beforeAll(async () => {
    for (const card of ['21101000000016', '21101000000024', '21101000000032']) {
      const { patronId } = await aPatron(table, { card });
      people.set(card, patron(patronId));
    }
    const found = (await availabilityOf(await recordsOf('riverton'))).find(({ copies }) => copies === 1);
    if (!found) throw new Error('The title with one licence is not there.');
    one = found;
  });

  test('agrees and signs in before anything is borrowed; the PIN is never stored, and the token until it expires', async () => {
    expect(await lend('21101000000016')).toMatchObject({ status: 409, body: { code: 'sign-in-needed' } });
    expect(await enter('21101000000016', '0000')).toMatchObject({
      status: 422,
      body: { code: 'vendor-sign-in-refused' },
    });
    expect(await enter('21101000000016')).toMatchObject({ status: 200 });
    const rows = await scanAll(table.name);
    expect(JSON.stringify(rows)).not.toContain('1234"');
    expect(rows.find(({ entity }) => entity === 'digitalAccount')).toMatchObject({ expiresAt: expect.any(Number) });
  });

  test('E78 borrows the last licence: the next one waits in a queue, and the counts are corrected at once', async () => {
    await enter('21101000000024');
    const loan = await lend('21101000000016');
    expect(loan).toMatchObject({
      status: 200,
      body: { is: 'loan', title: 'One free copy', until: expect.any(String) },
    });
    expect(await availabilityOf(await recordsOf('riverton'))).toContainEqual(
      expect.objectContaining({ titleKey: one.titleKey, state: 'waiting', free: 0, waiting: 0 }),
    );
    expect((await lend('21101000000024')).body).toMatchObject({ is: 'waiting', position: 1 });
    expect(await mine('21101000000016')).toMatchObject([
      { is: 'loan', recordId: expect.stringMatching(/^rec_/), read: expect.any(String) },
    ]);
  });

  test('E76 who borrows again gets the same loan, and is counted once, also when the answer was lost or is not readable', async () => {
    expect((await lend('21101000000016')).body).toMatchObject({ is: 'loan' });
    for (const failed of ['already-borrowed', 'vendor-silent', 'vendor-unreadable'] as const) {
      const vendorOf: VendorOf = (at) => ({ ...vendorsHere(at), borrow: async () => ({ failed }) });
      expect(await call(borrow.with({ vendorOf }), { actor: as('21101000000016'), path: path() })).toMatchObject({
        body: { is: 'loan', title: 'One free copy' },
      });
    }
    expect((await collections()).uses).toMatchObject([{ memberId: 'riverton', loans: 1, holds: 1, returns: 0 }]);
  });

  test('E80 returns early, so that the queue moves; counts have no patron', async () => {
    expect(await call(giveBack, { actor: as('21101000000016'), path: path() })).toMatchObject({ body: { is: 'loan' } });
    expect(await mine('21101000000016')).toEqual([]);
    expect(await mine('21101000000024')).toMatchObject([{ is: 'ready' }]);
    expect((await lend('21101000000024')).body).toMatchObject({ is: 'loan' });
    const uses = (await scanAll(table.name)).filter(({ entity }) => entity === 'digitalUse');
    expect(uses).toHaveLength(1);
    expect(JSON.stringify(uses)).not.toMatch(/pat_/);
    expect(await call(giveBack, { actor: as('21101000000016'), path: path() })).toMatchObject({
      body: { code: 'title-not-held' },
    });
  });

  test('withdraws the consent, after which the account is not read', async () => {
    await call(signOut, { actor: as('21101000000024'), path: { collectionId: 'standin' } });
    const { body } = await call(listMyTitles, { actor: as('21101000000024') });
    expect(body).toMatchObject({ vendors: [{ state: 'signed-out', titles: [] }] });
  });

  test('is locked at the vendor for a while after five wrong PINs, which are then no longer sent there', async () => {
    for (let i = 0; i < 5; i += 1) expect(await enter('21101000000032', '0000')).toMatchObject({ status: 422 });
    expect(await enter('21101000000032')).toMatchObject({ status: 423, body: { code: 'sign-in-locked' } });
    expect(await enter('21101000000024')).toMatchObject({ status: 200 });
  });

  test('of another library cannot borrow, and neither can one of a paused collection', async () => {
    const other = patron(String(as('21101000000016').id), 'calder');
    expect(await call(borrow, { actor: other, path: path() })).toMatchObject({
      status: 404,
      body: { code: 'unknown-title' },
    });
    expect(
      await call(signIn, { actor: other, path: { collectionId: 'standin' }, body: { pin: '1234' } }),
    ).toMatchObject({
      body: { code: 'unknown-collection' },
    });
  });
});

test('a title that the feed no longer has is withdrawn, and a failed harvest withdraws nothing', async () => {
  await vendor.stop();
  const version = async () => (await collections()).collections[0]?.version;
  await set('standin', { collection: collection(), version: await version() });
  await run();
  expect((await collections()).collections).toMatchObject([{ harvest: { problem: 'vendor-silent', titles: 3 } }]);
  expect(await recordsOf('riverton')).toHaveLength(3);
  expect((await availabilityOf(await recordsOf('riverton'))).map(({ isLive }) => isLive)).toContain(false);
  lent = titles.slice(0, 2);
  vendor = await startVendor({ port: 0, titles: lent });
  await set('standin', { collection: collection({ members: ['riverton'] }), version: await version() });
  await run();
  expect((await collections()).collections).toMatchObject([{ harvest: { titles: 2, licences: 3 } }]);
  expect([await recordsOf('riverton'), await recordsOf('lakeshore')].map((all) => all.length)).toEqual([2, 0]);
});

test('a collection that has ended lends nothing, its titles are withdrawn, its feed is free, and it can begin again', async () => {
  const state = async () => (await collections()).collections.find(({ collectionId }) => collectionId === 'standin');
  const address = `${vendor.feed}?for=standin`;
  const setTo = async (more: object) =>
    set('standin', {
      collection: collection({ address, members: ['riverton'], ...more }),
      version: (await state())?.version,
    });
  const before = await recordsOf('riverton');
  expect(before).toHaveLength(2);
  expect((await setTo({ ended: true })).body).toMatchObject({ ended: true });
  expect(await availabilityOf(before)).toEqual([]);
  await run();
  expect(await state()).toMatchObject({ ended: true, harvest: { titles: 0, licences: 0 } });
  expect(await recordsOf('riverton')).toEqual([]);
  const other = (more: object, version: number) =>
    set('other', { collection: collection({ address, members: ['riverton'], ...more }), version });
  expect((await other({ paused: true }, 0)).status).toBe(200);
  expect(await setTo({})).toMatchObject({ status: 409, body: { code: 'feed-in-use' } });
  expect((await other({ ended: true }, 1)).status).toBe(200);
  expect((await setTo({})).status).toBe(200);
  await run();
  expect(await state()).toMatchObject({ ended: false, harvest: { titles: 2 } });
  expect(await recordsOf('riverton')).toHaveLength(2);
});

test('a feed that lost most of its titles withdraws none, until staff set the collection again', async () => {
  await set('shrinks', { collection: collection({ members: ['riverton'] }), version: 0 });
  const [store, stored] = [collectionStore(table), titleStore(table)];
  const only = { list: async () => (await store.list()).filter(({ collectionId }) => collectionId === 'shrinks') };
  const collections = { ...store, ...only };
  const harvested = async (vendorOf: VendorOf, hours: number) => {
    const { harvest: last } = (await store.get('shrinks')) ?? {};
    const now = Date.parse(last?.endedAt ?? new Date().toISOString()) + hours * 3_600_000;
    await harvest.with({ collections, vendorOf }).using(at(new Date(now).toISOString()))(
      {},
      { awsRequestId: 'harvest' },
    );
    return { of: (await store.get('shrinks'))?.harvest, titles: (await stored.ofCollection('shrinks')).length };
  };
  const page = async () => ({ ok: { title: '', links: [], publications: [], unreadable: 0, address: vendor.feed } });
  const empty: VendorOf = (one) => ({ ...vendorsHere(one), page });
  expect(await harvested(vendorsHere, 0)).toMatchObject({ of: { titles: 2 }, titles: 2 });
  expect(await harvested(empty, 25)).toMatchObject({ of: { problem: 'feed-shrunk', titles: 2 }, titles: 2 });
  expect(await harvested(empty, 2)).toMatchObject({ of: { problem: 'feed-shrunk' }, titles: 2 });
  const setLater = setCollection.using(at(new Date(Date.now() + 48 * 3_600_000).toISOString()));
  const version = (await store.get('shrinks'))?.v;
  const body = { collection: collection({ members: ['riverton'] }), version };
  expect(await call(setLater, { actor: admin, path: { collectionId: 'shrinks' }, body })).toMatchObject({
    status: 200,
  });
  expect(await harvested(empty, 72)).toMatchObject({ of: { titles: 0 }, titles: 0 });
});

test('only the consortium sets shared collections; a member sets its own, for its own patrons', async () => {
  const own = staffAt('riverton', 'member-admin');
  const body = (more: object) => ({ collection: collection(more), version: 0 });
  expect(await set('shared', body({}), own)).toMatchObject({ status: 403 });
  expect(await set('own', body({ memberId: 'riverton', members: ['riverton', 'lakeshore'] }), own)).toMatchObject({
    body: { code: 'not-your-collection' },
  });
  expect(await set('own', body({ memberId: 'riverton', members: ['riverton'], username: 'us' }), own)).toMatchObject({
    status: 200,
  });
  expect(await set('own', body({ memberId: 'riverton', members: ['riverton'] }), own)).toMatchObject({
    body: { code: 'changed-meanwhile' },
  });
  expect(await set('odd', body({ members: ['nowhere'] }))).toMatchObject({ body: { code: 'unknown-member' } });
  // A feed read twice would count its licences twice, however its address is written.
  for (const address of [`${vendor.feed}?for=own`, `${vendor.feed}/?for=own#top`])
    expect(await set('twice', body({ address }))).toMatchObject({ status: 409, body: { code: 'feed-in-use' } });
  // Set at the same instant to one feed, one of the collections gets it. It is free when that one takes another feed.
  const shared = (id: string, feed: string, version = 0) =>
    set(id, { collection: collection({ members: ['riverton'], address: `${vendor.feed}?for=${feed}` }), version });
  const racing = ['first', 'second', 'third', 'fourth'];
  const raced = await Promise.all(racing.map(async (id) => ({ id, ...(await shared(id, 'shared')) })));
  const winners = raced.filter(({ status }) => status === 200);
  const losers = raced.filter(({ status }) => status !== 200);
  expect(winners).toHaveLength(1);
  expect(losers.map(({ body: refused }) => (refused as { code: string }).code)).toEqual([
    ...['feed-in-use', 'feed-in-use', 'feed-in-use'],
  ]);
  const [winner, loser] = [winners[0]?.id ?? '', losers[0]?.id ?? ''];
  expect((await shared(winner, 'another', 1)).status).toBe(200);
  expect((await shared(loser, 'shared')).status).toBe(200);
  expect(await shared(winner, 'shared', 2)).toMatchObject({ status: 409, body: { code: 'feed-in-use' } });
  const secret = { ...body({ members: ['riverton'] }), secret: 'a word of the vendor' };
  expect(await set('secret', secret)).toMatchObject({ status: 200 });
  const { v, secretId } = (await collectionStore(table).get('secret')) ?? {};
  const nameOf = (id: string | undefined) => `/Test/partners/vendor-secret-${id}`;
  expect(ssm.commandCalls(PutParameterCommand).map(({ args }) => args[0].input.Name)).toEqual([nameOf(secretId)]);
  // Of two changes at once, the one that comes late leaves the secret of the other as it is.
  const store = collectionStore(table);
  const late = setCollection.with({ collections: { ...store, save: async () => false } });
  const again = { ...secret, version: v, secret: 'another word' };
  const asked = { actor: admin, path: { collectionId: 'secret' }, body: inOwnFeed('secret', again) };
  expect(await call(late, asked)).toMatchObject({ body: { code: 'changed-meanwhile' } });
  const [, stored] = ssm.commandCalls(PutParameterCommand).map(({ args }) => args[0].input.Name);
  const forgotten = () => ssm.commandCalls(DeleteParameterCommand).map(({ args }) => args[0].input.Name);
  expect([stored === nameOf(secretId), forgotten()]).toEqual([false, [stored]]);
  expect(await set('secret', again)).toMatchObject({ status: 200 });
  expect(forgotten()).toEqual([stored, nameOf(secretId)]);
  expect(JSON.stringify(await scanAll(table.name))).not.toContain('a word of the vendor');
});

test('a collection has an address of the public internet over TLS', async () => {
  const reach = { onThisMachine: false };
  const away = setCollection.with({ reach, leadsToPrivate: (address) => leadsToPrivate(address, reach) });
  for (const address of [vendor.feed, 'https://127.0.0.1/feed', 'https://10.1.2.3/feed'])
    expect(
      await call(away, {
        ...{ actor: admin, path: { collectionId: 'away' } },
        body: { collection: collection({ address }), version: 0 },
      }),
    ).toMatchObject({ status: 422, body: { code: 'address-refused' } });
});

test('staff see the collections and figures of their own library only, and no user name of another’s', async () => {
  const shared = collection({ username: 'consortium', members: ['riverton', 'lakeshore'] });
  await set('for-both', { collection: shared, version: 0 });
  await useStore(table).count({ memberId: 'lakeshore', month: '2026-11', collectionId: 'for-both' }, 'loans');
  const at2026 = { ...systemRuntime(), clock: { now: () => Date.parse('2026-12-01T00:00:00.000Z') } };
  const seenBy = async (actor: typeof admin) =>
    (await call(listCollections.using(at2026), { actor })).body as Awaited<ReturnType<typeof collections>>;
  const lakeshore = await seenBy(staffAt('lakeshore.main', 'cataloguer'));
  expect(lakeshore.collections.map(({ collectionId }) => collectionId)).toEqual(['for-both']);
  expect(JSON.stringify(lakeshore)).not.toContain('username');
  expect(lakeshore.uses).toMatchObject([{ memberId: 'lakeshore', collectionId: 'for-both' }]);
  const riverton = await seenBy(staffAt('riverton', 'cataloguer'));
  expect(riverton.collections.find(({ collectionId }) => collectionId === 'own')).toMatchObject({ username: 'us' });
  expect(JSON.stringify(riverton.uses)).not.toContain('lakeshore');
  expect((await seenBy(staffAt('calder', 'member-admin'))).collections).toEqual([]);
  expect(JSON.stringify(await seenBy(admin))).toContain('"username":"consortium"');
});

test('a collection at another origin gets neither the tokens of patrons nor the secret of its feed', async () => {
  const there = { members: ['riverton'], username: 'us' };
  await set('moves', { collection: collection(there), version: 0, secret: 'a secret of the vendor' });
  const { patronId } = await aPatron(table, { card: '21101000000040' });
  const actor = patron(patronId);
  const signedIn = await call(signIn, { actor, path: { collectionId: 'moves' }, body: { pin: '1234' } });
  expect(signedIn.status).toBe(200);
  const state = async () => {
    const { vendors } = (await call(listMyTitles, { actor })).body as { vendors: { collectionId: string }[] };
    return vendors.find(({ collectionId }) => collectionId === 'moves');
  };
  expect(await state()).toMatchObject({ state: 'signed-in' });
  const stored = () => collectionStore(table).get('moves');
  const path = `${vendor.feed}?of=all`;
  await set('moves', { collection: collection({ ...there, address: path }), version: 1 });
  expect([await state(), await stored()]).toMatchObject([{ state: 'signed-in' }, { secretSince: expect.any(String) }]);
  const other = await startVendor({ port: 0, titles });
  await set('moves', { collection: collection({ ...there, address: other.feed }), version: 2 });
  expect(await state()).toMatchObject({ state: 'signed-out' });
  expect(await stored()).not.toHaveProperty('secretSince');
  await other.stop();
});

test('a feed whose pages never end is harvested up to a maximum only', async () => {
  await set('endless', { collection: collection(), version: 0 });
  let pages = 0;
  const page = async () => {
    pages += 1;
    return { ok: { address: vendor.feed, publications: [], unreadable: 0, next: `${vendor.feed}?page=${pages}` } };
  };
  const store = collectionStore(table);
  const one = { list: async () => (await store.list()).filter(({ collectionId }) => collectionId === 'endless') };
  const endless = { page } as unknown as DigitalVendor;
  await harvest.with({ collections: { ...store, ...one }, vendorOf: () => endless })({}, { awsRequestId: 'harvest' });
  expect(pages).toBe(LARGEST_FEED.pages + 1);
  expect(await store.get('endless')).toMatchObject({ harvest: { problem: 'feed-too-large', titles: 0 } });
});

test('the harvest of a feed that is unchanged asks the vendor for no page again, and writes no title', async () => {
  const rows = async () =>
    (await scanAll(table.name)).filter((one) => one.entity === 'digitalTitle' && one.collectionId === 'again');
  expect(await set('again', { collection: collection(), version: 0 })).toMatchObject({ status: 200 });
  await run();
  const [before, asked] = [await rows(), vendor.unchanged()];
  const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
  await harvest.using(at(tomorrow))({}, { awsRequestId: 'harvest' });
  expect([before.length, await rows()]).toEqual([2, before]);
  expect(vendor.unchanged()).toBeGreaterThan(asked);
  const { harvest: last } = (await collections()).collections.find((one) => one.collectionId === 'again') ?? {};
  expect(last).toMatchObject({ endedAt: tomorrow, titles: 2, licences: 3, unreadable: 0 });
});
