import { handler as showToday } from '../../../functions/analytics/operations/show-today/handler.ts';
import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as fastAdd } from '../../../functions/catalogue/operations/fast-add/handler.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as listFastAdded } from '../../../functions/catalogue/operations/list-fast-added/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, at } from '../../builders/lending.ts';
import { clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { todayOf } from '../../builders/today.ts';

const desk = staffAt('ash.main', 'desk');
const cataloguer = staffAt('ash', 'cataloguer');
const branchId = 'ash.main';
const barcode = '31234000999001';
const path = { branchId };
const typed = { barcode, title: 'The memory of water and stone', category: 'book' };
let table: Table & { name: string };
const call = (handler: OperationHandler, request: Call): Promise<Answered> =>
  callOn(handler.using(at(monday)), request);
const listed = async (): Promise<{ sourceId: string; recordId: string }[]> => {
  const { body } = await call(listFastAdded, { actor: cataloguer, path: { memberId: 'ash' } });
  return (body as { records: { sourceId: string; recordId: string }[] }).records;
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'test-bucket' });
  table = await aTable();
  await aConsortium(table);
});

test('a desk lends an item without a record at once: its brief record is hidden and waits for the cataloguers', async () => {
  const made = await call(fastAdd, { actor: desk, path, body: { ...typed, author: 'Byrne, Ada' } });
  expect(made).toMatchObject({ status: 201, body: { barcode, branchId, memberId: 'ash', category: 'book' } });
  const { card } = await aBorrower(table);
  const lent = await call(checkOut, { actor: desk, body: { branchId, item: barcode, patron: card } });
  expect(lent.status).toBe(201);
  expect(await listed()).toMatchObject([{ barcode, branchId, title: typed.title, author: 'Byrne, Ada', at: monday }]);
  const today = await call(showToday, { actor: cataloguer, query: { branch: branchId } });
  expect(today.body).toMatchObject({ fastAdded: { count: 1, entries: [{ title: typed.title, since: monday }] } });
  const [{ recordId = '' } = {}] = await listed();
  const shownTo = (who: Pick<Call, 'actor'>) => call(getRecord, { ...who, path: { recordId } });
  expect((await shownTo({})).status).toBe(404);
  expect((await shownTo({ actor: staffAt('birch', 'cataloguer') })).status).toBe(404);
  expect(await shownTo({ actor: cataloguer })).toMatchObject({ status: 200 });
});

test('a barcode is fast-added once, at a branch where the desk works', async () => {
  const twice = await Promise.all([1, 2].map(() => call(fastAdd, { actor: desk, path, body: typed })));
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await listed()).toHaveLength(1);
  const elsewhere = { actor: desk, path: { branchId: 'birch.east' }, body: typed };
  expect((await call(fastAdd, elsewhere)).status).toBe(403);
  const unknown = {
    actor: staffAt('ash', 'desk'),
    path: { branchId: 'ash.moon' },
    body: { ...typed, barcode: '4711' },
  };
  expect(await call(fastAdd, unknown)).toMatchObject({ status: 422, body: { code: 'unknown-branch' } });
});

test('the first edit of a cataloguer shows a fast-added record, matches it and takes it off the list and off Today', async () => {
  await loadBytes(table, 'oak', fileOf([{ id: 'x1', title: typed.title, items: [] }]));
  await call(fastAdd, { actor: desk, path, body: typed });
  const [{ sourceId = '' } = {}] = await listed();
  expect(await clustersIn(table)).toEqual([[sourceId], ['oak:x1']]);
  const of = (source: string) => call(getSourceRecord, { actor: cataloguer, path: { sourceId: source } });
  const { record } = (await of('oak:x1')).body as { record: MarcRecord };
  const own = (await of(sourceId)).body as { record: MarcRecord; version: string };
  const whole = { ...record, control: [...own.record.control, ...record.control.filter(({ tag }) => tag !== '001')] };
  const body = { version: own.version, record: whole, reason: 'Catalogued from the book.' };
  const edited = await call(editSourceRecord, { actor: cataloguer, path: { sourceId }, body });
  expect(edited.status).toBe(200);
  expect(await listed()).toEqual([]);
  expect((await todayOf(cataloguer, branchId, at(monday))).fastAdded).toEqual({ count: 0, entries: [] });
  expect(await clustersIn(table)).toEqual([[sourceId, 'oak:x1']]);
  const { recordId = '' } = edited.body as { recordId?: string };
  expect(JSON.stringify((await call(getRecord, { path: { recordId } })).body)).toContain('"ash"');
});
