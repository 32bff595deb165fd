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
import { encodeFacts } from '../../../items/public/encode-facts.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { packContext } from '../decisions/decision-context.ts';
import { decisionsOfItem } from '../decisions/decisions-made.ts';
import { ruleFor } from '../decisions/policies.ts';
import { unpackCheckin } from '../decisions/stored-results.ts';
import { keyUse } from '../decisions/used-keys.ts';
import { decideDamage } from '../items/damage.ts';
import { markItem } from '../items/mark-item.ts';
import { decideCheckout } from './checkout.ts';
import { boundFor, homeAgain, isInterlibraryItem, isRequestersHold, useRestrictions } from './interlibrary-item.ts';
import { lendToLibrary, libraryAsPatron, sentOutside } from './lend-to-library.ts';
import { givenBack, isLentOn, type LentItem, lentLonger, lentShorter } from './lender-terms.ts';
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
    const done = givenBack(anItem({ ...ours, state: 'in-process' }), monday);
    expect(done.changes).toMatchObject({ item: { after: { state: 'withdrawn' } }, patrons: [] });
    const lost = anItem({ ...ours, state: 'lost', loan: aLoan({ groups: ['dvds'] }) });
    const closed = givenBack(lost, monday);
    expect(closed.changes.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1, 'group:dvds': -1 }, limits: [] }]);
    expect(closed.facts.map(({ name }) => name)).toEqual(['loan-closed', 'item-marked']);
    const late = aLentItem({}, ours);
    const returned = givenBack(late, monday, decideCheckin(aCheckin({ item: late, branchId: 'cedar.main' })));
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

describe('a message of the lender about a loan', () => {
  const item = aLentItem({ recalledAt: '2026-02-20T11:00:00.000Z', fined: 25 }, { request });
  const ids = { bill: 'bil_1', entry: 'ent_1' };

  test('a longer loan is due when the lender says, is fined for the days that were late, and is no longer recalled', () => {
    if (!isLentOn(item)) throw new Error('It is lent.');
    const made = lentLonger({ item, due: DUE, at: monday, calendar: aCalendar(), ids });
    const { loan } = made.changes.item?.after ?? {};
    expect(loan).toMatchObject({ due: DUE, renewals: 1 });
    expect(loan).not.toHaveProperty('recalledAt');
    expect(loan?.fined).toBe(25 + (made.changes.bills[0]?.amount ?? 0));
    expect(made.facts.map(({ name }) => name)).toEqual(['loan-renewed', 'fine-charged']);
    // A library that has the item is no person that the archive counts.
    expect(made.context).toBeUndefined();
  });

  test('a longer loan is a renewal in the archive of facts, by the system, and a use of the library by its patron', () => {
    const lent = aLentItem({ due: DUE }, { request });
    if (!isLentOn(lent) || !isLentOn(item)) throw new Error('It is lent.');
    const patron = aPatron({ counters: { loans: 3, holds: 1, owed: 250, perGroup: {} }, uses: { '*': '2026-01' } });
    const longer = { due: '2026-12-01T21:59:59.000Z', at: monday, calendar: aCalendar(), ids };
    const { changes, facts, context } = lentLonger({ item: lent, patron, ...longer });
    const uses = { before: { '*': '2026-01' }, after: { '*': '2026-03', birch: '2026-03' } };
    expect(changes.patrons).toEqual([{ patronId: lent.loan.patronId, add: {}, limits: [], uses }]);
    const after = changes.item?.after ?? lent;
    const encodedFacts = `${encodeFacts(facts, after)}\n${context && packContext(context)}`;
    expect(decisionsOfItem({ before: lent, after, encodedFacts })).toMatchObject([
      {
        ...{ decision: 'renewal', outcome: 'allowed', channel: 'system', zone: 'Europe/Berlin', branch: 'birch.east' },
        ...{ loansBefore: 3, holdsBefore: 1, owedBefore: 250, renewalsBefore: 0, monthsSinceUse: 2 },
      },
    ]);
    const late = lentLonger({ item, patron, ...longer });
    expect(late.changes.patrons).toMatchObject([{ add: { owed: expect.any(Number) }, uses }]);
  });

  test('a shorter loan is treated as a recall, once', () => {
    const { recalledAt: _, ...loan } = aLoan({ due: '2026-04-30T21:59:59.000Z', checkedOutAt: monday });
    const lent = anItem({ state: 'on-loan', loan, request });
    if (!isLentOn(lent) || !isLentOn(item)) throw new Error('It is lent.');
    const rule = ruleFor(policies(), lent, 'birch.east', aPatron());
    const termsRequest = { rule, calendar: aCalendar(), at: monday, policies: policies() };
    const made = lentShorter({ item: lent, ...termsRequest });
    const due = made.changes.item?.after.loan?.due ?? '';
    expect(Date.parse(due)).toBeLessThan(Date.parse(loan.due));
    expect(made.facts).toMatchObject([{ name: 'loan-recalled', detail: { due } }]);
    expect(lentShorter({ item, ...termsRequest }).changes.item).toBeUndefined();
    // The day that the lender names, within the borrower's guaranteed period and the original loan period.
    const until = (named: string) => lentShorter({ item: lent, ...termsRequest, named }).changes.item?.after.loan?.due;
    expect([
      until('2026-04-20T10:00:00.000Z'),
      until('2026-02-01T10:00:00.000Z'),
      until('2027-01-01T10:00:00.000Z'),
    ]).toEqual(['2026-04-20T10:00:00.000Z', due, loan.due]);
  });
});

describe('the terms of a lender, by value', () => {
  const calendar = aCalendar();
  const ids = { bill: 'bil_1', entry: 'ent_1' };
  const lent = (loan = {}): LentItem => {
    const item = aLentItem(loan, { request });
    if (!isLentOn(item)) throw new Error('It is lent.');
    return item;
  };
  const about = { at: monday, itemId: 'itm_1', loanId: 'lon_1', patronId: 'pat_1' };
  const members = { owner: 'ash', patron: 'cedar' };

  test('only a copy that is on loan can be lent longer, neither a lost nor a claimed one', () => {
    expect([isLentOn(undefined), isLentOn(anItem()), isLentOn(aLentItem())]).toEqual([false, false, true]);
    expect([isLentOn(aLentItem({}, { state: 'lost' })), isLentOn(anItem({ state: 'on-loan' }))]).toEqual([
      false,
      false,
    ]);
  });

  test('a longer loan in time writes the item and one fact; the library that has it is not counted', () => {
    const item = lent({ due: '2026-03-10T22:59:59.000Z', renewals: 3 });
    const made = lentLonger({ item, due: DUE, at: monday, calendar, ids });
    expect(made).toStrictEqual({
      changes: {
        item: { after: { ...item, loan: { ...item.loan, due: DUE, renewals: 4 }, v: 8 }, expect: 7 },
        ...{ patrons: [], holds: [], bills: [] },
      },
      facts: [{ ...about, members, name: 'loan-renewed', detail: { due: DUE, renewals: 4 } }],
      ...{ postings: [], warnings: [] },
    });
  });

  test('a late one is fined first: the bill, its ledger entry, the debt and the fact agree', () => {
    const item = lent({ fined: 25 });
    const made = lentLonger({ item, due: DUE, at: monday, calendar, ids });
    const fine = { amount: 50, currency: 'EUR' };
    expect(made.changes.item?.after.loan?.fined).toBe(75);
    expect(made.changes.bills).toMatchObject([{ billId: 'bil_1', kind: 'overdue', member: 'birch', ...fine }]);
    expect(made.postings).toMatchObject([{ entryId: 'ent_1', kind: 'fine-charged', causeId: 'bil_1', ...fine }]);
    expect(made.changes.patrons).toStrictEqual([{ patronId: 'pat_1', add: { owed: 50 }, limits: [] }]);
    expect(made.facts[1]).toStrictEqual({ ...about, members, name: 'fine-charged', detail: { ...fine, days: 2 } });
    const noted = aPatron({ uses: { '*': '2026-03', birch: '2026-03' } });
    expect(
      lentLonger({ item: lent({ due: DUE }), patron: noted, due: DUE, at: monday, calendar, ids }).changes.patrons,
    ).toEqual([]);
  });

  test('a shorter loan writes the item with its recall and one fact', () => {
    const item = lent({ due: '2026-04-30T21:59:59.000Z' });
    const rule = ruleFor(policies(), item, 'birch.east', aPatron());
    const named = '2026-04-20T10:00:00.000Z';
    expect(lentShorter({ item, rule, calendar, at: monday, policies: policies(), named })).toStrictEqual({
      changes: {
        item: { after: { ...item, loan: { ...item.loan, due: named, recalledAt: monday }, v: 8 }, expect: 7 },
        ...{ patrons: [], holds: [], bills: [] },
      },
      facts: [{ ...about, members, name: 'loan-recalled', detail: { due: named } }],
      ...{ postings: [], warnings: [] },
    });
  });

  test('an item given back loses its loan, transit, hold and place; a paid loss is counted no longer already', () => {
    const transit = { from: 'cedar.main', to: 'ash.main', purpose: 'home' as const, sentAt: monday };
    const aside = { at: monday, reason: 'return-held' };
    const placed = { branchId: 'cedar.main', purpose: 'display' as const };
    const item = anItem({ state: 'in-transit', request, transit, hold: claim, aside, placed });
    const done = givenBack(item, monday);
    expect(done.changes.item).toStrictEqual({ after: anItem({ state: 'withdrawn', request, v: 8 }), expect: 7 });
    expect(done.facts).toStrictEqual([
      {
        ...{ name: 'item-marked', at: monday, members: { owner: 'ash' }, itemId: 'itm_1' },
        detail: { from: 'in-transit', to: 'withdrawn' },
      },
    ]);
    const open = givenBack(aLentItem(), monday);
    expect(open.facts[0]).toStrictEqual({ ...about, members, name: 'loan-closed' });
    const paid = { at: monday, billId: 'bil_1', amount: 3000, paid: true as const };
    const settled = givenBack(aLentItem({ lost: paid }, { state: 'lost-and-paid' }), monday);
    expect([settled.changes.patrons, settled.facts.map(({ name }) => name)]).toEqual([[], ['item-marked']]);
    expect(settled.changes.item?.after).not.toHaveProperty('loan');
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
