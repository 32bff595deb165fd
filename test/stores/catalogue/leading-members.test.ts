import { sourceStore } from '../../../functions/catalogue/data/source-store.ts';
import { readRecord } from '../../../functions/catalogue/data/union-record.ts';
import { handler as getUnion } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { documentOf } from '../../../functions/catalogue/use-cases/rebuild-documents.ts';
import { handler as openRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { lastVersion } from '../../builders/last-version.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { scanAll } from '../../builders/scan-all.ts';

const admin = {
  kind: 'staff' as const,
  id: 'stf_admin',
  grants: [{ role: 'admin' as const, scope: 'consortium' as const }],
};
const water: Book = { id: 'b1', title: 'The memory of water and stone', note: 'Of ash alone.' };
// A handler caches its table and its policies as long as its container lives: each call has its own container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);

let table: Table & { name: string };
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([water]));
  await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', author: 'Okri, Nadia Maria', pages: 313 }]));
  expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x1']]);
});

const adopt = async (body: unknown, kind: 'union-record' | 'headings' = 'union-record') => {
  const follows = await lastVersion(table, kind);
  const policy = { kind, decisionReference: 'Board 2026-11', follows, body };
  return call(adoptPolicy, { actor: admin, body: policy });
};
const recordRow = async () => (await scanAll(table.name, 'record')).find(({ mergedInto }) => mergedInto === undefined);

/** Returns the author as on the page, in the union record and in the index. */
const authors = async (): Promise<unknown[]> => {
  const record = readRecord(await recordRow());
  const path = { recordId: record.recordId };
  const pages = await Promise.all([openRecord, getUnion].map((handler) => call(handler, { actor: admin, path })));
  const document = await documentOf({ table, sources: sourceStore(table), now: Date.now() }, record);
  const described = pages.map(({ body }) => (body as { description: { author: { name: string } } }).description);
  return [...described.map(({ author }) => author.name), document?.author];
};

test('the leading member for a field is adopted by policy, and used by pages and index alike', async () => {
  // The fuller record describes the title, and has the author.
  expect(await authors()).toEqual(Array(3).fill('Okri, Nadia'));
  expect(await adopt({ leads: [{ fields: 'main-entry', members: ['oak'] }] })).toMatchObject({ status: 201 });
  expect(await authors()).toEqual(Array(3).fill('Okri, Nadia Maria'));
  await adopt({ leads: [] });
  expect(await authors()).toEqual(Array(3).fill('Okri, Nadia'));
});

test('a kind of field has one list of leading members, and exists', async () => {
  const twice = { fields: 'contents', members: ['oak'] };
  expect(await adopt({ leads: [twice, twice] })).toMatchObject({ status: 400 });
  expect(await adopt({ leads: [{ fields: 'shelf', members: ['oak'] }] })).toMatchObject({ status: 400 });
});

test('a subject heading is shown in the form of the consortium and found by both, and no member’s record changes', async () => {
  const subjects = ['$aIllegal aliens$zNorway', '$aWater'];
  await loadBytes(table, 'ash', fileOf([{ ...water, subjects }]));
  const stored = async () => (await scanAll(table.name, 'source')).map((row) => JSON.stringify(row)).sort();
  const before = await stored();
  const shown = { heading: 'illegal aliens', shown: 'Undocumented immigrants' };
  expect(await adopt({ subjects: [shown, { ...shown, heading: 'Illegal Aliens' }] }, 'headings')).toMatchObject({
    status: 400,
  });
  expect(await adopt({ subjects: [shown] }, 'headings')).toMatchObject({ status: 201 });
  const record = readRecord(await recordRow());
  const path = { recordId: record.recordId };
  for (const handler of [openRecord, getUnion]) {
    const { body } = await call(handler, { actor: admin, path });
    expect(body).toMatchObject({ description: { subjects: ['Undocumented immigrants -- Norway', 'Water'] } });
  }
  const document = await documentOf({ table, sources: sourceStore(table), now: Date.now() }, record);
  expect(document?.subjects).toEqual(['Undocumented immigrants -- Norway', 'Water']);
  expect(document?.seeReferences).toEqual([
    { list: 'subject', from: 'Illegal aliens -- Norway', to: 'Undocumented immigrants -- Norway' },
  ]);
  expect(await stored()).toEqual(before);
});

test('a name is shown in the form of the consortium, and leads from the form in the records', async () => {
  const record = readRecord(await recordRow());
  const [name = ''] = (await authors()).map(String);
  const shown = { heading: name.toUpperCase(), shown: 'Okri, N. M., 1971-' };
  expect(await adopt({ subjects: [], names: [shown, shown] }, 'headings')).toMatchObject({ status: 400 });
  expect(await adopt({ subjects: [], names: [shown] }, 'headings')).toMatchObject({ status: 201 });
  expect(await authors()).toEqual(Array(3).fill('Okri, N. M., 1971-'));
  const document = await documentOf({ table, sources: sourceStore(table), now: Date.now() }, record);
  expect(document?.seeReferences).toEqual([{ list: 'author', from: name, to: 'Okri, N. M., 1971-' }]);
});
