import { handler as checkSourceRecord } from '../../../functions/catalogue/operations/check-source-record/handler.ts';
import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';

const water: Book = { id: 'b1', title: 'The memory of water and stone', items: [] };
const cataloguer = staffAt('ash', 'cataloguer');
let table: Table & { name: string };
const call = (handler: OperationHandler, request: Call): Promise<Answered> =>
  callOn(handler.using(systemRuntime()), request);

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'test-bucket' });
  table = await aTable();
  await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1' }]));
});

/** The record of oak under a number of ash, as a cataloguer takes it over. */
const copied = async (localId: string): Promise<MarcRecord> => {
  const { body } = await call(getSourceRecord, { actor: cataloguer, path: { sourceId: 'oak:x1' } });
  const { record } = body as { record: MarcRecord };
  return { ...record, control: record.control.map((one) => (one.tag === '001' ? { ...one, value: localId } : one)) };
};
const create = (localId: string, record: MarcRecord, more: Call = {}) =>
  call(editSourceRecord, {
    ...{ actor: cataloguer, path: { sourceId: `ash:${localId}` } },
    body: { version: 'none', record, reason: 'A new book.' },
    ...more,
  });

test('a new record is checked first with what is like it, joins that, and its history begins with who wrote it and why', async () => {
  const record = await copied('c-1');
  const path = { sourceId: 'ash:c-1' };
  const checked = await call(checkSourceRecord, { actor: cataloguer, path, body: { record } });
  const like = [{ title: water.title, isSame: true }];
  expect(checked.body).toMatchObject({ version: 'none', like });
  expect(await clustersIn(table)).toEqual([['oak:x1']]);
  const created = await create('c-1', record);
  expect(created).toMatchObject({ status: 200, body: { sourceId: 'ash:c-1' } });
  expect(await clustersIn(table)).toEqual([['ash:c-1', 'oak:x1']]);
  const { recordId } = created.body as { recordId: string };
  const shown = await call(getSourceRecord, { actor: cataloguer, path });
  expect(shown.body).toMatchObject({ localId: 'c-1', isEdited: false, mayEdit: true, recordId });
  const history = await call(listHistory, { actor: cataloguer, path: { recordId } });
  const entries = (history.body as { entries: { kind: string; sourceId: string }[] }).entries;
  expect(entries.filter(({ sourceId }) => sourceId === 'ash:c-1')).toMatchObject([
    { kind: 'edit', reason: 'A new book.', by: 'staff:stf_of-ash' },
  ]);
  // Once there, it is edited like any other.
  const { version } = created.body as { version: string };
  const noted = { tag: '500', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'Signed.' }] };
  const body = { version, record: { ...record, data: [...record.data, noted] }, reason: 'Signed.' };
  expect(await call(editSourceRecord, { actor: cataloguer, path, body })).toMatchObject({ status: 200 });
});

test('a new record is stored once; not under a number that is taken, that its 001 does not repeat, or of another library', async () => {
  const record = await copied('c-1');
  const twice = await Promise.all([1, 2].map(() => create('c-1', record)));
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await create('c-2', record)).toMatchObject({ status: 422, body: { code: 'record-unsound' } });
  expect(await create(' c-3', await copied(' c-3'))).toMatchObject({ status: 404 });
  const others = { actor: cataloguer, path: { sourceId: 'oak:c-4' } };
  expect(await create('c-4', await copied('c-4'), others)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  expect(await call(checkSourceRecord, { ...others, body: { record } })).toMatchObject({ status: 404 });
  expect(await clustersIn(table)).toEqual([['ash:c-1', 'oak:x1']]);
});
