import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCheckout,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { checkedIn, floating, itemOf, outcome } from '../../../../test/builders/moved.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { unpackCheckin } from '../decisions/stored-results.ts';
import { keyUse } from '../decisions/used-keys.ts';
import { decideDamage } from '../items/damage.ts';
import { markItem } from '../items/mark-item.ts';
import { decideCheckout } from './checkout.ts';
import { boundFor, homeAgain, isInterlibraryItem, isRequestersHold, useRestrictions } from './interlibrary-item.ts';
import { lendToLibrary, libraryAsPatron, sentOutside } from './lend-to-library.ts';
import { withdrawReturned } from './lender-terms.ts';
import { decideRenewal } from './renewal.ts';

const requestId = 'req_01kb0000000000000000000000';
const PARTNER = 'prt_01kb0000000000000000000000';
const DUE = '2026-03-20T22:59:59.000Z';
const request = { requestId };
const borrowed = { request: { requestId, borrowed: true as const } };

/** The hold of an interlibrary loan for a patron of cedar, in one of its states. */
const itsHold = (over: Partial<Hold> = {}): Hold =>
  aHold({
    ...{ holdId: requestId, itemId: 'itm_1', patronId: 'pat_1', state: 'targeted', targetItemId: 'itm_1' },
    agreed: { due: DUE },
    ...over,
  });
const claim = { holdId: requestId, patronId: 'pat_1', pickupBranch: 'cedar.main' };
const onShelf = (over: Partial<ItemCirculation> = {}): ItemCirculation =>
  anItem({ state: 'on-hold-shelf', currentBranch: 'cedar.main', hold: claim, request, ...over });
const agreedLoan = (over = {}) =>
  aCheckout({ item: onShelf(), branchId: 'cedar.main', claim: itsHold({ state: 'on-shelf' }), ...over });

describe('the mark of a copy on a loan between libraries', () => {
  test('is set by the scan that sends it, remains through the loan, and is removed when its owner scans it', () => {
    const paged = anItem({ state: 'paged', hold: claim });
    const sent = checkedIn({ item: paged, claim: itsHold() }).after;
    expect(sent).toMatchObject({ state: 'in-transit', transit: { to: 'cedar.main' }, request });
    const lent = itemOf(decideCheckout(agreedLoan()));
    expect(lent).toMatchObject({ state: 'on-loan', loan: { due: DUE }, request });
    const back = checkedIn({ item: lent, branchId: 'cedar.main' }).after;
    expect(back).toMatchObject({ state: 'in-transit', transit: { to: 'ash.main', purpose: 'home' }, request });
    expect(checkedIn({ item: back }).after).toEqual(expect.not.objectContaining({ request: expect.anything() }));
    expect(checkedIn({ item: back, branchId: 'ash.annex' }).after.request).toBeUndefined();
  });

  test('stays where it is scanned while its lender requires it, until a supervisor releases it; at its owner it is home', () => {
    const visitor = { ...aLentItem({}, { request }), currentBranch: 'cedar.main' };
    const held = { branchId: 'cedar.main', returnHeld: true };
    const back = checkedIn({ item: visitor, ...held });
    expect([back.after.state, back.because, back.next.step]).toEqual(['in-process', 'return-held', 'keep-aside']);
    expect(back.after).toMatchObject({ request });
    expect(back.names).toContain('loan-closed');
    expect(checkedIn({ item: back.after, ...held }).because).toBe('return-held');
    const override = { by: 'staff:s', comment: 'They rang.' };
    expect(checkedIn({ item: back.after, ...held, override }).next).toEqual({ step: 'send', branchId: 'ash.main' });
    expect(checkedIn({ item: back.after, branchId: 'cedar.main' }).next.step).toBe('send');
    expect(checkedIn({ item: visitor, branchId: 'ash.main', returnHeld: true }).because).toBe('at-home');
    const transit = { from: 'cedar.main', to: 'ash.main', purpose: 'home' as const, sentAt: monday };
    const away = anItem({ state: 'in-transit', request, transit });
    expect(checkedIn({ item: away, ...held, branchId: 'birch.east' }).because).toBe('passing');
    const theirs = aLentItem({}, { memberId: 'cedar', branchId: 'cedar.main', ...borrowed });
    expect(checkedIn({ item: theirs, ...held }).because).toBe('return-held');
  });

  test('excludes it from other queues and floating groups until then', () => {
    const waiting = [aHold({ pickupBranch: 'cedar.main' })];
    const visitor = { ...aLentItem({}, { request }), currentBranch: 'cedar.main' };
    const back = checkedIn({ item: visitor, branchId: 'cedar.main', waiting, policies: floating() });
    expect([back.after.state, back.next]).toEqual(['in-transit', { step: 'send', branchId: 'ash.main' }]);
    expect(checkedIn({ item: visitor, waiting }).after).toMatchObject({
      state: 'in-transit',
      hold: { holdId: 'hld_1' },
    });
  });

  test('allows a loan to its patron only, and at its owner’s desk to anyone', () => {
    const stale = { ...agreedLoan(), claim: itsHold({ state: 'cancelled' }) };
    expect(outcome(decideCheckout(stale))).toContain('lent-between-libraries');
    const other = aPatron({ patronId: 'pat_9' });
    expect(outcome(decideCheckout({ ...agreedLoan(), patron: other }))).toContain('item-held-for-another');
    const home = anItem({ state: 'in-transit', request });
    const lent = itemOf(decideCheckout(aCheckout({ item: home, patron: other, branchId: 'ash.main' })));
    expect(lent.request).toBeUndefined();
  });

  test('leaves renewals to its lender, despite any override', () => {
    const ids = { bill: 'bil_1', entry: 'ent_1' };
    const asked = { item: aLentItem({}, { request }), patron: aPatron(), at: monday, waiting: [], ids };
    const override = { by: 'staff:s', comment: 'please' };
    const decision = decideRenewal({ ...asked, policies: policies(), calendar: aCalendar(), override });
    expect(outcome(decision)).toContain('lender-decides');
  });
});

describe('an item for use in the library only', () => {
  const conditions = ['NoReproduction', 'LibraryUseOnly'];
  const agreed = agreedLoan({ claim: itsHold({ state: 'on-shelf', agreed: { due: DUE, conditions } }) });

  test('is lent when staff confirm that it stays, until the end of that day', () => {
    expect(outcome(decideCheckout(agreed))).toEqual(['library-use-only']);
    expect(outcome(decideCheckout({ ...agreed, override: { by: 'staff:s', comment: 'but' } }))).toEqual([
      'library-use-only',
    ]);
    const lent = itemOf(decideCheckout({ ...agreed, inLibrary: true }));
    expect(lent.loan?.due).toBe('2026-03-02T22:59:59.000Z');
  });

  test('other conditions do not change the loan', () => {
    const free = itsHold({ state: 'on-shelf', agreed: { due: DUE, conditions: ['NoReproduction'] } });
    expect(itemOf(decideCheckout(agreedLoan({ claim: free }))).loan?.due).toBe(DUE);
  });
});

describe('an item of a library outside', () => {
  const ours = { memberId: 'cedar', branchId: 'cedar.main', ...borrowed };

  test('is never put on our shelves: it waits to be sent back, and on its way there it continues', () => {
    for (const branchId of ['cedar.main', 'ash.main']) {
      const back = checkedIn({ item: aLentItem({}, ours), branchId, waiting: [aHold()] });
      expect([back.after.state, back.because, back.next.step]).toEqual(['in-process', 'back-outside', 'keep-aside']);
    }
    const transit = { from: 'cedar.main', to: `${PARTNER}.outside`, purpose: 'home' as const, sentAt: monday };
    const away = checkedIn({ item: anItem({ ...ours, state: 'in-transit', transit }), branchId: 'cedar.main' });
    expect([away.after.state, away.after.transit, away.because]).toEqual(['in-transit', transit, 'passing']);
  });

  test('is lent only for its hold, at any desk, and can be marked by hand only as missing or damaged', () => {
    const item = anItem({ ...ours, state: 'in-process' });
    const lending = aCheckout({ item, branchId: 'cedar.main' });
    expect(outcome(decideCheckout(lending))).toEqual(
      expect.arrayContaining(['lent-between-libraries', 'item-not-ready']),
    );
    for (const to of ['available', 'withdrawn'] as const)
      expect(outcome(markItem({ item, to, branchId: 'cedar.main', at: monday }))).toEqual(['item-wrong-state']);
    expect(itemOf(markItem({ item, to: 'missing', branchId: 'cedar.main', at: monday })).state).toBe('missing');
  });

  test('when returned it is withdrawn; an open loan counts no longer, its charges remain', () => {
    const done = withdrawReturned(anItem({ ...ours, state: 'in-process' }), monday);
    expect(done.changes).toMatchObject({ item: { after: { state: 'withdrawn' } }, patrons: [] });
    const lost = anItem({ ...ours, state: 'lost', loan: aLoan({ groups: ['dvds'] }) });
    const closed = withdrawReturned(lost, monday);
    expect(closed.changes.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1, 'group:dvds': -1 }, limits: [] }]);
    expect(closed.facts.map(({ name }) => name)).toEqual(['loan-closed', 'item-marked']);
    const late = aLentItem({}, ours);
    const returned = withdrawReturned(late, monday, decideCheckin(aCheckin({ item: late, branchId: 'cedar.main' })));
    expect(returned.changes.patrons).toHaveLength(1);
    expect(returned.changes.item?.after).toEqual(expect.not.objectContaining({ loan: expect.anything() }));
  });
});

describe('a loan to a library outside', () => {
  const lend = (over = {}) =>
    lendToLibrary({
      ...{ item: anItem(), partnerId: PARTNER, requestId, due: DUE, branchId: 'ash.main', at: monday, loanId: 'lon_9' },
      ...{ policies: policies(), hold: itsHold({ patronId: PARTNER }) },
      ...over,
    });

  test('is one loan with its due date, without fines, ageing or charges', () => {
    const { changes } = lend();
    expect(changes.item?.after).toMatchObject({
      ...{ state: 'on-loan', request },
      loan: { patronId: PARTNER, patronMember: 'ash', due: DUE, terms: { perDay: 0, cap: 0, lost: 0 } },
    });
    expect(changes.holds[0]?.after).toMatchObject({ state: 'fulfilled' });
    const own = policies([
      aRule({
        id: 'to-libraries',
        when: { patronCategory: 'interlibrary-loan' },
        values: { loanPeriod: { days: 60 } },
      }),
    ]);
    expect(itemOf(lend({ policies: own })).loan?.ruleId).toBe('to-libraries');
    expect(itemOf(lend())).not.toHaveProperty('keys');
    expect(changes.patrons).toEqual([{ patronId: PARTNER, add: { loans: 1 }, limits: [] }]);
    const late = checkedIn({ item: itemOf(lend()), at: '2026-06-02T11:00:00.000Z' });
    expect([late.after.state, late.names, late.after.request]).toEqual([
      'available',
      ['loan-closed', 'item-checked-in'],
      undefined,
    ]);
    expect(libraryAsPatron(PARTNER, anItem())).toMatchObject({ patronId: PARTNER, homeMember: 'ash', blocks: [] });
  });

  const damage = (item: ItemCirculation, over = {}) =>
    decideDamage({
      ...aCheckin({ item, policies: policies([aRule({ id: 'all', values: { damageCharge: 700 } })]) }),
      ...{ damageIds: { bill: 'bil_d', entry: 'ent_d' } },
      ...over,
    });

  test('returned damaged, its owner claims from the library by its rule or as staff decide, and bills no patron', () => {
    for (const item of [itemOf(lend()), anItem({ state: 'in-transit', request })]) {
      const decision = damage(item);
      expect(itemOf(decision)).toMatchObject({ state: 'damaged', aside: { reason: 'damaged', claim: 700 } });
      expect(itemOf(decision).request).toBeUndefined();
      expect('changes' in decision && decision.changes.bills).toEqual([]);
    }
    expect(itemOf(damage(itemOf(lend()), { amount: 0 })).aside).not.toHaveProperty('claim');
    const elsewhere = damage(anItem({ state: 'in-transit', request }), { branchId: 'cedar.main', amount: 700 });
    expect(outcome(elsewhere)).toEqual(['nobody-to-charge']);
  });
});

describe('what binds a copy to an interlibrary loan', () => {
  const holding = { holdId: requestId, patronId: 'pat_1', pickupBranch: 'cedar.main' };

  test('a hold of an interlibrary loan binds its copy, also one of a library outside; any other hold binds none', () => {
    expect(boundFor(anItem(), { holdId: requestId })).toStrictEqual(anItem({ request }));
    expect(boundFor(anItem(borrowed), { holdId: requestId })).toStrictEqual(anItem(borrowed));
    expect(boundFor(anItem(), { holdId: 'hld_1' })).toStrictEqual(anItem());
  });

  test('a copy is elsewhere on an interlibrary loan, at any branch of its owner it is not; one from outside is everywhere', () => {
    const at = (item: ItemCirculation) =>
      ['cedar.main', 'ash.main', 'ash.annex'].map((one) => isInterlibraryItem(item, one));
    expect(at(anItem({ request }))).toEqual([true, false, false]);
    expect(at(anItem(borrowed))).toEqual([true, true, true]);
    expect(at(anItem())).toEqual([false, false, false]);
  });

  test('at its owner’s branch the mark is removed, unless the copy is still set aside for that loan', () => {
    expect(homeAgain(anItem({ request }), 'ash.annex')).toStrictEqual(anItem());
    const other = { ...holding, holdId: 'hld_1' };
    expect(homeAgain(anItem({ request, hold: other }), 'ash.main')).toStrictEqual(anItem({ hold: other }));
    for (const item of [anItem({ request, hold: holding }), anItem(borrowed), anItem()])
      expect(homeAgain(item, 'ash.main')).toStrictEqual(item);
    expect(homeAgain(anItem({ request }), 'cedar.main')).toStrictEqual(anItem({ request }));
  });

  test('only the hold of its own request is the one for which a copy is here, and only while it has the copy', () => {
    const item = anItem({ request });
    const isIts = (hold: Hold | undefined) => isRequestersHold(item, hold);
    expect([isIts(itsHold()), isIts(undefined), isIts(itsHold({ holdId: 'hld_1' }))]).toEqual([true, false, false]);
    expect([isIts(itsHold({ state: 'cancelled' })), isIts(itsHold({ targetItemId: 'itm_9' }))]).toEqual([false, false]);
  });

  test('three conditions of a lender restrict a copy to the library; without terms there are none', () => {
    const all = ['LibraryUseOnly', 'NoReproduction', 'WatchLibraryUseOnly', 'SpecCollSupervReq', 'SignatureRequired'];
    expect(useRestrictions({ conditions: all })).toEqual([
      ...['LibraryUseOnly', 'WatchLibraryUseOnly', 'SpecCollSupervReq'],
    ]);
    expect([useRestrictions(undefined), useRestrictions({})]).toEqual([[], []]);
  });
});

test('a retry of sending a copy to a library outside has the first answer: sent for its hold, nothing to pay', () => {
  const key = { key: 'k', body: 'b' };
  const sent = lendToLibrary({
    ...{ item: anItem(), partnerId: PARTNER, requestId, due: DUE, branchId: 'ash.main', at: monday, loanId: 'lon_9' },
    ...{ policies: policies(), key },
  });
  const use = keyUse(sent.changes.item?.after.keys ?? [], key);
  expect('result' in use && unpackCheckin(use.result)).toEqual({
    next: { step: 'send', branchId: `${PARTNER}.outside`, forHold: true, because: 'for-hold' },
    ...{ loanClosed: false, fine: 0, refund: 0, warnings: [] },
  });
  expect(sentOutside(PARTNER).next.branchId).toBe(`${PARTNER}.outside`);
});
