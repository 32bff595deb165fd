import { recordItem } from '../../../functions/catalogue/public/record-item.ts';
import { nothingYet } from '../../../functions/circulation/domain/decisions/decision.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as explain } from '../../../functions/circulation/operations/explain-check-out/handler.ts';
import { handler as myBills } from '../../../functions/circulation/operations/list-my-bills/handler.ts';
import { handler as myLoans } from '../../../functions/circulation/operations/list-my-loans/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as scan } from '../../../functions/circulation/operations/scan/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import { saveDecision } from '../../../functions/circulation/use-cases/circulation-writes.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aHold } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at, countersOf, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule, blocksDocument } from '../../builders/policies.ts';

const monday = '2026-03-02T11:00:00.000Z';
const late = '2026-04-07T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [
    aRule({ id: 'maps', when: { itemCategory: 'map' }, values: { requestOnly: true } }),
    aRule({ id: 'cds', when: { itemCategory: 'cd' }, values: { lostProcessing: 500 } }),
    aRule({
      id: 'games',
      when: { itemCategory: 'game' },
      values: { lostProcessing: 500, lostProcessingRefunded: true },
    }),
  ]);
});

const lend = (item: string, patron: string, more: { key?: string; branch?: string; body?: object } = {}) => {
  const { key, branch: branchId = 'birch.east', body = {} } = more;
  return call(checkOut.using(at(monday)), {
    actor: staffAt(branchId, 'desk'),
    body: { branchId, item, patron, ...body },
    ...(key && { headers: { 'idempotency-key': key } }),
  });
};
const takeBack = (item: string, branchId: string, when: string, key?: string) =>
  call(checkIn.using(at(when)), {
    actor: desk(branchId),
    body: { branchId, item },
    ...(key && { headers: { 'idempotency-key': key } }),
  });

describe('a repeated request', () => {
  test('gets the same loan and makes no second one, another body is refused', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    const first = await lend(copy.barcode, card, { key: 'k1' });
    const again = await lend(copy.barcode, card, { key: 'k1' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 1 });
    const other = await lend(copy.barcode, card, { key: 'k1', branch: 'elm.main' });
    // Another desk is another actor, and so another key: the item is simply on loan already.
    expect(other).toMatchObject({ status: 409, body: { code: 'already-lent-to-patron' } });
  });

  test('of a check-in with a fine charges once and returns the same answer', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card);
    const first = await takeBack(copy.barcode, 'elm.main', late, 'k2');
    expect(first.body).toMatchObject({ loanClosed: true, fine: { amount: 175, currency: 'EUR' } });
    const again = await takeBack(copy.barcode, 'elm.main', late, 'k2');
    expect(again.body).toEqual(first.body);
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 175 });
    expect(
      await call(checkIn, {
        actor: desk('elm.main'),
        body: { branchId: 'elm.main', item: copy.barcode, returnedAt: monday },
        headers: { 'idempotency-key': 'k2' },
      }),
    ).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });
});

describe('money', () => {
  test('C73 C74 a lost item is charged by its owner and refunded at its return; a part paid elsewhere is booked for both', async () => {
    const { card, patronId, actor } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card);
    const body = { branchId: 'birch.east', item: copy.barcode };
    expect(
      await call(declareLost.using(at('2026-03-20T11:00:00.000Z')), { actor: desk('birch.east'), body }),
    ).toMatchObject({
      body: { state: 'lost', charged: { amount: 3000, currency: 'EUR' } },
    });
    const { bills } = (await call(myBills, { actor })).body as { bills: { billId: string; memberId: string }[] };
    expect(bills).toMatchObject([{ kind: 'lost', memberId: 'ash', open: 3000 }]);
    const payment = { branchId: 'birch.east', patron: card, billId: bills[0]?.billId, amount: 1000 };
    const paid = await call(payBill.using(at('2026-03-21T11:00:00.000Z')), {
      actor: desk('birch.east'),
      body: payment,
    });
    expect(paid).toMatchObject({ status: 201, body: { paid: 1000, owed: 2000, bill: { open: 2000 } } });
    expect(await call(payBill, { actor: desk('birch.east'), body: { ...payment, amount: 2001 } })).toMatchObject({
      status: 409,
      body: { code: 'more-than-open' },
    });
    expect((await takeBack(copy.barcode, 'ash.main', '2026-03-25T11:00:00.000Z')).body).toMatchObject({
      refund: { amount: 3000 },
    });
    expect(await countersOf(table, patronId)).toMatchObject({ owed: -1000 });
    expect((await call(myBills, { actor })).body).toMatchObject({ owed: [{ amount: -1000, currency: 'EUR' }] });
    const { entries } = await ledgerStore(table).list('2026-03', { limit: 100 });
    const own = entries.filter(({ causeId }) => causeId === bills[0]?.billId);
    expect(own.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['lost-item-charged', 2],
      ['lost-item-paid', 4],
      ['lost-item-refunded', 2],
    ]);
    expect(JSON.stringify(own)).not.toContain(patronId);
  });

  test('finding C10: a lost item’s processing fee is charged by its rule, billed apart, and taken back by its return as the rule says', async () => {
    const { card, patronId, actor } = await aBorrower(table);
    const [feeRetained, feeRefunded] = [
      await aCopy(table, { category: 'cd' }),
      await aCopy(table, { category: 'game' }),
    ];
    for (const { barcode } of [feeRetained, feeRefunded]) expect((await lend(barcode, card)).status).toBe(201);
    for (const { barcode } of [feeRetained, feeRefunded]) {
      const body = { branchId: 'birch.east', item: barcode };
      const lost = await call(declareLost.using(at('2026-03-20T11:00:00.000Z')), { actor: desk('birch.east'), body });
      expect(lost.body).toMatchObject({ state: 'lost', charged: { amount: 3500, currency: 'EUR' } });
    }
    const billed = async () =>
      ((await call(myBills, { actor })).body as { bills: { kind: string; open: number }[] }).bills
        .map(({ kind, open }) => [kind, open])
        .toSorted();
    expect(await billed()).toEqual([
      ...[
        ['lost', 3000],
        ['lost', 3000],
        ['lost-processing', 500],
        ['lost-processing', 500],
      ],
    ]);
    for (const { barcode } of [feeRetained, feeRefunded])
      await takeBack(barcode, 'ash.main', '2026-03-25T11:00:00.000Z');
    expect(await billed()).toEqual([['lost-processing', 500]]);
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 0, owed: 500 });
  });

  test('a debt incurred at one desk blocks at another; a supervisor overrides it, desk staff cannot', async () => {
    const { card } = await aBorrower(table);
    const copy = await aCopy(table);
    const fee = { branchId: 'elm.main', patron: card, fee: 'damaged-item', amount: 2650 };
    expect(await call(chargeFee.using(at(monday)), { actor: desk('elm.main'), body: fee })).toMatchObject({
      status: 201,
    });
    expect(await lend(copy.barcode, card)).toMatchObject({ status: 409, body: { code: 'owed-over-limit' } });
    const override = { comment: 'agreed with the director' };
    expect(await lend(copy.barcode, card, { body: { override } })).toMatchObject({
      status: 403,
      body: { code: 'not-a-supervisor' },
    });
    const why = await call(explain.using(at(monday)), {
      actor: desk('birch.east'),
      body: { branchId: 'birch.east', item: copy.barcode, patron: card },
    });
    expect(why.body).toMatchObject({ allowed: false, refused: [{ code: 'owed-over-limit', overridable: true }] });
    const body = { branchId: 'birch.east', item: copy.barcode, patron: card, override };
    const actor = staffAt('birch.east', 'desk-supervisor');
    expect((await call(checkOut.using(at(monday)), { actor, body })).status).toBe(201);
    const again = { branchId: 'birch.east', item: copy.barcode, override };
    expect((await call(renew.using(at('2026-03-16T11:00:00.000Z')), { actor, body: again })).status).toBe(200);
    const { pk: partition } = auditKeys.key('audit', { subject: `item:${copy.itemId}`, at: '-', auditId: '-' });
    expect(await table.queryAll({ partition })).toMatchObject(
      ['checkout', 'renewal'].map((what) => ({
        by: actor.kind === 'staff' && `staff:${actor.id}`,
        did: `overrode refusals of a ${what}`,
        detail: { comment: 'agreed with the director' },
      })),
    );
  });
});

describe('accrued fines', () => {
  // Sixty days after the due date; the cap of each fine is 10.00.
  const sixtyDaysLate = '2026-05-29T11:00:00.000Z';
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const eightLate = async () => {
    const patron = await aBorrower(table);
    const copies = [];
    for (let count = 0; count < 8; count += 1) {
      const copy = await aCopy(table);
      expect((await lend(copy.barcode, patron.card)).status).toBe(201);
      copies.push(copy);
    }
    return { ...patron, copies };
  };
  const ninth = async (card: string, when = sixtyDaysLate, more = {}, role: 'desk' | 'desk-supervisor' = 'desk') => {
    const body = { branchId: 'birch.east', item: (await aCopy(table)).barcode, patron: card, ...more };
    return call(checkOut.using(at(when)), { actor: staffAt('birch.east', role), body });
  };

  test('finding C8: eight loans 60 days late, 10.00 each: a checkout, a hold and a renewal are refused by a limit of 20.00', async () => {
    const { card, actor, copies } = await eightLate();
    const refused = { code: 'owed-over-limit', params: { owed: eur(8000), limit: eur(2000), accrued: eur(8000) } };
    expect(await ninth(card)).toMatchObject({ status: 409, body: { errors: [refused] } });
    const hold = { recordId: (await aCopy(table)).recordId, pickupBranch: 'cedar.main' };
    expect(await call(placeHold.using(at(sixtyDaysLate)), { actor, body: hold })).toMatchObject({
      ...{ status: 409, body: { errors: [refused] } },
    });
    const own = { item: copies[0]?.barcode };
    expect(await call(renew.using(at(sixtyDaysLate)), { actor, body: own })).toMatchObject({
      ...{ status: 409, body: { errors: [refused] } },
    });
    const override = { override: { comment: 'brings them tomorrow' } };
    expect((await ninth(card, sixtyDaysLate, override, 'desk-supervisor')).status).toBe(201);
    // Six returns later the debt is charged instead, and the same.
    for (const copy of copies.slice(2)) await takeBack(copy.barcode, 'birch.east', sixtyDaysLate);
    expect(await ninth(card)).toMatchObject({
      ...{ status: 409, body: { errors: [{ params: { owed: eur(8000), accrued: eur(2000) } }] } },
    });
  });

  test('finding C8: patron and desk see what each loan has accrued, apart from what is owed', async () => {
    const { actor, patronId } = await eightLate();
    const mine = await call(myLoans.using(at(sixtyDaysLate)), { actor });
    expect(mine.body).toMatchObject({ loans: Array.from({ length: 8 }, () => ({ accrued: eur(1000) })) });
    const bills = await call(myBills.using(at(sixtyDaysLate)), { actor });
    expect(bills.body).toEqual({ bills: [], owed: [], accrued: [eur(8000)] });
    const body = { branchId: 'cedar.main' };
    const open = { actor: desk('cedar.main'), path: { patronId }, body };
    expect((await call(showPatron.using(at(sixtyDaysLate)), open)).body).toMatchObject({
      ...{ owed: [], accrued: [eur(8000)], loans: Array.from({ length: 8 }, () => ({ accrued: eur(1000) })) },
    });
    expect((await call(showPatron.using(at(monday)), open)).body).toMatchObject({ accrued: [] });
  });

  test('finding C8: a policy of blocks may ignore accrued fines; a debt that is charged is over the limit all the same', async () => {
    const { card, copies } = await eightLate();
    const effectiveFrom = '2027-01-01T00:00:00.000Z';
    const { version: _, ...blocks } = blocksDocument({ accruedFines: 'ignore' });
    await policyStore(table).adopt({ ...blocks, effectiveFrom }, (version) => ({
      ...{ subject: 'policy:blocks', at: effectiveFrom, auditId: `aud_accrued_${version}`, by: 'test' },
      ...{ did: 'adopted', detail: {} },
    }));
    const then = '2027-02-01T11:00:00.000Z';
    expect((await ninth(card, then)).status).toBe(201);
    for (const copy of copies.slice(0, 3)) await takeBack(copy.barcode, 'birch.east', then);
    expect(await ninth(card, then)).toMatchObject({ status: 409, body: { errors: [{ params: { owed: eur(3000) } }] } });
  });

  test('finding C8: the loans are read once they may be late: from their due date, earlier where that was shortened', async () => {
    const dueFromOf = async (patronId: string) =>
      (await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true }))?.dueFrom;
    const { card, patronId } = await aBorrower(table);
    const [copy, map] = [await aCopy(table), await aCopy(table)];
    expect((await lend(copy.barcode, card)).status).toBe(201);
    expect(await dueFromOf(patronId)).toBe('2026-03-30T21:59:59.000Z');
    // Returned and lent again later: the next checkout sees no loan of before, and the date is the new one's.
    await takeBack(copy.barcode, 'birch.east', monday);
    const again = { actor: desk('birch.east'), body: { branchId: 'birch.east', item: map.barcode, patron: card } };
    expect((await call(checkOut.using(at('2026-03-10T11:00:00.000Z')), again)).status).toBe(201);
    expect(await dueFromOf(patronId)).toBe('2026-04-07T21:59:59.000Z');
    const item = await itemStore(table).get(map.itemId, { strong: true });
    if (!item?.loan) throw new Error('The map is not on loan.');
    const after = { ...item, loan: { ...item.loan, due: '2026-03-12T22:59:59.000Z' }, v: item.v + 1 };
    const earlier = { ...nothingYet(), changes: { ...nothingYet().changes, item: { after, expect: item.v } } };
    expect(await saveDecision(table, earlier, { item })).toBe('saved');
    expect(await dueFromOf(patronId)).toBeUndefined();
    // Unknown, it is found out by the next checkout, which also counts what the loan has accrued.
    expect(await ninth(card, '2026-03-14T11:00:00.000Z')).toMatchObject({ status: 201 });
    expect(await dueFromOf(patronId)).toBe('2026-03-12T22:59:59.000Z');
    expect(await ninth(card, sixtyDaysLate)).toMatchObject({ status: 201 });
    expect(await countersOf(table, patronId)).toMatchObject({ loans: 3, owed: 0 });
  });
});

describe('holds', () => {
  const ask = (actor: Awaited<ReturnType<typeof aBorrower>>['actor'], recordId: string | undefined, more = {}) =>
    call(placeHold.using(at(monday)), { actor, body: { recordId, pickupBranch: 'cedar.main', ...more } });

  test('finding C10: a hold on a copy that travels home is placed, without waiting for a consortium loan', async () => {
    const { actor } = await aBorrower(table);
    const transit = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
    const copy = await aCopy(table, { state: 'in-transit', currentBranch: 'birch.east', transit });
    expect(await ask(actor, copy.recordId)).toMatchObject({ status: 201, body: { hold: { state: 'placed' } } });
  });

  test('where all copies are lent, or lent on request only, the answer is a consortium loan', async () => {
    const { card } = await aBorrower(table);
    const { actor } = await aBorrower(table);
    const [copy, map] = [await aCopy(table), await aCopy(table, { category: 'map' })];
    await lend(copy.barcode, card);
    expect(await ask(actor, copy.recordId)).toMatchObject({ status: 409, body: { code: 'consortium-loan' } });
    expect(await ask(actor, map.recordId)).toMatchObject({ status: 409, body: { code: 'consortium-loan' } });
    expect(await ask(actor, copy.recordId, { wait: true })).toMatchObject({ status: 201 });
    expect(await ask(actor, copy.recordId, { wait: true })).toMatchObject({
      status: 409,
      body: { code: 'already-requested' },
    });
    expect(await ask(actor, 'rec_none')).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  });

  test('C34 a hold on a record that was merged keeps its place: the copy goes to the earliest request', async () => {
    const [first, second] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const [absorbed, now] = [`${copy.recordId}old`, copy.recordId ?? ''];
    const older = aHold({
      holdId: 'hld_older',
      recordId: absorbed,
      patronId: first.patronId,
      placedAt: '2026-02-01T11:00:00.000Z',
    });
    await aPlacedHold(table, older);
    await ask(second.actor, now);
    await table.write([
      { put: recordItem({ recordId: absorbed, v: 1, sources: [], absorbed: [], mergedInto: now }) },
      { put: recordItem({ recordId: now, v: 1, sources: [copy.sourceId], absorbed: [absorbed] }) },
    ]);
    expect((await takeBack(copy.barcode, 'cedar.main', '2026-03-03T11:00:00.000Z')).body).toMatchObject({
      next: { step: 'hold-shelf' },
    });
    expect(await lend(copy.barcode, second.card, { branch: 'cedar.main' })).toMatchObject({
      body: { code: 'item-held-for-another' },
    });
    expect((await lend(copy.barcode, first.card, { branch: 'cedar.main' })).status).toBe(201);
  });
});

describe('permissions', () => {
  test('a patron renews only own loans, a self-check lends only at its branch', async () => {
    const [owner, other] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const body = { branchId: 'birch.east', item: copy.barcode, patron: owner.card };
    expect(await call(checkOut, { actor: selfCheckAt('elm.main'), body })).toMatchObject({ status: 403 });
    expect((await call(checkOut.using(at(monday)), { actor: selfCheckAt('birch.east'), body })).status).toBe(201);
    const asked = await call(renew, { actor: other.actor, body: { item: copy.barcode } });
    expect(asked).toMatchObject({ status: 409, body: { code: 'not-on-loan' } });
  });

  test('C20 C72 a self-check neither back-dates a return nor ends a claim: that is for staff', async () => {
    const copy = await aCopy(table);
    const back = (more: Record<string, unknown>, actor: Actor) =>
      call(checkIn.using(at(monday)), { actor, body: { branchId: 'birch.east', item: copy.barcode, ...more } });
    for (const more of [{ returnedAt: '2026-02-20T10:00:00.000Z' }, { claimEnds: 'returned-by-patron' }]) {
      expect(await back(more, selfCheckAt('birch.east'))).toMatchObject({ status: 403, body: { code: 'staff-only' } });
      expect((await back(more, desk('birch.east'))).status).toBe(200);
    }
    expect((await back({}, selfCheckAt('birch.east'))).status).toBe(200);
  });

  test('C77 a desk elsewhere sees dates and no titles, and its access is logged', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    await lend(copy.barcode, card);
    const look = (branchId: string) =>
      call(showPatron.using(at(monday)), { actor: desk(branchId), path: { patronId }, body: { branchId } });
    const elsewhere = (await look('elm.main')).body as { loans: Record<string, unknown>[] };
    expect(elsewhere.loans).toMatchObject([{ due: '2026-03-30T21:59:59.000Z' }]);
    // Nothing in the response leads to what is on loan: no record, no item, no barcode whose scan would show the title.
    for (const text of [copy.recordId ?? '', copy.itemId, copy.barcode, copy.sourceId])
      expect(JSON.stringify(elsewhere)).not.toContain(text);
    const accesses = await table.queryAll({ partition: `PATRON#${patronId}`, begins: 'ACCESS#' });
    expect(accesses).toMatchObject([{ branchId: 'elm.main' }]);
    // An explanation of the loan rules also shows data of the patron, so it is recorded.
    const asked = { branchId: 'birch.east', item: (await aCopy(table)).barcode, patron: card };
    await call(explain.using(at(monday)), { actor: desk('birch.east'), body: asked });
    await call(explain.using(at(monday)), {
      actor: desk('cedar.main'),
      body: { ...asked, branchId: 'cedar.main' },
    });
    const more = await table.queryAll({ partition: `PATRON#${patronId}`, begins: 'ACCESS#' });
    expect(more.map(({ branchId }) => branchId).sort()).toEqual(['birch.east', 'elm.main']);
    expect((await look('cedar.main')).body).toMatchObject({ loans: [{ recordId: copy.recordId }] });
  });

  test('a scan is classified: card, item, neither', async () => {
    const { card, patronId } = await aBorrower(table);
    const copy = await aCopy(table);
    const outcomeFor = async (number: string) =>
      (await call(scan, { actor: desk('ash.main'), body: { branchId: 'ash.main', scan: number } })).body;
    expect(await outcomeFor(` ${card}\r`)).toMatchObject({ is: 'card', patrons: [{ patronId, memberId: 'cedar' }] });
    expect(await outcomeFor(copy.barcode)).toMatchObject({ is: 'item', item: { state: 'available' } });
    expect(await outcomeFor('nothing')).toMatchObject({ is: 'unknown', patrons: [] });
  });
});
