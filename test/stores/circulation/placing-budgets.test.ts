import { handler as changeTimedHolds } from '../../../functions/circulation/consumers/change-timed-holds/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/operations/suspend-hold/handler.ts';
import { itemStore } from '../../../functions/items/data/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

let table: Table;
let used: () => Used;
const figures: string[] = [];

const noted = (what: string): Used => {
  const { writeUnits, readUnits } = used();
  figures.push(`${what}: ${writeUnits} WU, ${readUnits} RU`);
  return used();
};
const place = async (recordId: string | undefined, more = {}) => {
  const who = await aBorrower(table);
  const body = { recordId, pickupBranch: 'cedar.main', wait: true, ...more };
  const placed = await call(placeHold.using(at(monday)), { actor: who.actor, body });
  expect(placed.status).toBe(201);
  return { ...who, path: (placed.body as { hold: { recordId: string; holdId: string } }).hold };
};

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table);
  used = listenToUsage();
});
afterAll(() => {
  jest.restoreAllMocks();
  console.log(`Units of the request's own calls, indexes included\n${figures.join('\n')}`);
});

test('placing a hold takes at most 6 write units at every level, also with a last day; a work 2 more per further edition', async () => {
  const copy = await aCopy(table, { part: 'v.1' });
  await place(copy.recordId, { part: 'v.1', neededUntil: '2026-04-01' });
  expect(noted('a part, with a last day').writeUnits).toBeLessThanOrEqual(6);
  await place((await aCopy(table)).recordId);
  expect(noted('a title').writeUnits).toBeLessThanOrEqual(6);
  const book = { title: 'The glass orchard', items: [] };
  await loadBytes(
    table,
    'ash',
    fileOf([{ ...book, id: 'one', year: '1998', pages: 312, items: ['$aMAIN$p39001$yBK'] }]),
  );
  await loadBytes(
    table,
    'elm',
    fileOf([{ ...book, id: 'two', year: '2011', pages: 520, items: ['$aMAIN$p39002$yBK'] }]),
  );
  const [one] = await itemStore(table).find('39001');
  await place(one?.recordId, { anyEdition: {} });
  expect(noted('a work of two editions').writeUnits).toBeLessThanOrEqual(8);
});

test('changing its pickup branch or suspending it takes at most 6', async () => {
  const { actor, path } = await place((await aCopy(table)).recordId);
  const ids = { recordId: path.recordId, holdId: path.holdId };
  const moved = await call(changePickup.using(at(monday)), { actor, path: ids, body: { pickupBranch: 'cedar.north' } });
  expect(moved.status).toBe(200);
  expect(noted('moving its pickup').writeUnits).toBeLessThanOrEqual(6);
  const paused = await call(suspendHold.using(at(monday)), { actor, path: ids, body: { until: '2026-03-20' } });
  expect(paused.status).toBe(200);
  expect(noted('suspending it').writeUnits).toBeLessThanOrEqual(6);
});

test('the job reads the days by their index: its units do not grow with the number of waiting holds', async () => {
  const run = async (): Promise<Used> => {
    await changeTimedHolds.using(at('2026-03-10T11:00:00.000Z'))({}, { awsRequestId: 'r' });
    return used();
  };
  await run();
  const few = await run();
  const copy = await aCopy(table);
  for (let i = 0; i < 30; i += 1) await place(copy.recordId, { neededUntil: '2026-06-01' });
  expect(await run()).toEqual(few);
  noted('a run of the job that finds nothing');
});
