import { noteHarvest } from '../../../functions/catalogue/data/harvest-store.ts';
import type { Matching } from '../../../functions/catalogue/domain/matching/match-rules.ts';
import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as markDistinct } from '../../../functions/catalogue/operations/mark-distinct/handler.ts';
import { handler as previewMatching } from '../../../functions/catalogue/operations/preview-matching/handler.ts';
import type { MatchingPreview } from '../../../functions/catalogue/schemas/matching-preview.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { datafield } from '../../builders/marc-records.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const rules: Matching = {
  ...{ reissues: 'ask', impressions: 'same', coEditions: 'ask', microforms: 'apart' },
  ...{ oclcNumbers: 'counts', isbns: 'counts' },
};
const water: Book = { id: 'b1', title: 'The memory of water and stone' };
const later: Book = { ...water, id: 'x1', year: '2001' };
const mosses: Book = { id: 'b2', title: 'A field guide to northern mosses' };
const reason = 'Compared in the hand.';
const consortiumAdmin = consortiumStaff('admin');
// A handler caches its table and its policies as long as its container lives: each call has its own container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);

let table: Table & { name: string };
const recordRows = async () => (await scanAll(table.name, 'record')).map(({ recordId }) => String(recordId));

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([water, mosses]));
  await loadBytes(table, 'oak', fileOf([later, { ...mosses, id: 'x2' }]));
  expect(await clustersIn(table)).toEqual([['ash:b1'], ['ash:b2', 'oak:x2'], ['oak:x1']]);
  const forms = () => new Uint8Array([1]);
  // As the indexer lists them.
  const ids = await recordRows();
  await noteHarvest(
    table,
    ids.map((recordId) => ({ recordId, number: 1, digest: recordId, sets: [], forms })),
  );
});

const previewed = async (changed: Partial<Matching>, page: object = {}): Promise<MatchingPreview> => {
  const body = { rules: { ...rules, ...changed }, ...page };
  const { status, body: preview } = await call(previewMatching, { actor: consortiumAdmin, body });
  expect([status, preview]).toEqual([200, preview]);
  return preview as MatchingPreview;
};
const none = { joined: 0, parted: 0, asked: 0, settled: 0 };

test('the consortium sees before it adopts rules which records they would join or leave to nobody, and why', async () => {
  const joining = await previewed({ reissues: 'same' });
  const counts = { ...none, joined: 1 };
  expect(joining).toMatchObject({ records: 4, leftOut: 0, byStaff: 0, effects: counts });
  expect(joining.members).toEqual([
    { memberId: 'ash', ...counts },
    { memberId: 'oak', ...counts },
  ]);
  expect(joining.changed).toMatchObject([
    { one: { sourceId: 'ash:b1' }, two: { sourceId: 'oak:x1' }, before: 'ask', after: 'same', decides: ['reissues'] },
  ]);
  expect(joining.changed[0]?.because[0]).toBe('not counted by the rules: published 3 years apart');
  expect((await previewed({ reissues: 'apart' })).effects).toEqual({ ...none, settled: 1 });
  expect((await previewed({ thresholds: { same: 0.99, ask: 0.05 } })).effects).toMatchObject({ joined: 0 });
  // The rules in force change nothing, and show what each choice decides.
  const unchanged = await previewed({});
  expect(unchanged).toMatchObject({ effects: none, changed: [], examples: [{ decides: ['reissues'] }] });
});

test('a preview of several pages counts each pair once, and a cursor of another list is refused', async () => {
  const whole = await previewed({ reissues: 'same' });
  const pages: MatchingPreview[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await previewed({ reissues: 'same' }, { limit: 1, ...(after !== undefined && { after }) });
    pages.push(page);
    after = page.next;
  }
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.reduce((sum, { effects }) => sum + effects.joined, 0)).toBe(1);
  expect(pages.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(whole.pairs);
  const body = { rules, after: 'bm90IG91cnM' };
  expect(await call(previewMatching, { actor: consortiumAdmin, body })).toMatchObject({ status: 400 });
});

test('adopted rules apply to records that are loaded or edited from then on, and never to what staff decided', async () => {
  const policy = { kind: 'matching', decisionReference: 'Board 2026-11', body: { ...rules, reissues: 'same' } };
  expect(await call(adoptPolicy, { actor: consortiumAdmin, body: policy })).toMatchObject({ status: 201 });
  expect(await clustersIn(table)).toEqual([['ash:b1'], ['ash:b2', 'oak:x2'], ['oak:x1']]);
  const cataloguer = staffAt('ash', 'cataloguer');
  const path = { sourceId: 'ash:b1' };
  const edit = async (note: string): Promise<void> => {
    const { body } = await call(getSourceRecord, { actor: cataloguer, path });
    const { version, record } = body as { version: string; record: MarcRecord };
    const edited = { ...record, data: [...record.data, datafield('490', '0 ', `$a${note}`)] };
    const saved = { version, record: edited, reason };
    expect(await call(editSourceRecord, { actor: cataloguer, path, body: saved })).toMatchObject({ status: 200 });
  };
  await edit('Northern studies');
  expect(await clustersIn(table)).toEqual([
    ['ash:b1', 'oak:x1'],
    ['ash:b2', 'oak:x2'],
  ]);
  const matchedBy = async () =>
    (await scanAll(table.name, 'source')).map((row) => [row.sourceId, row.matchedBy]).sort();
  expect(await matchedBy()).toEqual([
    ['ash:b1', 1],
    ...['ash:b2', 'oak:x1', 'oak:x2'].map((sourceId) => [sourceId, undefined]),
  ]);
});

test('what staff decided is counted apart in a preview, and no rule changes it', async () => {
  const rows = await scanAll(table.name, 'source');
  const [one, two] = ['ash:b1', 'oak:x1'].map((id) => rows.find(({ sourceId }) => sourceId === id)?.recordId);
  const path = { recordId: String(one) };
  const decided = await call(markDistinct, { actor: staffAt('ash', 'cataloguer'), path, body: { from: two, reason } });
  expect(decided).toMatchObject({ status: 200 });
  expect(await previewed({ reissues: 'same' })).toMatchObject({ byStaff: 1, effects: none, changed: [] });
});
