import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as addItem } from '../../../functions/catalogue/operations/add-item/handler.ts';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as relabel } from '../../../functions/catalogue/operations/relabel-item/handler.ts';
import { findItems } from '../../../functions/catalogue/use-cases/find-item.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as scan } from '../../../functions/circulation/operations/scan/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, at } from '../../builders/lending.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

/** Two members each have a copy with the same old number: both are loaded, the desk must choose, and a new label resolves it. */
let table: Table & { name: string };
const monday = '2026-03-02T11:00:00.000Z';
const water: Book = { id: 'b1', title: 'The memory of water', items: ['$aMAIN$p4711$oFIC 1'] };
const mosses: Book = { id: 'x1', title: 'Northern mosses', pages: 88, items: ['$aMAIN$p4711$oSCI 9', '$aMAIN$p4712'] };
const desk = staffAt('ash.main', 'desk');

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  await loadBytes(table, 'ash', fileOf([water]));
  await loadBytes(table, 'elm', fileOf([mosses]));
});

/** Returns the ids of the copies that have a number, by member. */
const bearers = async (barcode: string): Promise<Record<string, string>> =>
  Object.fromEntries((await findItems(table, barcode)).map(({ memberId, itemId }) => [memberId, itemId]));
const atDesk = async (item: string) =>
  call(checkIn.using(at(monday)), { actor: desk, body: { branchId: 'ash.main', item } });
const lend = async (item: string, patron: string) =>
  call(checkOut.using(at(monday)), { actor: desk, body: { branchId: 'ash.main', item, patron } });
const label = (memberId: string, itemId: string, barcode: string, actor = staffAt(memberId, 'cataloguer')) =>
  call(relabel.using(at(monday)), {
    actor,
    path: { memberId, itemId },
    body: { barcode, reason: 'One old number, two copies.' },
  });

test('the desk asks which copy is meant, in every action, and continues with the one that it names', async () => {
  const { ash = '', elm = '' } = await bearers('4711');
  const { card } = await aBorrower(table);
  const asked = {
    status: 409,
    body: {
      code: 'barcode-shared',
      errors: [
        { code: 'barcode-shared', detail: 'Items of ash and elm bear this barcode.', pointer: '/body/item' },
        { code: 'borne-by', detail: ash, pointer: '/body/item', params: { item: ash, member: 'ash' } },
        { code: 'borne-by', detail: elm, pointer: '/body/item' },
      ],
    },
  };
  expect(await lend('4711', card)).toMatchObject(asked);
  expect(await lend(elm, card)).toMatchObject({ status: 201, body: { loan: { memberId: 'elm', barcode: '4711' } } });
  // One of the two is on loan and the other on its shelf: the desk must still choose which it has.
  expect(await atDesk('4711')).toMatchObject(asked);
  expect(await atDesk(elm)).toMatchObject({ status: 200, body: { loanClosed: true, next: { branchId: 'elm.main' } } });
  const refused = await call(scan.using(at(monday)), { actor: desk, body: { branchId: 'ash.main', scan: '4711' } });
  expect(refused.body).toMatchObject({
    is: 'item',
    items: [
      { itemId: ash, memberId: 'ash', state: 'available' },
      { itemId: elm, memberId: 'elm', state: 'in-transit' },
    ],
  });
  expect(refused.body).not.toHaveProperty('item');
  const found = await call(getItem.using(at(monday)), { actor: desk, path: { barcode: '4711' } });
  expect(found).toMatchObject({ status: 409, body: { code: 'barcode-shared' } });
  expect((await call(getItem.using(at(monday)), { actor: desk, path: { barcode: elm } })).body).toMatchObject({
    callNumber: 'SCI 9',
  });
});

test('a new label resolves it: each number has one copy, the loan is unchanged, and the change is recorded', async () => {
  const { ash = '', elm = '' } = await bearers('4711');
  const { card } = await aBorrower(table);
  await lend(elm, card);
  expect(await label('elm', elm, '9000')).toMatchObject({ status: 200, body: { itemId: elm, barcode: '9000' } });
  expect([await bearers('4711'), await bearers('9000')]).toEqual([{ ash }, { elm }]);
  expect((await lend('4711', card)).status).toBe(201);
  expect(await atDesk('9000')).toMatchObject({ status: 200, body: { loanClosed: true, barcode: '9000' } });
  const notes = await scanAll(table.name, 'audit');
  expect(notes.filter(({ did }) => did === 'relabel')).toMatchObject([
    { subject: `item:${elm}`, detail: { from: '4711', to: '9000' } },
  ]);
  // The old number is free once no copy has it, and the same label again is no change.
  await label('ash', ash, '9001');
  expect(await bearers('4711')).toEqual({});
  const again = await metered(async ({ units }) => ({
    ...(await label('ash', ash, '9001')),
    written: units.writeUnits,
  }));
  expect(again).toMatchObject({ status: 200, written: 0 });
});

test('the member’s files still contain the old number: they find the copy by it, and do not restore the old label', async () => {
  const { elm = '' } = await bearers('4711');
  await label('elm', elm, '9000');
  const corrected = { ...mosses, note: 'Corrected.', items: ['$aMAIN$p4711$oSCI 10', '$aMAIN$p4712'] };
  const { counts } = await loadBytes(table, 'elm', fileOf([corrected]));
  expect(counts).toMatchObject({ changed: 1, itemsCreated: 0, itemsChanged: 1, barcodesShared: 0 });
  expect(await findItems(table, '9000')).toMatchObject([{ itemId: elm, callNumber: 'SCI 10', barcode: '9000' }]);
  expect(Object.keys(await bearers('4711'))).toEqual(['ash']);
  const relabelledThere = { ...corrected, items: ['$aMAIN$p9000$oSCI 11', '$aMAIN$p4712'] };
  expect((await loadBytes(table, 'elm', fileOf([relabelledThere]))).counts).toMatchObject({
    ...{ itemsCreated: 0, itemsChanged: 1 },
  });
});

test('only a cataloguer of the owner relabels, only own copies, and no label twice in the consortium', async () => {
  const { ash = '', elm = '' } = await bearers('4711');
  expect(await label('elm', elm, '9000', staffAt('elm', 'desk-supervisor'))).toMatchObject({ status: 403 });
  expect(await label('elm', elm, '9000', staffAt('ash', 'cataloguer'))).toMatchObject({ status: 403 });
  expect(await label('elm', ash, '9000')).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
  expect(await label('ash', ash, '4712')).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  expect(await label('ash', ash, 'with blank')).toMatchObject({ status: 400 });
  const byHand = { sourceId: 'ash:b1', barcode: '4711', branchId: 'ash.main' };
  const made = await call(addItem.using(at(monday)), {
    actor: staffAt('ash', 'cataloguer'),
    path: { memberId: 'ash' },
    body: byHand,
  });
  expect(made).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  expect(await bearers('4711')).toEqual({ ash, elm });
});

test('both relabelled at once, to one number: one gets it, the other keeps only the old one', async () => {
  const { ash = '', elm = '' } = await bearers('4711');
  const both = await Promise.all([label('ash', ash, '9000'), label('elm', elm, '9000')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = both[0]?.status === 200 ? { ash } : { elm };
  expect(await bearers('9000')).toEqual(winner);
  expect(await bearers('4711')).toEqual('ash' in winner ? { elm } : { ash });
});

test('a load and a relabelling at once: the new label remains, whichever was first', async () => {
  const { elm = '' } = await bearers('4711');
  const corrected = fileOf([{ ...mosses, note: 'Corrected.', items: ['$aMAIN$p4711$oSCI 10', '$aMAIN$p4712'] }]);
  const [answer] = await Promise.all([label('elm', elm, '9000'), loadBytes(table, 'elm', corrected)]);
  expect(answer.status).toBe(200);
  expect(await findItems(table, '9000')).toMatchObject([{ itemId: elm, callNumber: 'SCI 10', barcode: '9000' }]);
  const described = await table.get(catalogueKeys.key('itemDescription', { sourceId: 'elm:x1', itemId: elm }), {
    strong: true,
  });
  expect(described).toMatchObject({ barcode: '9000', fileBarcode: '4711' });
});
