import fc from 'fast-check';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const branchId = 'birch.east';
const clerk = staffAt(branchId, 'desk');
const desk: Actor = clerk.kind === 'staff' ? { ...clerk, desk: 'dsk_1' } : clerk;
const supervisor = staffAt(branchId, 'desk-supervisor');
const now = '2026-03-03T15:00:00.000Z';
const time = (minutes: number): string =>
  new Date(Date.parse('2026-03-03T09:00:00.000Z') + minutes * 60_000).toISOString();
const handlers = { out: checkOut, in: checkIn, renew } as const;
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

type Made = { kind: keyof typeof handlers; item: string; patron?: string; madeAt: string; key: string };
const replay = ({ kind, item, patron, madeAt, key }: Made, when = now, actor: Actor = desk) =>
  call(handlers[kind].using(at(when)), {
    actor,
    body: { branchId, item, madeAt, ...(kind === 'out' && { patron }) },
    headers: { 'idempotency-key': key },
  });
const stored = (copy: ItemCirculation) => itemStore(table).get(copy.itemId, { strong: true });
const codesOf = ({ body }: { body: unknown }) =>
  (body as { errors: { code: string }[] }).errors.map(({ code }) => code);

test('C87 a loan that was made without a network has its own time, and its due date counts from it', async () => {
  const [{ card }, copy] = [await aBorrower(table), await aCopy(table)];
  const made = { kind: 'out', item: copy.barcode, patron: card, madeAt: time(0), key: 'key-a-0001' } as const;
  const first = await replay(made);
  expect(first).toMatchObject({ status: 201, body: { loan: { checkedOutAt: time(0) } } });
  expect(first.body).not.toHaveProperty('conflicts');
  expect((await stored(copy))?.loan).toMatchObject({ checkedOutAt: time(0) });
  expect((await replay(made, '2026-03-03T16:00:00.000Z')).body).toEqual(first.body);
});

test('C87 what a desk would have refused is accepted, reported the same at each replay, and in the audit', async () => {
  const { card } = await aBorrower(table, { expiresOn: '2026-01-31' });
  const copy = await aCopy(table);
  const made = { kind: 'out', item: copy.barcode, patron: card, madeAt: time(0), key: 'key-b-0001' } as const;
  const online = await call(checkOut.using(at(now)), {
    actor: desk,
    body: { branchId, item: copy.barcode, patron: card },
  });
  expect(codesOf(online)).toEqual(['card-expired']);
  expect(await replay(made)).toMatchObject({ status: 201, body: { conflicts: ['card-expired'] } });
  expect(await replay(made)).toMatchObject({ status: 201, body: { conflicts: ['card-expired'] } });
  const { pk } = auditKeys.key('audit', { subject: `item:${copy.itemId}`, at: '-', auditId: '-' });
  expect(await table.queryAll({ partition: pk })).toMatchObject([
    { by: `staff:${clerk.id}@dsk_1`, did: 'overrode refusals of a checkout', detail: { comment: 'offline' } },
  ]);
});

test('C87 a time of its own passes no rule for a clerk outside of a shared desk: a supervisor enters such a loan', async () => {
  const { card } = await aBorrower(table, { expiresOn: '2026-01-31' });
  const copy = await aCopy(table);
  const made = { kind: 'out', item: copy.barcode, patron: card, madeAt: now, key: 'key-f-0001' } as const;
  expect(codesOf(await replay(made, now, clerk))).toEqual(['card-expired']);
  expect((await stored(copy))?.loan).toBeUndefined();
  const byHand = await call(checkOut.using(at(now)), {
    actor: supervisor,
    body: { branchId, item: copy.barcode, patron: card, madeAt: time(0), override: { comment: 'The patron has it.' } },
  });
  expect(byHand).toMatchObject({ status: 201, body: { loan: { checkedOutAt: time(0) }, conflicts: ['card-expired'] } });
});

test('C87 an item that somebody else has is refused; a newer scan stands and says when it was', async () => {
  const [one, other, copy] = [await aBorrower(table), await aBorrower(table), await aCopy(table)];
  await replay({ kind: 'out', item: copy.barcode, patron: one.card, madeAt: time(0), key: 'key-c-0001' });
  const second = { kind: 'out', item: copy.barcode, patron: other.card, madeAt: time(5), key: 'key-c-0002' } as const;
  expect(codesOf(await replay(second))).toEqual(['item-on-loan']);
  // Lent at 9:10 for the second patron, so the return at 9:05 is older.
  await replay({ kind: 'in', item: copy.barcode, madeAt: time(3), key: 'key-c-0003' });
  await replay({ ...second, madeAt: time(10), key: 'key-c-0004' });
  const late = await replay({ kind: 'in', item: copy.barcode, madeAt: time(5), key: 'key-c-0005' });
  expect(late).toMatchObject({ status: 409, body: { errors: [{ code: 'newer-status', params: { at: time(10) } }] } });
  expect((await stored(copy))?.loan?.patronId).toBe(other.patronId);
});

test('C87 a return ends the fine at its own time, and a renewal counts from its own', async () => {
  const [{ card }, copy] = [await aBorrower(table), await aCopy(table)];
  await replay({ kind: 'out', item: copy.barcode, patron: card, madeAt: time(0), key: 'key-d-0001' });
  const { due } = (await stored(copy))?.loan ?? { due: '' };
  const [before, after] = [-1, 1].map((days) => new Date(Date.parse(due) + days * 86_400_000).toISOString());
  const back = { kind: 'in', item: copy.barcode, madeAt: String(before), key: 'key-d-0002' } as const;
  expect(await replay(back, after)).toMatchObject({ status: 200, body: { loanClosed: true } });
  expect((await replay(back, after)).body).not.toHaveProperty('fine');
  expect((await stored(copy))?.lastCheckin?.at).toBe(before);
});

test('C87 a time in the future or before the days of the limits is refused, and a self-check that was off line has its own time', async () => {
  const [{ card }, copy] = [await aBorrower(table), await aCopy(table)];
  const made = { kind: 'out', item: copy.barcode, patron: card, key: 'key-e-0001' } as const;
  for (const madeAt of ['2026-02-28T14:00:00.000Z', '2026-03-03T15:11:00.000Z'])
    expect(codesOf(await replay({ ...made, madeAt }))).toEqual(['outside-offline-days']);
  expect((await stored(copy))?.state).toBe('available');
  expect(await replay({ ...made, madeAt: time(0) }, now, selfCheckAt(branchId))).toMatchObject({ status: 201 });
  expect((await stored(copy))?.loan?.checkedOutAt).toBe(time(0));
});

test('C87 a queue that is replayed twice, in part or whole, leaves what one replay left', async () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('out', 'in', 'renew'),
      item: fc.nat(1),
      patron: fc.nat(1),
      minutes: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 3, maxLength: 9 },
  );
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(9), async (some, from) => {
      const patrons = [await aBorrower(table), await aBorrower(table)];
      const copies = [await aCopy(table), await aCopy(table)];
      let minutes = 0;
      const queue = some.map(({ kind, item, patron, minutes: later }, place): Made => {
        minutes += later;
        const [copy, borrower] = [copies[item], patrons[patron]];
        return {
          ...{ kind, item: copy?.barcode ?? '', patron: borrower?.card ?? '', madeAt: time(minutes) },
          key: `${copy?.itemId}-${place}`,
        };
      });
      const state = async () => [
        ...(await Promise.all(copies.map(stored))).map((copy) => [copy?.state, copy?.loan, copy?.lastCheckin?.at]),
        ...(await Promise.all(patrons.map(({ patronId }) => countersOf(table, patronId)))),
      ];
      for (const made of queue) await replay(made);
      const once = await state();
      for (const made of queue.slice(from % queue.length)) await replay(made);
      for (const made of queue) await replay(made, '2026-03-03T15:20:00.000Z');
      expect(await state()).toEqual(once);
    }),
    { numRuns: 8 },
  );
});
