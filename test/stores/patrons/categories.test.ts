import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { handler as maintainPatrons } from '../../../functions/patrons/consumers/maintain-patrons/handler.ts';
import { handler as processBatches } from '../../../functions/patrons/consumers/process-batches/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/data/keys.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as showBatch } from '../../../functions/patrons/operations/get-batch/handler.ts';
import { handler as listBatches } from '../../../functions/patrons/operations/list-batches/handler.ts';
import { handler as listChanges } from '../../../functions/patrons/operations/list-changes/handler.ts';
import { handler as dependants } from '../../../functions/patrons/operations/list-my-dependants/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as previewBatch } from '../../../functions/patrons/operations/preview-batch/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as runBatch } from '../../../functions/patrons/operations/run-batch/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { patron, staffAt, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { withFault } from '../../proofs/crash-points/faults.ts';

const monday = '2026-03-02T11:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk');
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  await aPatronsPolicy(
    table,
    {
      cards: { perCategory: { child: 12 } },
      categories: {
        child: { untilAge: 13, becomes: 'teen' },
        teen: { fromAge: 13, untilAge: 18, becomes: 'adult' },
        adult: {},
      },
      classes: { district: ['north', 'south'] },
      residences: { cedar: 'Cedar County', birch: 'Birch Town' },
    },
    '2026-01-01T00:00:00.000Z',
  );
});

let serial = 0;
const registers = (over: object = {}, birthDate = '2014-06-15') => {
  serial += 1;
  const person = { name: { family: `Solano${serial}` }, birthDate };
  const body = { branchId, card: `5${String(serial).padStart(12, '0')}`, category: 'child', person, ...over };
  return call(register.using(at(monday)), { actor: desk, body });
};
const registered = async (over: object = {}, birthDate?: string) => {
  const { status, body } = await registers(over, birthDate);
  expect(status).toBe(201);
  return (body as { patronId: string }).patronId;
};
const status = (patronId: string) => patronStore(table).status(patronId, { strong: true });
const clockAt = (instant: string) => maintainPatrons.using(at(instant, { bucket: bucketInMemory() }))({}, lambda);

test('a desk registers with existing categories and classes and a future last day, with a default term', async () => {
  const wrong = { category: 'vip', expiresOn: '2026-03-01', classes: { district: 'west' } };
  expect(await registers(wrong)).toMatchObject({
    status: 422,
    body: {
      errors: [
        { code: 'category-unknown', pointer: '/body/category' },
        { code: 'expired-already', pointer: '/body/expiresOn' },
        { code: 'class-unknown', pointer: '/body/classes/district' },
      ],
    },
  });
  expect(await registers({}, '2001-01-01')).toMatchObject({ status: 422, body: { code: 'category-age' } });
  const patronId = await registered({ classes: { district: 'north' } });
  expect(await status(patronId)).toMatchObject({ expiresOn: '2027-03-02', classes: { district: 'north' } });
  const asked = (body: object) =>
    call(edit.using(at(monday)), { actor: desk, path: { patronId }, body: { branchId, version: 1, ...body } });
  expect(await asked({ category: 'adulte' })).toMatchObject({ status: 422, body: { code: 'category-unknown' } });
  expect(await asked({ classes: { district: 'west' } })).toMatchObject({ body: { code: 'class-unknown' } });
  expect((await asked({ category: 'adult' })).status).toBe(200);
});

test('a patron who outgrows a category gets the next on the birthday; an edited birth date counts; erasure leaves no row', async () => {
  const [grown, corrected] = [await registered(), await registered()];
  const person = { name: { family: 'Solano' }, birthDate: '2020-01-01' };
  const edited = { actor: desk, path: { patronId: corrected }, body: { branchId, version: 1, person } };
  expect((await call(edit.using(at(monday)), edited)).status).toBe(200);
  await clockAt('2027-06-14T23:00:00.000Z');
  expect((await status(grown))?.category).toBe('child');
  expect(await clockAt('2027-06-15T06:00:00.000Z')).toMatchObject({ advanced: 1 });
  expect([(await status(grown))?.category, (await status(corrected))?.category]).toEqual(['teen', 'child']);
  expect(await clockAt('2027-06-15T06:15:00.000Z')).toMatchObject({ advanced: 0 });
  const changes = (await scanAll(table.name, 'patronChange')).filter(({ did }) => did === 'grown-up');
  expect(changes).toMatchObject([{ pk: `PATRON#${grown}`, by: 'clock', detail: { changed: ['category'] } }]);
  await clockAt('2033-06-15T06:00:00.000Z');
  expect([(await status(grown))?.category, (await status(corrected))?.category]).toEqual(['adult', 'teen']);
});

test('older patrons get the rows by which guardians, duplicates and ages are found, once', async () => {
  const mother = await registered({ category: 'adult' }, '1980-01-01');
  const child = await registered({ guarantorId: mother });
  const other = await registered({ person: { name: { family: 'Alike' }, birthDate: '2015-05-05' } });
  const twin = await registered({ person: { name: { family: 'Alike' }, birthDate: '2015-05-05' } });
  // As it was before these rows were stored.
  const kinds = ['patronDependant', 'duplicateKey', 'duplicatePair', 'agesOut', 'patronRows'];
  for (const kind of kinds)
    for (const { pk, sk } of await scanAll(table.name, kind))
      await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  const seen = async () => (await call(dependants.using(at(monday)), { actor: patron(mother, 'cedar') })).body;
  expect(await seen()).toEqual({ dependants: [] });
  expect(((await clockAt(monday)) as { indexed: number }).indexed).toBeGreaterThan(3);
  expect(await seen()).toMatchObject({ dependants: [{ patronId: child }] });
  const pairs = (await scanAll(table.name, 'duplicatePair')).map(({ patronId, otherId }) => `${patronId} ${otherId}`);
  expect(pairs).toEqual(expect.arrayContaining([`${other} ${twin}`, `${twin} ${other}`]));
  expect((await scanAll(table.name, 'agesOut')).length).toBeGreaterThan(1);
  expect(await clockAt(monday)).toMatchObject({ indexed: 0 });
  expect(await table.get(patronsKeys.key('patronRows', {}))).toMatchObject({ done: expect.any(String) });
  const body = { branchId, patronId: child };
  expect((await call(lookUp.using(at(monday)), { actor: desk, body })).status).toBe(200);
});

describe('a change of many patrons', () => {
  const supervisor = staffAt('cedar', 'desk-supervisor');
  const path = { memberId: 'cedar' };
  type Shown = { batchId: string; state: string; counts: Record<string, number> };
  const previews = async (patrons: object, change: object, actor = supervisor) => {
    const body = { patrons, change, reason: 'New borders of the district' };
    return call(previewBatch.using(at(monday)), { actor, path, body });
  };
  const opened = async (patrons: object, change: object) => {
    const { status: answered, body } = await previews(patrons, change);
    expect(answered).toBe(201);
    return body as { batch: Shown; unknownCards: number[] };
  };
  const runs = (batchId: string, way: 'onwards' | 'back', when = monday) =>
    call(runBatch.using(at(when)), { actor: supervisor, path: { ...path, batchId }, body: { way } });
  const shows = async (batchId: string, of: string) => {
    const asked = { actor: supervisor, path: { ...path, batchId }, query: { of } };
    return (await call(showBatch.using(at(monday)), asked)).body as { batch: Shown; lines: object[] };
  };
  const cardsOf = async (ids: string[]) =>
    Promise.all(ids.map(async (id) => (await patronStore(table).get(id, { strong: true }))?.person.card ?? ''));
  const some = async (count: number, over: object = {}, birthDate?: string) => {
    const ids: string[] = [];
    // One after another: so many at once write the same rows, and are asked to retry.
    for (let i = 0; i < count; i += 1) ids.push(await registered(over, birthDate));
    return ids;
  };

  test('is previewed by card numbers: who changes from what to what, who may not and why, which cards nobody has', async () => {
    const [child] = await some(1);
    const grown = await some(1, { category: 'teen', residence: 'cedar' }, '2010-01-01');
    const cards = [
      ...(await cardsOf([String(child), ...grown])),
      '999999999999',
      ' '.concat((await cardsOf(grown))[0] ?? ''),
    ];
    const { batch, unknownCards } = await opened({ cards }, { category: 'teen', residence: 'cedar' });
    expect([batch.state, unknownCards]).toEqual(['previewed', [2]]);
    expect(batch.counts).toMatchObject({ planned: 0, refused: 1, unchanged: 1, done: 0 });
    const { lines } = await shows(batch.batchId, 'refused');
    expect(lines).toMatchObject([{ patronId: child, reason: 'category-age', name: { family: expect.any(String) } }]);
    expect(await status(String(child))).toMatchObject({ category: 'child' });
  });

  test('runs and is undone: values come back only where they are still those of the change; each step is in the log', async () => {
    const ids = await some(3, { residence: 'cedar' });
    const [first = '', second = '', third = ''] = ids;
    const { batch } = await opened({ cards: await cardsOf(ids) }, { residence: 'birch', expiresOn: '2027-12-31' });
    expect(batch.counts).toMatchObject({ planned: 3 });
    const before = await status(first);
    // One is changed by a desk after the preview, one after the run.
    const edits = (patronId: string, residence: string, version = 1) =>
      call(edit.using(at(monday)), { actor: desk, path: { patronId }, body: { branchId, version, residence } });
    expect((await edits(third, 'birch')).status).toBe(200);
    const ran = await runs(batch.batchId, 'onwards');
    expect(ran.body).toMatchObject({ state: 'done', counts: { planned: 0, done: 2, failed: 1 } });
    expect((await runs(batch.batchId, 'onwards')).body).toEqual(ran.body);
    expect(await status(first)).toMatchObject({ residence: 'birch', expiresOn: '2027-12-31' });
    // What a desk loaded before the run is out of date.
    expect(await edits(second, 'cedar')).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await edits(second, 'cedar', 2)).status).toBe(200);
    expect((await runs(batch.batchId, 'back')).body).toMatchObject({
      ...{ state: 'undone', counts: { done: 0, undone: 1, retained: 1, failed: 1 } },
    });
    expect(await status(first)).toMatchObject({ residence: 'cedar', expiresOn: before?.expiresOn });
    expect(await status(second)).toMatchObject({ residence: 'cedar', expiresOn: '2027-12-31' });
    expect((await shows(batch.batchId, 'retained')).lines).toMatchObject([
      { patronId: second, reason: 'changed-since' },
    ]);
    const log = { actor: supervisor, path: { patronId: first }, query: { branchId } };
    expect((await call(listChanges.using(at(monday)), log)).body).toMatchObject({
      changes: [
        { did: 'edited', detail: { changed: ['expiresOn', 'residence'], batchId: batch.batchId } },
        { did: 'edited', detail: { batchId: batch.batchId }, by: 'staff:stf_of-cedar' },
      ],
    });
    const audit = await table.queryAll({ partition: `AUDIT#patron-batch:${batch.batchId}` });
    expect(audit.map(({ did }) => did).toSorted()).toEqual(['run-batch', 'undo-batch']);
    expect(await runs(batch.batchId, 'onwards')).toMatchObject({ status: 409, body: { code: 'batch-not-previewed' } });
  });

  test('is not run from an old preview, nor on patrons to be erased, nor to a closed branch; it can be undone for 60 days', async () => {
    const ids = await some(1);
    const [one = ''] = ids;
    const week = 7 * 24 * 60 * 60 * 1000;
    const later = (ms: number) => new Date(Date.parse(monday) + ms).toISOString();
    const change = { expiresOn: '2027-12-31' };
    const { batch: old } = await opened({ cards: await cardsOf(ids) }, change);
    const tooOld = await runs(old.batchId, 'onwards', later(week + 1000));
    expect(tooOld).toMatchObject({ status: 409, body: { code: 'preview-too-old' } });
    const statusKey = patronsKeys.key('patronStatus', { patronId: one });
    await table.write([{ update: statusKey, set: { erasureAsked: true } }]);
    expect((await runs(old.batchId, 'onwards', later(week))).body).toMatchObject({ counts: { failed: 1, done: 0 } });
    const reasonsOf = async (id: string) => (await shows(id, 'failed')).lines;
    expect(await reasonsOf(old.batchId)).toMatchObject([{ reason: 'erasure-asked' }]);
    const row = await table.get(patronsKeys.key('patronBatch', { batchId: old.batchId }), { strong: true });
    expect(row?.expiresAt).toBe((Date.parse(monday) + week) / 1000 + 60 * 24 * 60 * 60);
    await table.write([{ update: statusKey, remove: ['erasureAsked'] }]);
    const closed = 'cedar.closing';
    await withBranch(table, closed);
    const { batch } = await opened({ cards: await cardsOf(ids) }, { homeBranch: closed });
    await table.write([{ delete: membershipKeys.key('branch', { memberId: 'cedar', branchId: closed }) }]);
    await runs(batch.batchId, 'onwards');
    expect(await reasonsOf(batch.batchId)).toMatchObject([{ reason: 'branch-gone' }]);
  });

  test('by more cards than one write holds is listed with all its patrons, or not at all', async () => {
    const cards = await cardsOf(await some(45, { residence: 'cedar' }));
    const listed = async () => {
      const { body } = await call(listBatches.using(at(monday)), { actor: supervisor, path, query: {} });
      return (body as { batches: Shown[] }).batches;
    };
    const before = await listed();
    const { calls } = await withFault(undefined, () => previews({ cards }, { residence: 'birch' }));
    const writes = calls.flatMap(({ command }, i) => (command === 'TransactWriteCommand' ? [i + 1] : []));
    expect(writes.length).toBeGreaterThan(1);
    for (const number of writes) {
      await withFault({ at: number, how: 'refused' }, () => previews({ cards }, { residence: 'birch' }));
    }
    const known = new Set(before.map(({ batchId }) => batchId));
    const added = (await listed()).filter(({ batchId }) => !known.has(batchId));
    expect(added).toMatchObject([{ state: 'previewed', counts: { planned: 45 } }]);
  });

  test('finds its patrons by a filter, a removed value is put back, and it is listed at its library only', async () => {
    const ids = await some(2, { residence: 'birch', classes: { district: 'south' }, expiresOn: '2026-05-05' });
    const filter = { residence: 'birch', expiresFrom: '2026-05-01', expiresTo: '2026-05-31' };
    const { batch } = await opened({ filter }, { residence: null });
    expect(batch.counts).toMatchObject({ planned: 2, refused: 0, unchanged: 0 });
    await runs(batch.batchId, 'onwards');
    for (const id of ids) expect(await status(id)).not.toHaveProperty('residence');
    await runs(batch.batchId, 'back');
    for (const id of ids) expect(await status(id)).toMatchObject({ residence: 'birch' });
    const listed = (await call(listBatches.using(at(monday)), { actor: supervisor, path, query: {} })).body;
    const one = (listed as { batches: Shown[] }).batches.find(({ batchId: id }) => id === batch.batchId);
    expect(one).toMatchObject({ state: 'undone', counts: { undone: 2 } });
    const other = { actor: staffAt('elm', 'desk-supervisor'), path: { memberId: 'elm', batchId: batch.batchId } };
    expect(await call(showBatch.using(at(monday)), { ...other, query: {} })).toMatchObject({
      ...{ status: 404, body: { code: 'patron-batch-unknown' } },
    });
  });

  test('of more patrons than a request changes is carried on by the clock, each patron once', async () => {
    const ids = await some(130, { residence: 'cedar', expiresOn: '2026-08-08' });
    const { batch } = await opened(
      { filter: { expiresFrom: '2026-08-08', expiresTo: '2026-08-08' } },
      { residence: 'birch' },
    );
    expect(batch.counts).toMatchObject({ planned: 130 });
    expect((await runs(batch.batchId, 'onwards')).body).toMatchObject({
      ...{ state: 'running', counts: { planned: 30, done: 100 } },
    });
    const jobAt = (instant: string) => processBatches.using(at(instant))({}, lambda);
    // The request's time is not over: the job leaves the batch to it.
    expect(await jobAt(monday)).toEqual({ taken: 0 });
    const later = '2026-03-02T11:05:00.000Z';
    await Promise.all([jobAt(later), jobAt(later)]);
    expect((await shows(batch.batchId, 'done')).batch).toMatchObject({
      state: 'done',
      counts: { planned: 0, done: 130 },
    });
    for (const id of ids.slice(-2)) expect(await status(id)).toMatchObject({ residence: 'birch' });
    expect(await jobAt('2026-03-02T12:00:00.000Z')).toEqual({ taken: 0 });
  });

  test.each<[string, object, object, string]>([
    ['to another library’s branch', { filter: { category: 'child' } }, { homeBranch: 'elm.main' }, 'branch-elsewhere'],
    ['to a category that is none', { filter: { category: 'child' } }, { category: 'vip' }, 'category-unknown'],
    ['to a place that is none', { filter: { category: 'child' } }, { residence: 'atlantis' }, 'residence-unknown'],
    ['without a filter', { filter: {} }, { category: 'adult' }, 'bad-input'],
    ['of nothing', { filter: { category: 'child' } }, {}, 'bad-input'],
  ])('%s is refused', async (_what, patrons, change, code) => {
    expect(await previews(patrons, change)).toMatchObject({ body: { code } });
  });

  test('is made by supervisors of the whole library only', async () => {
    const wanted = [{ filter: { category: 'child' } }, { residence: null }] as const;
    expect(await previews(...wanted, desk)).toMatchObject({ status: 403 });
    expect(await previews(...wanted, staffAt('elm', 'desk-supervisor'))).toMatchObject({ status: 403 });
  });
});
