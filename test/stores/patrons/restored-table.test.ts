import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as replay } from '../../../functions/patrons/consumers/replay-erasures/handler.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as merge } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { restoredFrom } from '../../builders/restored-from.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const tuesday = '2026-03-03T11:00:00.000Z';
const wednesday = '2026-03-04T11:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt(branchId, 'desk', 'desk-supervisor');
const lambda = { awsRequestId: 'lambda-1' };
const files = bucketInMemory();
// One id a page, so that every page of the list is a place to go on from.
const bucket = {
  ...files,
  list: async (prefix: string, after?: string) => (await files.list(prefix, after)).slice(0, 1),
};
const on = (instant: string) => at(instant, { bucket });

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

const asksErasure = async ({ patronId }: { patronId: string }, instant: string): Promise<unknown> =>
  (await call(askErasure.using(on(instant)), { actor: desk, path: { patronId }, body: { branchId } })).body;

/** Returns the table, whose writes fail after the given number. */
const failingAfter = (table: Table, writes: number): Table => {
  let left = writes;
  return {
    ...table,
    write: async (given) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return table.write(given);
    },
  };
};

test('finding S7: who was erased after the point of a restore is erased again, by a replay broken off and repeated', async () => {
  const table = await aTable();
  await aConsortium(table);
  const [gone, reader, doubled, survivor, stays] = await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      aPatron(table, { homeBranch: branchId, pin: '482615', family: `Zwetkowa${n}` }),
    ),
  );
  if (!gone || !reader || !doubled || !survivor || !stays) throw new Error('five patrons');
  const copy = await aCopy(table, { branchId });
  const lend = { branchId, item: copy.barcode, patron: reader.card };
  expect((await call(checkOut.using(on(monday)), { actor: desk, body: lend })).status).toBe(201);
  const point = await scanAll(table.name);

  // After the point: a return, a merge, and three erasures that are carried out.
  expect((await call(checkIn.using(on(tuesday)), { actor: desk, body: { branchId, item: copy.barcode } })).status).toBe(
    200,
  );
  const merged = { actor: desk, path: { patronId: survivor.patronId }, body: { branchId, otherId: doubled.patronId } };
  expect((await call(merge.using(on(tuesday)), merged)).status).toBe(200);
  for (const who of [gone, reader, survivor]) expect(await asksErasure(who, tuesday)).toEqual({ state: 'erasing' });
  await erase.using(on(tuesday))({}, lambda);
  const erased = [gone, reader, doubled, survivor];
  const traces = erased.flatMap(({ patronId }, n) => [patronId, `Zwetkowa${n}`]);
  const named = (rows: readonly object[]) =>
    rows.filter((row) => traces.some((trace) => JSON.stringify(row).includes(trace)));
  expect(named(await scanAll(table.name))).toEqual([]);

  const restored = await restoredFrom(point);
  const store = patronStore(restored);
  for (const who of erased) expect(await store.get(who.patronId, { strong: true })).toBeDefined();
  // Pairs of possible duplicates name others, and are deleted with them.
  const ofStays = async () =>
    (await scanAll(restored.name))
      .filter((row) => row.entity !== 'duplicatePair' && JSON.stringify(row).includes(stays.patronId))
      .map((row) => JSON.stringify(row))
      .toSorted();
  const before = await ofStays();

  let [input, calls, broken]: [object, number, number] = [{}, 0, 0];
  for (let go = true; go; calls += 1) {
    const asked = { ...input, enoughMs: 0 };
    const killed = await replay
      .using(on(wednesday))
      .with({ table: failingAfter(restored, calls % 2) })(asked, lambda)
      .catch(() => undefined);
    if (killed === undefined) broken += 1;
    const answer = await replay.using(on(wednesday))(asked, lambda);
    [input, go] = [answer, answer.go];
  }
  expect(calls).toBeGreaterThanOrEqual(4);
  expect(broken).toBeGreaterThanOrEqual(2);
  // The loan that was open at the point is open again: its patron waits for the return.
  expect(await store.get(reader.patronId, { strong: true })).toBeDefined();
  expect(await erase.using(on(wednesday))({}, lambda)).toEqual({ erased: 3, deferred: 1, erasing: 0 });
  for (const who of [gone, doubled, survivor]) expect(await store.get(who.patronId, { strong: true })).toBeUndefined();
  await call(checkIn.using(on(wednesday)), { actor: desk, body: { branchId, item: copy.barcode } });
  expect(await erase.using(on(wednesday))({}, lambda)).toEqual({ erased: 1, deferred: 0, erasing: 0 });
  expect(named(await scanAll(restored.name))).toEqual([]);
  expect(await ofStays()).toEqual(before);

  // Repeated from the beginning, it finds nobody.
  let again = await replay.using(on(wednesday))({}, lambda);
  while (again.go) again = await replay.using(on(wednesday))(again, lambda);
  expect(again).toMatchObject({ listed: 4, erasing: 0, deferred: 0 });
});
