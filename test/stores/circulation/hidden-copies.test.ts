import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import type { Hold } from '../../../functions/items/public/hold.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { makeId } from '../../../layers/kernel/identity/id.ts';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aHold, monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

let table: Table;
let serial = 0;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

const waits = async (recordId: string, patronMember: string): Promise<Hold> => {
  const { patronId } = await aBorrower(table);
  serial += 1;
  const holdId = makeId('hold', Date.parse(monday) + serial, new Uint8Array(10));
  return aPlacedHold(table, aHold({ holdId, recordId, patronId, patronMember }));
};
const held = async (hold: Hold) => table.get(circulationKeys.key('hold', hold), { strong: true });
const hide = async (copy: ItemCirculation) => {
  const update = catalogueKeys.key('itemDescription', copy);
  expect(await table.write([{ update, set: { hiddenFrom: ['other-members'] }, when: present() }])).toBeUndefined();
};
/** A copy of ash's on its shelf, hidden from other members. */
const aHiddenCopy = async () => {
  const copy = await aCopy(table, { branchId: 'ash.main' });
  await hide(copy);
  return { ...copy, recordId: copy.recordId ?? '' };
};

test('a copy hidden from other members is paged for its own patrons only; a page sent earlier remains', async () => {
  const { recordId, itemId } = await aHiddenCopy();
  const other = await waits(recordId, 'cedar');
  expect(await targetHolds(table, recordId, Date.parse(monday))).toBe(0);
  const own = await waits(recordId, 'ash');
  expect(await targetHolds(table, recordId, Date.parse(monday))).toBe(1);
  expect([await held(own), await held(other)]).toMatchObject([
    { state: 'targeted', targetItemId: itemId },
    { state: 'placed' },
  ]);
  const shown = await aCopy(table, { branchId: 'ash.main' });
  const before = await waits(shown.recordId ?? '', 'cedar');
  expect(await targetHolds(table, before.recordId, Date.parse(monday))).toBe(1);
  await hide(shown);
  expect(await targetHolds(table, before.recordId, Date.parse(monday))).toBe(0);
  expect(await held(before)).toMatchObject({ state: 'targeted', targetItemId: shown.itemId });
});

test('when scanned it goes to its own patron, and not to another who waits longer', async () => {
  const copy = await aHiddenCopy();
  await waits(copy.recordId, 'cedar');
  const scan = async () =>
    call(checkIn.using(at(monday)), {
      actor: staffAt('ash.main', 'desk'),
      body: { branchId: 'ash.main', item: copy.barcode },
    });
  const first = await scan();
  expect(first.status).toBe(200);
  expect(first.body).not.toMatchObject({ next: { forHold: true } });
  await waits(copy.recordId, 'ash');
  expect((await scan()).body).toMatchObject({ next: { forHold: true } });
});

test('no one else can place a hold that only it could fill', async () => {
  const { recordId } = await aHiddenCopy();
  const { actor } = await aBorrower(table);
  const placed = await call(placeHold.using(at(monday)), {
    actor,
    body: { recordId, pickupBranch: 'cedar.main', wait: true },
  });
  expect(placed).toMatchObject({ status: 409, body: { code: 'no-holdable-copy' } });
});
