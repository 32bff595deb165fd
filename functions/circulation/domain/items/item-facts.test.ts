import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, aLoan, anItem, monday } from '../../../../test/builders/circulation.ts';
import { asked } from '../../../../test/builders/moved.ts';
import {
  ageLoan,
  agesAt,
  claimMissing,
  claimReturned,
  declareLost,
  isLoanParty,
  settleLost,
} from './lost-and-claimed.ts';
import { countInHouseUse, involvedMembers, markItem } from './mark-item.ts';
import { decideCancelTransit, decideSendItem } from './move-item.ts';

const ids = { bill: 'bil_1', entry: 'ent_1', feeBill: 'bil_2', feeEntry: 'ent_2' };
const factsOf = (decision: object) => ('facts' in decision ? (decision.facts as object[]) : []);
const failed = ({ explain }: { explain: { checks: { check: string; passed: boolean }[] } }) =>
  explain.checks.filter(({ passed }) => !passed).map(({ check }) => check);
const ofLoan = {
  at: monday,
  members: { owner: 'ash', patron: 'cedar' },
  itemId: 'itm_1',
  loanId: 'lon_1',
  patronId: 'pat_1',
};

test('the facts of a lost item name its loan, whether it was declared or aged, and what was charged', () => {
  const request = { item: aLentItem(), at: monday, ids, branchId: 'cedar.main' };
  const charged = { ...ofLoan, name: 'lost-charged', detail: { amount: 3000, currency: 'EUR' } };
  expect(factsOf(declareLost(request))).toEqual([
    { ...ofLoan, name: 'item-lost', branchId: 'cedar.main' },
    { ...charged, branchId: 'cedar.main' },
  ]);
  const item = aLentItem({ terms: { ...aLoan().terms, age: 1 } });
  const aged = ageLoan({ item, at: monday, ids, calendar: aCalendar() });
  expect(factsOf(aged)).toEqual([{ ...ofLoan, name: 'item-lost', detail: { how: 'aged-to-lost' } }, charged]);
  expect(aged).toMatchObject({ changes: { item: { after: { loan: { lost: { aged: true } } } } } });
  expect('postings' in aged && aged.postings[0]?.memo).toBe('aged-to-lost');
});

test('C72 a loan ages at the end of the day that its terms set, by the second', () => {
  const loan = { ...aLoan(), terms: { ...aLoan().terms, age: 3 } };
  expect(agesAt(aLoan(), aCalendar())).toBeUndefined();
  const when = agesAt(loan, aCalendar()) ?? '';
  expect(when.slice(0, 10)).toBe('2026-03-02');
  const age = (at: string) => failed(ageLoan({ item: aLentItem(loan), at, ids, calendar: aCalendar() }));
  expect([age(when), age(new Date(Date.parse(when) - 1000).toISOString())]).toEqual([[], ['not-aged']]);
});

test('the lost item of a department is billed and booked to its cost centre, the fee as well', () => {
  const item = aLentItem({ costCentre: 'K-100', terms: { ...aLoan().terms, processing: 500 } });
  const lost = declareLost({ item, at: monday, ids });
  if ('refused' in lost) throw new Error('refused');
  expect(lost.changes.bills.map(({ costCentre, kind }) => [kind, costCentre])).toEqual([
    ['lost', 'K-100'],
    ['lost-processing', 'K-100'],
  ]);
  expect(lost.postings.map(({ costCentre }) => costCentre)).toEqual(['K-100', 'K-100']);
});

test('C72 a claim is counted and dated; abandoning it ends the loan and marks the item missing', () => {
  const claimed = claimReturned({ item: aLentItem(), at: monday, branchId: 'birch.east' });
  expect(claimed).toMatchObject({
    changes: {
      item: { after: { state: 'claimed-returned', loan: { claimedAt: monday }, v: 8 }, expect: 7 },
      patrons: [{ patronId: 'pat_1', add: { claims: 1 }, limits: [] }],
    },
  });
  expect(factsOf(claimed)).toEqual([{ ...ofLoan, name: 'item-claimed-returned', branchId: 'birch.east' }]);
  const gone = claimMissing({ item: aLentItem({ groups: ['dvds'] }, { state: 'claimed-returned' }), at: monday });
  expect(gone).toMatchObject({
    changes: {
      item: { after: { state: 'missing', v: 8 }, expect: 7 },
      patrons: [{ add: { loans: -1, 'group:dvds': -1 } }],
    },
  });
  expect(factsOf(gone)).toEqual([
    { ...ofLoan, name: 'loan-closed' },
    { ...ofLoan, name: 'item-marked', detail: { from: 'claimed-returned', to: 'missing' } },
  ]);
});

test('the owner, the lender and the patron’s home are parties of a loan; of an item without one its owner only', () => {
  expect(['ash.north', 'birch.west', 'cedar.main', 'elm.main'].map((id) => isLoanParty(aLentItem(), id))).toEqual([
    ...[true, true, true, false],
  ]);
  expect(['ash.main', 'birch.east'].map((id) => isLoanParty(anItem(), id))).toEqual([true, false]);
});

test('C73 a payment settles exactly the loss it is for', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  const item = aLentItem({ lost }, { state: 'lost' });
  const settle = (bill: Parameters<typeof settleLost>[1], of = item) => settleLost({ item: of, at: monday }, bill);
  expect(settle({ billId: 'bil_1', open: 0 })).toMatchObject({
    changes: {
      item: { after: { state: 'lost-and-paid', loan: { lost: { paid: true, amount: 3000 } } } },
      patrons: [{ add: { loans: -1 } }],
    },
    facts: [{ name: 'loan-closed', loanId: 'lon_1' }],
  });
  expect([settle({ billId: 'bil_9', open: 0 }), settle({ billId: 'bil_1', open: 1 })]).toEqual([undefined, undefined]);
  expect(settle({ billId: 'bil_1', open: 0 }, aLentItem({ lost }))).toBeUndefined();
});

test('C73 what is waived of a lost charge is deducted from it; the rest settles it', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  const item = aLentItem({ lost }, { state: 'lost' });
  const waive = (open: number, waived: number) =>
    settleLost({ item, at: monday }, { billId: 'bil_1', open, waived })?.changes;
  expect(waive(2000, 1000)).toEqual({
    item: { after: aLentItem({ lost: { ...lost, amount: 2000 } }, { state: 'lost', v: 8 }), expect: 7 },
    ...{ patrons: [], holds: [], bills: [] },
  });
  expect(waive(0, 500)).toMatchObject({
    item: {
      after: aLentItem({ lost: { ...lost, amount: 2500, paid: true } }, { state: 'lost-and-paid', v: 8 }),
      expect: 7,
    },
    patrons: [{ patronId: 'pat_1', add: { loans: -1 } }],
  });
  expect(waive(2000, 0)).toBeUndefined();
});

const at = (branchId: string) => ({ branchId, at: monday });
const about = { at: monday, members: { owner: 'ash', desk: 'ash' }, itemId: 'itm_1', branchId: 'ash.main' };

test('a mark is a fact with the states before and after; a copy lost on its way is reported with the way', () => {
  expect(factsOf(markItem({ item: anItem(), to: 'missing', ...at('ash.main') }))).toEqual([
    { ...about, name: 'item-marked', detail: { from: 'available', to: 'missing' } },
  ]);
  const transit = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
  const item = anItem({ state: 'in-transit', transit });
  expect(factsOf(markItem({ item, to: 'missing', ...at('ash.main') }))).toEqual([
    { ...about, name: 'transit-lost', detail: { from: 'birch.east', to: 'ash.main', purpose: 'home' } },
    { ...about, name: 'item-marked', detail: { from: 'in-transit', to: 'missing' } },
  ]);
});

test('the members involved with an item are its owner and those of its place, its way and its pickup', () => {
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const transit = { from: 'birch.east', to: 'elm.main', purpose: 'home' } as const;
  expect(involvedMembers(anItem({ currentBranch: 'oak.main', transit, hold }))).toEqual([
    'ash',
    'oak',
    'birch',
    'elm',
    'cedar',
  ]);
  expect(involvedMembers(anItem())).toEqual(['ash', 'ash']);
});

test('in-house use raises its count by one and is a fact', () => {
  const first = countInHouseUse(anItem(), 'cedar.main', monday);
  expect(first.changes.item).toEqual({ after: anItem({ usedInHouse: 1, v: 8 }), expect: 7 });
  expect(countInHouseUse(anItem({ usedInHouse: 4 }), 'cedar.main', monday).changes.item?.after.usedInHouse).toBe(5);
  expect(first.facts).toEqual([
    { ...about, name: 'item-used-in-house', members: { owner: 'ash', desk: 'cedar' }, branchId: 'cedar.main' },
  ]);
});

test('C16 a transfer is a fact when it is sent or asked for, and its cancellation gives the reason', () => {
  const way = { from: 'ash.main', to: 'birch.east', purpose: 'display' };
  expect(factsOf(decideSendItem(asked()))).toEqual([{ ...about, name: 'item-sent', detail: way }]);
  const requested = decideSendItem(asked({ inHand: false }));
  expect(factsOf(requested)).toEqual([{ ...about, name: 'transit-requested', detail: way }]);
  expect(decideSendItem(asked()).explain.checks.map(({ check, passed }) => [check, passed])).toEqual(
    ['item-on-loan', 'transit-open', 'item-held-for-another', 'item-wrong-state', 'same-branch', 'not-your-item'].map(
      (check) => [check, true],
    ),
  );
  const claim = aHold({ state: 'in-transit', targetItemId: 'itm_1' });
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const transit = { from: 'ash.main', to: 'cedar.main', purpose: 'hold', holdId: 'hld_1', sentAt: monday } as const;
  const item = anItem({ state: 'in-transit', transit, hold });
  const cancelled = decideCancelTransit({ item, claim, reason: 'wrong-item', forced: true, ...at('ash.main') });
  expect(factsOf(cancelled)).toMatchObject([
    { name: 'transit-cancelled', detail: { to: 'cedar.main', reason: 'wrong-item' } },
  ]);
  expect(cancelled).toMatchObject({
    changes: {
      item: { after: { state: 'cancelled-transit', aside: { at: monday, reason: 'wrong-item' }, v: 8 }, expect: 7 },
      resets: [{ holdId: 'hld_1', reason: 'other', note: 'transit-cancelled: wrong-item' }],
    },
  });
  expect(failed(decideCancelTransit({ item: anItem(), reason: 'other', forced: true, ...at('ash.main') }))).toEqual([
    'not-in-transit',
  ]);
});
