import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as setHome } from '../../../functions/discovery/operations/set-home/handler.ts';
import { handler as showHome } from '../../../functions/discovery/operations/show-home/handler.ts';
import { handler as createBranch } from '../../../functions/membership/operations/create-branch/handler.ts';
import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** The home page: titles that staff recommend, and events of branches. */
const member = { memberId: 'oak', name: 'Oak', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
const calendar = { timeZone: 'America/New_York', weekly: {}, closures: [] };
const branch = { branchId: 'oak.main', name: 'Oak', address: '1 Mill Street', pickup: true, calendar };
let table: Table;
let index: TestIndex;
let ids: string[];
const now = '2026-03-02T15:00:00.000Z';
// The clock is composed with the table, which exists only once the tests run.
const set = (request: Call) => call(setHome.using(at(now)), request);
const show = (request: Call) => call(showHome.using(at(now)), request);
const path = { memberId: 'oak' };
const event = (title: string, day: string, more: object = {}) => ({
  ...{ branchId: 'oak.main', title, day, from: '10:00' },
  ...more,
});
const content = (v: number, picks: object[], events: object[] = [], more: object = {}) => ({
  picks,
  events,
  v,
  ...more,
});
const cataloguer = staffAt('oak', 'cataloguer');

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  table = await aTable();
  index = anIndex();
  await aConsortium(table);
  const by = { actor: consortiumStaff('admin') };
  await call(createMember, { ...by, body: member });
  await call(createBranch, { ...by, path, body: branch });
  const books = ['Songs of the ferry', 'A hidden report'].map((title, i) => ({ id: `f${i}`, title }));
  await loadBytes(table, 'ash', fileOf(books));
  const rows = await table.getMany(books.map(({ id }) => catalogueKeys.key('source', { sourceId: `ash:${id}` })));
  ids = rows.map((row) => String(row?.recordId));
  const visible = [['public'], ['staff:ash']];
  await index.hold(
    books.map(({ title }, i) => aDocument({ title, recordId: ids[i] ?? '', visibleTo: visible[i] ?? [] })),
  );
}, 60_000);
afterAll(() => index.drop());

test('staff of a library set its picks and events, everybody reads them by ETag, and what is hidden or over leaves the page', async () => {
  const picks = ids.map((recordId) => ({ recordId, sentence: `About ${recordId}.` }));
  const events = [event('Today', '2026-03-02', { from: '09:00', until: '23:00' }), event('Later', '2026-04-01')];
  expect(
    await set({ actor: cataloguer, path, body: content(0, picks, events, { childrensPage: true }) }),
  ).toMatchObject({
    status: 200,
    body: { v: 1 },
  });
  const shown = await show({ query: { member: 'oak' } });
  const [first] = picks;
  const titles = [{ ...first, memberId: 'oak', title: 'Songs of the ferry' }];
  expect(shown).toMatchObject({ status: 200, body: { picks: titles, events, childrensPage: true, v: 1 } });
  expect(shown.headers['cache-control']).toBe('public, max-age=0, s-maxage=60');
  const again = await show({ query: { member: 'oak' }, headers: { 'if-none-match': shown.headers.etag ?? '' } });
  expect(again.status).toBe(304);
  // Of all libraries, with the day after on the clock of the branch.
  const later = await call(showHome.using(at('2026-03-03T15:00:00.000Z')), {});
  expect(later.body).toEqual({
    ...{ picks: [expect.objectContaining(titles[0] ?? {})], events: [events[1]], childrensPage: true },
  });
  const audited = await table.queryAll({ partition: 'AUDIT#member:oak' });
  expect(audited.filter(({ did }) => did === 'set-home')).toMatchObject([{ detail: { after: { v: 1 } } }]);
});

test('a change is refused after another one, for an unknown record, for a branch of another library, and for an event that is over', async () => {
  const { v } = (await show({ query: { member: 'oak' } })).body as { v: number };
  const change = (body: object, actor = cataloguer) => set({ actor, path, body });
  const refused = async (body: object) => {
    const { status, body: problem } = await change(body);
    const { code, errors } = problem as { code: string; errors: { pointer: string }[] };
    return [status, code, errors[0]?.pointer];
  };
  expect(await refused(content(v - 1, []))).toEqual([409, 'changed-meanwhile', '/body/v']);
  const unknown = { recordId: 'rec_none', sentence: 'Not there.' };
  expect(await refused(content(v, [unknown]))).toEqual([422, 'unknown-record', '/body/picks/0/recordId']);
  const wrong = [event('Here', '2026-04-01'), event('There', '2026-04-01', { branchId: 'birch.east' })];
  expect(await refused(content(v, [], wrong))).toEqual([422, 'unknown-branch', '/body/events/1/branchId']);
  expect(await refused(content(v, [], [event('Over', '2026-03-01')]))).toEqual([
    422,
    'event-over',
    '/body/events/0/day',
  ]);
  for (const actor of [staffAt('birch', 'member-admin'), staffAt('oak', 'desk'), consortiumStaff('auditor')])
    expect((await change(content(v, []), actor)).status).toBe(403);
  expect((await change(content(v, [unknown, unknown]))).status).toBe(400);
});
