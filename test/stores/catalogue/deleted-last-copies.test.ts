import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as listOffers } from '../../../functions/catalogue/operations/list-copy-offers/handler.ts';
import { handler as offerCopy } from '../../../functions/catalogue/operations/offer-last-copy/handler.ts';
import { handler as takeCopy } from '../../../functions/catalogue/operations/take-copy/handler.ts';
import { findItems } from '../../../functions/catalogue/use-cases/find-item.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { type Book, clustersIn, deletionOf, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

/** Loads that delete records keep the consortium's last copies. */
const [today, meanwhile, afterwards] = [
  '2026-03-02T10:00:00.000Z',
  '2026-03-20T10:00:00.000Z',
  '2026-04-02T10:00:00.000Z',
];
const book = (id: string, n: number, ...barcodes: string[]): Book => ({
  ...{ id, title: `Letters from the island, number ${n}`, pages: 100 + n, year: String(1950 + n) },
  items: barcodes.map((barcode) => `$aMAIN$p${barcode}`),
});
let table: Table & { name: string };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['ash', 'oak']) await withBranch(table, `${memberId}.main`);
});

const load = (member: string, ...books: Book[]) => loadBytes(table, member, fileOf(books));
const deleted = (member: string, one: Book, when = today, importId?: string) =>
  metered(async ({ units }) => {
    const loading = { now: Date.parse(when), ...(importId !== undefined && { importId }) };
    const { counts, rejects } = await loadBytes(table, member, deletionOf(one), loading);
    return { counts, rejects, writeUnits: units.writeUnits };
  });
const offers = async () => {
  const asked = { actor: staffAt('oak', 'cataloguer'), query: {} };
  return ((await call(listOffers.using(at(today)), asked)).body as { offers: { barcode: string }[] }).offers;
};
const idOf = async (barcode: string): Promise<string> => (await findItem(table, barcode))?.itemId ?? '';
const offer = async (barcode: string) =>
  call(offerCopy.using(at(today)), {
    ...{ actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash' } },
    body: { itemId: await idOf(barcode), days: 10 },
  });
const held = async (...barcodes: string[]): Promise<string[]> =>
  (await Promise.all(barcodes.map((one) => findItems(table, one)))).flat().map(({ barcode }) => barcode);
const lastCopy = (barcode: string) => ({ what: 'retained', reason: 'last-copy', barcode, localId: 'b1' });

test('a deleted record leaves its last copy, represents it in the union and offers it; it goes when the offer expires', async () => {
  await load('ash', book('b1', 1, '4711'));
  const first = await deleted('ash', book('b1', 1), today, 'imp_1');
  expect(first.counts).toMatchObject({ accepted: 1, changed: 1, withdrawn: 0, itemsWithdrawn: 0 });
  expect(first.rejects).toMatchObject([lastCopy('4711')]);
  expect(await clustersIn(table)).toEqual([['ash:b1']]);
  const until = '2026-04-01T10:00:00.000Z';
  expect(await offers()).toMatchObject([
    { barcode: '4711', memberId: 'ash', offeredAt: today, until, by: 'load:imp_1' },
  ]);
  expect(await deleted('ash', book('b1', 1), meanwhile)).toMatchObject({
    ...{ writeUnits: 0, counts: { unchanged: 1 }, rejects: [lastCopy('4711')] },
  });
  expect((await deleted('ash', book('b1', 1), afterwards)).counts).toMatchObject({ withdrawn: 1, itemsWithdrawn: 1 });
  expect([await clustersIn(table), await offers(), await held('4711')]).toEqual([[], [], []]);
});

test('of several copies one remains, preferably the one that is offered; of a set one of each part', async () => {
  await load('ash', book('b1', 1, '4712'));
  await offer('4712');
  await load('ash', book('b1', 1, '4711', '4712', '4713'));
  expect(await deleted('ash', book('b1', 1))).toMatchObject({
    ...{ counts: { changed: 1, itemsWithdrawn: 2 }, rejects: [lastCopy('4712')] },
  });
  expect(await offers()).toMatchObject([{ barcode: '4712', until: '2026-03-12T10:00:00.000Z' }]);
  await load('ash', book('b2', 2, '51$hv.1', '52$hv.1', '53$hv.2'));
  expect((await deleted('ash', book('b2', 2))).counts).toMatchObject({ changed: 1, itemsWithdrawn: 1 });
  // Of two identical ones either may stay.
  const stayed = (await offers()).map(({ barcode }) => barcode).sort();
  expect(stayed).toEqual(['4712', expect.stringMatching(/^5[12]$/), '53']);
});

test('a large set remains and is offered in more than one transaction, and is removed and restored likewise', async () => {
  const volumes = Array.from({ length: 60 }, (_, i) => `60${i}$hv.${i}`);
  const twice = volumes.map((volume) => volume.replace('60', '70'));
  await load('ash', book('b1', 1, ...volumes, ...twice));
  expect((await deleted('ash', book('b1', 1))).counts).toMatchObject({ changed: 1, itemsWithdrawn: 60 });
  const listed = async () =>
    (await table.queryAll({ partition: catalogueKeys.key('source', { sourceId: 'ash:b1' }).pk, begins: 'ITEM#' }))
      .length;
  const offered = async () =>
    (
      await table.getMany(
        (
          await table.queryAll({ partition: catalogueKeys.key('source', { sourceId: 'ash:b1' }).pk, begins: 'ITEM#' })
        ).map(({ itemId }) => catalogueKeys.key('copyOffer', { itemId: String(itemId) })),
      )
    ).filter((row) => row !== undefined).length;
  expect([await listed(), await offered()]).toEqual([60, 60]);
  expect((await load('ash', book('b1', 1, ...volumes, ...twice))).counts).toMatchObject({
    changed: 1,
    itemsCreated: 60,
  });
  expect([await listed(), await offered()]).toEqual([120, 0]);
});

test('a copy on loan is not offered as the last one until it is returned; the record represents it', async () => {
  await load('ash', book('b1', 1, '4711'));
  const state = (is: string) => async () =>
    table.write([{ update: itemsKeys.key('item', { itemId: await idOf('4711') }), set: { state: is } }]);
  await state('on-loan')();
  expect((await deleted('ash', book('b1', 1))).rejects).toMatchObject([{ reason: 'item-retained', barcode: '4711' }]);
  expect([await clustersIn(table), await offers()]).toEqual([[['ash:b1']], []]);
  await state('available')();
  expect((await deleted('ash', book('b1', 1))).rejects).toMatchObject([lastCopy('4711')]);
  expect(await offers()).toMatchObject([{ barcode: '4711' }]);
});

test('a record that is loaded again ends the offers of its deletion, not those of its staff', async () => {
  await load('ash', book('b1', 1, '4711'), book('b2', 2, '4712'));
  await offer('4712');
  await deleted('ash', book('b1', 1));
  await deleted('ash', book('b2', 2));
  expect(await offers()).toHaveLength(2);
  await load('ash', book('b1', 1, '4711'), book('b2', 2, '4712'));
  expect(await offers()).toMatchObject([{ barcode: '4712' }]);
  // The record's next deletion creates a new offer.
  await deleted('ash', book('b1', 1));
  expect(await offers()).toHaveLength(2);
});

test('when taken, the copy leaves the record, which leaves the union with its next deletion', async () => {
  await load('ash', book('b1', 1, '4711'));
  await deleted('ash', book('b1', 1));
  await load('oak', book('x1', 1));
  const path = { memberId: 'oak', itemId: await idOf('4711') };
  const body = { sourceId: 'oak:x1', branchId: 'oak.main' };
  const taken = await call(takeCopy.using(at(today)), { actor: staffAt('oak', 'cataloguer'), path, body });
  expect(taken).toMatchObject({ status: 200, body: { memberId: 'oak' } });
  expect((await deleted('ash', book('b1', 1))).counts).toMatchObject({ withdrawn: 1, itemsWithdrawn: 0 });
  expect([await clustersIn(table), await held('4711')]).toEqual([[['oak:x1']], ['4711']]);
});

test('two loads, or a load and a desk, that remove the last two copies at once leave one', async () => {
  const byDesk = (item: string) =>
    call(markItem.using(at(today)), {
      actor: staffAt('oak', 'cataloguer'),
      body: { branchId: 'oak.main', item, state: 'withdrawn' },
    });
  for (let n = 1; n <= 4; n += 1) {
    await load('ash', book(`b${n}`, n, `47${n}`));
    await load('oak', book(`x${n}`, n, `90${n}`));
    await Promise.all([
      deleted('ash', book(`b${n}`, n)),
      n % 2 === 0 ? byDesk(`90${n}`) : deleted('oak', book(`x${n}`, n)),
    ]);
    const copies = [...(await findItems(table, `47${n}`)), ...(await findItems(table, `90${n}`))];
    expect(copies.filter(({ state }) => state === 'available')).toHaveLength(1);
  }
});
