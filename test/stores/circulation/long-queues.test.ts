import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { handler as checkIn } from '../../../functions/circulation/check-in/handler.ts';
import { handler as listQueue } from '../../../functions/circulation/list-queue/handler.ts';
import { candidatesFor } from '../../../layers/data/hold-candidates.ts';
import { elsewhereRecords, holdRecord, holdStore } from '../../../layers/data/hold-store.ts';
import { key } from '../../../layers/data/keys.ts';
import { stamp, type Table } from '../../../layers/data/table.ts';
import { holdForCopy, type Scan } from '../../../layers/domain/circulation/best-hold.ts';
import type { Hold } from '../../../layers/domain/circulation/hold.ts';
import type { ItemCirculation } from '../../../layers/domain/circulation/item-circulation.ts';
import type { Targeting } from '../../../layers/domain/policy/targeting.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { systemIds } from '../../../layers/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aHold, aPatron, policies } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { holdsDocument, targetingDocument } from '../../builders/policies.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

const monday = '2026-03-02T11:00:00.000Z';
const first = Date.parse('2026-01-01T00:00:00.000Z');
const minute = 60_000;
const desk = staffAt('elm.main', 'desk');
let table: Table & { name: string };
let client: DynamoDBDocumentClient;
let used: () => Used;
let handler = checkIn.using(at(monday));
const figures: string[] = [];

/** A hold as the n-th of a record's queue, one a minute. */
const nth = (recordId: string, n: number, over: Partial<Hold> = {}): Hold => {
  const placed = first + n * minute;
  const ids = { holdId: systemIds.next('hold', placed), patronId: `pat_${recordId}${n}`, recordId };
  return aHold({ ...ids, placedAt: iso(placed), ...over });
};

const aQueue = async (recordId: string, count: number, over: (n: number) => Partial<Hold> = () => ({})) => {
  const holds = Array.from({ length: count }, (_, n) => nth(recordId, n, over(n)));
  // In batches of plain puts: the engine takes far longer over as many transactions.
  for (let i = 0; i < count; i += 25) {
    const puts = holds.slice(i, i + 25).map((hold) => ({ PutRequest: { Item: holdRecord(hold) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
  }
  return holds;
};

const scan = (copy: ItemCirculation) =>
  call(handler, { actor: desk, body: { branchId: 'elm.main', item: copy.barcode } });

const scanOf = (item: ItemCirculation, over: Partial<Targeting> = {}): Scan => ({
  ...{ item, branchId: 'elm.main', at: monday },
  policies: { ...policies(), targeting: targetingDocument(over) },
});

/** What the copy takes of what is read for it, and how many holds that were. */
const chosen = async (asked: Scan, recordId: string) => {
  const { waiting, stopped } = await candidatesFor(table, [recordId], asked, { strong: true });
  return { best: holdForCopy({ ...asked, stopped }, waiting), read: waiting.length };
};

beforeAll(async () => {
  table = await aTable();
  client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  await aConsortium(table);
  handler = checkIn.using(at(monday));
  used = listenToUsage();
  const copy = await aCopy(table);
  await scan(copy);
});
afterAll(() => {
  client.destroy();
  jest.restoreAllMocks();
  console.log(`Units of a check-in with capture, and of reading the whole queue\n${figures.join('\n')}`);
});

test('a check-in that captures reads no more of a queue of 2,500 holds than of one of 250', async () => {
  const units: Used[] = [];
  for (const count of [10, 250, 2500]) {
    const copy = await aCopy(table);
    const [head] = await aQueue(copy.recordId ?? '', count);
    expect((await scan(copy)).body).toMatchObject({ next: { step: 'send', forHold: true } });
    units.push(used());
    expect((await holdStore(table).get(copy.recordId ?? '', head?.holdId ?? ''))?.state).toBe('in-transit');
    const path = { branchId: 'elm.main', recordId: copy.recordId ?? '' };
    await call(listQueue.using(at(monday)), { actor: desk, path });
    const [{ readUnits: whole }, last] = [used(), units.at(-1)];
    figures.push(`${count} holds: ${last?.writeUnits} WU, ${last?.readUnits} RU; the whole queue ${whole} RU`);
  }
  const [few, many, most] = units;
  expect(most).toEqual(many);
  expect(most?.writeUnits).toBe(few?.writeUnits);
  expect(most?.writeUnits).toBeLessThanOrEqual(10);
  expect(most?.readUnits).toBeLessThanOrEqual(10);
}, 30_000);

test('C49 behind 200 holds that it may not fill, or in another order than that of the queue, a copy finds its hold', async () => {
  const copy = await aCopy(table);
  const recordId = copy.recordId ?? '';
  const holds = await aQueue(recordId, 420, (n) => ({
    pickupBranch: n < 200 || n === 210 ? 'cedar.main' : 'elm.main',
  }));
  const limited = { transferLimits: [{ from: 'elm', to: 'cedar' }] };
  const passed = await chosen(scanOf(copy, limited), recordId);
  expect(passed.best).toEqual(holds[200]);
  expect(passed.read).toBeLessThan(holds.length);
  const { capture } = targetingDocument().body;
  const nearest = await chosen(scanOf(copy, { capture: { ...capture, order: 'traditional' } }), recordId);
  expect(nearest.best).toEqual(holds[200]);
});

test('what staff moved up is taken first however late it was placed, and so is one for a work that stands at another edition', async () => {
  const copy = await aCopy(table);
  const recordId = copy.recordId ?? '';
  const holds = await aQueue(recordId, 400);
  const moved = nth(recordId, 900, { queuedAt: iso(first - minute) });
  await table.write([{ put: holdRecord(moved) }]);
  expect((await chosen(scanOf(copy), recordId)).best).toEqual(moved);
  await table.write([{ put: holdRecord({ ...moved, state: 'cancelled', ended: { at: monday, cause: 'patron' } }) }]);
  expect((await chosen(scanOf(copy), recordId)).best).toEqual(holds[0]);
  const work = nth('rec_elsewhere', -5, { editions: [recordId, 'rec_elsewhere'] });
  await table.write([holdRecord(work), ...elsewhereRecords(work)].map((put) => ({ put })));
  expect((await chosen(scanOf(copy), recordId)).best).toEqual(work);
});

test('C27 only the blocks of who would get the copy are looked up, until one is free', async () => {
  const copy = await aCopy(table);
  const recordId = copy.recordId ?? '';
  const holds = await aQueue(recordId, 30);
  const since = { since: monday, by: 'test', code: 'manual', scope: 'consortium' };
  const standings = holds.map(({ patronId }, n) => aPatron({ patronId, v: 1, blocks: n < 12 ? [since] : [] }));
  await table.write(
    standings.map((one) => ({ put: { ...key('patronStanding', one), ...stamp('patronStanding', 1), ...one } })),
  );
  const holdsRule = holdsDocument({ blocks: { hold: 'all', capture: 'all', fulfil: 'all' } });
  const asked = { ...scanOf(copy), policies: { ...policies(), holds: holdsRule } };
  const { waiting, stopped } = await candidatesFor(table, [recordId], asked, { strong: true });
  expect(holdForCopy({ ...asked, stopped }, waiting)).toEqual(holds[12]);
  expect(stopped.size).toBe(12);
});
