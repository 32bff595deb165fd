import type { Audience } from '../../../functions/catalogue/public/audience.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { readSource } from '../../../functions/catalogue/public/read-source.ts';
import { sourceStore } from '../../../functions/catalogue/public/source-store.ts';
import type { Hit, RecordPage, SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as findTitles } from '../../../functions/discovery/operations/find-titles/handler.ts';
import { handler as getRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { indexTitles } from '../../builders/index-titles.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** Two members' loads, indexed and then searched through the operations. */
let table: Table & { name: string };
let index: TestIndex;

const emma: Book = { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' };
const plague: Book = { id: 'p1', title: 'The plague', author: 'Camus, Albert', year: '1947', pages: 308 };
const quiet: Book = { id: 'q1', title: 'A quiet ledger', author: 'Holm, Ida', year: '1988', pages: 77 };

const copy = (barcode: string): string => `$aMAIN$p${barcode}$oFIC ${barcode}`;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await loadBytes(
    table,
    'ash',
    fileOf([
      { ...emma, items: [copy('A1'), copy('A2')] },
      { ...plague, items: [copy('A3')] },
    ]),
  );
  await loadBytes(
    table,
    'birch',
    fileOf([
      { ...emma, id: 'x9', items: [copy('B1')] },
      { ...quiet, items: [copy('B2')] },
    ]),
  );
  await reindex();
});
afterAll(() => index.drop());

const recordOf = async (sourceId: string): Promise<string> =>
  readSource(await table.get(catalogueKeys.key('source', { sourceId }), { strong: true })).recordId;
const sources = () => sourceStore(table, bucketInMemory());
const reindex = async (): Promise<void> => {
  const ids = await Promise.all(['ash:e1', 'ash:p1', 'birch:q1'].map(recordOf));
  const failed = await indexTitles({ table, sources: sources(), index: index.writer, now: Date.now() }, ids);
  expect(failed).toEqual([]);
  await index.refresh();
};

const asked = async (query: Record<string, string>, actor?: Actor) =>
  call(search, { query, ...(actor ? { actor } : {}) });
const answered = async (query: Record<string, string>, actor?: Actor): Promise<SearchView> => {
  const { status, body } = await asked(query, actor);
  expect(status).toBe(200);
  return body as SearchView;
};
const titles = ({ hits }: SearchView): string[] => hits.map(({ title }) => title);
const members = ({ hits }: SearchView): Hit['members'] => hits[0]?.members ?? [];

const patronOf = (member: string): Actor => ({ kind: 'patron', id: 'pat_1', member });
const cataloguerOf = (member: string): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  grants: [{ role: 'cataloguer', scope: 'member', member }],
});

test('staff find the first titles for a text in the body of the request', async () => {
  const actor = cataloguerOf('ash');
  const { body } = await call(findTitles, { actor, body: { text: 'emma austen' } });
  expect(body).toEqual({
    total: { count: 1, atLeast: false },
    titles: [{ recordId: expect.stringMatching(/^rec_/), title: 'Emma', author: 'Austen, Jane', year: 2003 }],
  });
  expect(await call(findTitles, { actor, body: { text: 'zzyzx' } })).toMatchObject({
    body: { total: { count: 0 }, titles: [] },
  });
});

test('a record is found once, with every member’s copies', async () => {
  const found = await answered({ q: 'emma austen' });
  expect(found).toMatchObject({
    total: { count: 1, atLeast: false },
    relaxed: false,
    hits: [
      {
        title: 'Emma',
        author: 'Austen, Jane',
        year: 2003,
        format: 'book',
        isbn13: ['9780141439587'],
        members: [
          { memberId: 'ash', copies: 2, available: 2 },
          { memberId: 'birch', copies: 1, available: 1 },
        ],
      },
    ],
    facets: {
      format: [{ value: 'book', count: 1 }],
      language: [{ value: 'eng', count: 1 }],
      member: [
        { value: 'ash', count: 1 },
        { value: 'birch', count: 1 },
      ],
      decade: [{ from: 2000, count: 1 }],
    },
  });
  expect(found.next).toBeUndefined();
});

test.each([
  ['its ISBN-10', '0-14-143958-0'],
  ['a barcode', 'B1'],
  ['its number at a member', 'x9'],
])('it is found by %s', async (_, q) => {
  expect(titles(await answered({ q, scope: 'identifier' }))).toEqual(['Emma']);
});

test('facets narrow, and count the other choices', async () => {
  const all = await answered({});
  expect(titles(all)).toEqual(['Emma', 'The plague', 'A quiet ledger']);
  const atBirch = await answered({ member: 'birch' });
  expect(titles(atBirch)).toEqual(['Emma', 'A quiet ledger']);
  expect(atBirch.facets?.member).toEqual([
    { value: 'ash', count: 2 },
    { value: 'birch', count: 2 },
  ]);
  expect(atBirch.facets?.decade).toEqual([
    { from: 1980, count: 1 },
    { from: 2000, count: 1 },
  ]);
  expect(titles(await answered({ member: 'ash,birch', yearFrom: '1940', yearTo: '1990', sort: 'oldest' }))).toEqual([
    'The plague',
    'A quiet ledger',
  ]);
});

test('a choice without hits does not make the search less strict', async () => {
  expect(await answered({ q: 'emma', yearTo: '1950' })).toMatchObject({
    total: { count: 0 },
    relaxed: false,
    hits: [],
  });
});

test('pages follow each other without a gap or a repetition, by publication and by arrival', async () => {
  const seen = { newest: [] as string[], arrived: [] as string[] };
  for (const sort of ['newest', 'arrived'] as const) {
    let after: string | undefined;
    do {
      const page: SearchView = await answered({ sort, limit: '1', ...(after ? { after } : {}) });
      seen[sort].push(...titles(page));
      after = page.next;
    } while (after);
  }
  expect(seen.newest).toEqual(['Emma', 'A quiet ledger', 'The plague']);
  expect(seen.arrived.toSorted()).toEqual(seen.newest.toSorted());
});

test('copies show the state of the table, not of the index', async () => {
  const items = itemStore(table);
  const [b1] = await items.find('B1');
  if (!b1) throw new Error('B1 is not there');
  await table.write([
    { put: itemRecord({ ...b1, state: 'on-loan', loan: aLoan({ due: '2026-12-08T22:59:59.000Z' }), v: b1.v + 1 }) },
  ]);
  expect(members(await answered({ q: 'emma' }))).toEqual([
    { memberId: 'ash', copies: 2, available: 2 },
    { memberId: 'birch', copies: 1, available: 0 },
  ]);
  // The filter changes when the index receives the change.
  expect(titles(await answered({ shelf: '1', member: 'birch' }))).toEqual(['Emma', 'A quiet ledger']);
  await reindex();
  expect(titles(await answered({ shelf: '1', member: 'birch' }))).toEqual(['A quiet ledger']);
  // At the libraries to which the search is limited, not at others that have it, too.
  expect(titles(await answered({ shelf: '1', within: 'birch' }))).toEqual(['A quiet ledger']);
  expect(titles(await answered({ shelf: '1', within: 'ash,birch' }))).toEqual(['Emma', 'The plague', 'A quiet ledger']);
  expect(titles(await answered({ shelf: '1', within: 'birch', member: 'ash' }))).toEqual(['Emma']);
  expect(titles(await answered({ shelf: '1' }))).toEqual(['Emma', 'The plague', 'A quiet ledger']);
  await table.write([{ put: itemRecord({ ...b1, v: b1.v + 2 }) }]);
  await reindex();
});

describe('a hidden record', () => {
  const hidden = async (sourceId: string, from: Audience[], see: () => Promise<void>): Promise<void> => {
    await hide(table, sourceId, from);
    await reindex();
    await see().finally(async () => {
      await hide(table, sourceId, []);
      await reindex();
    });
  };

  test('from the public is found by staff only', () =>
    hidden('birch:q1', ['public'], async () => {
      const q = { q: 'quiet ledger' };
      expect(titles(await answered(q))).toEqual([]);
      expect(titles(await answered(q, patronOf('birch')))).toEqual([]);
      expect(titles(await answered(q, cataloguerOf('ash')))).toEqual(['A quiet ledger']);
      expect(titles(await answered({ q: 'B2', scope: 'identifier' }))).toEqual([]);
      const all = await answered({});
      expect(all.total.count).toBe(2);
      expect(all.facets?.decade.map(({ from }) => from)).toEqual([1940, 2000]);
      const recordId = await recordOf('birch:q1');
      expect(await call(getRecord, { path: { recordId } })).toMatchObject({
        status: 404,
        body: { code: 'unknown-record' },
      });
      expect(await call(getRecord, { path: { recordId }, actor: cataloguerOf('ash') })).toMatchObject({ status: 200 });
    }));

  test('from other members is found at home only', () =>
    hidden('birch:q1', ['other-members'], async () => {
      const q = { q: 'quiet ledger' };
      expect(titles(await answered(q, patronOf('ash')))).toEqual([]);
      expect(titles(await answered(q, patronOf('birch')))).toEqual(['A quiet ledger']);
    }));

  test('by one member leaves the record of the others, without any of its text', () =>
    hidden('birch:x9', ['public'], async () => {
      const found = await answered({ q: 'emma' });
      expect(members(found)).toEqual([{ memberId: 'ash', copies: 2, available: 2 }]);
      expect(found.facets?.member).toEqual([{ value: 'ash', count: 1 }]);
      expect(titles(await answered({ q: 'B1', scope: 'identifier' }))).toEqual([]);
      const { body } = await call(getRecord, { path: { recordId: await recordOf('ash:e1') } });
      expect((body as RecordPage).holdings.map(({ memberId }) => memberId)).toEqual(['ash']);
    }));
});

describe('a record’s page', () => {
  test('shows its description and each member’s copies, branch by branch', async () => {
    const recordId = await recordOf('ash:e1');
    const { status, body } = await call(getRecord, { path: { recordId }, query: { portal: 'ash' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      recordId,
      description: { title: 'Emma', author: { name: 'Austen, Jane' }, isbn13: ['9780141439587'] },
      holdings: [
        {
          memberId: 'ash',
          branches: [
            {
              branchId: 'ash.main',
              copies: [
                { barcode: 'A1', callNumber: 'FIC A1', state: 'available' },
                { barcode: 'A2', callNumber: 'FIC A2', state: 'available' },
              ],
            },
          ],
        },
        { memberId: 'birch', branches: [{ branchId: 'birch.main', copies: [{ barcode: 'B1', state: 'available' }] }] },
      ],
    });
  });

  test('of a lent copy shows when it is due and never who has it', async () => {
    const [a3] = await itemStore(table).find('A3');
    if (!a3) throw new Error('A3 is not there');
    const loan = aLoan({ due: '2026-12-08T22:59:59.000Z' });
    await table.write([
      { put: itemRecord({ ...a3, state: 'on-loan', currentBranch: 'birch.main', loan, v: a3.v + 1 }) },
    ]);
    const answer = await call(getRecord, { path: { recordId: await recordOf('ash:p1') }, actor: patronOf('birch') });
    const [holding] = (answer.body as RecordPage).holdings;
    expect(holding?.branches[0]?.copies[0]).toMatchObject({ state: 'on-loan', due: loan.due });
    expect(JSON.stringify(answer.body)).not.toMatch(/pat_|lon_|birch/);
  });

  test('does not exist for an unknown id', async () => {
    expect(await call(getRecord, { path: { recordId: 'rec_nothing' } })).toMatchObject({
      status: 404,
      body: { code: 'unknown-record' },
    });
  });
});

describe('an invalid request is refused with the field named', () => {
  test.each([
    ['a query of 501 characters', { q: 'x'.repeat(501) }, '/query/q'],
    ['ten thousand words', { q: 'word '.repeat(10_000) }, '/query/q'],
    ['a place of its own', { from: '1000000' }, '/query/from'],
    ['201 libraries', { within: Array.from({ length: 201 }, (_, i) => `member-${i}`).join() }, '/query/within'],
    ['an unknown scope', { scope: 'shelf' }, '/query/scope'],
    ['an unknown format', { format: 'book,papyrus' }, '/query/format'],
    [
      '31 languages',
      {
        language: Array.from(
          { length: 31 },
          (_, i) => `a${String.fromCharCode(97 + (i % 26))}${i > 25 ? 'b' : 'a'}`,
        ).join(),
      },
      '/query/language',
    ],
    ['a member that cannot be', { member: 'Ash!' }, '/query/member'],
    ['a year in words', { yearFrom: 'long ago' }, '/query/yearFrom'],
    ['years the wrong way round', { yearFrom: '2000', yearTo: '1990' }, '/query/yearTo'],
    ['a page of 51', { limit: '51' }, '/query/limit'],
    ['an unknown field', { colour: 'red' }, '/query/colour'],
    ['a cursor with a blank', { after: 'a b' }, '/query/after'],
  ])('%s', async (_, query, pointer) => {
    const { status, body } = await asked(query as unknown as Record<string, string>);
    expect(status).toBe(400);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  test('a cursor of another search, or a forged one', async () => {
    const { next = '' } = await answered({ limit: '1' });
    expect(await asked({ limit: '1', q: 'emma', after: next })).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
    expect(await asked({ limit: '1', after: next }, patronOf('ash'))).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
    const far = Buffer.from(JSON.stringify({ s: 'x', r: false, a: 1_000_000 })).toString('base64url');
    expect(await asked({ after: far })).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    expect(await asked({ after: 'e30' })).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  });
});

test('when the engine is unavailable, the reader is asked to try again', async () => {
  const endpoint = process.env.SEARCH_ENDPOINT;
  process.env.SEARCH_ENDPOINT = 'http://127.0.0.1:9';
  const elsewhere = search.using(systemRuntime());
  expect(await call(elsewhere, { query: { q: 'emma' } })).toMatchObject({ status: 503, body: { code: 'try-again' } });
  process.env.SEARCH_ENDPOINT = endpoint;
});
