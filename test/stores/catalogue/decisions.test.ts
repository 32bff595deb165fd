import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { getDecision } from '../../../functions/catalogue/data/decision-store.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { findRecord } from '../../../functions/catalogue/data/union-record.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import { handler as undoDecision } from '../../../functions/catalogue/operations/undo-decision/handler.ts';
import { followDecision } from '../../../functions/catalogue/use-cases/follow-decision.ts';
import { unionFollowers } from '../../../functions/union-followers.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Runtime, systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aHold } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aPlacedHold, at } from '../../builders/lending.ts';
import { type Book, clustersIn, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { keys as membershipKeys } from '../../builders/membership-keys.ts';
import { patron, staffAt } from '../../builders/people.ts';
import { queueOfRecord } from '../../builders/record-queue.ts';

const water: Book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] };
const sameWater: Book = { ...water, id: 'x1', items: ['$aMAIN$p4712'] };
const mosses: Book = { id: 'x9', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88 };
const cataloguer = staffAt('ash', 'cataloguer');
const reason = 'Compared in the hand.';

// A handler caches its table as long as its container lives: each test has a new container.
const call = (handler: OperationHandler, request: Call, runtime: Runtime = systemRuntime()) =>
  callOn(handler.using(runtime), request);

let table: Table & { name: string };
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
});

const recordOf = async (sourceId: string): Promise<string> => {
  const row = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return (await findRecord(table, String(row?.recordId), { strong: true }))?.now.recordId ?? '';
};
const merge = (recordId: string, other: string, more: Call = {}) =>
  call(mergeRecords, { actor: cataloguer, path: { recordId }, body: { with: other, reason }, ...more });
const split = (recordId: string, leaving: string[], more: Call = {}) =>
  call(splitRecord, { actor: cataloguer, path: { recordId }, body: { leaving, reason }, ...more });
const undo = ({ body }: Answered, actor: Actor = cataloguer) =>
  call(undoDecision, {
    actor,
    path: { decisionId: (body as { decisionId: string }).decisionId },
    body: { reason: 'A slip.' },
  });
const history = async (recordId: string, actor: Actor = cataloguer) => {
  const { body } = await call(listHistory, { actor, path: { recordId } });
  const { entries, names } = body as {
    entries: { kind: string; decision: Record<string, unknown> }[];
    names: Record<string, string>;
  };
  return { names, decisions: entries.filter(({ kind }) => kind === 'decision').map(({ decision }) => decision) };
};

/** Places a hold on a record at a minute of the morning. */
const placed = async (recordId: string, minute: number, itemId?: string): Promise<string> => {
  const { patronId } = await aBorrower(table);
  const holdId = `hld_${String(minute).padStart(2, '0')}`;
  const placedAt = `2026-03-01T11:${String(minute).padStart(2, '0')}:00.000Z`;
  await aPlacedHold(table, aHold({ holdId, recordId, patronId, placedAt, ...(itemId && { itemId }) }));
  return holdId;
};
/** Returns the queue of the record to which an id leads. */
const queueOf = (recordId: string): Promise<string[]> => queueOfRecord(table, recordId);

describe('two titles merged by a cataloguer', () => {
  let one: string;
  let two: string;
  let merged: Answered;
  beforeEach(async () => {
    await loadBytes(table, 'ash', fileOf([water]));
    await loadBytes(table, 'oak', fileOf([mosses]));
    [one, two] = [await recordOf('ash:b1'), await recordOf('oak:x9')];
    for (const [recordId, minute] of [
      [two, 1],
      [one, 2],
      [two, 3],
    ] as const)
      await placed(recordId, minute);
    merged = await merge(two, one);
  });

  test('are one record with one queue by the time of request, with the person and the reason of the decision', async () => {
    expect(merged).toMatchObject({ status: 200, body: { did: 'merge', reason, by: 'staff:stf_of-ash' } });
    expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x9']]);
    expect([await queueOf(one), await queueOf(two)]).toEqual(Array(2).fill(['hld_01', 'hld_02', 'hld_03']));
    for (const id of [one, two]) expect((await history(id)).decisions).toEqual([merged.body]);
    expect((merged.body as { because: string[] }).because).toContain('titles differ');
  });

  test('stay one when either is reloaded with changes', async () => {
    await loadBytes(table, 'oak', fileOf([{ ...mosses, pages: 90, note: 'A new printing.' }]));
    await loadBytes(table, 'ash', fileOf([{ ...water, title: 'The memory of waters' }]));
    expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x9']]);
  });

  test('separate again when it is undone: each hold waits where it was placed, and links lead there', async () => {
    await placed(one, 4);
    expect(await undo(merged)).toMatchObject({ status: 200, body: { undone: { reason: 'A slip.' } } });
    expect([await queueOf(one), await queueOf(two)]).toEqual([
      ['hld_02', 'hld_04'],
      ['hld_01', 'hld_03'],
    ]);
    const shown = await call(getRecord, { path: { recordId: two } });
    expect(shown.body).toMatchObject({ recordId: two, members: ['oak'] });
    expect(shown.body).not.toHaveProperty('movedTo');
    expect(await undo(merged)).toMatchObject({ status: 200 });
    expect((await history(two)).decisions).toMatchObject([{ undone: { by: 'staff:stf_of-ash' } }]);
  });

  test('show who decided, and who undid, only to the library for which it was decided', async () => {
    const oaks = staffAt('oak', 'cataloguer');
    const people = ['ash', 'oak'].map((member) => ({ staffId: `stf_of-${member}`, name: `Kim of ${member}` }));
    await table.write(
      people.map((one) => ({ put: { ...membershipKeys.key('staff', one), ...stamp('staff', 1), ...one } })),
    );
    expect(await undo(merged, oaks)).toMatchObject({ status: 200 });
    expect((await history(two)).names).toEqual({ 'staff:stf_of-ash': 'Kim of ash', 'staff:stf_of-oak': 'Kim of oak' });
    const theirs = await history(two, oaks);
    expect([theirs.decisions.length, theirs.names]).toEqual([1, {}]);
  });

  test('refuse a second merge, and decisions of members without a part in them', async () => {
    expect(await merge(one, two)).toMatchObject({ status: 409, body: { code: 'same-record' } });
    const elsewhere = staffAt('elm', 'cataloguer');
    expect(await undo(merged, elsewhere)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await split(one, ['oak:x9'], { actor: elsewhere })).toMatchObject({ body: { code: 'not-yours' } });
    expect(await split(one, ['oak:x9'], { actor: staffAt('ash', 'desk') })).toMatchObject({ status: 403 });
    expect(await split(one, ['oak:x9'], { actor: patron('pat_1') })).toMatchObject({ status: 403 });
    expect(await merge(one, 'rec_none')).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  });
});

describe('one record split by a cataloguer', () => {
  let recordId: string;
  beforeEach(async () => {
    await loadBytes(table, 'ash', fileOf([water]));
    await loadBytes(table, 'oak', fileOf([sameWater]));
    recordId = await recordOf('ash:b1');
  });

  test('stays split through loads, a withdrawal and the return; a new record joins one side', async () => {
    expect(await split(recordId, ['oak:x1'])).toMatchObject({ status: 200, body: { did: 'split' } });
    await loadBytes(table, 'oak', fileOf([{ ...sameWater, note: 'Again.', pages: 313 }]));
    await loadBytes(table, 'ash', fileOf([{ ...water, note: 'Again.', isbn: '9780141439587' }]));
    expect(await clustersIn(table)).toEqual([['ash:b1'], ['oak:x1']]);
    await loadBytes(table, 'elm', fileOf([{ ...sameWater, id: 'e1', pages: 313, items: [] }]));
    expect(await clustersIn(table)).toEqual([['ash:b1'], ['elm:e1', 'oak:x1']]);
  });

  test('keeps every hold: title holds where they were placed, copy holds with their copy', async () => {
    const copy = await findItem(table, '4712');
    await placed(recordId, 1);
    await placed(recordId, 2, copy?.itemId);
    const done = await split(recordId, ['oak:x1']);
    const other = await recordOf('oak:x1');
    expect((await findItem(table, '4712'))?.recordId).toBe(other);
    expect((await findItem(table, '4711'))?.recordId).toBe(recordId);
    expect([await queueOf(recordId), await queueOf(other)]).toEqual([['hld_01', 'hld_02'], ['hld_02']]);
    await placed(other, 3);
    await undo(done);
    expect(await queueOf(recordId)).toEqual(['hld_01', 'hld_02', 'hld_03']);
    expect(await queueOf(other)).toEqual(await queueOf(recordId));
  });

  test('is refused with empty or wrong input', async () => {
    expect(await split(recordId, ['oak:x1', 'ash:b1'])).toMatchObject({ status: 422, body: { code: 'nothing-left' } });
    expect(await split(recordId, ['elm:e1'])).toMatchObject({ status: 409, body: { code: 'not-in-record' } });
  });

  test('reveals nothing to another member of a source record that is hidden from it', async () => {
    const oaks = staffAt('oak', 'cataloguer');
    const done = await split(recordId, ['oak:x1'], { actor: oaks });
    expect(done.status).toBe(200);
    const what = { sourceId: 'ash:b1' };
    await call(setVisibility, {
      ...{ actor: cataloguer, path: { memberId: 'ash' } },
      body: { what, hiddenFrom: ['public', 'other-members'], reason: 'Not for everybody.' },
    });
    expect((await history(recordId, oaks)).decisions).toEqual([]);
    expect((await history(recordId)).decisions).toHaveLength(1);
    expect(await undo(done, oaks)).toMatchObject({ status: 404, body: { code: 'unknown-decision' } });
    expect(await merge(await recordOf('oak:x1'), recordId, { actor: oaks })).toMatchObject({ status: 404 });
  });

  test('happens once for a key; where the worker died afterwards, the stream’s reader moves the copies', async () => {
    const headers = { 'idempotency-key': 'split-1' };
    const send = DynamoDBDocumentClient.prototype.send;
    let dead = false;
    const spy = jest.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
      this: DynamoDBDocumentClient,
      ...given: unknown[]
    ) {
      if (dead) throw new Error('This worker is dead.');
      const answered = await Reflect.apply(send, this, given);
      dead = given[0] instanceof TransactWriteCommand;
      return answered;
    });
    const ask = (when: string) =>
      call(
        splitRecord,
        { actor: cataloguer, path: { recordId }, body: { leaving: ['oak:x1'], reason }, headers },
        at(when),
      );
    expect(await ask('2026-03-24T11:00:00.000Z')).toMatchObject({ status: 500 });
    spy.mockRestore();
    const again = await ask('2026-03-24T11:02:00.000Z');
    expect(again).toMatchObject({ status: 200, body: { did: 'split' } });
    expect((await history(recordId)).decisions).toEqual([again.body]);
    expect((await findItem(table, '4712'))?.recordId).toBe(recordId);
    const decision = await getDecision(table, (again.body as { decisionId: string }).decisionId);
    if (!decision) throw new Error('The decision is not there.');
    await followDecision(table, unionFollowers, decision);
    expect((await findItem(table, '4712'))?.recordId).toBe(await recordOf('oak:x1'));
    expect(await getDecision(table, decision.decisionId)).not.toHaveProperty('pending');
  });

  test('while members load the same book at the same moment, no record is on both sides', async () => {
    const members = ['elm', 'fir', 'yew'];
    const loads = members.map((member) => loadBytes(table, member, fileOf([{ ...water, items: [] }])));
    const [done] = await Promise.all([split(recordId, ['oak:x1']), ...loads]);
    expect(done.status).toBe(200);
    const clusters = await clustersIn(table);
    expect(clusters.flat().sort()).toEqual(['ash:b1', 'elm:b1', 'fir:b1', 'oak:x1', 'yew:b1']);
    expect(clusters.filter((ids) => ids.includes('ash:b1') && ids.includes('oak:x1'))).toEqual([]);
    expect(clusters).toHaveLength(2);
  });
});
