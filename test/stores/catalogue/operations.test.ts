import { importStore } from '../../../functions/catalogue/data/import-store.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { noCounts } from '../../../functions/catalogue/domain/loading/import.ts';
import { handler as addItem } from '../../../functions/catalogue/operations/add-item/handler.ts';
import { handler as getImport } from '../../../functions/catalogue/operations/get-import/handler.ts';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as getItemMapping } from '../../../functions/catalogue/operations/get-item-mapping/handler.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as listImports } from '../../../functions/catalogue/operations/list-imports/handler.ts';
import { handler as runImport } from '../../../functions/catalogue/operations/run-import/handler.ts';
import { handler as setItemMapping } from '../../../functions/catalogue/operations/set-item-mapping/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as startImport } from '../../../functions/catalogue/operations/start-import/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { patron, staffAt, withBranch } from '../../builders/people.ts';

let table: Table;
const cataloguer = staffAt('ash', 'cataloguer');
const book = {
  id: 'b1',
  title: 'The memory of water and stone',
  isbn: '9780141439587',
  items: ['$aMAIN$p4711$oFIC 1'],
};
const recordIdOf = async (sourceId: string) =>
  String((await table.get(catalogueKeys.key('source', { sourceId })))?.recordId);

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  Object.assign(process.env, { BUCKET_NAME: 'test-bucket', MACHINE_ARN: 'arn:machine' });
  for (const memberId of ['ash', 'oak'])
    await memberStore(table).create(
      { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
      '2026-01-01T00:00:00.000Z',
    );
  await withBranch(table, 'ash.main');
  await loadBytes(table, 'ash', fileOf([book]));
  await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: [] }]));
});

test('a load is opened with an upload address, and is listed', async () => {
  const path = { memberId: 'ash' };
  const opened = await call(startImport, { actor: cataloguer, path, body: { fileName: 'march.mrc', bytes: 1234 } });
  const { importId, upload } = opened.body as { importId: string; upload: { url: string } };
  expect(opened.status).toBe(201);
  expect(upload.url).toContain(`imports/${importId}/file`);
  expect(decodeURIComponent(upload.url)).toContain('content-length');
  const listed = await call(listImports, { actor: cataloguer, path });
  const awaiting = { importId, state: 'awaiting-file', fileName: 'march.mrc', openedBy: 'staff:stf_of-ash' };
  expect(listed.body).toMatchObject({ imports: [awaiting] });
  const shown = await call(getImport, { actor: cataloguer, path: { ...path, importId } });
  expect(shown.body).toMatchObject({ import: { importId, counts: { read: 0 } }, rejects: [] });
  const elsewhere = await call(getImport, { actor: staffAt('oak', 'cataloguer'), path: { memberId: 'oak', importId } });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'unknown-import' } });
});

test('a running load is listed with its counts so far, and with the detected kind of its file', async () => {
  const path = { memberId: 'oak' };
  const actor = staffAt('oak', 'cataloguer');
  const body = { fileName: 'may.xml', bytes: 99 };
  const { importId } = (await call(startImport, { actor, path, body })).body as { importId: string };
  const imports = importStore(table);
  await imports.begin(importId, 'run-1', '2026-03-02T10:00:00.000Z');
  const part = (name: string) => ({ part: name, start: 0, end: 50, form: 'marcxml' as const });
  await imports.putParts(importId, [part('00000'), part('00001')]);
  await imports.partDone(importId, '00000', { ...noCounts(), read: 12, accepted: 11, rejected: 1, created: 11 }, 1);
  const running = {
    ...{ importId, form: 'marcxml', state: 'running', parts: { all: 2, done: 1 } },
    counts: { read: 12, accepted: 11, rejected: 1 },
  };
  expect(await call(listImports, { actor, path })).toMatchObject({ body: { imports: [running] } });
});

test('a file that is too large, and an empty one, are refused before the upload', async () => {
  const start = (bytes: number) =>
    call(startImport, { actor: cataloguer, path: { memberId: 'ash' }, body: { fileName: 'a', bytes } });
  expect(await start(600_000_000)).toMatchObject({ status: 413, body: { code: 'file-too-large' } });
  expect(await start(0)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
});

test('the union record is shown once, with both members and why they are one', async () => {
  const recordId = await recordIdOf('ash:b1');
  const { status, body } = await call(getRecord, { path: { recordId } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    recordId,
    description: { title: 'The memory of water and stone', isbn13: ['9780141439587'], year: 1998, format: 'book' },
    members: ['ash', 'oak'],
    sources: [
      { sourceId: 'ash:b1', because: [] },
      { sourceId: 'oak:x1', because: expect.arrayContaining(['same ISBN', 'same title']) },
    ],
  });
  expect(await call(getRecord, { path: { recordId: 'rec_none' } })).toMatchObject({ status: 404 });
});

test('a source record is returned unchanged, to cataloguers only', async () => {
  const path = { sourceId: 'ash:b1' };
  const { body } = await call(getSourceRecord, { actor: staffAt('ash', 'cataloguer'), path });
  expect(body).toMatchObject({ sourceId: 'ash:b1', localId: 'b1', format: 'iso2709' });
  expect((body as { bytes: string }).bytes).toBe(Buffer.from(fileOf([book])).toString('base64'));
  expect(await call(getSourceRecord, { actor: staffAt('oak', 'desk'), path })).toMatchObject({ status: 403 });
  expect(await call(getSourceRecord, { actor: patron('pat_1', 'ash'), path })).toMatchObject({ status: 403 });
});

test('an item is created by hand, its barcode claimed for all, and found only by it', async () => {
  const path = { memberId: 'ash' };
  const body = { sourceId: 'ash:b1', barcode: '5000', branchId: 'ash.main', callNumber: 'FIC 2', category: 'book' };
  const made = await call(addItem, { actor: cataloguer, path, body });
  expect(made).toMatchObject({ status: 201, body: { barcode: '5000', memberId: 'ash', copyNumber: '' } });
  const again = await call(addItem, { actor: cataloguer, path, body });
  expect(again).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  const foreign = await call(addItem, { actor: cataloguer, path, body: { ...body, barcode: '1', sourceId: 'oak:x1' } });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  const nowhere = await call(addItem, {
    actor: cataloguer,
    path,
    body: { ...body, barcode: '1', branchId: 'oak.main' },
  });
  expect(nowhere).toMatchObject({ status: 422, body: { code: 'branch-elsewhere' } });
  const found = await call(getItem, { actor: staffAt('oak.main', 'desk'), path: { barcode: '5000' } });
  expect(found).toMatchObject({ status: 200, body: { memberId: 'ash', state: 'available', callNumber: 'FIC 2' } });
  expect(await call(getItem, { actor: cataloguer, path: { barcode: '404' } })).toMatchObject({ status: 404 });
});

test('a copy hidden from other members is found by its own staff only, in every way of hiding', async () => {
  await loadBytes(table, 'ash', fileOf([{ id: 'b7', title: 'Salt marsh letters', items: ['$aMAIN$p4777$oFIC 7'] }]));
  await withBranch(table, 'ash.east');
  const hide = (what: object, hiddenFrom: string[]) =>
    call(setVisibility, {
      ...{ actor: cataloguer, path: { memberId: 'ash' } },
      body: { what: { sourceId: 'ash:b7', ...what }, hiddenFrom, reason: 'Not for everybody.' },
    });
  const found = async (member: string) =>
    (await call(getItem, { actor: staffAt(member, 'desk'), path: { barcode: '4777' } })).status;
  const { itemId } = (await call(getItem, { actor: cataloguer, path: { barcode: '4777' } })).body as { itemId: string };
  for (const what of [{}, { branchId: 'ash.main' }, { itemId }]) {
    expect([await found('ash'), await found('oak')]).toEqual([200, 200]);
    expect((await hide(what, ['other-members'])).status).toBe(200);
    expect([await found('ash'), await found('oak')]).toEqual([200, 404]);
    await hide(what, []);
  }
  // Hiding a copy increments the record's counter: a load that read the copy before does not show it again.
  const counter = async () =>
    (await table.get(catalogueKeys.key('source', { sourceId: 'ash:b7' }), { strong: true }))?.v;
  const before = await counter();
  await hide({ itemId }, ['public']);
  expect(await counter()).toBe(Number(before) + 1);
  // Two holdings hidden at once are both hidden: neither write overwrites the other.
  const both = ['ash.main', 'ash.east'].map((branchId) => hide({ branchId }, ['public']));
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  const stands = await table.get(catalogueKeys.key('source', { sourceId: 'ash:b7' }), { strong: true });
  expect(stands?.hiddenHoldings).toEqual({ 'ash.main': ['public'], 'ash.east': ['public'] });
});

test('a hidden record is absent for those it is hidden from, and returns when shown', async () => {
  const [recordId, source] = [await recordIdOf('ash:b1'), { sourceId: 'ash:b1' }];
  const hide = (what: object, hiddenFrom: string[]) =>
    call(setVisibility, {
      ...{ actor: cataloguer, path: { memberId: 'ash' } },
      body: { what, hiddenFrom, reason: 'Not for everybody.' },
    });
  const members = async (actor?: Actor) => {
    const { status, body } = await call(getRecord, { ...(actor ? { actor } : {}), path: { recordId } });
    return status === 200 ? (body as { members: string[] }).members : status;
  };
  expect((await hide(source, ['other-members'])).status).toBe(200);
  expect(await members()).toEqual(['oak']);
  expect(await members(patron('pat_1', 'ash'))).toEqual(['ash', 'oak']);
  const foreign = await call(getSourceRecord, { actor: staffAt('oak', 'cataloguer'), path: source });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  await hide(source, ['public']);
  expect([await members(), await members(patron('pat_1', 'ash')), await members(staffAt('oak', 'desk'))]).toEqual([
    ['oak'],
    ['oak'],
    ['ash', 'oak'],
  ]);
  await hide(source, []);
  expect(await members()).toEqual(['ash', 'oak']);
  expect(await hide({ sourceId: 'oak:x1' }, ['public'])).toMatchObject({
    status: 404,
    body: { code: 'unknown-record' },
  });
  expect(await hide({ ...source, itemId: 'itm_none' }, ['public'])).toMatchObject({
    status: 404,
    body: { code: 'unknown-item' },
  });
});

test('a member sets how its items are loaded; a branch of another member is refused at its place', async () => {
  const path = { memberId: 'ash' };
  const { body: before } = await call(getItemMapping, { actor: cataloguer, path });
  expect(before).toMatchObject({ isDefault: true, mapping: { tag: '952' } });
  const mapping = { tag: '949', barcode: 'i', branch: 'l', callNumber: 'ab', category: 't' };
  const wrong = await call(setItemMapping, {
    actor: cataloguer,
    path,
    body: { ...mapping, branchMap: { m: 'oak.main' } },
  });
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/body/branchMap/m' }] } });
  await call(setItemMapping, { actor: cataloguer, path, body: { ...mapping, branchMap: { m: 'ash.main' } } });
  const { body: after } = await call(getItemMapping, { actor: cataloguer, path });
  expect(after).toMatchObject({ isDefault: false, mapping: { ...mapping, branchMap: { m: 'ash.main' } } });
  const named = await call(setItemMapping, {
    ...{ actor: cataloguer, path },
    body: { dialect: 'symphony-999', branchMap: { MAIN: 'ash.main' }, callNumber: 'av' },
  });
  const { dialects } = before as { dialects: Record<string, object> };
  expect(named.body).toEqual({ ...dialects['symphony-999'], branchMap: { MAIN: 'ash.main' }, callNumber: 'av' });
  const half = await call(setItemMapping, { actor: cataloguer, path, body: { tag: '949', branch: 'l' } });
  expect(half).toMatchObject({ status: 400 });
  expect((half.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
    '/body/barcode',
    '/body/callNumber',
    '/body/category',
  ]);
});

test('a load is started once its file was sent, and not before', async () => {
  const [bucket, started] = [bucketInMemory(), [] as unknown[]];
  const start = async (_name: string, input: unknown): Promise<void> => void started.push(input);
  const path = { memberId: 'ash' };
  const { body } = await call(startImport, { actor: cataloguer, path, body: { fileName: 'may.mrc', bytes: 4 } });
  const { importId } = body as { importId: string };
  const run = (id: string) =>
    call(runImport.with({ bucket, start }), { actor: cataloguer, path: { ...path, importId: id } });
  expect(await run(importId)).toMatchObject({ status: 409, body: { code: 'file-missing' } });
  expect(await run('imp_none')).toMatchObject({ status: 404, body: { code: 'unknown-import' } });
  await bucket.put(`imports/${importId}/file`, 'file');
  expect(await run(importId)).toMatchObject({ status: 202, body: { importId } });
  expect(started).toEqual([{ importId }]);
});
