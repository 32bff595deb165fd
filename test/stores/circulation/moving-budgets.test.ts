import { decideCheckin } from '../../../functions/circulation/domain/checkin/checkin.ts';
import { decideCheckout } from '../../../functions/circulation/domain/loans/checkout.ts';
import { handler as cancelTransit } from '../../../functions/circulation/operations/cancel-transit/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { handler as sendItem } from '../../../functions/circulation/operations/send-item/handler.ts';
import { handler as inHouse } from '../../../functions/circulation/operations/use-in-house/handler.ts';
import { encodeFacts } from '../../../functions/items/public/encode-facts.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemBytes } from '../../../layers/platform/dynamodb/capacity/item-size.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aCheckin, aCheckout, aHold, aLoan, anItem, aPatron } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { movementDocument, moving } from '../../builders/movement.ts';
import { staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

const monday = '2026-03-02T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
const rules = {
  floating: [
    { group: 'novels', items: [{ itemCategory: 'novel' }], places: [{ at: 'consortium' }] },
    { group: 'comics', items: [{ itemCategory: 'comic' }], places: [{ at: 'consortium', cap: 50 }] },
  ],
};

describe('units', () => {
  let table: Table;
  let used: () => Used;
  let clock = at(monday);
  const figures: Record<string, Used> = {};
  let handlers = { out: checkOut.using(clock), in: checkIn.using(clock) };
  const lend = (item: string, patron: string) =>
    call(handlers.out, { actor: desk('birch.east'), body: { branchId: 'birch.east', item, patron } });
  const back = (item: string, branchId: string) =>
    call(handlers.in, {
      actor: desk(branchId),
      body: { branchId, item },
      headers: { 'idempotency-key': `${item}${branchId}` },
    });
  const noted = (what: string): number => {
    figures[what] ??= used();
    return used().writeUnits;
  };

  beforeAll(async () => {
    table = await aTable();
    await aConsortium(table);
    const { version: _, ...adoption } = movementDocument(rules);
    await policyStore(table).adopt(adoption, () => ({
      ...{ subject: 'policy:movement', at: monday, auditId: 'aud_m', by: 'test', did: 'adopted', detail: {} },
    }));
    clock = at(monday);
    handlers = { out: checkOut.using(clock), in: checkIn.using(clock) };
    used = listenToUsage();
    const { card } = await aBorrower(table);
    const first = await aCopy(table);
    await lend(first.barcode, card);
    await back(first.barcode, 'elm.main');
  });
  afterAll(() => {
    jest.restoreAllMocks();
    const rows = Object.entries(figures).map(
      ([what, { writeUnits, readUnits }]) => `${what}: ${writeUnits} WU, ${readUnits} RU`,
    );
    console.log(`Units of moving things, indexes included\n${rows.join('\n')}`);
  });

  test('a check-in that lets an item float takes at most 6, and at most 10 where guests are counted on both sides', async () => {
    const { card } = await aBorrower(table);
    const novel = await aCopy(table, { category: 'novel' });
    await lend(novel.barcode, card);
    await back(novel.barcode, 'elm.main');
    expect(noted('check-in, floats')).toBeLessThanOrEqual(6);
    const comic = await aCopy(table, { category: 'comic' });
    await lend(comic.barcode, card);
    await back(comic.barcode, 'elm.main');
    expect(noted('check-in, floats under a cap')).toBeLessThanOrEqual(10);
    await lend(comic.barcode, card);
    await back(comic.barcode, 'cedar.main');
    expect(noted('check-in, floats from one cap to another')).toBeLessThanOrEqual(10);
  });

  test('moving by hand, cancelling, marking and counting a use take at most 4 each', async () => {
    const copy = await aCopy(table);
    const body = { branchId: 'ash.main', item: copy.barcode };
    const actor = desk('ash.main');
    await call(sendItem.using(clock), { actor, body: { ...body, to: 'elm.main', purpose: 'display' } });
    expect(noted('send an item')).toBeLessThanOrEqual(4);
    await call(cancelTransit.using(clock), { actor, body: { ...body, reason: 'other', force: true } });
    expect(noted('cancel a transit')).toBeLessThanOrEqual(4);
    await call(markItem.using(clock), { actor, body: { ...body, state: 'missing' } });
    expect(noted('mark an item')).toBeLessThanOrEqual(4);
    await call(inHouse.using(clock), { actor, body });
    expect(noted('count a use in the library')).toBeLessThanOrEqual(4);
  });
});

describe('the record', () => {
  const id = (kind: string) => `${kind}_${'0'.repeat(26)}`;
  const member = 'm'.repeat(10);
  const place = (letter: string) => `${member}.${letter.repeat(10)}`;
  const line = (result: string) => `${'h'.repeat(12)} ${'b'.repeat(6)} ${result}`;
  const fullest: Partial<ItemCirculation> = {
    ...{ itemId: id('itm'), barcode: '3'.repeat(14), recordId: id('rec'), sourceId: id('src'), memberId: member },
    ...{ branchId: place('b'), currentBranch: place('c'), category: 'comic', location: 'children-room' },
    ...{ floated: `${place('c')} ${'g'.repeat(12)}`, usedInHouse: 1234, away: '2026-03-01' },
    keys: [line(`${'0'.repeat(26)} mndqe908 1 ${'r'.repeat(24)}`), line(`hold-shelf ${place('d')} Hlh 1000 3000`)],
  };
  const key = { key: 'h'.repeat(12), body: 'b'.repeat(6) };
  const bytes = (after: ItemCirculation | undefined, facts: Parameters<typeof encodeFacts>[0]) =>
    after ? itemBytes(itemRecord(after, encodeFacts(facts, after))) : Number.NaN;

  test('of an item stays below 1 KB with all movement data: lent, in transit for a hold, on its shelf', () => {
    const policies = moving(rules);
    const item = anItem({ ...fullest, lastCheckin: { at: monday, branchId: place('c') } });
    const patron = aPatron({ patronId: id('pat') });
    const lent = decideCheckout(aCheckout({ item, patron, branchId: place('e'), loanId: id('lon'), key, policies }));
    if ('refused' in lent) throw new Error(JSON.stringify(lent.refused));
    const out = lent.changes.item?.after;
    const hold = aHold({ holdId: id('hld'), patronId: id('pat'), pickupBranch: place('d') });
    const loan = aLoan({ loanId: id('lon'), patronId: id('pat'), checkoutBranch: place('e') });
    const returned = anItem({ ...fullest, state: 'on-loan', loan });
    const sent = decideCheckin(aCheckin({ item: returned, branchId: place('f'), waiting: [hold], key, policies }));
    const shelved = decideCheckin(aCheckin({ item: returned, branchId: place('d'), waiting: [hold], key, policies }));
    const sizes = {
      lent: bytes(out, lent.facts),
      travelling: bytes(sent.changes.item?.after, sent.facts),
      shelved: bytes(shelved.changes.item?.after, shelved.facts),
    };
    console.log(`Bytes of the fullest record of an item: ${JSON.stringify(sizes)}`);
    for (const size of Object.values(sizes)) expect(size).toBeLessThanOrEqual(1024);
  });
});
