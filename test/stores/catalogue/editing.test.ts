import { contract as indexing } from '../../../functions/catalogue/consumers/index-changes/contract.ts';
import { handler as indexChanges } from '../../../functions/catalogue/consumers/index-changes/handler.ts';
import { fieldProtectionStore } from '../../../functions/catalogue/data/field-protection-store.ts';
import { matchingRules } from '../../../functions/catalogue/data/matching-rules.ts';
import { changesOf } from '../../../functions/catalogue/data/source-change-store.ts';
import { handler as checkSourceRecord } from '../../../functions/catalogue/operations/check-source-record/handler.ts';
import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as getFieldProtection } from '../../../functions/catalogue/operations/get-field-protection/handler.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import { handler as setFieldProtection } from '../../../functions/catalogue/operations/set-field-protection/handler.ts';
import { editSource } from '../../../functions/catalogue/use-cases/edit-source.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { datafield } from '../../builders/marc-records.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { streamRecord } from '../../builders/stream-events.ts';

const water: Book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] };
const cataloguer = staffAt('ash', 'cataloguer');
const path = { sourceId: 'ash:b1' };
type Shown = {
  version: string;
  record: MarcRecord;
  isEdited: boolean;
  mayEdit: boolean;
  recordId: string;
  bytes?: string;
};

let table: Table & { name: string };
// A handler caches its table as long as its container lives: each test has a new container.
const call = (handler: OperationHandler, request: Call): Promise<Answered> =>
  callOn(handler.using(systemRuntime()), request);
const shown = async (actor: Actor = cataloguer): Promise<Shown> =>
  (await call(getSourceRecord, { actor, path })).body as Shown;

/** Saves the record with these changes of its fields, based on the current version unless a version is given. */
const save = async (
  change: (data: MarcRecord['data']) => MarcRecord['data'],
  more: Call & { version?: string } = {},
) => {
  const { version: stands, record } = await shown();
  const { version = stands, ...request } = more;
  const body = { version, record: { ...record, data: change(record.data) }, reason: 'By the title page.' };
  return call(editSourceRecord, { actor: cataloguer, path, body, ...request });
};
const retitled = (title: string) => (data: MarcRecord['data']) =>
  data.map((field) => (field.tag === '245' ? datafield('245', '10', `$a${title} /$cOkri, Nadia.`) : field));
const noted = (text: string) => (data: MarcRecord['data']) => [
  ...data.filter(({ tag }) => tag !== '500'),
  datafield('500', '  ', `$a${text}`),
];
const protect = (tag: string) =>
  call(setFieldProtection, { actor: cataloguer, path: { memberId: 'ash' }, body: { fields: [{ tag }] } });
const texts = ({ record }: Shown, tag: string): string[] =>
  record.data
    .filter((field) => field.tag === tag)
    .map(({ subfields }) => subfields.map(({ value }) => value).join(' '));

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, {
    BUCKET_NAME: 'test-bucket',
    INDEX_WORK_QUEUE_URL: 'work',
    INDEX_RETRY_QUEUE_URL: 'retry',
  });
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([water]));
});

describe('a record edited by its cataloguer', () => {
  test('is stored as edited, is matched again, keeps its items and its original; the history shows who and why', async () => {
    await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', items: [] }]));
    expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x1']]);
    const before = await shown();
    const done = await save((data) =>
      retitled('A field guide to northern mosses')(data).map((field) =>
        field.tag === '100' ? datafield('100', '1 ', '$aLind, Per.') : field,
      ),
    );
    expect(done).toMatchObject({ status: 200, body: { sourceId: 'ash:b1', warnings: [] } });
    const after = await shown();
    expect([texts(after, '245'), after.isEdited, after.bytes === before.bytes]).toEqual([
      ['A field guide to northern mosses / Okri, Nadia.'],
      true,
      true,
    ]);
    expect(after.version).toBe((done.body as { version: string }).version);
    expect(await clustersIn(table)).toEqual([['ash:b1'], ['oak:x1']]);
    expect(await findItem(table, '4711')).toMatchObject({ recordId: after.recordId, callNumber: '' });
    const { body } = await call(getRecord, { path: { recordId: after.recordId } });
    expect(body).toMatchObject({ description: { title: 'A field guide to northern mosses' }, members: ['ash'] });
    expect(await changesOf(table, 'ash:b1', 5)).toMatchObject([
      { did: 'edit', by: 'staff:stf_of-ash', reason: 'By the title page.', fields: [{ tag: '100' }, { tag: '245' }] },
    ]);
  });

  test('is refused with errors, each at its place, as the preview reports before; nothing is stored', async () => {
    const change = (data: MarcRecord['data']) => [...data, datafield('650', 'x0', '$aWater$qrain')];
    const before = await shown();
    const { version, record } = before;
    const body = { record: { ...record, data: change(record.data) } };
    const checked = await call(checkSourceRecord, { actor: cataloguer, path, body });
    const refused = await save(change);
    expect(refused).toMatchObject({ status: 422, body: { code: 'record-unsound' } });
    const pointers = ['/data/5/ind1', '/data/5/subfields/1'];
    expect(checked.body).toMatchObject({
      version,
      findings: pointers.map((pointer) => ({ level: 'refusal', pointer })),
    });
    expect((refused.body as { errors: unknown[] }).errors).toMatchObject(
      pointers.map((pointer) => ({ pointer: `/body/record${pointer}` })),
    );
    expect(await shown()).toEqual(before);
    expect(await save((data) => data)).toMatchObject({ status: 422, body: { code: 'nothing-changed' } });
  });

  test('does not overwrite another person’s change, who is named; of two concurrent edits one is stored', async () => {
    const { version } = await shown();
    expect(await save(noted('First.'))).toMatchObject({ status: 200 });
    const late = await save(noted('Second.'), { version });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-since' } });
    expect(JSON.stringify(late.body)).toContain('staff:stf_of-ash');
    const both = await Promise.all([save(noted('Third.')), save(noted('Fourth.'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await loadBytes(table, 'ash', fileOf([{ ...water, pages: 313 }]), { importId: 'imp_second' });
    const behind = await save(noted('Fifth.'), { version });
    expect(JSON.stringify(behind.body)).toContain('imp_second');
  });

  test('is for cataloguers of its member only, and edited once for a key', async () => {
    const elsewhere = await save(noted('Mine.'), { actor: staffAt('oak', 'cataloguer') });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await save(noted('Mine.'), { actor: staffAt('ash', 'desk') })).toMatchObject({ status: 403 });
    expect((await shown(staffAt('oak', 'cataloguer'))).mayEdit).toBe(false);
    const { version, record } = await shown();
    const body = { version, record: { ...record, data: noted('Once.')(record.data) }, reason: 'Once.' };
    const ask = () =>
      call(editSourceRecord, { actor: cataloguer, path, body, headers: { 'idempotency-key': 'edit-1' } });
    expect((await ask()).body).toEqual((await ask()).body);
    expect(await changesOf(table, 'ash:b1', 5)).toHaveLength(1);
  });

  test('is shown to cataloguers of other members without its library’s local fields, its files and its staff', async () => {
    const own = [datafield('590', '  ', '$aGift of a patron.'), datafield('500', '  ', '$aOurs alone.$5Ash')];
    await protect('590');
    await save((data) => [...data, ...own]);
    await save((data) =>
      retitled('The memory of water')(
        data.map((field) => (field.tag === '590' ? datafield('590', '  ', '$aOf the mayor.') : field)),
      ),
    );
    const historyFor = async (member: string) => {
      const actor = staffAt(member, 'cataloguer');
      const record = await shown(actor);
      const { body } = await call(listHistory, { actor, path: { recordId: record.recordId } });
      const { entries } = body as {
        entries: { kind: string; by?: string; reason?: string; fields: { tag: string }[] }[];
      };
      const edits = entries.filter(({ kind }) => kind === 'edit');
      return { record, edits, shown: JSON.stringify([record, entries]) };
    };
    const [ash, oak] = [await historyFor('ash'), await historyFor('oak')];
    for (const text of ['Of the mayor.', 'Gift of a patron.', 'Ours alone.', 'staff:stf_of-ash'])
      expect([ash.shown.includes(text), oak.shown.includes(text)]).toEqual([true, false]);
    expect([ash.record, oak.record]).toMatchObject([
      { bytes: expect.any(String), protected: [{ tag: '590' }] },
      { protected: [] },
    ]);
    expect(oak.record).not.toHaveProperty('bytes');
    // The first edit changed only such fields; for the second, the history shows the title and the reason.
    expect([ash.edits.length, oak.edits]).toMatchObject([
      2,
      [{ reason: 'By the title page.', fields: [{ tag: '245' }] }],
    ]);
  });

  test('is as loaded again when the edit is undone', async () => {
    await save(noted('A slip.'));
    await save((data) => data.filter(({ tag }) => tag !== '500'));
    expect(await shown()).toMatchObject({ isEdited: false });
  });

  test('takes its copies along, by the stream when the worker died after the write', async () => {
    await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', items: [] }]));
    const { version, record, recordId } = await shown();
    const dying: Table = {
      ...table,
      write: async (...given) => {
        await table.write(...given);
        throw new Error('the machine went away');
      },
    };
    const edited = { ...record, data: retitled('A field guide to northern mosses and their stones')(record.data) };
    const edit = { sourceId: 'ash:b1', version, record: edited, reason: 'By the title page.', by: 'staff:stf_1' };
    const ended = editSource({
      ...{ table: dying, bucket: bucketInMemory(), ids: systemIds, now: Date.now(), keep: () => [] },
      rulesAt: matchingRules(table),
      ...edit,
    });
    await expect(ended).rejects.toThrow('the machine went away');
    const { recordId: moved } = await shown();
    expect([moved === recordId, (await findItem(table, '4711'))?.recordId]).toEqual([false, recordId]);
    // The stream then delivers the kinds of rows that its filter admits.
    const rows = await scanAll(table.name, 'sourceChange');
    const { trigger } = indexing;
    const through = rows.filter(({ entity }) => trigger.by === 'stream' && trigger.entities.includes(String(entity)));
    const Records = through.map((row) => streamRecord(undefined, row));
    await indexChanges.using(systemRuntime())({ Records }, { awsRequestId: 'stream' });
    expect((await findItem(table, '4711'))?.recordId).toBe(moved);
    expect((await changesOf(table, 'ash:b1', 1))[0]).not.toHaveProperty('pending');
  });
});

describe('a load of the member’s system, after an edit', () => {
  const load = async (more: Partial<Book>, importId: string) =>
    loadBytes(table, 'ash', fileOf([{ ...water, ...more }]), {
      ...{ importId, bucket: bucketInMemory() },
      protects: await fieldProtectionStore(table).get('ash'),
    });

  test('without changes leaves the edit; one with changes visibly overwrites it, except protected fields', async () => {
    expect(await protect('500')).toMatchObject({ status: 200, body: { fields: [{ tag: '500' }] } });
    await save((data) => noted('By staff.')(retitled('The memory of water')(data)));
    expect((await load({}, 'imp_same')).counts).toMatchObject({ unchanged: 1 });
    expect(texts(await shown(), '245')).toEqual(['The memory of water / Okri, Nadia.']);
    expect((await load({ pages: 320, note: 'By the system.' }, 'imp_new')).counts).toMatchObject({ changed: 1 });
    const after = await shown();
    expect([texts(after, '500'), texts(after, '300'), after.isEdited]).toEqual([
      ['By staff.'],
      ['320 p. ; 22 cm.'],
      true,
    ]);
    expect(texts(after, '245')).toEqual(['The memory of water and stone / Okri, Nadia.']);
    expect(await changesOf(table, 'ash:b1', 1)).toMatchObject([
      { did: 'load', importId: 'imp_new', preserved: ['500'], lost: ['245'] },
    ]);
    const { body } = await call(listHistory, { actor: cataloguer, path: { recordId: after.recordId } });
    expect((body as { entries: unknown[] }).entries).toMatchObject([
      { kind: 'load', importId: 'imp_new', preserved: ['500'], lost: ['245'] },
      { kind: 'edit', by: 'staff:stf_of-ash', reason: 'By the title page.', sourceId: 'ash:b1' },
      // No known user opened the first load: only its record has the time.
    ]);
    // The next load gives the same result: staff edits are still marked as theirs.
    await load({ pages: 321, note: 'By the system, again.' }, 'imp_newer');
    expect([texts(await shown(), '500'), texts(await shown(), '300')]).toEqual([['By staff.'], ['321 p. ; 22 cm.']]);
  });

  test('without protected fields restores the record as loaded, matched by that', async () => {
    await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', items: [] }]));
    await save(retitled('A field guide to northern mosses and their stones'));
    expect(await clustersIn(table)).toHaveLength(2);
    await load({ pages: 313 }, 'imp_new');
    expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x1']]);
    expect(await shown()).toMatchObject({ isEdited: false });
  });
});

test('the fields that a member protects are shown to its cataloguers', async () => {
  await protect('590');
  const shown = await call(getFieldProtection, { actor: cataloguer, path: { memberId: 'ash' } });
  expect(shown.body).toEqual({ fields: [{ tag: '590' }] });
});
