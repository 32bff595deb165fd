import { handler as sitemap } from '../../../functions/discovery/operations/list-sitemap/handler.ts';
import { handler as sitemapPart } from '../../../functions/discovery/operations/list-sitemap-part/handler.ts';
import { handler as recordHtml } from '../../../functions/discovery/operations/show-record-html/handler.ts';
import { handler as searchHtml } from '../../../functions/discovery/operations/show-search-html/handler.ts';
import { listSitemap } from '../../../functions/discovery/use-cases/list-sitemap.ts';
import { EngineUnavailable } from '../../../layers/platform/search/client.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { aConsortium } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** The pages that work without JavaScript, and the sitemap, as the site shows them. */
let index: TestIndex;
const ids = ['rec_a', 'rec_b', 'rec_c'];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  aSite();
  const table = await aTable();
  index = anIndex();
  await aConsortium(table);
  await loadBytes(table, 'ash', fileOf([{ id: 'f1', title: 'Songs of the ferry' }]));
  await index.hold(
    ids.map((recordId, i) =>
      aDocument({ title: `Ferry ${recordId}`, recordId, visibleTo: ['public'], arrived: 200_000_000 + i }),
    ),
  );
}, 60_000);
afterAll(() => index.drop());

test('the page of a search ignores what it does not know, has a tag, and repeats itself to no one who has it', async () => {
  const first = await call(searchHtml, { query: 'q=ferry&utm_source=mail&lang=es' });
  expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=0, s-maxage=30' } });
  expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(first.body).toContain('3 resultados para «ferry»');
  expect(first.body).toContain('<h2 id="narrow">Acotar los resultados</h2>');
  const again = await call(searchHtml, {
    query: 'q=ferry&utm_source=mail&lang=es',
    headers: { 'if-none-match': first.headers.etag ?? '' },
  });
  expect(again.status).toBe(304);
  // A search that the API refuses, and a cursor of another search, show the words alone.
  for (const query of ['q=ferry&scope=wrong', 'q=ferry&after=bm90aGluZw']) {
    const { status, body } = await call(searchHtml, { query });
    expect([query, status]).toEqual([query, 200]);
    expect(body).toContain('3 results for “ferry”');
  }
  const arrived = await call(searchHtml, { query: 'q=ferry&sort=arrived' });
  expect(arrived.headers['x-robots-tag']).toBe('noindex, follow');
  expect(String(arrived.body).match(/Ferry rec_\w(?=<)/g)).toEqual(ids.map((id) => `Ferry ${id}`).reverse());
});

test('while the engine does not answer, the page of a search still starts the app', async () => {
  const failing = searchHtml.with({ find: () => Promise.reject(new EngineUnavailable('down')) });
  const { status, body } = await call(failing, { query: 'q=ferry' });
  expect([status, body]).toEqual([200, expect.stringContaining('src="/start.js"')]);
});

test('the page of an unknown record is a page with status 404, which starts the app for those who see more', async () => {
  const { status, body, headers } = await call(recordHtml, { path: { recordId: 'rec_none' } });
  expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(body).toContain('src="/start.js"');
});

test('the sitemap lists every public record once over its parts, whatever their size', async () => {
  expect((await call(sitemap)).body).toContain('<loc>https://library.test/sitemap/first.xml</loc>');
  const whole = await call(sitemapPart, { path: { part: 'first.xml' } });
  expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' } });
  for (const id of ids) expect(whole.body).toContain(`<loc>https://library.test/record/${id}</loc>`);
  const rest = await call(sitemapPart, { path: { part: 'rec_b.xml' } });
  expect(String(rest.body).match(/rec_\w/g)).toEqual(['rec_c']);
  expect((await call(sitemapPart, { path: { part: '../x' } })).status).toBe(400);
  // As many starts as there are parts, and never more than the limit.
  const endless = await listSitemap({ site: async () => 'https://library.test', recordIds: async () => ['rec_x'] });
  expect(endless.ok.match(/<loc>/g)).toHaveLength(400);
});
