import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { targetDeps } from '../../../functions/catalogue/deps.ts';
import { handler as searchTargetHandler } from '../../../functions/catalogue/operations/search-target/handler.ts';
import { copyFromTarget } from '../../../functions/catalogue/use-cases/copy-from-target.ts';
import { findLike } from '../../../functions/catalogue/use-cases/find-like.ts';
import { searchTarget } from '../../../functions/catalogue/use-cases/search-target.ts';
import { handler as sru } from '../../../functions/discovery/operations/search-sru/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { serveHandlers } from '../../builders/handler-server.ts';
import { type Book, fileOf, loadBytes, marcOf } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { catalogued } from '../../builders/request-options.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** Our own SRU endpoint stands in for the catalogue elsewhere. */
const books: Book[] = [
  { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' },
  { id: 'p1', title: 'The plague', author: 'Camus, Albert', year: '1947', pages: 308 },
];
const admin = {
  kind: 'staff' as const,
  id: 'stf_admin',
  grants: [{ role: 'admin' as const, scope: 'consortium' as const }],
};
const cataloguer = staffAt('ash', 'cataloguer');
let table: Table & { name: string };
let index: TestIndex;
let server: Awaited<ReturnType<typeof serveHandlers>>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  aSite();
  table = await aTable();
  index = anIndex();
  await catalogued(table, index, 'oak', books);
  await loadBytes(table, 'ash', fileOf([{ ...books[0], id: 'b1', items: [] } as Book]));
  server = await serveHandlers({ 'GET /sru/books': sru });
  const targets = [
    { name: 'National library', address: `http://127.0.0.1:${server.port}/sru`, database: 'books' },
    { name: 'No SRU', address: `http://127.0.0.1:${server.port}/other` },
  ];
  const body = { kind: 'copy-targets', decisionReference: 'Board 2026-11', body: { targets } };
  const adopted = await call(adoptPolicy, { actor: admin, body });
  expect(adopted.status).toBe(201);
});
afterAll(async () => {
  await server.stop();
  await index.drop();
});

const deps = (onThisMachine: boolean) => ({
  ...targetDeps(systemRuntime()),
  ...{ reach: { onThisMachine }, memberId: 'ash', actor: cataloguer, now: Date.now() },
});
const asked = (cql: string, target = 'National library') => ({ target, cql, from: 1 });

test('a target is searched by SRU: each hit says what of the catalogue is like it, with the library’s own record', async () => {
  const found = await copyFromTarget(deps(true), asked('bath.isbn="9780141439587"'));
  expect(found).toMatchObject({
    total: 1,
    unreadable: 0,
    hits: [{ title: 'Emma', author: 'Austen, Jane', like: [{ isSame: true, sourceId: 'ash:b1' }] }],
  });
  const plague = await copyFromTarget(deps(true), asked('dc.title="plague" and dc.creator="Camus"'));
  expect(plague).toMatchObject({ total: 1, hits: [{ title: 'The plague' }] });
  expect(JSON.stringify(plague)).not.toContain('ash:');
  expect(await copyFromTarget(deps(true), asked('dc.title="nothing"'))).toEqual({ total: 0, unreadable: 0, hits: [] });
});

test('a target that refuses, answers otherwise, or lies on a private address is named with its fault', async () => {
  expect(await copyFromTarget(deps(true), asked('nonsense.index=1'))).toMatchObject({ failed: expect.any(String) });
  expect(await copyFromTarget(deps(true), asked('emma', 'No SRU'))).toEqual({ failed: 'HTTP 404' });
  expect(await copyFromTarget(deps(false), asked('emma'))).toEqual({ failed: 'address-refused' });
  const request = { actor: cataloguer, path: { memberId: 'ash' } };
  const search = (query: string) => call(searchTargetHandler, { ...request, query });
  expect(await search('target=National%20library&title=emma')).toMatchObject({
    ...{ status: 422, body: { code: 'target-failed' } },
  });
  expect(await search('target=National%20library')).toMatchObject({ status: 422, body: { code: 'nothing-sought' } });
  expect(await search('target=Nobody&title=emma')).toMatchObject({ status: 404, body: { code: 'unknown-target' } });
});

/** Returns what is made of an answer of SRU with two hits. */
const answered = async (...records: string[]) => {
  const each = records.map((one) => `<record><recordData>${one}</recordData></record>`).join('');
  const xml = `<searchRetrieveResponse><numberOfRecords>2</numberOfRecords><records>${each}</records></searchRetrieveResponse>`;
  const other = createServer((_, response) => response.end(xml));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/sru`;
  const target = { name: 'Other', address, syntax: 'marcxml', version: '1.2' as const };
  const answer = await searchTarget(target, 'emma', 1, { onThisMachine: true });
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
  return answer;
};

test('records that a target cannot give in MARC are counted; an answer of diagnostics only is a failure', async () => {
  const diagnostic = '<diagnostic><uri>info:srw/diagnostic/1/66</uri><message>Unknown schema</message></diagnostic>';
  const emma = `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
    <controlfield tag="001">1</controlfield>
    <datafield tag="245" ind1="0" ind2="0"><subfield code="a">Emma</subfield></datafield></record>`;
  const broken = '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>short</leader></record>';
  expect(await answered(diagnostic, diagnostic)).toEqual({ failed: 'Unknown schema' });
  expect(await answered(emma, broken)).toMatchObject({ total: 2, records: [{}], unreadable: 1 });
  expect(await answered(emma, diagnostic)).toMatchObject({ total: 2, records: [{}], unreadable: 1 });
});

test('many source records of one title are read as the one record that they are', async () => {
  const book: Book = { id: 'own', title: 'Middlemarch', author: 'Eliot, George', isbn: '9780141439549', items: [] };
  await loadBytes(table, 'oak', fileOf(Array.from({ length: 30 }, (_, i) => ({ ...book, id: `m${i}` }))));
  await loadBytes(table, 'ash', fileOf([book]));
  const likening = deps(true);
  const titled: string[] = [];
  const ofSource = (sourceId: string, now: number) => {
    titled.push(sourceId);
    return likening.titles.ofSource(sourceId, now);
  };
  const [like] = await findLike({ ...likening, titles: { ...likening.titles, ofSource } }, [marcOf(book)]);
  expect(like).toMatchObject([{ title: 'Middlemarch', isSame: true, sourceId: 'ash:own' }]);
  expect(titled).toEqual(['ash:own']);
});

test('two targets of one name are refused: a search could reach the first only', async () => {
  const target = { name: 'National library', address: 'https://sru.example/books' };
  const body = { targets: [target, { ...target, name: 'national library' }] };
  const request = { kind: 'copy-targets', decisionReference: 'Board 2026-12', body };
  expect(await call(adoptPolicy, { actor: admin, body: request })).toMatchObject({ status: 400 });
});
