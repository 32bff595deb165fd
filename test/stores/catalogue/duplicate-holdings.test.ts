import { handler as listDuplicateHoldings } from '../../../functions/catalogue/operations/list-duplicate-holdings/handler.ts';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const water: Book = { id: 'b1', title: 'The memory of water and stone' };
const again: Book = { ...water, id: 'b2' };
const mosses: Book = { id: 'b3', title: 'A field guide to northern mosses', pages: 88 };
const reason = 'Compared in the hand.';
const cataloguer = staffAt('ash', 'cataloguer');
// A handler caches its table as long as its container lives: each test has a new container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);

let table: Table & { name: string };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'test-bucket';
  table = await aTable();
  await loadBytes(table, 'ash', fileOf([water, again, mosses]));
});

type Shown = {
  figures?: Record<string, unknown>;
  duplicateHoldings: { recordId: string; count: number }[];
  next?: string;
};
const shown = async (memberId = 'ash', query: Record<string, string> = {}): Promise<Shown> =>
  (await call(listDuplicateHoldings, { actor: staffAt(memberId, 'cataloguer'), path: { memberId }, query }))
    .body as Shown;
const none = { ruled: 0, 'among-own': 0, 'with-others': 0 };

test('two records of a library in one title are listed as duplicates, for that library only, with their copies and holds', async () => {
  expect(await shown()).toEqual({
    figures: {
      ...{ titles: 1, records: 2, surplus: 1, atLeast: false },
      ...{ byBasis: { ...none, 'among-own': 2 }, possibleDuplicates: { own: 0, others: 0 } },
    },
    duplicateHoldings: [
      {
        ...{ recordId: expect.stringMatching(/^rec_/), title: expect.stringContaining('memory of water') },
        ...{ basis: 'among-own', count: 2, localIds: ['b1', 'b2'] },
      },
    ],
  });
  await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1' }]));
  expect((await shown()).figures).toMatchObject({ byBasis: { ...none, 'with-others': 2 } });
  expect(await shown('oak')).toMatchObject({ figures: { titles: 0 }, duplicateHoldings: [] });
});

test('the same file again changes nothing; a record that is another book now, or is withdrawn, is no longer a duplicate', async () => {
  const before = await shown();
  await loadBytes(table, 'ash', fileOf([water, again, mosses]));
  expect(await shown()).toEqual(before);
  await loadBytes(table, 'ash', fileOf([{ ...again, title: 'Three winters by the lake', pages: 199 }]));
  expect(await shown()).toMatchObject({ figures: { titles: 0, records: 0, surplus: 0 }, duplicateHoldings: [] });
});

test('records that staff split are no longer duplicates; records that they merge are, with their copies and holds', async () => {
  const [duplicateHolding] = (await shown()).duplicateHoldings;
  const split = { leaving: ['ash:b2'], reason };
  await call(splitRecord, { actor: cataloguer, path: { recordId: duplicateHolding?.recordId ?? '' }, body: split });
  expect(await shown()).toMatchObject({ figures: { titles: 0 }, duplicateHoldings: [] });
  const rows = await scanAll(table.name, 'source');
  const recordOf = (sourceId: string) => String(rows.find((row) => row.sourceId === sourceId)?.recordId);
  const body = { with: recordOf('ash:b3'), reason };
  await call(mergeRecords, { actor: cataloguer, path: { recordId: recordOf('ash:b1') }, body });
  expect(await clustersIn(table)).toContainEqual(['ash:b1', 'ash:b3']);
  expect(await shown()).toMatchObject({ figures: { titles: 1, byBasis: { ...none, ruled: 2 } } });
  // No decision covers what another library loads into that title afterwards.
  await loadBytes(
    table,
    'oak',
    fileOf([
      { ...water, id: 'x1' },
      { ...water, id: 'x2' },
    ]),
  );
  expect(await shown('oak')).toMatchObject({ figures: { titles: 1, byBasis: { ...none, 'with-others': 2 } } });
  expect(await shown()).toMatchObject({ figures: { byBasis: { ...none, ruled: 2 } } });
});

test('uncertain pairs are counted by owner; pages follow each other, the figures with the first', async () => {
  await loadBytes(table, 'ash', fileOf([{ ...mosses, id: 'b4' }]));
  // Three years later: another printing or another edition? The matcher cannot decide.
  await loadBytes(table, 'oak', fileOf([{ ...water, id: 'x1', year: '2001' }]));
  const whole = await shown();
  expect(whole.figures).toMatchObject({ titles: 2, records: 4, surplus: 2, possibleDuplicates: { own: 0, others: 2 } });
  const first = await shown('ash', { limit: '1' });
  const second = await shown('ash', { limit: '1', after: first.next ?? '' });
  expect([...first.duplicateHoldings, ...second.duplicateHoldings]).toEqual(whole.duplicateHoldings);
  expect(second.figures).toBeUndefined();
  const bad = await call(listDuplicateHoldings, {
    actor: cataloguer,
    path: { memberId: 'ash' },
    query: { after: 'bm8' },
  });
  expect(bad).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
});
