import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { allActsOf } from '../../../functions/catalogue/data/source-act-store.ts';
import { readSource } from '../../../functions/catalogue/data/source-record.ts';
import type { HistoryEntry } from '../../../functions/catalogue/domain/history/history.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import { handler as preview } from '../../../functions/catalogue/operations/preview-item-changes/handler.ts';
import { handler as relabel } from '../../../functions/catalogue/operations/relabel-item/handler.ts';
import { handler as runBatch } from '../../../functions/catalogue/operations/run-item-batch/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as showVisibility } from '../../../functions/catalogue/operations/show-visibility/handler.ts';
import type { Grant, Role } from '../../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { deletionOf, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { keys as membershipKeys } from '../../builders/membership-keys.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

const sourceId = 'ash:b1';
const water = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711', '$aMAIN$p4712'] };
let table: Table;
const cataloguer = staffAt('ash', 'cataloguer');
const asked = (handler: OperationHandler, more: Call): Promise<Answered> =>
  call(handler.using(systemRuntime()), { actor: cataloguer, ...more, path: { memberId: 'ash', ...more.path } });
const hide = (part: object, hiddenFrom: string[], reason: string, more: Call = {}) =>
  asked(setVisibility, { body: { what: { sourceId, ...part }, hiddenFrom, reason }, ...more });
const source = async () => readSource(await table.get(catalogueKeys.key('source', { sourceId }), { strong: true }));
const grantsAt = (member: string, role: Role): Grant[] => {
  const actor = staffAt(member, role);
  return actor.kind === 'staff' ? [...actor.grants] : [];
};
const history = async (member: string, actor = staffAt(member, 'cataloguer')): Promise<HistoryEntry[]> => {
  const { recordId } = await source();
  const { body } = await call(listHistory.using(systemRuntime()), { actor, path: { recordId } });
  return (body as { entries: HistoryEntry[] }).entries;
};
const acts = async (member = 'ash', actor?: Actor) =>
  (await history(member, actor)).filter(({ kind }) => kind !== 'load');
const idOf = async (barcode: string): Promise<string> => (await findItem(table, barcode))?.itemId ?? '';
const shown = async (query: object = {}): Promise<Record<string, unknown>> =>
  (await asked(showVisibility, { query: { sourceId, ...query } })).body as Record<string, unknown>;

beforeEach(async () => {
  process.env.BUCKET_NAME = 'test-bucket';
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'ash.main');
  await loadBytes(table, 'ash', fileOf([water]));
});

test('a record, a holding and a copy are hidden with a reason; person, time, reason and both values are shown', async () => {
  const itemId = await idOf('4711');
  await hide({}, ['public'], 'Under embargo.');
  await hide({ branchId: 'ash.main' }, ['union'], 'The vault.');
  await hide({ itemId }, ['other-members', 'public'], 'Torn.');
  await hide({}, [], 'The embargo is over.');
  const by = 'staff:stf_of-ash';
  expect(await acts()).toMatchObject([
    { kind: 'hide', sourceId, by, reason: 'The embargo is over.', before: ['public'], after: [] },
    { kind: 'hide', reason: 'Torn.', itemId, barcode: '4711', before: [], after: ['other-members', 'public'] },
    { kind: 'hide', reason: 'The vault.', branchId: 'ash.main', before: [], after: ['union'] },
    { kind: 'hide', reason: 'Under embargo.', before: [], after: ['public'] },
  ]);
  expect(await acts('oak')).toEqual([]);
  // A cataloguer of another library who works at a desk of this one does not see what this library hides.
  const both = {
    ...staffAt('oak', 'cataloguer'),
    grants: [...grantsAt('oak', 'cataloguer'), ...grantsAt('ash', 'desk')],
  };
  expect(await acts('ash', both)).toEqual([]);
  const { record, holdings, items, ...rest } = await shown();
  expect(rest).toMatchObject({ title: 'The memory of water and stone', localId: 'b1', isWhole: true });
  expect(record).toMatchObject({ hiddenFrom: [], last: { by, reason: 'The embargo is over.', before: ['public'] } });
  expect(holdings).toMatchObject([{ branchId: 'ash.main', copies: 2, hiddenFrom: ['union'], last: { by } }]);
  expect(items).toMatchObject([
    { itemId, last: { reason: 'Torn.' } },
    { barcode: '4712', hiddenFrom: [] },
  ]);
  expect(await shown({ itemId })).toMatchObject({ holdings: [{ branchId: 'ash.main' }], items: [{ itemId }] });
  const elsewhere = await asked(showVisibility, { query: { sourceId: 'oak:x1' } });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  expect(await asked(showVisibility, { query: { sourceId, itemId: 'itm_none' } })).toMatchObject({ status: 404 });
});

test('the person who hid it is named to all who may see that it was hidden', async () => {
  const { recordId } = await source();
  const namesFor = async (member: string) => {
    const actor = staffAt(member, 'cataloguer');
    return (await call(listHistory.using(systemRuntime()), { actor, path: { recordId } })).body;
  };
  const person = { staffId: 'stf_of-ash', name: 'Ines Keller' };
  await table.write([{ put: { ...membershipKeys.key('staff', person), ...stamp('staff', 1), ...person } }]);
  await hide({}, ['public'], 'Under embargo.');
  expect(await namesFor('ash')).toMatchObject({ names: { 'staff:stf_of-ash': 'Ines Keller' } });
  await hide({}, [], 'It is over.');
  expect(await namesFor('oak')).toMatchObject({ names: {} });
  expect(JSON.stringify(await namesFor('oak'))).not.toContain('Ines');
});

test('without a reason nothing is hidden; when already hidden, nothing is recorded', async () => {
  const without = { what: { sourceId }, hiddenFrom: ['public'] };
  expect(await asked(setVisibility, { body: without })).toMatchObject({ status: 400 });
  expect((await hide({}, ['public', 'union'], 'Once.')).status).toBe(200);
  expect((await hide({}, ['union', 'public', 'union'], 'Twice.')).status).toBe(200);
  expect((await hide({ itemId: await idOf('4711') }, [], 'It never was.')).status).toBe(200);
  expect(await acts()).toMatchObject([{ reason: 'Once.' }]);
});

test('a load preserves what is hidden and who hid it', async () => {
  await hide({}, ['public'], 'Under embargo.');
  await hide({ branchId: 'ash.main' }, ['union'], 'The vault.');
  await hide({ itemId: await idOf('4712') }, ['public'], 'Torn.');
  const { counts } = await loadBytes(table, 'ash', fileOf([{ ...water, note: 'New.', items: ['$aMAIN$p4712$oFIC'] }]));
  expect(counts).toMatchObject({ changed: 1, itemsChanged: 1 });
  expect(await source()).toMatchObject({ hiddenFrom: ['public'], hiddenHoldings: { 'ash.main': ['union'] } });
  const { record, items } = await shown();
  expect(record).toMatchObject({ last: { reason: 'Under embargo.' } });
  expect(items).toMatchObject([{ barcode: '4712', hiddenFrom: ['public'], last: { reason: 'Torn.' } }, {}]);
  expect(await acts()).toHaveLength(3);
  // Nor does a load that deletes the record and one that restores it.
  await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', items: ['$aMAIN$p9000'] }]));
  expect((await loadBytes(table, 'ash', deletionOf(water))).counts).toMatchObject({ withdrawn: 1 });
  expect((await loadBytes(table, 'ash', fileOf([water]))).counts).toMatchObject({ changed: 1 });
  expect(await shown()).toMatchObject({ record: { hiddenFrom: ['public'], last: { reason: 'Under embargo.' } } });
  expect(await acts()).toHaveLength(3);
});

test('hidden by several at once, each act records what it found: the acts are a chain that ends in the current state', async () => {
  const audiences = [['public'], ['union'], ['other-members'], ['public', 'union']];
  const done = await Promise.all(audiences.map((from, i) => hide({}, from, `Number ${i}.`)));
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const links = (await allActsOf(table, sourceId)).flatMap((act) =>
    act.did === 'hide' ? [[`${act.before}`, `${act.after}`]] : [],
  );
  expect(links).toHaveLength(4);
  let stands = '';
  for (const _ of links) stands = links.find(([before]) => before === stands)?.[1] ?? 'broken';
  expect(stands).toBe(`${(await source()).hiddenFrom}`);
  // Each takes its id after it has read the current state: the last one made the current state.
  const [last] = await allActsOf(table, sourceId);
  expect(last?.did === 'hide' && `${last.after}`).toBe(stands);
});

test('of several who hide the same at once each has an answer under its key, and it is recorded once', async () => {
  const keyed = (i: number) => ({ headers: { 'idempotency-key': `same-${i}` } });
  const all = () => Promise.all([0, 1, 2, 3].map((i) => hide({}, ['public'], 'Under embargo.', keyed(i))));
  expect((await all()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await all()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await acts()).toHaveLength(1);
});

test('sent twice with one key it is done and recorded once', async () => {
  const key1 = { headers: { 'idempotency-key': 'hide-1' } };
  const first = await hide({}, ['public'], 'Under embargo.', key1);
  await hide({}, [], 'Over.');
  expect(await hide({}, ['public'], 'Under embargo.', key1)).toMatchObject({ status: 200, body: first.body });
  expect(await acts()).toMatchObject([{ reason: 'Over.' }, { reason: 'Under embargo.' }]);
});

test('many copies hidden at once, and shown again: each is in the history with person and reason', async () => {
  const change = { hiddenFrom: ['public'] };
  const body = { items: { barcodes: ['4711', '4712'] }, change };
  expect(await asked(preview, { body })).toMatchObject({ status: 400 });
  const opened = await asked(preview, { body: { ...body, reason: 'The shelf is closed.' } });
  expect(opened).toMatchObject({ status: 201, body: { reason: 'The shelf is closed.' } });
  const { batchId } = opened.body as { batchId: string };
  const run = (way: string) => asked(runBatch, { path: { batchId }, body: { way } });
  expect(await run('onwards')).toMatchObject({ status: 200, body: { counts: { done: 2 } } });
  expect(await run('back')).toMatchObject({ status: 200, body: { counts: { undone: 2 } } });
  // Each copy has its own act; the history shows a batch, and its undoing, as one entry each.
  expect(await allActsOf(table, sourceId)).toHaveLength(4);
  const entry = { kind: 'batch', batchId, count: 2, reason: 'The shelf is closed.' };
  const copies = (before: string[], after: string[]) =>
    expect.arrayContaining(['4711', '4712'].map((barcode) => expect.objectContaining({ barcode, before, after })));
  expect(await acts()).toMatchObject([
    { ...entry, copies: copies(['public'], []) },
    { ...entry, copies: copies([], ['public']) },
  ]);
  // Other changes in a batch do not count as hiding.
  const moved = await asked(preview, { body: { ...body, change: { location: 'Attic' } } });
  const { batchId: other } = moved.body as { batchId: string };
  expect(await asked(runBatch, { path: { batchId: other }, body: { way: 'onwards' } })).toMatchObject({
    body: { counts: { done: 2 } },
  });
  expect(await allActsOf(table, sourceId)).toHaveLength(4);
});

test('a new label is shown with person and reason, to its own library only', async () => {
  const path = { itemId: await idOf('4711') };
  const body = { barcode: '9000', reason: 'Another has the old number.' };
  expect(await asked(relabel, { path, body: { barcode: '9000' } })).toMatchObject({ status: 400 });
  expect(await asked(relabel, { path, body })).toMatchObject({ status: 200 });
  expect(await asked(relabel, { path, body: { ...body, reason: 'Said again.' } })).toMatchObject({ status: 200 });
  expect(await acts()).toMatchObject([{ kind: 'relabel', before: '4711', after: '9000', reason: body.reason }]);
  expect(await acts('oak')).toEqual([]);
});
