import { circulationStores } from '../../../functions/circulation/data/circulation-stores.ts';
import { holdStore } from '../../../functions/circulation/data/hold-store.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as explainCheckOut } from '../../../functions/circulation/operations/explain-check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { checkOut as lendItem } from '../../../functions/circulation/use-cases/check-out.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

let table: Table;
let clock: Runtime;
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  clock = at(monday);
});
afterAll(() => jest.restoreAllMocks());

const lend = (item: string, patron: string, more = {}, actor = staffAt('ash.main', 'desk-supervisor')) =>
  call(checkOut.using(clock), { actor, body: { branchId: 'ash.main', item, patron, ...more } });
const codesOf = ({ body }: { body: unknown }): string[] => {
  const { code, errors } = body as { code: string; errors: { code: string }[] };
  return errors.length > 0 ? errors.map((one) => one.code) : [code];
};
const wait = async (recordId: string | undefined, placedAt = monday) => {
  const who = await aBorrower(table);
  const body = { recordId, pickupBranch: 'ash.main', wait: true };
  const placed = await call(placeHold.using(at(placedAt)), { actor: who.actor, body });
  expect(placed.status).toBe(201);
  return { ...who, ...(placed.body as { hold: { recordId: string; holdId: string } }).hold };
};

test('finding C5: a new copy is not lent to a walk-in while others wait, also in the second before it is paged', async () => {
  const [reader, walkIn] = [await aBorrower(table), await aBorrower(table)];
  const first = await aCopy(table);
  expect((await lend(first.barcode, reader.card)).status).toBe(201);
  const one = await wait(first.recordId, '2026-03-02T09:00:00.000Z');
  await wait(first.recordId);
  const second = await aCopy(table, { recordId: first.recordId ?? '' });
  const refused = await lend(second.barcode, walkIn.card);
  expect([refused.status, codesOf(refused)]).toEqual([409, ['others-wait']]);
  const atMachine = await lend(second.barcode, walkIn.card, {}, selfCheckAt('ash.main'));
  expect([atMachine.status, codesOf(atMachine)]).toEqual([409, ['others-wait']]);
  const explained = await call(explainCheckOut.using(clock), {
    ...{ actor: staffAt('ash.main', 'desk') },
    body: { branchId: 'ash.main', item: second.barcode, patron: walkIn.card },
  });
  expect(explained.body).toMatchObject({ allowed: false, refused: [{ code: 'others-wait', overridable: true }] });
  expect(await targetHolds(table, first.recordId ?? '', Date.parse(monday))).toBe(1);
  expect(codesOf(await lend(second.barcode, walkIn.card))).toEqual(['item-paged-for-another']);
  // Whoever is first in the queue borrows it, and their hold is closed.
  expect((await lend(second.barcode, one.card)).status).toBe(201);
  expect(await holdStore(table).get(one.recordId, one.holdId, { strong: true })).toMatchObject({ state: 'fulfilled' });
});

test('finding C5: a copy on its way home is refused as well, and a supervisor overrides it with a reason that is kept', async () => {
  const walkIn = await aBorrower(table);
  const transit = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
  const copy = await aCopy(table, { state: 'in-transit', currentBranch: 'birch.east', transit });
  const waiting = await wait(copy.recordId);
  expect(codesOf(await lend(copy.barcode, walkIn.card))).toEqual(['others-wait']);
  const override = { comment: 'The reader leaves today' };
  const byDesk = await lend(copy.barcode, walkIn.card, { override }, staffAt('ash.main', 'desk'));
  expect([byDesk.status, codesOf(byDesk)]).toEqual([403, ['not-a-supervisor']]);
  expect((await lend(copy.barcode, walkIn.card, { override })).status).toBe(201);
  expect(await holdStore(table).get(waiting.recordId, waiting.holdId, { strong: true })).toMatchObject({
    state: 'placed',
  });
  const { pk } = auditKeys.key('audit', { subject: `item:${copy.itemId}`, at: monday, auditId: '-' });
  expect(await table.queryAll({ partition: pk })).toMatchObject([{ detail: override }]);
});

test('finding C6: one hold on a title of many copies blocks no borrower once a copy is paged for it', async () => {
  const [reader, other] = [await aBorrower(table), await aBorrower(table)];
  const lent = await aCopy(table);
  const free = await aCopy(table, { recordId: lent.recordId ?? '' });
  expect((await lend(lent.barcode, reader.card)).status).toBe(201);
  await wait(lent.recordId);
  const inMarch = at('2026-03-16T11:00:00.000Z');
  const renewal = () => call(renew.using(inMarch), { actor: reader.actor, body: { item: lent.barcode } });
  expect(codesOf(await renewal())).toEqual(['hold-waiting']);
  expect(await targetHolds(table, lent.recordId ?? '', Date.parse(monday))).toBe(1);
  expect((await renewal()).status).toBe(200);
  const back = await call(checkIn.using(inMarch), {
    ...{ actor: staffAt('ash.main', 'desk') },
    body: { branchId: 'ash.main', item: free.barcode },
  });
  expect(back.body).toMatchObject({ next: { step: 'hold-shelf' } });
  expect(codesOf(await lend(free.barcode, other.card))).toEqual(['item-held-for-another']);
});

/** Lends a copy to a walk-in; `meanwhile` happens once, after the checkout has read everything and before it writes. */
const lendWhile = async (item: string, meanwhile: () => Promise<unknown>) => {
  const walkIn = await aBorrower(table);
  let pending: (() => Promise<unknown>) | undefined = meanwhile;
  const late: Table = {
    ...table,
    write: async (writes) => {
      const happens = pending;
      pending = undefined;
      await happens?.();
      return table.write(writes);
    },
  };
  const deps = { ...circulationStores(late), ids: systemIds };
  const actor = staffAt('ash.main', 'desk');
  const input = { actor, branchId: 'ash.main', item, patron: walkIn.card, key: undefined, now: Date.parse(monday) };
  return lendItem(deps, input);
};

test('finding C5: a hold placed between the read and the write of a checkout counts as placed after it and gets the next copy', async () => {
  const lent = await aCopy(table);
  let placed: Awaited<ReturnType<typeof wait>> | undefined;
  const answer = await lendWhile(lent.barcode, async () => {
    placed = await wait(lent.recordId);
  });
  expect(answer).toMatchObject({ ok: { loan: { itemId: lent.itemId } } });
  const { recordId = '', holdId = '' } = placed ?? {};
  // Its work on the stream comes after the loan: it hears of no copy that it cannot get, and its place is unchanged.
  expect(await targetHolds(table, recordId, Date.parse(monday))).toBe(0);
  const hold = () => holdStore(table).get(recordId, holdId, { strong: true });
  expect(await hold()).toMatchObject({ state: 'placed' });
  const next = await aCopy(table, { recordId });
  expect(codesOf(await lend(next.barcode, (await aBorrower(table)).card))).toEqual(['others-wait']);
  expect(await targetHolds(table, recordId, Date.parse(monday))).toBe(1);
  expect(await hold()).toMatchObject({ state: 'targeted', targetItemId: next.itemId });
});

test('finding C5: a checkout that a page overtakes is decided again and refused', async () => {
  const copy = await aCopy(table);
  const answer = await lendWhile(copy.barcode, async () => {
    const { recordId } = await wait(copy.recordId);
    expect(await targetHolds(table, recordId, Date.parse(monday))).toBe(1);
  });
  expect(answer).toMatchObject({ refused: [{ code: 'item-paged-for-another' }] });
});
