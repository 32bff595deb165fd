import { handler as redecideUnionsHandler } from '../../../functions/catalogue/consumers/redecide-unions/handler.ts';
import { matchingRulesInForce } from '../../../functions/catalogue/data/matching-rules.ts';
import type { Matching } from '../../../functions/catalogue/domain/matching/match-rules.ts';
import { handler as markDistinct } from '../../../functions/catalogue/operations/mark-distinct/handler.ts';
import { handler as showRedecision } from '../../../functions/catalogue/operations/show-redecision/handler.ts';
import { redecideUnions } from '../../../functions/catalogue/use-cases/redecide-unions.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { failingTable } from '../../builders/failing-table.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { scanAll } from '../../builders/scan-all.ts';

const usual: Matching = {
  ...{ reissues: 'ask', impressions: 'same', coEditions: 'ask', microforms: 'apart' },
  ...{ oclcNumbers: 'counts', isbns: 'counts' },
};
const water: Book = { id: 'b1', title: 'The memory of water and stone' };
const reissue: Book = { ...water, id: 'x1', year: '2001', items: ['$p4001$amain$bmain'] };
const mosses: Book = { id: 'b2', title: 'A field guide to northern mosses' };
const apart = [['ash:b1'], ['ash:b2', 'oak:x2'], ['oak:x1']];
const joined = [
  ['ash:b1', 'oak:x1'],
  ['ash:b2', 'oak:x2'],
];
const consortiumAdmin = consortiumStaff('admin');
// A handler caches its table and its policies as long as its container lives: each call has its own container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);

let table: Table & { name: string };
let versions = 0;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
  versions = 0;
  await loadBytes(table, 'ash', fileOf([water, mosses]));
  await loadBytes(table, 'oak', fileOf([reissue, { ...mosses, id: 'x2' }]));
  expect(await clustersIn(table)).toEqual(apart);
});

const adopted = async (changed: Partial<Matching>): Promise<void> => {
  const body = {
    kind: 'matching',
    decisionReference: 'Board 2026-11',
    body: { ...usual, ...changed },
    follows: versions,
  };
  versions += 1;
  expect(await call(adoptPolicy, { actor: consortiumAdmin, body })).toMatchObject({ status: 201 });
};
const scheduled = () => redecideUnionsHandler.using(systemRuntime())({}, { awsRequestId: 'lambda-1' });
const shown = async (): Promise<object> => {
  const { status, body } = await call(showRedecision, { actor: consortiumAdmin });
  expect(status).toBe(200);
  return body as object;
};
const recordOf = async (sourceId: string): Promise<string> => {
  const rows = await scanAll(table.name, 'record');
  return String(rows.find(({ sources }) => Array.isArray(sources) && sources.includes(sourceId))?.recordId);
};

test('stored titles are joined by adopted rules and parted when the former ones are adopted again, each under its former id', async () => {
  const before = await recordOf('oak:x1');
  expect([await scheduled(), await shown()]).toEqual([{ records: 0 }, { version: 0 }]);
  await adopted({ reissues: 'same' });
  expect(await scheduled()).toEqual({ records: 4 });
  expect(await clustersIn(table)).toEqual(joined);
  const one = { joined: 1, parted: 0, asked: 0 };
  expect(await shown()).toMatchObject({
    version: 1,
    run: {
      ...{ version: 1, state: 'done', records: 4, left: 0 },
      members: [
        { memberId: 'ash', ...one },
        { memberId: 'oak', ...one },
      ],
    },
  });
  expect(await scheduled()).toEqual({ records: 0 });
  await adopted({});
  await scheduled();
  expect(await clustersIn(table)).toEqual(apart);
  expect(await recordOf('oak:x1')).toBe(before);
  const parted = { joined: 0, parted: 1, asked: 0 };
  expect(await shown()).toMatchObject({ run: { version: 2, members: [parted, parted] } });
  expect((await scanAll(table.name, 'item')).map(({ recordId }) => recordId)).toEqual([before]);
});

test('what staff marked as distinct stays so, and nobody is asked again about it', async () => {
  const path = { recordId: await recordOf('ash:b1') };
  const body = { from: await recordOf('oak:x1'), reason: 'Compared in the hand.' };
  expect(await call(markDistinct, { actor: staffAt('ash', 'cataloguer'), path, body })).toMatchObject({ status: 200 });
  await adopted({ reissues: 'same' });
  await scheduled();
  expect(await clustersIn(table)).toEqual(apart);
  expect(await shown()).toMatchObject({ run: { state: 'done', members: [] } });
});

test('a record whose union record is missing is left and counted, and all others are decided', async () => {
  await table.write([{ delete: { pk: `REC#${await recordOf('ash:b2')}`, sk: 'REC' } }]);
  await adopted({ reissues: 'same' });
  await scheduled();
  expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x1']]);
  expect(await shown()).toMatchObject({ run: { state: 'done', records: 4, left: 2 } });
});

test('interrupted at any step and resumed, each change is made, followed and counted once; a second walk finds late loads', async () => {
  const follow = jest.fn(async () => {});
  const run = (of: Table, now: number) =>
    redecideUnions({
      ...{ table: of, ids: systemIds, clock: { now: () => now }, followers: [follow] },
      rulesInForce: matchingRulesInForce(table),
      walk: (from) => scanTableFrom(systemRuntime(), 'source', from),
    });
  let now = Date.now() + 3_600_000;
  for (let nth = 1, through = false; !through; nth += proofSize(3, 1)) {
    for (const [rules, clusters, effect] of [
      [{ reissues: 'same' }, joined, { joined: 1, parted: 0 }],
      [{}, apart, { joined: 0, parted: 1 }],
    ] as const) {
      await adopted(rules);
      follow.mockClear();
      through = await run(failingTable(table, nth), now).then(
        () => true,
        () => false,
      );
      // Later than any lease.
      now += 7_200_000;
      await run(table, now);
      expect(await clustersIn(table)).toEqual(clusters);
      expect(await shown()).toMatchObject({ run: { state: 'done', left: 0, members: [effect, effect] } });
      if (effect.parted > 0)
        expect(follow).toHaveBeenCalledWith(
          expect.anything(),
          expect.objectContaining({ moves: [{ sourceId: 'oak:x1', recordId: await recordOf('oak:x1') }] }),
        );
    }
  }
});
