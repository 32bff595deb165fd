import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { candidatesFor } from '../../../functions/circulation/data/hold-candidates.ts';
import { elsewhereRecords, holdRecord, holdStore } from '../../../functions/circulation/data/hold-store.ts';
import { stoppedHolds } from '../../../functions/circulation/data/stopped-holds.ts';
import { holdForCopy, type Scan } from '../../../functions/circulation/domain/holds/best-hold.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as myHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as listQueue } from '../../../functions/circulation/operations/list-queue/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import type { Hold } from '../../../functions/items/public/hold.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import type { Block } from '../../../functions/patrons/public/patron-status.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import type { Targeting } from '../../../layers/records/policies/domain/targeting.ts';
import { call } from '../../builders/call.ts';
import { aHold, aPatron, policies } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
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

/** Returns the n-th hold of a record's queue, one a minute. */
const nth = (recordId: string, n: number, over: Partial<Hold> = {}): Hold => {
  const placed = first + n * minute;
  const ids = { holdId: systemIds.next('hold', placed), patronId: `pat_${recordId}${n}`, recordId };
  return aHold({ ...ids, placedAt: iso(placed), ...over });
};

const aQueue = async (recordId: string, count: number, over: (n: number) => Partial<Hold> = () => ({})) => {
  const holds = Array.from({ length: count }, (_, n) => nth(recordId, n, over(n)));
  // In batches of plain puts, because transactions take the engine far longer.
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

/** Returns the capacity that reads for the copy consume, and how many holds were read. */
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
  console.log(`Units of a check-in with capture\n${figures.join('\n')}`);
});

test('a check-in that captures reads no more of a queue of 2,500 holds than of one of 250', async () => {
  const units: Used[] = [];
  for (const count of [10, 250, 2500]) {
    const copy = await aCopy(table);
    const [head] = await aQueue(copy.recordId ?? '', count);
    expect((await scan(copy)).body).toMatchObject({ next: { step: 'send', forHold: true } });
    units.push(used());
    expect((await holdStore(table).get(copy.recordId ?? '', head?.holdId ?? ''))?.state).toBe('in-transit');
    const { writeUnits, readUnits } = used();
    figures.push(`${count} holds: ${writeUnits} WU, ${readUnits} RU`);
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

test('a hold moved up by staff comes first however late it was placed, and so does one for a work on another edition', async () => {
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

test('C27 only the blocks of candidates for the copy are read, until one is free', async () => {
  const copy = await aCopy(table);
  const recordId = copy.recordId ?? '';
  const holds = await aQueue(recordId, 30);
  const since = { since: monday, by: 'test', code: 'manual', scope: 'consortium' };
  const statuses = holds.map(({ patronId }, n) => aPatron({ patronId, v: 1, blocks: n < 12 ? [since] : [] }));
  await table.write(
    statuses.map((one) => ({
      put: { ...patronsKeys.key('patronStatus', one), ...stamp('patronStatus', 1), ...one },
    })),
  );
  const holdsRule = holdsDocument({ blocks: { hold: 'all', capture: 'all', fulfil: 'all' } });
  const asked = { ...scanOf(copy), policies: { ...policies(), holds: holdsRule } };
  const { waiting, stopped } = await candidatesFor(table, [recordId], asked, { strong: true });
  expect(holdForCopy({ ...asked, stopped }, waiting)).toEqual(holds[12]);
  expect(stopped.size).toBe(12);
});

test('C27 a block stops copies only if it prevents holds, where they are picked up, to the end of its last day there', async () => {
  // In Berlin it is the third of March already.
  const night = '2026-03-02T23:30:00.000Z';
  const block = { since: monday, by: 'test', code: 'manual', scope: 'consortium' };
  const blocks: Block[] = [
    { ...block, stops: ['renewal'] },
    { ...block, stops: ['checkout', 'renewal'] },
    { ...block, scope: 'birch' },
    { ...block, until: '2026-03-02' },
    { ...block, stops: ['hold'] },
    { ...block, scope: 'cedar', until: '2026-03-03' },
  ];
  const holds = blocks.map((_, n) => nth('rec_blocks', n, { pickupBranch: 'cedar.main' }));
  for (const [n, { patronId }] of holds.entries()) {
    const one = aPatron({ patronId, v: 1, blocks: blocks.slice(n, n + 1) });
    await table.write([{ put: { ...patronsKeys.key('patronStatus', one), ...stamp('patronStatus', 1), ...one } }]);
  }
  // The same patron, picked up where nothing stops it.
  const elsewhere = { ...nth('rec_blocks', 5, { pickupBranch: 'elm.main' }), patronId: holds[5]?.patronId ?? '' };
  const holdsRule = holdsDocument({ blocks: { hold: 'all', capture: 'all', fulfil: 'all' } });
  const found = await stoppedHolds(table, [...holds, elsewhere], { ...policies(), holds: holdsRule }, night);
  expect(found).toEqual(new Set(holds.slice(4).map(({ holdId }) => holdId)));
});

describe('in a queue of 2,500 holds', () => {
  let copy: ItemCirculation;
  let holds: Hold[];
  let clock: ReturnType<typeof at>;
  const cost = async (make: () => Promise<unknown>): Promise<number> => {
    used();
    await make();
    return used().readUnits;
  };
  beforeAll(async () => {
    clock = at(monday);
    copy = await aCopy(table);
    holds = await aQueue(copy.recordId ?? '', 2500);
  }, 30_000);
  const owner = async (n: number) => {
    const patron = await aBorrower(table);
    const hold = { ...(holds[n] ?? aHold()), patronId: patron.patronId, patronMember: 'cedar' };
    await aPlacedHold(table, hold);
    return { ...patron, hold };
  };

  test('a patron sees an exact place when it is near the front, and none when it is far behind', async () => {
    const [early, late] = [await owner(3), await owner(2400)];
    const mine = myHolds.using(clock);
    const places: unknown[] = [];
    const units: number[] = [];
    for (const { actor } of [early, late]) {
      units.push(
        await cost(async () => {
          const { body } = await call(mine, { actor });
          places.push((body as { holds: { place?: number }[] }).holds.map(({ place }) => place));
        }),
      );
    }
    expect(places).toEqual([[4], [undefined]]);
    figures.push(`my holds: 4th ${units[0]} RU, 2,401st ${units[1]} RU`);
    expect(units[0]).toBeLessThan(15);
    expect(units[1]).toBeLessThan(100);
  });

  test('C28 placing a hold and changing its pickup read at most a thousand holds, and know the patron’s own all the same', async () => {
    const { hold, actor } = await owner(1800);
    const body = { recordId: copy.recordId, pickupBranch: 'cedar.main', wait: true };
    const again = await call(placeHold.using(clock), { actor, body });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-requested' } });
    const other = await aBorrower(table);
    const placing = await cost(async () => {
      expect((await call(placeHold.using(clock), { actor: other.actor, body })).status).toBe(201);
    });
    const path = { recordId: hold.recordId, holdId: hold.holdId };
    const moving = await cost(async () => {
      expect((await call(changePickup.using(clock), { actor, path, body: { pickupBranch: 'elm.main' } })).status).toBe(
        200,
      );
    });
    figures.push(`placing behind 2,500 holds ${placing} RU, another pickup for the 1,801st ${moving} RU`);
    for (const units of [placing, moving]) expect(units).toBeLessThan(100);
  });

  test('a desk reads it page by page', async () => {
    const page = (query: Record<string, string>) =>
      call(listQueue.using(clock), {
        actor: desk,
        path: { branchId: 'elm.main', recordId: copy.recordId ?? '' },
        query,
      });
    type Page = { holds: { holdId: string; place?: number }[]; next?: number };
    let first: Page = { holds: [] };
    const units = await cost(async () => {
      first = (await page({ limit: '30' })).body as Page;
    });
    expect(first.holds.map(({ holdId }) => holdId)).toEqual(holds.slice(0, 30).map(({ holdId }) => holdId));
    expect(first.next).toBe(31);
    const second = (await page({ from: '31', limit: '30' })).body as Page;
    expect(second.holds.map(({ place }) => place)).toEqual(Array.from({ length: 30 }, (_, n) => n + 31));
    figures.push(`a page of 30 of the queue ${units} RU`);
    expect(units).toBeLessThan(10);
  });
});
