import { browseLists } from '../../../functions/catalogue/public/browse-lists.ts';
import { writePlace } from '../../../functions/discovery/domain/browse/place.ts';
import { sorts } from '../../../functions/discovery/domain/query/search-parameters.ts';
import type { SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as browse } from '../../../functions/discovery/operations/browse-headings/handler.ts';
import { handler as harvest } from '../../../functions/discovery/operations/harvest/handler.ts';
import { handler as recordsUnder } from '../../../functions/discovery/operations/list-heading-records/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { handler as facetValues } from '../../../functions/discovery/operations/suggest-facet-values/handler.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** Positions and cursors written by hand: the engine would refuse some of their values, so it is not called. */
let index: TestIndex;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  aSite();
  await aTable();
  index = anIndex();
  const shelf = (i: number) => [{ member: 'ash', callNumber: `QA${i} .B${i}` }];
  await index.hold(
    Array.from({ length: 21 }, (_, i) =>
      aDocument({ title: `Emma ${i}`, year: 1980 + i, author: 'Austen, Jane', subjects: ['Art'], shelf: shelf(i + 1) }),
    ),
  );
}, 60_000);
afterAll(() => index.drop());

const rewritten = (cursor: string, a: unknown): string =>
  Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(cursor, 'base64url').toString()), a })).toString('base64url');

const values = ['abc', '\ud800', '', 12.5, 1999, -1, 3e38, 1e300, 2 ** 31, null, true];
const places = [...values.map((value) => [value, 'rec_1']), [1999, '\ud800'], 1, 9_900, 9_901, 1.5, '1'];

test.each(sorts.flatMap((sort) => [false, true].map((works) => [sort, works] as const)))(
  'a cursor of a search by %s (works: %j) continues after values of its kind, and is refused with any other',
  async (sort, works) => {
    const query = { q: 'emma', sort, limit: '2', ...(works ? { group: 'works' } : {}) };
    const first = (await call(search, { query })).body as SearchView;
    if (first.next === undefined) throw new Error('There is no next page.');
    expect(await call(search, { query: { ...query, after: first.next } })).toMatchObject({ status: 200 });
    const answers = [];
    for (const place of places)
      answers.push(await call(search, { query: { ...query, after: rewritten(first.next, place) } }));
    const refused = answers.filter(({ status }) => status === 400);
    for (const { body } of refused) expect(body).toMatchObject({ type: expect.stringMatching(/bad-cursor$/) });
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 400]);
  },
);

test('either end of the code points is only a position in a list', async () => {
  for (const key of ['\u{10ffff}', '\u{10ffff}\u{10ffff}', '\u0001', 'a\u0001', 'q\u{10ffff}', '\ud7ff', '\ue000'])
    for (const list of browseLists)
      for (const query of [{ from: key }, { at: writePlace(key) }])
        expect([key, list, (await call(browse, { path: { list }, query })).status]).toEqual([key, list, 200]);
  const behind = await call(browse, { path: { list: 'author' }, query: { at: writePlace('\u{10ffff}') } });
  expect(behind.body).toMatchObject({ headings: [{ heading: 'Austen, Jane' }], position: 1, last: true });
});

test('NUL is refused as typed text', async () => {
  for (const from of ['\u0000', 'a\u0000'])
    expect(await call(browse, { path: { list: 'author' }, query: { from } })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/query/from', code: 'ill-formed-text' }] },
    });
});

test('records under a heading are paged by their titles only', async () => {
  const request = { path: { list: 'author' }, query: { at: writePlace('austen jane') } };
  const { body } = await call(recordsUnder, request);
  const { next } = body as { next?: string };
  if (next === undefined) throw new Error('There is no next page.');
  const after = async (a: unknown): Promise<number> =>
    (await call(recordsUnder, { ...request, query: { ...request.query, after: rewritten(next, a) } })).status;
  expect(await Promise.all([['emma 1', 'Emma 1'], [1, 'Emma 1'], 20].map(after))).toEqual([200, 400, 400]);
});

test('headings are chosen up to the number that the engine accepts in one pattern', async () => {
  const chosen = (length: number, sign: string): string =>
    Array.from({ length: 10 }, (_, i) => writePlace(`${i}${sign.repeat(length)}`)).join(',');
  for (const [author, status] of [
    [chosen(388, 'a'), 200],
    [chosen(389, 'a'), 400],
    [chosen(193, '.'), 200],
    [chosen(390, '.'), 400],
  ] as const) {
    expect((await call(search, { query: { author } })).status).toBe(status);
    const query = { author, typed: 'a' };
    expect((await call(facetValues, { path: { facet: 'subject' }, query })).status).toBe(status);
  }
});

test('a forged resumption token is an error of the protocol', async () => {
  const token = {
    v: 'r',
    p: 'oai_dc',
    s: 'format.book',
    u: '2026-01-01T00:00:00Z',
    a: ['2025-01-01T00:00:00Z', 'rec_1'],
    n: 1,
  };
  for (const wrong of [
    {},
    { s: '' },
    { s: '\ud800' },
    { s: 'a#b' },
    { u: '9999-99-99T99:99:99Z' },
    { a: ['0000-00-00T00:00:00Z', 'rec_1'] },
  ]) {
    const resumptionToken = Buffer.from(JSON.stringify({ ...token, ...wrong })).toString('base64url');
    const { status, body } = await call(harvest, { query: `verb=ListRecords&resumptionToken=${resumptionToken}` });
    expect([wrong, status, String(body).includes('badResumptionToken')]).toEqual([wrong, 200, true]);
  }
});
