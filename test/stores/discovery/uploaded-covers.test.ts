import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as listCredits } from '../../../functions/discovery/operations/list-cover-credits/handler.ts';
import { handler as listUploads } from '../../../functions/discovery/operations/list-uploaded-covers/handler.ts';
import { handler as removeCover } from '../../../functions/discovery/operations/remove-cover/handler.ts';
import { handler as showCover } from '../../../functions/discovery/operations/show-cover/handler.ts';
import { handler as uploadCover } from '../../../functions/discovery/operations/upload-cover/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aGif, aJpeg, aPng, withExif } from '../../builders/pictures.ts';

/** Covers that the staff of libraries upload. */
let table: Table;
let recordId: string;
const bucket = bucketInMemory();
const ash = staffAt('ash', 'cataloguer');
const path = () => ({ memberId: 'ash', recordId });
const on = (day: string) => at(`2026-03-${day}T15:00:00.000Z`, { bucket });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const upload = (bytes: Uint8Array, { actor = ash, memberId = 'ash', day = '02', id = recordId } = {}) =>
  call(uploadCover.using(on(day)), { actor, path: { memberId, recordId: id }, body: { picture: base64(bytes) } });
const shown = async () => {
  const { status, body, headers } = await call(showCover.using(on('05')), { path: { recordId }, query: {} });
  return status === 200 ? [headers['content-type'], Buffer.from(String(body), 'base64')] : status;
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  table = await aTable();
  await aConsortium(table);
  // The same book, of which two libraries have a record.
  const book = fileOf([{ id: 'u1', title: 'Songs of the ferry', isbn: '9780141439518' }]);
  await loadBytes(table, 'ash', book);
  await loadBytes(table, 'birch', book);
  const [row] = await table.getMany([catalogueKeys.key('source', { sourceId: 'ash:u1' })]);
  recordId = String(row?.recordId);
}, 60_000);

test('an uploaded cover is shown to everybody without its metadata, before any provider is chosen, and audited', async () => {
  const plain = aJpeg(200, 290);
  expect((await call(listCredits, {})).body).toMatchObject({ hasCovers: false });
  expect(await upload(withExif(plain, 'GPS 60.39 N'))).toMatchObject({
    status: 200,
    body: { memberId: 'ash', width: 200, height: 290 },
  });
  expect(await shown()).toEqual(['image/jpeg', Buffer.from(plain)]);
  expect((await call(listCredits, {})).body).toEqual({ hasCovers: true, credits: [] });
  const audited = await table.queryAll({ partition: `AUDIT#record:${recordId}` });
  expect(audited.at(-1)).toMatchObject({ did: 'upload-cover', detail: { memberId: 'ash' } });
});

test('another picture replaces the one before, and of two libraries the newest is shown', async () => {
  await upload(aPng(300, 400), { day: '03' });
  expect(((await shown()) as unknown[])[0]).toBe('image/png');
  expect([...bucket.objects.values()].filter(({ length }) => length > 0)).toHaveLength(1);
  const birch = staffAt('birch', 'member-admin');
  const second = aJpeg(100, 150);
  expect((await upload(second, { actor: birch, memberId: 'birch', day: '04' })).status).toBe(200);
  expect(await shown()).toEqual(['image/jpeg', Buffer.from(second)]);
  const listed = await call(listUploads, { actor: ash, path: { recordId } });
  expect(listed.body).toMatchObject({
    covers: [
      { memberId: 'birch', width: 100 },
      { memberId: 'ash', width: 300 },
    ],
  });
});

test('what is no picture, is cut off, too small, too large or a GIF is refused and stores nothing', async () => {
  const before = bucket.objects.size;
  const refused = async (bytes: Uint8Array) => ((await upload(bytes)).body as { code: string }).code;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const whole = aPng(200, 290);
  expect(await refused(svg)).toBe('not-a-picture');
  expect(await refused(whole.subarray(0, whole.length - 4))).toBe('not-a-picture');
  expect(await refused(aGif(200, 290))).toBe('not-a-picture');
  expect(await refused(aPng(10, 10))).toBe('not-cover-size');
  expect(await refused(aPng(4001, 100))).toBe('not-cover-size');
  expect(await refused(Buffer.concat([whole, Buffer.alloc(2_000_000 - whole.length + 1)]))).toBe('picture-too-large');
  expect((await call(uploadCover, { actor: ash, path: path(), body: { picture: 'no base64!' } })).status).toBe(400);
  expect(bucket.objects.size).toBe(before);
});

test('staff upload for their own library and a title that it has; patrons, desks and others do not', async () => {
  const picture = aPng(200, 290);
  expect((await upload(picture, { memberId: 'birch' })).status).toBe(403);
  expect((await upload(picture, { actor: staffAt('ash', 'desk') })).status).toBe(403);
  expect((await upload(picture, { actor: consortiumStaff('admin') })).status).toBe(403);
  const elm = staffAt('elm', 'cataloguer');
  expect(await upload(picture, { actor: elm, memberId: 'elm' })).toMatchObject({
    status: 404,
    body: { code: 'not-your-title' },
  });
  expect((await upload(picture, { id: 'rec_none' })).status).toBe(404);
  expect((await call(listUploads, { actor: staffAt('ash', 'desk'), path: { recordId } })).status).toBe(403);
});

test('an uploaded cover is shown to nobody once no library shows the title to the public', async () => {
  await loadBytes(table, 'ash', fileOf([{ id: 'u2', title: 'The closed lock', isbn: '9780596517748' }]));
  const [row] = await table.getMany([catalogueKeys.key('source', { sourceId: 'ash:u2' })]);
  const id = String(row?.recordId);
  expect((await upload(aPng(200, 290), { id })).status).toBe(200);
  const show = () => call(showCover.using(on('05')), { path: { recordId: id }, query: {} });
  expect((await show()).status).toBe(200);
  await hide(table, 'ash:u2', ['public']);
  expect(await show()).toMatchObject({ status: 404, body: { code: 'no-cover' } });
  expect(
    (await call(removeCover.using(on('05')), { actor: ash, path: { memberId: 'ash', recordId: id } })).status,
  ).toBe(200);
});

test('a removed cover gives way to that of the other library, its bytes are cleared, and the last one leaves the drawn cover', async () => {
  const remove = (memberId: string, actor = ash) =>
    call(removeCover.using(on('05')), { actor, path: { memberId, recordId } });
  expect((await remove('birch')).status).toBe(403);
  expect((await remove('birch', consortiumStaff('admin'))).status).toBe(200);
  expect(((await shown()) as unknown[])[0]).toBe('image/png');
  expect((await remove('ash')).status).toBe(200);
  expect(await shown()).toBe(404);
  expect([...bucket.objects.values()].filter(({ length }) => length > 0)).toEqual([]);
  expect(await remove('ash')).toMatchObject({ status: 404, body: { code: 'no-cover' } });
});
