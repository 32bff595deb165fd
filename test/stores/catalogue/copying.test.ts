import { targetDeps } from '../../../functions/catalogue/deps.ts';
import { handler as searchTargetHandler } from '../../../functions/catalogue/operations/search-target/handler.ts';
import { copyFromTarget } from '../../../functions/catalogue/use-cases/copy-from-target.ts';
import { handler as sru } from '../../../functions/discovery/operations/search-sru/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { serveHandlers } from '../../builders/handler-server.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
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
    hits: [{ title: 'Emma', author: 'Austen, Jane', like: [{ isSame: true, sourceId: 'ash:b1' }] }],
  });
  const plague = await copyFromTarget(deps(true), asked('dc.title="plague" and dc.creator="Camus"'));
  expect(plague).toMatchObject({ total: 1, hits: [{ title: 'The plague' }] });
  expect(JSON.stringify(plague)).not.toContain('ash:');
  expect(await copyFromTarget(deps(true), asked('dc.title="nothing"'))).toEqual({ total: 0, hits: [] });
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
