import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckout,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { ruleFor } from '../decisions/policies.ts';
import { checkCard, scheduleCardCheck } from './card-checks.ts';
import { decideCheckout } from './checkout.ts';
import { lateLoanChanges, lateLoans, sameEntry, shownForMember } from './late-loan.ts';
import { lateSince } from './late-since.ts';
import { loanTerms } from './lend.ts';
import { lendToLibrary, libraryAsPatron } from './lend-to-library.ts';
import { countersOf } from './limit-groups.ts';
import { decideRecall } from './recall.ts';
import { decideRenewal } from './renewal.ts';

const done = <D extends object>(decision: D) => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision as Exclude<D, { refused: unknown }>;
};
const due = '2026-03-30T21:59:59.000Z';
const about = {
  at: monday,
  members: { owner: 'ash', desk: 'birch', patron: 'cedar' },
  itemId: 'itm_1',
  loanId: 'lon_1',
  branchId: 'birch.east',
};

test('a checkout writes the loan with its rule and terms, the patron’s counters as read, and its fact', () => {
  const { changes, facts, warnings, postings } = done(decideCheckout(aCheckout()));
  expect(changes.item).toEqual({
    after: anItem({
      ...{ state: 'on-loan', currentBranch: 'birch.east', v: 8 },
      loan: {
        ...{ loanId: 'lon_1', patronId: 'pat_1', patronMember: 'cedar', patronCategory: 'adult' },
        ...{ checkoutBranch: 'birch.east', checkedOutAt: monday, due, renewals: 0, policyVersion: 1, ruleId: 'base' },
        terms: { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' },
      },
    }),
    expect: 7,
  });
  expect(changes.patrons).toMatchObject([
    { patronId: 'pat_1', add: { loans: 1 }, expected: { blocks: [], expiresOn: '2030-12-31', holds: 0 }, dueFrom: {} },
  ]);
  expect(facts).toEqual([{ ...about, name: 'item-checked-out', patronId: 'pat_1', detail: { due } }]);
  expect([changes.holds, changes.bills, warnings, postings]).toEqual([[], [], [], []]);
});

test('a loan by a proxy, of a department or in a group says so; a cancelled transit is a fact', () => {
  const transit = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
  const item = anItem({ category: 'dvd', state: 'in-transit', transit });
  const proxy = aPatron({ patronId: 'pat_9' });
  const { changes, facts } = done(decideCheckout(aCheckout({ item, proxy, costCentre: 'K-100' })));
  expect(changes.item?.after.loan).toMatchObject({ proxyId: 'pat_9', costCentre: 'K-100', groups: ['dvds'] });
  expect(changes.item?.after.transit).toBeUndefined();
  expect(changes.patrons[0]?.add).toEqual({ loans: 1, 'group:dvds': 1 });
  expect(facts[1]).toMatchObject({ name: 'transit-cancelled', detail: { to: 'ash.main' } });
});

test('the fact of a loan says whether its patron chose receipts', () => {
  const detailOf = (patron = aPatron()) => done(decideCheckout(aCheckout({ patron }))).facts[0]?.detail;
  expect(detailOf(aPatron({ receipts: true }))).toMatchObject({ receipt: 1 });
  expect(detailOf()).not.toHaveProperty('receipt');
});

test('a loan keeps the terms of its rule that differ from the usual ones, and no others', () => {
  const of = (values: object) =>
    loanTerms(ruleFor(policies([aRule({ values })]), anItem(), 'birch.east', aPatron()), 'EUR');
  const usual = { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' };
  expect(of({})).toEqual(usual);
  expect(of({ finesWhenClosed: true })).toEqual({ ...usual, closed: true });
  expect(of({ autoRenewDays: 2 })).toEqual({ ...usual, renew: 2 });
  expect(of({ lostAfterDays: 60 })).toEqual({ ...usual, age: 60 });
  expect(of({ lostRefunded: false })).toEqual({ ...usual, noRefund: true });
  expect(of({ lostCreditDays: 90 })).toEqual({ ...usual, creditDays: 90 });
  expect(of({ lostProcessing: 500 })).toEqual({ ...usual, processing: 500 });
  expect(of({ lostProcessing: 500, lostProcessingRefunded: true })).toEqual({
    ...usual,
    processing: 500,
    processingRefunded: true,
  });
  expect(of({ lostProcessingRefunded: true })).toEqual(usual);
  expect(of({ lostRestoresOverdue: false })).toEqual({ ...usual, noOverdue: true });
  expect(of({ loanPeriod: { hours: 4 }, finePerHour: 10 })).toEqual({ ...usual, perHour: 10 });
  expect(of({ loanPeriod: { hours: 4 }, finePerHour: 10, graceMinutes: 15 })).toEqual({
    ...usual,
    perHour: 10,
    graceMinutes: 15,
  });
  expect(of({ loanPeriod: { days: 4 }, finePerHour: 10, graceMinutes: 15 })).toEqual(usual);
  expect(of({ loanPeriod: { hours: 4 }, finePerHour: 0, graceMinutes: 15 })).toEqual(usual);
});

test('C57 the patron’s own hold ends with the loan, another’s waits again and its copy elsewhere is free', () => {
  const own = aHold({ patronId: 'pat_1', state: 'targeted', targetItemId: 'itm_9' });
  const { changes, facts } = done(decideCheckout(aCheckout({ ownHold: own })));
  expect(changes.holds).toEqual([
    {
      after: { ...own, state: 'fulfilled', targetItemId: 'itm_1', ended: { at: monday, cause: 'checked-out' }, v: 2 },
      expect: 1,
    },
  ]);
  expect(changes.pageToRelease).toEqual({ itemId: 'itm_9', holdId: 'hld_1' });
  expect(changes.patrons[0]?.add).toEqual({ holds: -1, loans: 1 });
  expect(facts[1]).toMatchObject({ name: 'hold-fulfilled', holdId: 'hld_1' });
  const claim = aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, lookAt: due });
  const item = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const taken = done(decideCheckout(aCheckout({ item, claim, override: { by: 'stf_1', comment: 'agreed' } })));
  expect(taken.changes.holds).toEqual([{ after: aHold({ v: 2 }), expect: 1 }]);
  expect(taken.changes.resets).toEqual([
    {
      ...{ holdId: 'hld_1', at: monday, v: 2, branchId: 'birch.east', reason: 'lent-to-another' },
      ...{ itemId: 'itm_1', copyBranch: 'ash.main' },
    },
  ]);
  expect(taken.facts.at(-1)).toMatchObject({
    name: 'refusals-overridden',
    detail: { by: 'stf_1', codes: 'item-paged-for-another' },
  });
});

test('C66 a group counts everywhere, in a member or in a branch, for the types and locations that it names', () => {
  const groups = (depth: 'consortium' | 'member' | 'branch', more = {}) =>
    policies([], { limitGroups: { new: { depth, ...more } } as never });
  const of = (...given: Parameters<typeof groups>) => [
    ...countersOf(groups(...given), anItem(), 'birch.east').values(),
  ];
  expect([of('consortium'), of('member'), of('branch')]).toEqual([['new'], ['new@birch'], ['new@birch/east']]);
  expect(of('member', { itemCategories: ['book'], locations: ['stacks'] })).toEqual(['new@birch']);
  expect([of('member', { itemCategories: ['dvd'] }), of('member', { locations: ['attic'] })]).toEqual([[], []]);
});

test('a late loan is on the lists of its lender and of its home, lost ones since their loss; claimed ones on none', () => {
  const entry = { since: aLoan().due, stage: 'overdue', loanId: 'lon_1', itemId: 'itm_1' };
  expect(lateLoans(aLentItem(), monday)).toEqual([
    { ...entry, branchId: 'birch.east' },
    { ...entry, branchId: 'ash.main' },
  ]);
  expect(lateLoans(aLentItem({ checkoutBranch: 'ash.main' }), monday)).toEqual([{ ...entry, branchId: 'ash.main' }]);
  expect([lateLoans(aLentItem({ due: monday }), monday), lateLoans(anItem(), monday)]).toEqual([[], []]);
  expect(lateLoans(aLentItem({}, { state: 'claimed-returned' }), monday)).toEqual([]);
  const lost = aLentItem({ lost: { at: monday, billId: 'bil_1', amount: 1 } }, { state: 'lost' });
  expect(lateLoans(lost, monday)[0]).toEqual({ ...entry, branchId: 'birch.east', stage: 'lost', since: monday });
  const change = lateLoanChanges({ before: aLentItem(), after: lost }, monday);
  expect([change.ended.length, change.lost.length]).toEqual([2, 2]);
  expect(lateLoanChanges({ after: aLentItem() }, monday)).toEqual({ ended: [], lost: [] });
  expect(lateLoanChanges({ before: lost, after: { ...lost, v: 9 } }, monday)).toEqual({ ended: [], lost: [] });
  const [atDesk, atHome] = lateLoans(aLentItem(), monday);
  const [north] = lateLoans(aLentItem({ checkoutBranch: 'ash.north' }), monday).slice(1);
  expect([atDesk, atHome].map((one) => one && shownForMember(one, aLentItem()))).toEqual([true, true]);
  expect(north && shownForMember(north, aLentItem({ checkoutBranch: 'ash.north' }))).toBe(false);
  expect([
    lateSince(aLoan(), Date.parse(monday)),
    lateSince({ due }, Date.parse(monday)),
    lateSince(undefined, 0),
  ]).toEqual([...[aLoan().due, monday, '1970-01-01T00:00:00.000Z']]);
});

test('a copy that is sent to a library outside has its one loan without fines, for its request, and ends the hold that kept it', () => {
  const loan = {
    item: anItem(),
    partnerId: 'partner:x',
    requestId: 'req_1',
    due,
    branchId: 'ash.main',
    at: monday,
    loanId: 'lon_1',
  };
  const hold = aHold({ state: 'targeted' });
  const { changes, facts } = lendToLibrary({ ...loan, policies: policies(), hold, key: { key: 'k', body: 'b' } });
  expect(changes.item?.after).toMatchObject({
    ...{ state: 'on-loan', currentBranch: 'ash.main', request: { requestId: 'req_1' }, v: 8 },
    loan: {
      ...{
        loanId: 'lon_1',
        patronId: 'partner:x',
        patronMember: 'ash',
        checkoutBranch: 'ash.main',
        checkedOutAt: monday,
        due,
      },
      ...{ renewals: 0, policyVersion: 1, ruleId: 'base' },
      terms: { perDay: 0, cap: 0, grace: 0, lost: 0, currency: 'EUR' },
    },
  });
  expect(changes.item?.after.keys).toHaveLength(1);
  expect(changes.holds).toEqual([
    {
      after: { ...hold, state: 'fulfilled', targetItemId: 'itm_1', ended: { at: monday, cause: 'checked-out' }, v: 2 },
      expect: 1,
    },
  ]);
  expect(changes.patrons).toEqual([{ patronId: 'partner:x', add: { loans: 1 }, limits: [] }]);
  expect(facts).toEqual([
    {
      ...{
        name: 'item-checked-out',
        at: monday,
        members: { owner: 'ash', desk: 'ash', patron: 'ash' },
        itemId: 'itm_1',
      },
      ...{ loanId: 'lon_1', patronId: 'partner:x', branchId: 'ash.main', detail: { due } },
    },
  ]);
  for (const over of [undefined, { ...hold, state: 'cancelled' as const }])
    expect(lendToLibrary({ ...loan, policies: policies(), hold: over }).changes.holds).toEqual([]);
  expect(libraryAsPatron('partner:x', anItem())).toEqual({
    ...{
      patronId: 'partner:x',
      homeMember: 'ash',
      homeBranch: 'ash.main',
      category: 'interlibrary-loan',
      minor: false,
    },
    ...{ expiresOn: '9999-12-31', blocks: [], counters: { loans: 0, holds: 0, owed: 0, perGroup: {} }, v: 1 },
  });
});

const calendar = aCalendar();
test('C70 a recalled loan is due earlier, the hold knows its copy, and the fact goes to its borrower', () => {
  const item = aLentItem({ due: '2026-06-30T21:59:59.000Z' });
  const hold = aHold({ v: 3 });
  const request = {
    hold,
    items: [item],
    waiting: [hold],
    patronOf: () => undefined,
    at: monday,
    calendarOf: () => calendar,
  };
  const rules = policies([aRule({ values: { recallable: true, recallReturnDays: 7, recallGuaranteedDays: 14 } })]);
  const { changes, facts } = done(decideRecall({ ...request, policies: rules, branchId: 'cedar.main' }));
  const now = changes.item?.after.loan?.due;
  expect(now?.slice(0, 10)).toBe('2026-03-09');
  expect(changes.item?.after.loan).toEqual(aLoan({ due: now ?? '', recalledAt: monday }));
  expect(changes.holds).toEqual([{ after: { ...hold, recalledItemId: 'itm_1', v: 4 }, expect: 3 }]);
  expect(facts).toEqual([
    {
      ...about,
      name: 'loan-recalled',
      members: { owner: 'ash', desk: 'cedar', patron: 'cedar' },
      patronId: 'pat_1',
      branchId: 'cedar.main',
      detail: { due: now },
    },
  ]);
  const { facts: byClock } = done(decideRecall({ ...request, policies: rules }));
  expect(byClock[0]).not.toHaveProperty('branchId');
  expect(byClock[0]?.members).toEqual({ owner: 'ash', patron: 'cedar' });
});

test('C68 a renewal raises its count by one; at a desk the fact names it, with the override of a supervisor', () => {
  const item = aLentItem({ due: '2026-03-20T22:59:59.000Z' });
  const request = {
    item,
    patron: aPatron(),
    at: monday,
    policies: policies(),
    calendar,
    waiting: [],
    ids: { bill: 'b', entry: 'e' },
  };
  const { changes, facts } = done(decideRenewal({ ...request, branchId: 'birch.east', key: { key: 'k', body: 'b' } }));
  expect(changes.item?.after.loan).toMatchObject({ due, renewals: 1, loanId: 'lon_1' });
  expect(changes.item).toMatchObject({
    after: { state: 'on-loan', v: 8, keys: [expect.stringContaining(due)] },
    expect: 7,
  });
  expect(facts).toEqual([{ ...about, name: 'loan-renewed', patronId: 'pat_1', detail: { due, renewals: 1 } }]);
  const full = { ...request, item: aLentItem({ due: '2026-03-20T22:59:59.000Z', renewals: 2 }) };
  expect(decideRenewal(full)).toMatchObject({ refused: [{ code: 'renewals-used-up', params: { has: 2, limit: 2 } }] });
  const waived = done(decideRenewal({ ...full, override: { by: 'stf_1', comment: 'agreed' } }));
  expect(waived.facts.at(-1)).toMatchObject({
    name: 'refusals-overridden',
    detail: { by: 'stf_1', codes: 'renewals-used-up' },
  });
  expect(waived.facts[0]).not.toHaveProperty('branchId');
});

test('a card is announced once before its last day, while it is valid, in the morning of its branch', () => {
  const card = { patronId: 'pat_1', homeMember: 'cedar', homeBranch: 'cedar.main', expiresOn: '2026-03-31' };
  const time = { calendar, settings: { cardExpiringDays: 14 } };
  const at = '2026-03-17T05:00:00.000Z';
  expect(scheduleCardCheck(card, time, monday)).toEqual([{ at, patronId: 'pat_1', cause: 'cedar' }]);
  expect([scheduleCardCheck(card, time, at).length, scheduleCardCheck(card, time, '2026-03-18T05:00:00.000Z')]).toEqual(
    [1, []],
  );
  expect(checkCard(card, { at }, time, at)).toEqual({
    tell: [
      {
        noticeId: 'card-expiring:2026-03-31',
        patronId: 'pat_1',
        kind: 'card-expiring',
        at,
        cause: 'cedar',
        branchId: 'cedar.main',
        until: '2026-03-31',
      },
    ],
  });
  expect(checkCard(card, { at: monday }, time, monday)).toEqual({ tell: [], next: at });
  expect(checkCard(card, { at: '2026-03-18T05:00:00.000Z' }, time, '2026-03-19T05:00:00.000Z')).toEqual({ tell: [] });
  expect(checkCard(card, { at }, time, '2026-03-31T21:59:59.000Z').tell).toHaveLength(1);
  expect(checkCard(card, { at }, time, '2026-04-01T05:00:00.000Z')).toEqual({ tell: [] });
});

test('two entries of the late lists are the same when branch, stage, time and loan are', () => {
  const [entry] = lateLoans(aLentItem(), monday);
  if (entry === undefined) throw new Error('It is late.');
  expect(sameEntry(entry, { ...entry, itemId: 'itm_9' })).toBe(true);
  for (const other of [{ branchId: 'ash.main' }, { stage: 'lost' as const }, { since: monday }, { loanId: 'lon_9' }])
    expect(sameEntry(entry, { ...entry, ...other })).toBe(false);
  // A paid loss is on no list, nor a lost item whose loan says nothing of it.
  expect(lateLoans(aLentItem({}, { state: 'lost' }), monday)).toEqual([]);
  expect(lateLoans(aLentItem({}, { state: 'lost-and-paid' }), monday)).toEqual([]);
  // The list of one member shows the entry of the desk that lent it; once it is back, each entry stands for itself.
  expect(shownForMember({ ...entry, branchId: 'birch.west' }, aLentItem())).toBe(false);
  expect(shownForMember({ ...entry, branchId: 'birch.west' }, anItem())).toBe(true);
  const other = aLentItem({ loanId: 'lon_2' });
  expect(lateLoanChanges({ before: aLentItem(), after: other }, monday)).toMatchObject({
    ...{ ended: [{ loanId: 'lon_1' }, { loanId: 'lon_1' }], lost: [] },
  });
});
