import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as closeInventory } from '../../../functions/catalogue/operations/close-inventory/handler.ts';
import { handler as listInventories } from '../../../functions/catalogue/operations/list-inventories/handler.ts';
import { handler as listCopies } from '../../../functions/catalogue/operations/list-inventory-copies/handler.ts';
import { handler as noteScans } from '../../../functions/catalogue/operations/note-inventory-scans/handler.ts';
import { handler as openInventory } from '../../../functions/catalogue/operations/open-inventory/handler.ts';
import { handler as showInventory } from '../../../functions/catalogue/operations/show-inventory/handler.ts';
import { countInventories } from '../../../functions/catalogue/use-cases/count-inventories.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';

const [opened, scanned, closed, later] = [
  '2026-03-02T08:00:00.000Z',
  '2026-03-02T09:00:00.000Z',
  '2026-03-02T16:00:00.000Z',
  '2026-03-02T16:05:00.000Z',
];
const branchId = 'ash.main';
const desk = staffAt(branchId, 'desk');
let table: Table & { name: string };

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
beforeEach(async () => {
  table = await aTable();
  await aConsortium(table);
});

type Asked = { body?: unknown; query?: Record<string, string>; inventoryId?: string };
const asked = async (handler: OperationHandler, when: string, { inventoryId, ...rest }: Asked, actor = desk) => {
  const path = { branchId, ...(inventoryId && { inventoryId }) };
  const { status, body } = await call(handler.using(at(when)), { actor, path, ...rest });
  return { status, body: body as never };
};
type View = { inventoryId: string; state: string; counts?: Record<string, number> };
const opens = async (body: object = {}): Promise<string> => {
  const { status, body: view } = await asked(openInventory, opened, { body });
  expect(status).toBe(201);
  return (view as View).inventoryId;
};
const note = async (inventoryId: string, scans: string[], when = scanned) => {
  const { status, body } = await asked(noteScans, when, { inventoryId, body: { scans } });
  expect(status).toBe(200);
  return (body as { noted: { scan: string; number: string; finding: string }[] }).noted;
};
const close = (inventoryId: string) => asked(closeInventory, closed, { inventoryId });
const show = async (inventoryId: string) => (await asked(showInventory, later, { inventoryId })).body as View;

/** Returns the numbers on a list of the report, read page by page. */
const numbers = async (inventoryId: string, of: string, limit = '100'): Promise<string[]> => {
  const all: string[] = [];
  let after: string | undefined;
  do {
    const { body } = await asked(listCopies, later, { inventoryId, query: { of, limit, ...(after && { after }) } });
    const page = body as { copies: { number: string }[]; next?: string };
    all.push(...page.copies.map(({ number }) => number));
    after = page.next;
  } while (after);
  return all;
};

/** Counts at an instant; `of` is the table it writes to. Rejects if the table is killed. */
const count = (when: string, of: Table = table) => {
  const runtime = systemRuntime();
  const walk = (from: Parameters<typeof scanTableFrom>[2]) => scanTableFrom(runtime, 'item', from);
  return countInventories({ table: of, clock: { now: () => Date.parse(when) }, walk, atOnce: 10 });
};

/** Returns the table, killed before or after its n-th write. */
const killedAt = (n: number, how: 'before' | 'after'): Table => {
  let writes = 0;
  return {
    ...table,
    write: async (...given) => {
      writes += 1;
      if (writes === n && how === 'before') throw new Error('killed');
      const done = await table.write(...given);
      if (writes === n) throw new Error('killed');
      return done;
    },
  };
};
const put = (item: ItemCirculation) => table.write([{ put: itemRecord(item) }]);
const barcodes = (copies: readonly ItemCirculation[]) => copies.map(({ barcode }) => barcode).toSorted();
const copies = async (n: number, over: Partial<ItemCirculation> = {}): Promise<ItemCirculation[]> => {
  const made: ItemCirculation[] = [];
  for (let i = 0; i < n; i += 1) made.push(await aCopy(table, over));
  return made;
};

test('60 copies scanned twice, lent and returned meanwhile, elsewhere, or here on loan: unseen ones are listed, counts sum', async () => {
  const shelf = await copies(60);
  const { card } = await aBorrower(table);
  const [elsewhere] = await copies(1, { branchId: 'birch.east', barcode: '39990001' });
  const [floated] = await copies(1, { currentBranch: 'birch.east', barcode: '39990002' });
  const [missing] = await copies(1, { state: 'missing', barcode: '39990003', aside: { at: opened, reason: 'gone' } });
  const lent = await aCopy(table, { barcode: '39990004' });
  await put({ ...lent, state: 'on-loan', loan: aLoan({ loanId: 'lon_here' }) });
  // These are away for good reasons, so none is missing.
  const reserve = { own: { branchId, location: 'stacks', category: 'book' } };
  const away = await copies(1, { state: 'in-transit', transit: { from: branchId, to: 'birch.east', purpose: 'home' } });
  await copies(1, { state: 'on-hold-shelf' });
  await copies(1, { branchId: 'birch.east', currentBranch: branchId, reserve });
  // Owned elsewhere, and stays here at check-in: its location is here.
  const [guest] = await copies(1, { branchId: 'birch.east', currentBranch: branchId, barcode: '39990005' });

  const inventoryId = await opens();
  const scans = shelf.slice(0, 40).map(({ barcode }) => barcode);
  const wrong = [elsewhere, floated, missing, lent].flatMap((one) => one?.barcode ?? []);
  const first = await note(inventoryId, [...scans, ...scans.slice(0, 5), ...wrong, 'NO-SUCH 1']);
  expect(first.slice(0, 45).map(({ finding }) => finding)).toEqual(Array.from({ length: 45 }, () => 'right'));
  expect(first.slice(45).map(({ scan, finding }) => [scan, finding])).toEqual([
    ['39990001', 'out-of-place'],
    ['39990002', 'out-of-place'],
    ['39990003', 'not-on-shelf'],
    ['39990004', 'on-loan'],
    ['NO-SUCH 1', 'unknown'],
  ]);
  // Sent again by a client that received no answer, and scanned by a second person.
  await note(inventoryId, [...scans, ...wrong, 'NO-SUCH 1']);
  const [, , lentNow, back, noLonger] = [0, 1, 40, 41, 0].map((n) => shelf[n] as ItemCirculation);
  const body = { branchId, patron: card };
  const desks = (handler: OperationHandler, item: string | undefined) =>
    call(handler.using(at(scanned)), {
      actor: desk,
      body: handler === checkIn ? { branchId, item } : { ...body, item },
    });
  for (const copy of [lentNow, back, noLonger]) expect((await desks(checkOut, copy?.barcode)).status).toBe(201);
  expect((await desks(checkIn, back?.barcode)).status).toBe(200);

  expect(await asked(listCopies, scanned, { inventoryId })).toMatchObject({
    status: 409,
    body: { code: 'not-counted' },
  });
  expect(await close(inventoryId)).toMatchObject({ status: 200, body: { state: 'closed', closedAt: closed } });
  expect(await asked(noteScans, closed, { inventoryId, body: { scans: ['1'] } })).toMatchObject({
    status: 409,
    body: { code: 'inventory-closed' },
  });
  // Not before the index is certainly current.
  expect(await count(closed)).toEqual({ counted: 0, later: 0 });
  expect(await count(later)).toEqual({ counted: 1, later: 0 });
  expect(await count(later)).toEqual({ counted: 0, later: 0 });

  const { state, counts } = await show(inventoryId);
  // Of the 60, one scanned and one unscanned copy are on loan by now; the visiting copy is expected as well.
  const unseen = [...shelf.slice(42), ...(guest ? [guest] : [])];
  expect(state).toBe('counted');
  expect(counts).toEqual({
    ...{ expected: 59, seen: 40, notSeen: 19 },
    ...{ outOfPlace: 2, onLoan: 1, notOnShelf: 1, unknown: 1 },
  });
  expect((await numbers(inventoryId, 'not-seen', '7')).toSorted()).toEqual(barcodes(unseen));
  expect(await numbers(inventoryId, 'out-of-place')).toEqual(['39990001', '39990002']);
  expect(await numbers(inventoryId, 'on-loan')).toEqual(['39990004']);
  expect(await numbers(inventoryId, 'not-on-shelf')).toEqual(['39990003']);
  expect(await numbers(inventoryId, 'unknown')).toEqual(['NO-SUCH 1']);
  expect(await itemStore(table).get(away[0]?.itemId ?? '')).toMatchObject({ state: 'in-transit' });
});

test('one location by call number; a copy of another location found there is misplaced, whatever is scanned elsewhere', async () => {
  const [reading, stacks] = [await copies(3, { location: 'reading room' }), await copies(2)];
  for (const [n, copy] of reading.entries()) {
    await table.write([{ update: catalogueKeys.key('itemDescription', copy), set: { callNumber: `QA ${3 - n}` } }]);
  }
  const inventoryId = await opens({ location: 'reading room' });
  expect(await note(inventoryId, [stacks[0]?.barcode ?? ''])).toMatchObject([{ finding: 'out-of-place' }]);
  await close(inventoryId);
  await count(later);
  expect((await show(inventoryId)).counts).toMatchObject({ expected: 3, seen: 0, notSeen: 3, outOfPlace: 1 });
  expect(await numbers(inventoryId, 'not-seen')).toEqual(reading.map(({ barcode }) => barcode).reverse());
  const { body } = await asked(listCopies, later, { inventoryId, query: { limit: '1' } });
  expect(body).toMatchObject({
    copies: [{ copy: { callNumber: 'QA 1', location: 'reading room', state: 'available', homeBranch: branchId } }],
  });
});

test('a count that is killed before or after any of its writes is resumed, and counts nothing twice', async () => {
  const shelf = await copies(12);
  const many = Array.from({ length: 60 }, (_, n): ItemCirculation => {
    const one = shelf[0] as ItemCirculation;
    return { ...one, itemId: `itm_many${n}`, barcode: `4000${n}`, sourceId: `ash:many${n}` };
  });
  for (let i = 0; i < many.length; i += 50)
    await table.write(many.slice(i, i + 50).map((one) => ({ put: itemRecord(one) })));
  const counted = { expected: 72, seen: 5, notSeen: 67 };
  let finished = 0;
  for (let n = 1; finished < 2; n += proofSize(5, 1)) {
    finished = 0;
    for (const how of ['before', 'after'] as const) {
      const inventoryId = await opens();
      await note(inventoryId, barcodes(shelf.slice(0, 5)));
      await close(inventoryId);
      const run = await count(later, killedAt(n, how)).catch((error: Error) => error.message);
      if (run !== 'killed') finished += 1;
      // While a worker may still be running, no other takes over.
      else if (n > 1) expect(await count(later)).toEqual({ counted: 0, later: 0 });
      await Promise.all([count('2026-03-02T16:30:00.000Z'), count('2026-03-02T16:30:00.000Z')]);
      expect((await show(inventoryId)).counts).toMatchObject(counted);
      expect((await numbers(inventoryId, 'not-seen')).length).toBe(counted.notSeen);
      expect(new Set(await numbers(inventoryId, 'not-seen')).size).toBe(counted.notSeen);
    }
    expect(n).toBeLessThan(30);
  }
});

test('a count that runs out of time continues in the next run', async () => {
  await copies(9);
  const inventoryId = await opens();
  await close(inventoryId);
  // Each reading of the clock takes five minutes.
  let now = Date.parse(later);
  const clock = {
    now: () => {
      now += 5 * 60_000;
      return now;
    },
  };
  const walk = (from: Parameters<typeof scanTableFrom>[2]) => scanTableFrom(systemRuntime(), 'item', from);
  let runs = 0;
  for (; (await show(inventoryId)).state !== 'counted'; runs += 1) {
    await countInventories({ table, clock, walk });
    expect(runs).toBeLessThan(20);
  }
  expect(runs).toBeGreaterThan(1);
  expect((await show(inventoryId)).counts).toMatchObject({ expected: 9, seen: 0, notSeen: 9 });
});

test('only desks of the branch’s member see it; another branch does not; the list shows the newest first', async () => {
  const [first, second] = [await opens(), (await asked(openInventory, scanned, { body: {} })).body as View];
  const stranger = staffAt('birch.east', 'desk');
  for (const handler of [showInventory, closeInventory, listCopies])
    expect(await asked(handler, later, { inventoryId: first }, stranger)).toMatchObject({ status: 403 });
  const elsewhere = { actor: stranger, path: { branchId: 'birch.east', inventoryId: first } };
  expect(await call(showInventory, elsewhere)).toMatchObject({ status: 404, body: { code: 'unknown-inventory' } });
  expect(await call(noteScans, { ...elsewhere, body: { scans: ['1'] } })).toMatchObject({ status: 404 });
  const { body } = await asked(listInventories, later, {});
  const { inventories } = body as { inventories: View[] };
  expect(inventories.map(({ inventoryId }) => inventoryId)).toEqual([second.inventoryId, first]);
  const none = { actor: staffAt('ash.nowhere', 'desk'), path: { branchId: 'ash.nowhere' }, body: {} };
  expect(await call(openInventory, none)).toMatchObject({ status: 422, body: { code: 'unknown-branch' } });
});
