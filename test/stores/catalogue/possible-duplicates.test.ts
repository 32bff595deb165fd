import type { PossibleDuplicateView } from '../../../functions/catalogue/domain/duplicates/possible-duplicate-view.ts';
import { handler as listPossibleDuplicates } from '../../../functions/catalogue/operations/list-possible-duplicates/handler.ts';
import { handler as markDistinct } from '../../../functions/catalogue/operations/mark-distinct/handler.ts';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as undoDecision } from '../../../functions/catalogue/operations/undo-decision/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { todayOf } from '../../builders/today.ts';

const water: Book = { id: 'b1', title: 'The memory of water and stone' };
// Three years later: another printing or another edition? The matcher cannot decide.
const later: Book = { ...water, id: 'x1', year: '2001' };
const reason = 'Compared in the hand.';
const cataloguer = staffAt('ash', 'cataloguer');
// A handler caches its table as long as its container lives: each test has a new container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);

let table: Table & { name: string };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([water]));
  await loadBytes(table, 'oak', fileOf([later]));
});

const listed = async (memberId = 'ash', query: Record<string, string> = {}) => {
  const actor = staffAt(memberId, 'cataloguer');
  return (await call(listPossibleDuplicates, { actor, path: { memberId }, query })).body as {
    possibleDuplicates: PossibleDuplicateView[];
    next?: string;
  };
};
const decide = async (handler: OperationHandler, body: Record<string, string>): Promise<Answered> => {
  const [possibleDuplicate] = (await listed()).possibleDuplicates;
  return call(handler, {
    actor: cataloguer,
    path: { recordId: possibleDuplicate?.one.recordId ?? '' },
    body: { ...body, reason },
  });
};
const otherRecord = async (): Promise<string> => (await listed()).possibleDuplicates[0]?.two.recordId ?? '';

test('an uncertain pair of the matcher is listed for both members, with the evidence for and against it', async () => {
  const { possibleDuplicates } = await listed();
  expect(possibleDuplicates).toMatchObject([
    {
      one: { sourceId: 'ash:b1', memberId: 'ash', title: expect.stringContaining('memory of water') },
      two: { sourceId: 'oak:x1', memberId: 'oak' },
    },
  ]);
  expect(possibleDuplicates[0]?.because).toContain('years differ by 3');
  expect(possibleDuplicates[0]?.evidence.some(({ kind, points }) => kind === 'dates' && points < 0)).toBe(true);
  expect(await listed('oak')).toEqual({ possibleDuplicates });
  expect(await listed('elm')).toEqual({ possibleDuplicates: [] });
});

test('a separated pair leaves the list and Today, also when it is loaded again; undone it returns', async () => {
  const today = async () => (await todayOf(cataloguer, 'ash.main')).recordPairs;
  expect(await today()).toMatchObject({ count: 1, entries: [{ id: 'ash:b1', otherId: 'oak:x1' }] });
  const done = await decide(markDistinct, { from: await otherRecord() });
  expect(done).toMatchObject({ status: 200, body: { did: 'mark-distinct' } });
  expect(await today()).toEqual({ count: 0, entries: [] });
  await loadBytes(table, 'oak', fileOf([{ ...later, note: 'Again.', pages: 313 }]));
  expect([await listed(), await listed('oak')]).toEqual([{ possibleDuplicates: [] }, { possibleDuplicates: [] }]);
  // Now the matcher would merge them; the decision remains.
  await loadBytes(table, 'oak', fileOf([{ ...later, note: 'Again.', year: '1998' }]));
  expect(await clustersIn(table)).toEqual([['ash:b1'], ['oak:x1']]);
  await loadBytes(table, 'oak', fileOf([later]));
  const { decisionId } = done.body as { decisionId: string };
  await call(undoDecision, { actor: cataloguer, path: { decisionId }, body: { reason } });
  expect((await listed()).possibleDuplicates).toHaveLength(1);
});

test('a merged pair leaves the list and Today', async () => {
  expect(await decide(mergeRecords, { with: await otherRecord() })).toMatchObject({ status: 200 });
  expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x1']]);
  expect([await listed(), await listed('oak')]).toEqual([{ possibleDuplicates: [] }, { possibleDuplicates: [] }]);
  expect((await todayOf(cataloguer, 'ash.main')).recordPairs?.count).toBe(0);
});

test('pairs that another load settled are not listed, nor pairs that a cataloguer may not see', async () => {
  const what = { sourceId: 'oak:x1' };
  const hiding = { what, hiddenFrom: ['public', 'other-members'], reason: 'Not for everybody.' };
  await call(setVisibility, { actor: staffAt('oak', 'cataloguer'), path: { memberId: 'oak' }, body: hiding });
  expect([(await listed()).possibleDuplicates.length, (await listed('oak')).possibleDuplicates.length]).toEqual([0, 1]);
  await call(setVisibility, {
    ...{ actor: staffAt('oak', 'cataloguer'), path: { memberId: 'oak' } },
    body: { what, hiddenFrom: [], reason: 'For everybody again.' },
  });
  expect((await listed()).possibleDuplicates).toHaveLength(1);
  await loadBytes(table, 'oak', fileOf([{ ...later, title: 'A field guide to northern mosses', pages: 88 }]));
  expect(await listed()).toEqual({ possibleDuplicates: [] });
});

test('pages follow each other, the likeliest pair first', async () => {
  await loadBytes(table, 'ash', fileOf([{ ...water, id: 'b2', title: 'Three winters', pages: 200 }]));
  await loadBytes(table, 'oak', fileOf([{ ...later, id: 'x2', title: 'Three winters', pages: 200 }]));
  const whole = (await listed()).possibleDuplicates;
  expect(whole.map(({ score }) => score)).toEqual(whole.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(whole).toHaveLength(2);
  const first = await listed('ash', { limit: '1' });
  const second = await listed('ash', { limit: '1', after: first.next ?? '' });
  expect([...first.possibleDuplicates, ...second.possibleDuplicates]).toEqual(whole);
  const bad = await call(listPossibleDuplicates, {
    actor: cataloguer,
    path: { memberId: 'ash' },
    query: { after: 'bm8' },
  });
  expect(bad).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
});
