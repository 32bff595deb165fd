import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { readSource } from '../../../functions/catalogue/public/read-source.ts';
import { sourceStore } from '../../../functions/catalogue/public/source-store.ts';
import type { SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { itemDialects } from '../../../layers/protocols/marc/item-mapping.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { indexTitles } from '../../builders/index-titles.ts';
import { mapItems } from '../../builders/item-mappings.ts';
import { fileOf, loadBytes, marcOf } from '../../builders/loads.ts';
import { datafield } from '../../builders/marc-records.ts';
import { patron, staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** Two members hold Emma; cedar has data of its copy for its own readers, and for its staff. */
let table: Table;
let index: TestIndex;
const emma = { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' };
const cedars = marcOf({ ...emma, id: 'c1' });
const own: MarcRecord = {
  ...cedars,
  data: [
    ...cedars.data,
    ...[datafield('590', '  ', '$aGiven by the mayor, l’été 1912.'), datafield('690', '  ', '$aOur river')],
    ...[datafield('908', '  ', '$aweeding 2027'), datafield('949', '  ', '$i777$lMAIN')],
  ],
};

const reindex = async (): Promise<void> => {
  const { recordId } = readSource(
    await table.get(catalogueKeys.key('source', { sourceId: 'cedar:c1' }), { strong: true }),
  );
  const indexing = { table, sources: sourceStore(table), index: index.writer, now: Date.now() };
  expect(await indexTitles(indexing, [recordId])).toEqual([]);
  await index.refresh();
};
const [reader, staff] = [patron('pat_1', 'cedar'), staffAt('cedar', 'desk')];
const others: (Actor | undefined)[] = [undefined, patron('pat_2', 'ash'), staffAt('ash', 'cataloguer')];
const finds = async (q: string, actor?: Actor, more: Record<string, string> = {}): Promise<boolean> => {
  const { status, body } = await call(search, { query: { q, ...more }, ...(actor && { actor }) });
  expect(status).toBe(200);
  const { hits, relaxed } = body as SearchView & { relaxed: boolean };
  return hits.length > 0 && !relaxed;
};
/** Returns who finds it: cedar's reader, its staff, and how many of all others. */
const found = async (q: string) => [
  ...[await finds(q, reader), await finds(q, staff)],
  (await Promise.all(others.map((actor) => finds(q, actor)))).filter(Boolean).length,
];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await mapItems(table, 'cedar', { ...itemDialects['koha-952'], tag: '949' });
  const written = writeIso2709(own);
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  await loadBytes(table, 'ash', fileOf([emma]));
  await loadBytes(table, 'cedar', written.bytes);
  await reindex();
});
afterAll(() => index.drop());

test('a library’s local fields find its record for its people only, those of 9XX for its staff only', async () => {
  expect(await found('emma')).toEqual([true, true, others.length]);
  expect(await found('mayor')).toEqual([true, true, 0]);
  expect(await found('our river')).toEqual([true, true, 0]);
  expect(await found('weeding')).toEqual([false, true, 0]);
  // What is an item there appears as a holding.
  expect(await found('777')).toEqual([false, false, 0]);
});

test('they are searched together with all other terms, folded alike, and only in searches of everything', async () => {
  expect(await found('austen MAYOR')).toEqual([true, true, 0]);
  expect(await found('ete')).toEqual([true, true, 0]);
  expect(await found('tolstoy mayor')).toEqual([false, false, 0]);
  expect(await finds('mayor', staff, { scope: 'title' })).toBe(false);
});

test('an edit of them is searchable, and those of a record hidden from readers are for its staff only', async () => {
  const actor = staffAt('cedar', 'cataloguer');
  const path = { sourceId: 'cedar:c1' };
  const { version, record } = (await call(getSourceRecord, { actor, path })).body as {
    version: string;
    record: MarcRecord;
  };
  const data = record.data.map((field) =>
    field.tag === '590' ? datafield('590', '  ', '$aGiven by a sailor.') : field,
  );
  const body = { version, record: { ...record, data }, reason: 'It was the other one.' };
  expect((await call(editSourceRecord, { actor, path, body })).status).toBe(200);
  await reindex();
  expect([await found('mayor'), await found('sailor')]).toEqual([
    [false, false, 0],
    [true, true, 0],
  ]);
  await hide(table, 'cedar:c1', ['public']);
  await reindex();
  expect([await found('sailor'), await found('emma')]).toEqual([
    [false, true, 0],
    [true, true, others.length],
  ]);
  await hide(table, 'cedar:c1', ['union']);
  await reindex();
  expect(await found('sailor')).toEqual([false, false, 0]);
});
