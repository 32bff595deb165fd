import { dueHoldChecks } from '../../../functions/circulation/data/hold-check-store.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as hopelessHolds } from '../../../functions/circulation/operations/list-hopeless-holds/handler.ts';
import { handler as myHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as pickupPlaces } from '../../../functions/circulation/operations/list-pickup-places/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as restoreHold } from '../../../functions/circulation/operations/restore-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import {
  ask,
  changed,
  clock,
  desk,
  itemOnTable,
  onTable,
  openHolds,
  placed,
  scanned,
  table,
} from '../../builders/holds-at-work.ts';
import { aBorrower, aCopy, at, branches, countersOf } from '../../builders/lending.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';

beforeAll(openHolds);

describe('placing', () => {
  test('C29 a copy on the shelf of the pickup branch is reported with the hold', async () => {
    const copy = await aCopy(table, { branchId: 'cedar.main' });
    const answer = await ask(await aBorrower(table), copy.recordId);
    expect(answer).toMatchObject({
      status: 201,
      body: { warnings: ['local-copy-available'], hold: { level: 'title' } },
    });
    const far = await aCopy(table);
    expect((await ask(await aBorrower(table), far.recordId)).body).toMatchObject({ warnings: [] });
  });

  test('C30 the pickup branches listed are those that placing accepts, one by one', async () => {
    for (const owner of ['elm.main', 'ash.main'] as const) {
      const copy = await aCopy(table, { branchId: owner });
      const asking = await aBorrower(table);
      const answer = await call(pickupPlaces.using(clock()), {
        actor: asking.actor,
        body: { recordId: copy.recordId },
      });
      const { places } = answer.body as { places: { branchId: string }[] };
      const accepted: string[] = [];
      for (const pickupBranch of branches) {
        const patron = await aBorrower(table);
        if ((await ask(patron, copy.recordId, { pickupBranch })).status === 201) accepted.push(pickupBranch);
      }
      expect(places.map(({ branchId }) => branchId).toSorted()).toEqual(accepted.toSorted());
      expect(accepted.includes('birch.east')).toBe(owner === 'ash.main');
    }
  });

  test('C31 a hold for a volume takes that volume when both are scanned, and one for the title neither', async () => {
    const first = await aCopy(table, { part: 'v.1' });
    const recordId = first.recordId ?? '';
    const second = await aCopy(table, { recordId, part: 'v.2' });
    const who = await aBorrower(table);
    expect(await ask(who, recordId)).toMatchObject({ status: 409, body: { code: 'which-part' } });
    const hold = await placed(who, recordId, { part: 'v.2' });
    await targetHolds(table, recordId, Date.parse(monday));
    expect(await itemOnTable(first.itemId)).toMatchObject({ state: 'available' });
    expect(await itemOnTable(second.itemId)).toMatchObject({ state: 'paged', hold: { holdId: hold.holdId } });
    expect((await scanned(first.barcode, 'cedar.main')).body).toMatchObject({ next: { forHold: false } });
    expect((await scanned(second.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect(await ask(who, recordId, { part: 'v.2', item: first.barcode })).toMatchObject({ status: 400 });
  });

  test('C35 an overdue loan refuses with its own code, and is read only because the consortium limits it', async () => {
    const who = await aBorrower(table);
    const lent = await aCopy(table);
    await call(checkOut.using(clock()), {
      actor: desk('birch.east'),
      body: { branchId: 'birch.east', item: lent.barcode, patron: who.card },
    });
    const copy = await aCopy(table);
    const late = at('2026-04-07T11:00:00.000Z');
    const body = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
    expect(await call(placeHold.using(late), { actor: who.actor, body })).toMatchObject({
      status: 409,
      body: { code: 'too-many-overdue' },
    });
    expect((await ask(who, copy.recordId)).status).toBe(201);
  });

  test('C27 a patron with a block on capture keeps the hold, and the copy goes to the next', async () => {
    const blocks = [{ code: 'no-capture', scope: 'consortium', since: monday, by: 'staff:1' }];
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const placement = await placed(first, copy.recordId);
    const next = await placed(second, copy.recordId);
    await table.write([{ update: patronsKeys.key('patronStatus', first), set: { blocks } }]);
    await targetHolds(table, copy.recordId ?? '', Date.parse(monday));
    expect(await itemOnTable(copy.itemId)).toMatchObject({ hold: { holdId: next.holdId } });
    expect((await scanned(copy.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect([await onTable(placement), await onTable(next)]).toMatchObject([{ state: 'placed' }, { state: 'on-shelf' }]);
  });
});

describe('any edition of a work', () => {
  const barcodeOf = (title: string, id: string) => `${title.replaceAll(' ', '-')}-${id}`;
  const editions = async (title: string) => {
    const load = async (memberId: string, book: Omit<Book, 'title'>) =>
      loadBytes(table, memberId, fileOf([{ title, items: [`$p${barcodeOf(title, book.id)}$aMAIN$yBK`], ...book }]));
    await load('ash', { id: 'paper', year: '1998', pages: 312 });
    await load('birch', { id: 'large', year: '2004', pages: 520, form: 'd' });
    await load('elm', { id: 'other', author: 'Vale, Tom', year: '2010', pages: 90 });
    const copies = ['paper', 'large', 'other'].map((id) => itemStore(table).find(barcodeOf(title, id)));
    return (await Promise.all(copies))
      .flat()
      .map(({ recordId = '', itemId, barcode }) => ({ recordId, itemId, barcode }));
  };

  test('C32 a hold for a work is paged from the other edition, found by its scan, and by the requested format only', async () => {
    const [paper, large, other] = await editions('The glass orchard');
    if (!paper || !large || !other) throw new Error('The books were not loaded.');
    expect(new Set([paper.recordId, large.recordId, other.recordId]).size).toBe(3);
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const inLarge = await placed(first, paper.recordId, { anyEdition: { formats: ['large-print'] } });
    expect(inLarge).toMatchObject({ level: 'work', recordId: large.recordId, editions: [large.recordId] });
    const any = await placed(second, large.recordId, { anyEdition: {} });
    expect(any).toMatchObject({ recordId: large.recordId, editions: [large.recordId, paper.recordId] });
    await targetHolds(table, large.recordId, Date.parse(monday));
    expect(await itemOnTable(large.itemId)).toMatchObject({ state: 'paged', hold: { holdId: inLarge.holdId } });
    expect(await itemOnTable(paper.itemId)).toMatchObject({ state: 'paged', hold: { holdId: any.holdId } });
    expect(await itemOnTable(other.itemId)).toMatchObject({ state: 'available' });
    expect((await scanned(paper.barcode, 'cedar.main')).body).toMatchObject({ next: { step: 'hold-shelf' } });
    expect(await onTable(any)).toMatchObject({ state: 'on-shelf', targetItemId: paper.itemId });
    // Once it has ended, no edition leads to it any more.
    await changed(cancelHold, second, any);
    expect(await table.queryAll({ partition: `REC#${paper.recordId}`, begins: 'HOLD-ELSEWHERE#' })).toEqual([]);
    expect(await ask(first, paper.recordId, { anyEdition: { formats: ['map'] } })).toMatchObject({
      status: 409,
      body: { code: 'no-holdable-copy' },
    });
  });

  test('C32 an edition that joins the catalogue later fills a hold for the work, checked again every day', async () => {
    const title = 'The tin lighthouse';
    const load = async (memberId: string, book: Omit<Book, 'title'>) => {
      const items = [`$p${barcodeOf(title, book.id)}$aMAIN$yBK`];
      await loadBytes(table, memberId, fileOf([{ title, items, ...book }]));
      const [copy] = await itemStore(table).find(barcodeOf(title, book.id));
      if (!copy?.recordId) throw new Error('The book was not loaded.');
      return { ...copy, recordId: copy.recordId };
    };
    const paper = await load('ash', { id: 'paper', year: '1998', pages: 312 });
    const who = await aBorrower(table);
    const hold = await placed(who, paper.recordId, { anyEdition: { formats: ['book', 'large-print'] } });
    await table.write([{ update: itemsKeys.key('item', paper), set: { state: 'missing' } }]);
    await targetHolds(table, paper.recordId, Date.parse(monday));
    const tuesday = '2026-03-03T11:00:00.000Z';
    expect((await dueHoldChecks(table, tuesday, 200)).map(({ holdId }) => holdId)).toContain(hold.holdId);
    const large = await load('birch', { id: 'large', year: '2004', pages: 520, form: 'd' });
    // No new edition is looked up within a day.
    await targetHolds(table, paper.recordId, Date.parse('2026-03-02T18:00:00.000Z'));
    expect(await onTable(hold)).toMatchObject({ state: 'placed', editions: [paper.recordId] });
    await targetHolds(table, paper.recordId, Date.parse(tuesday));
    expect(await onTable(hold)).toMatchObject({ state: 'targeted', targetItemId: large.itemId });
    const scannedThere = await scanned(large.barcode, 'cedar.main', '2026-03-03T12:00:00.000Z');
    expect(scannedThere.body).toMatchObject({ next: { step: 'hold-shelf', forHold: true } });
    // After cancellation none of them leads to it; after restoration each does again.
    const pointers = () => table.queryAll({ partition: `REC#${large.recordId}`, begins: 'HOLD-ELSEWHERE#' });
    await changed(cancelHold, who, hold);
    expect(await pointers()).toEqual([]);
    await call(restoreHold.using(clock()), {
      actor: desk('cedar.main'),
      path: { recordId: hold.recordId, holdId: hold.holdId },
      body: { branchId: 'cedar.main' },
    });
    expect(await pointers()).toHaveLength(1);
  });

  test('C32 of two concurrent holds for one work, placed on two editions, one remains', async () => {
    const [paper, large] = await editions('The salt ledger');
    const who = await aBorrower(table);
    const both = await Promise.all([paper, large].map((one) => ask(who, one?.recordId, { anyEdition: {} })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 1 });
  });

  test('C32 a hold that no copy can fill any more is listed for its pickup branch, until there is one again', async () => {
    const who = await aBorrower(table);
    const copy = await aCopy(table);
    const hold = await placed(who, copy.recordId, { pickupBranch: 'cedar.north' });
    const listed = async () => {
      const { body } = await call(hopelessHolds, { actor: desk('cedar.north'), path: { branchId: 'cedar.north' } });
      return (body as { holds: { holdId: string }[] }).holds.map(({ holdId }) => holdId);
    };
    const look = (instant: string) => targetHolds(table, copy.recordId ?? '', Date.parse(instant));
    await table.write([{ update: itemsKeys.key('item', copy), set: { state: 'missing' } }]);
    await look('2026-03-03T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ hopelessSince: '2026-03-03T11:00:00.000Z' });
    await look('2026-03-04T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ hopelessSince: '2026-03-03T11:00:00.000Z' });
    expect(await listed()).toEqual([hold.holdId]);
    expect((await call(myHolds, { actor: who.actor })).body).toMatchObject({ holds: [{ wait: { copies: 0 } }] });
    await table.write([{ update: itemsKeys.key('item', copy), set: { state: 'available' } }]);
    await look('2026-03-05T11:00:00.000Z');
    expect(await onTable(hold)).toMatchObject({ state: 'targeted' });
    expect(await listed()).toEqual([]);
  });
});
