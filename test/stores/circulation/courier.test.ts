import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as listCourier } from '../../../functions/circulation/operations/list-courier/handler.ts';
import { handler as moveTote } from '../../../functions/circulation/operations/move-tote/handler.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { movementDocument } from '../../builders/movement.ts';
import { staffAt } from '../../builders/people.ts';

const [from, to] = ['birch.east', 'ash.main'];
const day = (date: number): string => `2026-03-${String(date).padStart(2, '0')}T11:00:00.000Z`;
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const routes = [{ route: 'north', name: 'North', stops: [from, to], days: [1, 3] }];
  const { version: _, ...movement } = movementDocument({ courier: { routes } });
  await policyStore(table).adopt(movement, () => ({
    ...{ subject: 'policy:movement', at: day(1), auditId: 'aud_movement', by: 'test', did: 'adopted', detail: {} },
  }));
});

const desk = (branch: string) => staffAt(branch, 'desk');
const move = (body: Record<string, unknown>, when = day(2), branchId = from) =>
  call(moveTote.using(at(when)), { actor: desk(branchId), body: { branchId, ...body } });
const scanned = (copy: ItemCirculation, branchId: string, when: string) =>
  call(checkIn.using(at(when)), { actor: desk(branchId), body: { branchId, item: copy.barcode } });
/** A copy of ash that birch has sent home. */
const going = async () => {
  const copy = await aCopy(table, { currentBranch: from });
  await scanned(copy, from, day(2));
  return copy;
};
const opened = async () => ((await move({ act: 'open', to })).body as { tote: { toteId: string } }).tote.toteId;
const courier = async (branchId: string, when: string) =>
  (await call(listCourier.using(at(when)), { actor: desk(branchId), path: { branchId } })).body as Record<
    'going' | 'totes' | 'exceptions' | 'took',
    Record<string, unknown>[]
  >;

test('a tote is packed by scans, sent, received with what is missing, and its days and exceptions are listed', async () => {
  const [one, other] = [await going(), await going()];
  const sheet = await courier(from, day(2));
  expect(sheet.going.map((row) => [row.to, row.days, (row.items as unknown[]).length])).toEqual([[to, [1, 3], 2]]);
  const toteId = await opened();
  for (const copy of [one, other]) expect((await move({ act: 'pack', toteId, item: copy.barcode })).status).toBe(200);
  expect((await move({ act: 'send', toteId })).body).toMatchObject({ tote: { state: 'sent', items: { length: 2 } } });
  expect((await courier(to, day(3))).totes).toMatchObject([{ toteId, state: 'sent' }]);
  expect((await courier(to, day(6))).exceptions).toMatchObject([{ toteId, kind: 'late' }]);

  await scanned(one, to, day(4));
  const received = await move({ act: 'receive', toteId, unexpected: ['39000000000001'] }, day(4), to);
  expect(received.body).toMatchObject({ tote: { state: 'received', missing: [{ barcode: other.barcode }] } });
  const after = await courier(to, day(4));
  expect(after.exceptions).toMatchObject([
    { kind: 'missing', barcode: other.barcode },
    { kind: 'unexpected', barcode: '39000000000001' },
  ]);
  expect(after.took).toEqual([{ from, to, totes: 1, median: 2, p90: 2 }]);
  // It arrives after all.
  await scanned(other, to, day(5));
  expect((await courier(from, day(5))).exceptions).toMatchObject([{ kind: 'unexpected' }]);
  await move({ act: 'settle', toteId, barcode: '39000000000001' }, day(5), to);
  expect((await courier(to, day(5))).exceptions).toEqual([]);
});

test('a tote takes no item that stays or goes elsewhere, and no other branch touches it', async () => {
  const toteId = await opened();
  const here = await aCopy(table);
  const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;
  expect(codeOf(await move({ act: 'pack', toteId, item: here.barcode }))).toBe('not-for-tote');
  expect(codeOf(await move({ act: 'send', toteId }))).toBe('tote-empty');
  expect(codeOf(await move({ act: 'send', toteId }, day(2), 'elm.main'))).toBe('unknown-tote');
  expect(codeOf(await move({ act: 'receive', toteId }, day(2), from))).toBe('unknown-tote');
  expect(codeOf(await move({ act: 'open', to: from }))).toBe('same-branch');
});

test('of scans into one tote at the same time none is lost', async () => {
  const toteId = await opened();
  const copies = await Promise.all([going(), going(), going()]);
  await Promise.all(copies.map((copy) => move({ act: 'pack', toteId, item: copy.barcode })));
  const { body } = await move({ act: 'send', toteId });
  expect(body).toMatchObject({ tote: { items: { length: 3 } } });
});

test('an item is in one open tote at most: it is taken out of one before it goes into another, and an empty tote is discarded', async () => {
  const [first, second] = [await opened(), await opened()];
  const copy = await going();
  const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;
  const pack = (toteId: string) => move({ act: 'pack', toteId, item: copy.barcode });
  // Of two scans at the same time into two totes one works.
  const both = await Promise.all([pack(first), pack(second)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [holds, other] = both[0]?.status === 200 ? [first, second] : [second, first];
  expect(codeOf(await pack(other))).toBe('in-other-tote');
  expect(codeOf(await move({ act: 'take-out', toteId: other, item: copy.barcode }))).toBe('not-in-tote');
  expect(codeOf(await move({ act: 'discard', toteId: holds }))).toBe('tote-not-empty');
  const out = await move({ act: 'take-out', toteId: holds, item: copy.barcode });
  expect(out.body).toMatchObject({ tote: { state: 'packing', items: [] } });
  expect((await pack(other)).status).toBe(200);
  expect((await move({ act: 'discard', toteId: holds })).status).toBe(200);
  expect(codeOf(await move({ act: 'discard', toteId: holds }))).toBe('unknown-tote');
  expect((await courier(from, day(2))).totes.map(({ toteId }) => toteId)).not.toContain(holds);
  // Sent and received, the item may go into a tote again on its next way.
  await move({ act: 'send', toteId: other });
  expect(codeOf(await move({ act: 'take-out', toteId: other, item: copy.barcode }))).toBe('tote-wrong-state');
});

test('one exception is settled, the others stay', async () => {
  const toteId = await opened();
  const copy = await going();
  await move({ act: 'pack', toteId, item: copy.barcode });
  await move({ act: 'receive', toteId, unexpected: ['39000000000002', '39000000000003'] }, day(4), to);
  const left = async () =>
    (await courier(to, day(5))).exceptions.filter((one) => one.toteId === toteId).map(({ barcode }) => barcode);
  expect(await left()).toEqual([copy.barcode, '39000000000002', '39000000000003']);
  expect((await move({ act: 'settle', toteId, barcode: '39000000000002' }, day(5), to)).status).toBe(200);
  expect(await left()).toEqual([copy.barcode, '39000000000003']);
  expect(await move({ act: 'settle', toteId, barcode: '39000000000009' }, day(5), to)).toMatchObject({ status: 409 });
});

test('items of a branch are on its sheet behind a hundred of others to the same branch', async () => {
  const ours = await aCopy(table, { currentBranch: from });
  const way = { to, purpose: 'other' as const };
  const others = Array.from({ length: 110 }, (_, i) => ({
    put: itemRecord({
      ...ours,
      ...{
        itemId: `itm_other${i}`,
        barcode: `4900000000${i}`,
        currentBranch: 'elm.main',
        state: 'in-transit' as const,
      },
      transit: { ...way, from: 'elm.main', sentAt: day(1) },
    } as ItemCirculation),
  }));
  const own = { ...ours, state: 'in-transit' as const, transit: { ...way, from, sentAt: day(2) } } as ItemCirculation;
  for (const put of [...others, { put: itemRecord(own) }]) await table.write([put]);
  const { going: sheet } = await courier(from, day(3));
  const items = sheet.find((row) => row.to === to)?.items;
  expect(items).toContainEqual(expect.objectContaining({ itemId: ours.itemId }));
  expect(JSON.stringify(items)).not.toContain('itm_other');
});
