import fc from 'fast-check';
import { aCalendar } from '../../../test/builders/calendar.ts';
import { aHold, aLentItem, anItem, aPatron, monday, policies } from '../../../test/builders/circulation.ts';
import { aRule, holdsDocument, targetingDocument } from '../../../test/builders/policies.ts';
import { makeId } from '../identity/id.ts';
import type { HoldsPolicy } from '../policy/holds.ts';
import { decideChangePickup } from './change-pickup.ts';
import { decideCheckout } from './checkout.ts';
import { decideCancelHold, decideEndHold } from './end-hold.ts';
import { expectedWait } from './expected-wait.ts';
import type { Hold } from './hold.ts';
import { dueOf } from './hold-due.ts';
import { levelOf, wants } from './hold-level.ts';
import { byQueueOrder, canFill, queuePlace } from './hold-queue.ts';
import { decideTimedHold } from './hold-time.ts';
import { decideHope } from './hopeless-hold.ts';
import { decideMoveHold } from './move-hold.ts';
import { decidePlaceHold, type PlaceHoldRequest } from './place-hold.ts';
import { decideRecall } from './recall.ts';
import { factsOfHold, workOfItem } from './relay.ts';
import { decidePutBefore, decideReorderHolds } from './reorder-holds.ts';
import { decideRestoreHold } from './restore-hold.ts';
import { shelfExpiryOf } from './shelf-expiry.ts';
import { decideSuspendHold } from './suspend-hold.ts';
import { suspensionOf } from './suspension.ts';
import { decideTargetHold } from './target-hold.ts';

const by = (over: Partial<HoldsPolicy>) => ({ ...policies(), holds: holdsDocument(over) });
const calendar = aCalendar();
const aRequest = (over: Partial<PlaceHoldRequest> = {}): PlaceHoldRequest => ({
  ...{ holdId: 'hld_1', recordId: 'rec_1', patron: aPatron({ patronId: 'pat_2' }), at: monday, policies: policies() },
  pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
  items: [anItem()],
  ownHolds: [],
  ...over,
});

type Answer = { refused?: { code: string }[] } | object;
const codes = (decision: Answer): string[] =>
  'refused' in decision && decision.refused ? decision.refused.map(({ code }) => code) : [];
const holdsAfter = (decision: object): Hold[] =>
  'changes' in decision
    ? (decision as { changes: { holds: { after: Hold }[] } }).changes.holds.map((one) => one.after)
    : [];
const factNames = (decision: object): string[] =>
  'facts' in decision ? (decision as { facts: { name: string }[] }).facts.map(({ name }) => name) : [];

const block = (code: string) => ({ code, scope: 'consortium', since: monday, by: 'staff:1' });
const volume = (part: string, itemId: string) => anItem({ part, itemId });

describe('placing', () => {
  test('C27 a block stops placing, capture or pickup as the policy says, and not the other two', () => {
    const blocked = aPatron({ patronId: 'pat_2', blocks: [block('no-new-holds')] });
    const onlyPlacing = by({ blocks: { hold: ['no-new-holds'], capture: [], fulfil: [] } });
    const onlyPickup = by({ blocks: { hold: [], capture: [], fulfil: ['no-new-holds'] } });
    expect(codes(decidePlaceHold(aRequest({ patron: blocked, policies: onlyPlacing })))).toEqual(['patron-blocked']);
    expect(codes(decidePlaceHold(aRequest({ patron: blocked, policies: onlyPickup })))).toEqual([]);
    const claim = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
    const waiting = anItem({
      state: 'on-hold-shelf',
      hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
    });
    const fetching = {
      item: waiting,
      patron: blocked,
      branchId: 'cedar.main',
      at: monday,
      loanId: 'lon_1',
      calendar,
      claim,
    };
    expect(codes(decideCheckout({ ...fetching, policies: onlyPlacing }))).toEqual([]);
    expect(codes(decideCheckout({ ...fetching, policies: onlyPickup }))).toEqual(['patron-blocked']);
    // What is no hold of the patron's is stopped by any block.
    const { claim: _claim, ...other } = { ...fetching, item: anItem() };
    expect(codes(decideCheckout({ ...other, policies: onlyPlacing }))).toEqual(['patron-blocked']);
  });

  test('C28 copy and title, title and title, and what is lent are one wish, up to the limit that the policy names', () => {
    const own = (over: Partial<Hold>) => [aHold({ holdId: 'hld_0', patronId: 'pat_2', ...over })];
    const lentToo = [anItem(), aLentItem({ patronId: 'pat_2' }, { itemId: 'itm_3' })];
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({ itemId: 'itm_1' }) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ itemId: 'itm_1', ownHolds: own({}) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ items: lentToo })))).toEqual(['already-lent-to-patron']);
    const two = by({ maxDuplicates: 2 });
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}), policies: two })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}), items: lentToo, policies: two })))).toEqual([
      'already-requested',
      'already-lent-to-patron',
    ]);
  });

  test('C29 a copy on the shelf of the pickup branch is an alert or a refusal, each by its own setting', () => {
    const local = [anItem({ currentBranch: 'cedar.main' })];
    expect(decidePlaceHold(aRequest({ items: local }))).toMatchObject({ alerts: [] });
    const alert = decidePlaceHold(aRequest({ items: local, policies: by({ localCopyAlert: true }) }));
    expect([codes(alert), alert.alerts]).toEqual([[], ['local-copy-available']]);
    const refused = decidePlaceHold(aRequest({ items: local, policies: by({ localCopyBlock: true }) }));
    expect(codes(refused)).toEqual(['local-copy-available']);
    const away = by({ localCopyAlert: true, localCopyBlock: true });
    expect(decidePlaceHold(aRequest({ policies: away }))).toMatchObject({ alerts: [], changes: {} });
    const lent = [aLentItem({}, { currentBranch: 'cedar.main' })];
    expect(codes(decidePlaceHold(aRequest({ items: lent, policies: away })))).toEqual([]);
  });

  test('C31 a hold for a volume is filled by that volume, one for the title by none; only volumes: say which', () => {
    const set = [volume('v.1', 'itm_1'), volume('v.2', 'itm_2')];
    expect(codes(decidePlaceHold(aRequest({ items: set })))).toEqual(['which-part']);
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.3' })))).toEqual(['no-holdable-copy']);
    const [second] = holdsAfter(decidePlaceHold(aRequest({ items: set, part: 'v.2' })));
    expect(second).toMatchObject({ part: 'v.2' });
    const fills = (item: ReturnType<typeof anItem>, hold: Partial<Hold>) => canFill(item, aHold(hold), policies());
    expect(set.map((item) => fills(item, { part: 'v.2' }))).toEqual([false, true]);
    expect(set.map((item) => fills(item, {}))).toEqual([false, false]);
    expect([fills(anItem(), {}), fills(anItem(), { part: 'v.2' })]).toEqual([true, false]);
    // Another volume is another wish.
    const ownHolds = [aHold({ patronId: 'pat_2', part: 'v.1' })];
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.2', ownHolds })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.1', ownHolds })))).toEqual(['already-requested']);
  });

  test('C32 a hold for a work is filled by the editions asked for and by no other', () => {
    const [paper, large] = [anItem({ recordId: 'rec_1' }), anItem({ itemId: 'itm_2', recordId: 'rec_large' })];
    const request = aRequest({ recordId: 'rec_large', editions: ['rec_large'], items: [paper, large] });
    const decision = decidePlaceHold(request);
    expect(decision).toMatchObject({ outlook: { now: 1 } });
    const [hold] = holdsAfter(decision);
    expect(hold && [levelOf(hold), wants(hold, paper), wants(hold, large)]).toEqual(['work', false, true]);
    expect(codes(decidePlaceHold({ ...request, editions: [] }))).toEqual(['no-holdable-copy']);
  });

  test('C35 loans overdue, an unpaid subscription, an expired card and the number of holds refuse each by its own code', () => {
    const patron = aPatron({
      ...{ patronId: 'pat_2', expiresOn: '2026-03-01', blocks: [block('subscription-unpaid')] },
      counters: { loans: 3, holds: 10, owed: 0, perGroup: {} },
    });
    const strict = by({ maxOverdue: 2 });
    expect(codes(decidePlaceHold(aRequest({ patron, policies: strict, overdue: 2 })))).toEqual([
      'card-expired',
      'subscription-unpaid',
      'too-many-holds',
      'too-many-overdue',
    ]);
    expect(codes(decidePlaceHold(aRequest({ policies: strict, overdue: 1 })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ overdue: 100 })))).toEqual([]);
  });

  test('C66 of the holds that the consortium and a rule allow the lower number counts', () => {
    const patron = aPatron({ patronId: 'pat_2', counters: { loans: 0, holds: 3, owed: 0, perGroup: {} } });
    const ruled = (maxHolds: number | null) => policies([aRule({ id: 'few', values: { maxHolds } })]);
    expect(codes(decidePlaceHold(aRequest({ patron, policies: ruled(3) })))).toEqual(['too-many-holds']);
    expect(codes(decidePlaceHold(aRequest({ patron, policies: ruled(4) })))).toEqual([]);
    expect(decidePlaceHold(aRequest({ policies: ruled(40) }))).toMatchObject({
      changes: { patrons: [{ limits: [{ counter: 'holds', below: 10 }, { counter: 'owed' }] }] },
    });
  });

  test('what is not needed any more, and a suspension that is over or too long, are refused', () => {
    const past = {
      neededUntil: '2026-03-02T10:59:59.000Z',
      suspended: { from: monday, until: '2027-06-01T00:00:00.000Z' },
    };
    expect(codes(decidePlaceHold(aRequest(past)))).toEqual(['not-needed-past', 'suspension-wrong']);
    const suspended = { from: monday, until: '2026-04-01T00:00:00.000Z' };
    expect(holdsAfter(decidePlaceHold(aRequest({ suspended })))).toMatchObject([{ state: 'frozen', suspended }]);
    const later = { from: '2026-03-20T00:00:00.000Z' };
    expect(holdsAfter(decidePlaceHold(aRequest({ suspended: later })))).toMatchObject([{ state: 'placed' }]);
  });
});

describe('suspending', () => {
  const targeted = aHold({ state: 'targeted', targetItemId: 'itm_1' });
  const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const until = '2026-04-01T21:59:59.000Z';

  test('C64 a suspended hold keeps its place, frees the copy paged for it and waits on when resumed', () => {
    const frozen = decideSuspendHold({
      hold: targeted,
      item: paged,
      suspension: { from: monday, until },
      at: monday,
      policies: policies(),
    });
    const [hold] = holdsAfter(frozen);
    expect(frozen).toMatchObject({
      changes: { item: { after: anItem({ v: 8 }) }, resets: [{ reason: 'frozen', itemId: 'itm_1' }] },
    });
    expect(hold).toEqual(aHold({ state: 'frozen', suspended: { from: monday, until }, v: 2 }));
    const other = aHold({ holdId: 'hld_2', placedAt: '2026-03-01T12:00:00.000Z' });
    expect(hold && queuePlace([other, hold], 'hld_1')).toBe(1);
    const resumed = hold && decideSuspendHold({ hold, at: monday, policies: policies() });
    expect(resumed && holdsAfter(resumed)).toEqual([aHold({ v: 3 })]);
    expect(codes(decideSuspendHold({ hold: aHold(), at: monday, policies: policies() }))).toEqual(['hold-wrong-state']);
    const over = {
      hold: aHold({ state: 'cancelled' }),
      suspension: { from: monday },
      at: monday,
      policies: policies(),
    };
    expect(codes(decideSuspendHold(over))).toEqual(['hold-over']);
  });

  test('C64 days begin and end with the day at the pickup branch', () => {
    expect(suspensionOf(calendar, { from: '2026-03-29', until: '2026-03-29' }, monday)).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T21:59:59.000Z',
    });
    expect(suspensionOf(calendar, {}, monday)).toEqual({ from: monday });
  });

  test('C64 time begins and ends a suspension, and one that was over before anybody looked is not begun', () => {
    const planned = aHold({ suspended: { from: '2026-03-03T00:00:00.000Z', until } });
    const at = '2026-03-03T00:05:00.000Z';
    expect(decideTimedHold({ hold: planned, at: monday, policies: policies() })).toBeUndefined();
    const begun = decideTimedHold({ hold: planned, at, policies: policies() });
    expect(begun && holdsAfter(begun)).toMatchObject([{ state: 'frozen', suspended: planned.suspended }]);
    const [frozen = planned] = begun ? holdsAfter(begun) : [];
    expect(decideTimedHold({ hold: frozen, at, policies: policies() })).toBeUndefined();
    const ended = decideTimedHold({ hold: frozen, at: until, policies: policies() });
    expect(ended && holdsAfter(ended)).toEqual([aHold({ v: 3 })]);
    const late = decideTimedHold({ hold: planned, at: '2026-05-01T00:00:00.000Z', policies: policies() });
    expect(late && holdsAfter(late)).toEqual([aHold({ v: 2 })]);
  });

  test('C64 a cancelled hold is restored at its old place, or last where the consortium decided so', () => {
    const cancelled = aHold({
      state: 'cancelled',
      targetItemId: 'itm_1',
      ended: { at: monday, cause: 'by-patron' },
      v: 2,
    });
    const asked = {
      hold: cancelled,
      patron: aPatron({ patronId: 'pat_2' }),
      items: [anItem()],
      ownHolds: [],
      pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
      at: monday,
    };
    expect(holdsAfter(decideRestoreHold({ ...asked, policies: policies() }))).toEqual([aHold({ v: 3 })]);
    const last = decideRestoreHold({ ...asked, policies: by({ restoredGoesLast: true }) });
    expect(holdsAfter(last)).toEqual([aHold({ v: 3, queuedAt: monday })]);
    expect(last).toMatchObject({ changes: { patrons: [{ add: { holds: 1 }, asRead: { holds: 0 } }] } });
    const expired = { ...cancelled, state: 'expired-on-shelf' as const };
    expect(codes(decideRestoreHold({ ...asked, hold: expired, policies: policies() }))).toEqual(['hold-not-cancelled']);
    const ownHolds = [aHold({ holdId: 'hld_9', patronId: 'pat_2' })];
    expect(codes(decideRestoreHold({ ...asked, ownHolds, policies: policies() }))).toEqual(['already-requested']);
  });

  test('C64 a restored hold keeps the limits of a new one: what refuses the one refuses the other', () => {
    const cancelled = aHold({ state: 'cancelled', ended: { at: monday, cause: 'by-patron' } });
    const counters = { loans: 4, holds: 3, owed: 0, perGroup: {} };
    const busy = { patron: aPatron({ patronId: 'pat_2', counters }), overdue: 4, at: monday, ownHolds: [] };
    const strict = {
      ...policies([aRule({ id: 'few', values: { maxHolds: 3 } })]),
      holds: holdsDocument({ maxOverdue: 1 }),
    };
    const near = { ...strict, targeting: targetingDocument({ transferLimits: [{ from: 'ash', to: 'cedar' }] }) };
    const closed = { branchId: 'cedar.main', allowsPickup: false, calendar };
    const open = { ...closed, allowsPickup: true };
    for (const more of [
      { ...busy, pickup: closed, items: [anItem()], policies: strict },
      { ...busy, pickup: open, items: [], policies: strict },
      { ...busy, pickup: open, items: [anItem()], policies: near },
    ]) {
      const refused = codes(decidePlaceHold({ ...more, holdId: 'hld_1', recordId: 'rec_1' }));
      expect(refused).toEqual(expect.arrayContaining(['too-many-overdue']));
      expect(codes(decideRestoreHold({ ...more, hold: cancelled }))).toEqual(refused);
    }
  });
});

describe('the hold shelf', () => {
  const onShelf = (over: Partial<Hold> = {}) =>
    aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt: '2026-03-02T10:00:00.000Z', ...over });
  const shelved = anItem({
    state: 'on-hold-shelf',
    currentBranch: 'cedar.main',
    hold: {
      holdId: 'hld_1',
      patronId: 'pat_2',
      pickupBranch: 'cedar.main',
      shelfExpiresAt: '2026-03-02T10:00:00.000Z',
    },
  });
  const next = (over: Partial<Hold> = {}) =>
    aHold({ holdId: 'hld_2', patronId: 'pat_3', placedAt: '2026-03-01T12:00:00.000Z', ...over });
  const end = (...queue: Hold[]) =>
    decideCancelHold({
      ...{ hold: onShelf(), item: shelved, reason: 'by-staff', at: monday },
      shelf: { queue: [onShelf(), ...queue], policies: policies(), calendar },
    });

  test('C58 cancelled on the shelf: the next with the same pickup has it there, one elsewhere has it kept, else it waits for its scan', () => {
    const same = end(
      next({ pickupBranch: 'birch.east', holdId: 'hld_3', placedAt: '2026-03-01T13:00:00.000Z' }),
      next(),
    );
    const shelfExpiresAt = '2026-03-09T22:59:59.000Z';
    expect(same).toMatchObject({
      changes: {
        item: {
          after: { state: 'on-hold-shelf', hold: { holdId: 'hld_2', patronId: 'pat_3', shelfExpiresAt } },
          expect: 7,
        },
      },
    });
    expect(holdsAfter(same)).toMatchObject([
      { holdId: 'hld_1', state: 'cancelled' },
      { holdId: 'hld_2', state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt, v: 2 },
    ]);
    expect(factNames(same)).toEqual(['hold-ended', 'shelf-given-on', 'hold-on-shelf']);
    const elsewhere = end(next({ pickupBranch: 'birch.east' }));
    expect(elsewhere).toMatchObject({
      changes: { item: { after: { hold: { holdId: 'hld_2', pickupBranch: 'birch.east' } } } },
    });
    expect(holdsAfter(elsewhere)[1]).toMatchObject({ state: 'targeted', targetItemId: 'itm_1' });
    const nobody = end(next({ state: 'frozen' }));
    expect('changes' in nobody && nobody.changes.item).toBeUndefined();
    expect(factNames(nobody)).toEqual(['hold-ended', 'shelf-to-clear']);
  });

  test('C59 an expired hold gives its copy to the next, and the library that holds the copy is told, not only the next one’s', () => {
    const expired = decideTimedHold({
      ...{ hold: onShelf(), item: shelved, at: monday, policies: policies() },
      shelf: { queue: [next({ patronMember: 'elm' })], policies: policies(), calendar },
    });
    expect(expired && holdsAfter(expired)).toMatchObject([
      { state: 'expired-on-shelf', ended: { cause: 'not-fetched' } },
      { holdId: 'hld_2', state: 'on-shelf' },
    ]);
    expect(expired).toMatchObject({
      facts: [
        { name: 'hold-ended', members: { patron: 'cedar' } },
        { name: 'shelf-given-on', members: { owner: 'ash', desk: 'cedar' }, branchId: 'cedar.main', itemId: 'itm_1' },
        { name: 'hold-on-shelf', patronId: 'pat_3' },
      ],
    });
    // One that had another copy paged has that one freed.
    const paged = decideTimedHold({
      ...{ hold: onShelf(), item: shelved, at: monday, policies: policies() },
      shelf: { queue: [next({ state: 'targeted', targetItemId: 'itm_5' })], policies: policies(), calendar },
    });
    expect(paged).toMatchObject({ changes: { release: { itemId: 'itm_5', holdId: 'hld_2' } } });
  });

  test('C60 the shelf expires on an open day of the pickup branch’s own clock, earlier when the patron said so', () => {
    const expiry = (over: Partial<Hold>, closures: { from: string; to: string; reason: string }[] = []) =>
      shelfExpiryOf({
        policies: policies(),
        item: anItem(),
        hold: aHold(over),
        calendar: aCalendar({ closures }),
        at: monday,
      });
    expect(expiry({})).toBe('2026-03-09T22:59:59.000Z');
    expect(expiry({}, [{ from: '2026-03-09', to: '2026-03-10', reason: 'works' }])).toBe('2026-03-11T22:59:59.000Z');
    expect(expiry({ neededUntil: '2026-03-05T22:59:59.000Z' })).toBe('2026-03-05T22:59:59.000Z');
    expect(expiry({ neededUntil: '2026-05-05T22:59:59.000Z' })).toBe('2026-03-09T22:59:59.000Z');
    const chicago = shelfExpiryOf({
      ...{ policies: policies(), item: anItem(), hold: aHold(), at: '2026-03-02T04:00:00.000Z' },
      calendar: aCalendar({ timeZone: 'America/Chicago' }),
    });
    // It is still Sunday there, and the clocks go forward in between.
    expect(chicago).toBe('2026-03-10T04:59:59.000Z');
  });

  test('C60 a hold not needed any more ends: waiting, suspended or on the shelf, not while its copy travels', () => {
    const neededUntil = '2026-03-02T10:00:00.000Z';
    const timed = (hold: Hold) => decideTimedHold({ hold, at: monday, policies: policies() });
    for (const state of ['placed', 'targeted', 'frozen'] as const) {
      const ended = timed(aHold({ state, neededUntil }));
      expect(ended && holdsAfter(ended)).toMatchObject([{ state: 'expired-unfilled', ended: { cause: 'not-needed' } }]);
    }
    expect(timed(aHold({ state: 'in-transit', neededUntil }))).toBeUndefined();
    const shelf = timed(onShelf({ neededUntil, shelfExpiresAt: neededUntil }));
    expect(shelf && holdsAfter(shelf)).toMatchObject([{ state: 'expired-on-shelf', ended: { cause: 'not-needed' } }]);
    expect(dueOf(aHold({ state: 'cancelled', neededUntil }))).toBeUndefined();
  });

  test('C61 the pickup is moved while it waits or travels; from the shelf only by staff who say that it is sent', () => {
    const pickup = { branchId: 'birch.east', allowsPickup: true };
    const asked = (hold: Hold, item = anItem(), more = {}) =>
      decideChangePickup({ hold, pickup, items: [item], policies: policies(), at: monday, ...more });
    expect(holdsAfter(asked(aHold()))).toEqual([aHold({ pickupBranch: 'birch.east', v: 2 })]);
    const claim = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
    const travelling = anItem({ state: 'in-transit', hold: claim });
    expect(asked(aHold({ state: 'in-transit', targetItemId: 'itm_1' }), travelling)).toMatchObject({
      changes: {
        item: { after: { state: 'in-transit', hold: { pickupBranch: 'birch.east' } } },
        holds: [{ after: { state: 'in-transit' } }],
      },
    });
    expect(codes(asked(onShelf(), shelved))).toEqual(['hold-on-shelf']);
    const sent = asked(onShelf(), shelved, { send: true });
    expect(holdsAfter(sent)).toMatchObject([{ state: 'targeted', targetItemId: 'itm_1', pickupBranch: 'birch.east' }]);
    expect(holdsAfter(sent)[0]).not.toHaveProperty('shelfExpiresAt');
    expect(
      codes(
        decideChangePickup({
          hold: aHold(),
          pickup: { ...pickup, allowsPickup: false },
          items: [anItem()],
          policies: policies(),
          at: monday,
        }),
      ),
    ).toEqual(['pickup-not-allowed']);
    expect(codes(asked(aHold({ pickupBranch: 'birch.east' })))).toEqual(['pickup-same']);
    expect(codes(asked(aHold({ state: 'fulfilled' })))).toEqual(['hold-over']);
  });

  test('C30 C26 a pickup place is changed only to one that placing accepts: some copy gets there, the captured one too', () => {
    const near = { ...policies(), targeting: targetingDocument({ transferLimits: [{ from: 'ash', to: 'birch' }] }) };
    const pickup = { branchId: 'birch.east', allowsPickup: true, calendar };
    const move = (hold: Hold, item = anItem()) =>
      codes(decideChangePickup({ hold, pickup, items: [item], policies: near, at: monday, send: true }));
    expect(codes(decidePlaceHold(aRequest({ pickup, policies: near })))).toEqual(['out-of-reach']);
    expect(move(aHold())).toEqual(['out-of-reach']);
    const travelling = anItem({
      state: 'in-transit',
      hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
    });
    expect(move(aHold({ state: 'in-transit', targetItemId: 'itm_1' }), travelling)).toEqual(['out-of-reach']);
    // From cedar's own shelf the courier goes there.
    const there = { ...shelved, currentBranch: 'cedar.main' };
    expect(move(onShelf(), there)).toEqual([]);
  });

  test('C61 a paged copy that may not go to the new branch is free, and the hold waits at its place', () => {
    const home = policies([
      aRule({ id: 'stay', setBy: 'ash', when: { checkout: 'birch' }, values: { holdable: false } }),
    ]);
    const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
    const other = anItem({ itemId: 'itm_2', memberId: 'elm', branchId: 'elm.main', currentBranch: 'elm.main' });
    const decision = decideChangePickup({
      hold: aHold({ state: 'targeted', targetItemId: 'itm_1' }),
      pickup: { branchId: 'birch.east', allowsPickup: true },
      ...{ items: [paged, other], policies: home, at: monday },
    });
    expect(decision).toMatchObject({
      changes: { item: { after: { state: 'available' } }, resets: [{ reason: 'pickup-moved' }] },
    });
    expect(holdsAfter(decision)).toEqual([aHold({ pickupBranch: 'birch.east', v: 2 })]);
  });
});

describe('the queue', () => {
  const at = (hour: number, over: Partial<Hold> = {}) =>
    aHold({ holdId: `hld_${hour}`, placedAt: `2026-03-01T${hour}:00:00.000Z`, ...over });

  test('C62 an order is complete and names each once; who has a copy, or whose copy is fetched, is passed by nobody', () => {
    const queue = [
      at(10, { state: 'on-shelf', targetItemId: 'itm_1' }),
      at(11),
      at(12, { state: 'targeted', targetItemId: 'itm_2' }),
      at(13),
    ];
    const order = (...hours: number[]) =>
      decideReorderHolds(
        queue,
        hours.map((hour) => `hld_${hour}`),
        monday,
      );
    expect(codes(order(10, 11, 12))).toEqual(['order-incomplete']);
    expect(codes(order(10, 11, 12, 12))).toEqual(['order-incomplete']);
    expect(codes(order(11, 10, 12, 13))).toEqual(['order-passes-filled']);
    expect(codes(order(10, 11, 13, 12))).toEqual(['order-passes-filled']);
    expect(holdsAfter(order(10, 12, 11, 13)).map(({ holdId }) => holdId)).toEqual(['hld_12', 'hld_11']);
    expect(holdsAfter(order(10, 11, 12, 13))).toEqual([]);
  });

  test('C62 C34 any order asked for is the order there is, and who comes later is behind', () => {
    const waiting = fc.uniqueArray(fc.record({ id: fc.nat(99), hour: fc.nat(2), priority: fc.nat(1) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(waiting, fc.infiniteStream(fc.nat(1000)), (drafts, dice) => {
        const queue = drafts.map(({ id, hour, priority }) =>
          aHold({ holdId: `hld_${id}`, priority, placedAt: `2026-03-01T1${hour}:00:00.000Z` }),
        );
        const order = queue
          .map(({ holdId }) => ({ holdId, at: dice.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ holdId }) => holdId);
        const moved = new Map(holdsAfter(decideReorderHolds(queue, order, monday)).map((hold) => [hold.holdId, hold]));
        const now = queue.map((hold) => moved.get(hold.holdId) ?? hold);
        const late = aHold({
          holdId: 'hld_late',
          placedAt: monday,
          priority: Math.max(...queue.map((one) => one.priority)),
        });
        const all = [late, ...now].toSorted(byQueueOrder).map(({ holdId }) => holdId);
        expect(all).toEqual([...order, 'hld_late']);
      }),
    );
  });

  test('C62 one hold is put before another in a queue of any length: it alone is written, and every other keeps its place', () => {
    const queue = Array.from({ length: 2500 }, (_, n) =>
      aHold({ holdId: `hld_${n}`, placedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 60_000).toISOString() }),
    );
    const moved = decidePutBefore(queue, { holdId: 'hld_2400', before: 'hld_7' }, monday);
    expect(holdsAfter(moved).map(({ holdId }) => holdId)).toEqual(['hld_2400']);
    const [first] = holdsAfter(moved);
    const now = queue.map((hold) => (hold.holdId === 'hld_2400' && first ? first : hold)).toSorted(byQueueOrder);
    expect(now.slice(6, 9).map(({ holdId }) => holdId)).toEqual(['hld_6', 'hld_2400', 'hld_7']);
    expect(holdsAfter(decidePutBefore(queue, { holdId: 'hld_6', before: 'hld_7' }, monday))).toEqual([]);
    const gone = { holdId: 'hld_2400', before: 'hld_9999' };
    expect(codes(decidePutBefore(queue, gone, monday))).toEqual(['order-incomplete']);
    const [top = aHold()] = queue;
    const filled = [{ ...top, state: 'on-shelf' as const }, ...queue.slice(1)];
    const over = { holdId: 'hld_9', before: 'hld_0' };
    expect(codes(decidePutBefore(filled, over, monday))).toEqual(['order-passes-filled']);
    const same = queue.map((hold) => ({ ...hold, placedAt: top.placedAt })).toSorted(byQueueOrder);
    const late = { holdId: same[1]?.holdId ?? '', before: same[2000]?.holdId ?? '' };
    expect(codes(decidePutBefore(same, late, monday))).toEqual(['order-no-room']);
  });

  test('C62 C34 whichever hold is put before whichever, however close they stand, that is the order there is', () => {
    const waiting = fc.uniqueArray(fc.record({ id: fc.nat(99), ms: fc.nat(4), priority: fc.nat(1) }), {
      selector: ({ id }) => id,
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(waiting, fc.nat(1000), fc.nat(1000), (drafts, one, other) => {
        const queue = drafts
          .map(({ id, ms, priority }) =>
            aHold({ holdId: `hld_${id}`, priority, placedAt: `2026-03-01T10:00:00.00${ms}Z` }),
          )
          .toSorted(byQueueOrder);
        const ids = queue.map(({ holdId }) => holdId);
        const holdId = ids[one % ids.length] ?? '';
        const rest = ids.filter((id) => id !== holdId);
        const place = other % rest.length;
        const decision = decidePutBefore(queue, { holdId, before: rest[place] ?? '' }, monday);
        const moved = new Map(holdsAfter(decision).map((hold) => [hold.holdId, hold]));
        const now = queue.map((hold) => moved.get(hold.holdId) ?? hold).toSorted(byQueueOrder);
        expect(now.map((hold) => hold.holdId)).toEqual([...rest.slice(0, place), holdId, ...rest.slice(place)]);
      }),
    );
  });

  test('C63 a hold is moved to another copy of its title, never to the same copy or another title, at its old place', () => {
    const [one, two] = [anItem(), anItem({ itemId: 'itm_2' })];
    const move = (hold: Hold, to = two, items = [one, two]) =>
      decideMoveHold({ hold, to, items, policies: policies(), at: monday });
    expect(holdsAfter(move(aHold()))).toEqual([aHold({ itemId: 'itm_2', v: 2 })]);
    expect(codes(move(aHold({ itemId: 'itm_2' })))).toEqual(['move-same-item']);
    expect(codes(move(aHold(), anItem({ itemId: 'itm_9', recordId: 'rec_9' })))).toEqual(['move-other-title']);
    expect(codes(move(aHold({ state: 'on-shelf', targetItemId: 'itm_1' })))).toEqual(['hold-wrong-state']);
    expect(codes(move(aHold(), anItem({ itemId: 'itm_2', state: 'missing' })))).toEqual(['item-wrong-state']);
    const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
    const freed = move(aHold({ state: 'targeted', targetItemId: 'itm_1' }), two, [paged, two]);
    expect(freed).toMatchObject({
      changes: { item: { after: { state: 'available' } }, resets: [{ reason: 'moved' }] },
    });
    expect(holdsAfter(freed)).toEqual([aHold({ itemId: 'itm_2', v: 2 })]);
  });

  test('C63 a hold that is moved lets go of the loan recalled for it, and recalls that of its new copy', () => {
    const lent = (itemId: string, more = {}) =>
      aLentItem({ checkedOutAt: '2026-02-09T11:00:00.000Z', due: '2026-03-23T22:59:59.000Z', ...more }, { itemId });
    const first = lent('itm_1', { recalledAt: '2026-02-20T11:00:00.000Z' });
    const items = [first, lent('itm_2')];
    const recalling = policies([aRule({ id: 'recalls', values: { recallable: true } })]);
    const hold = aHold({ recalledItemId: 'itm_1' });
    const [moved] = holdsAfter(decideMoveHold({ hold, to: items[1] ?? first, items, policies: recalling, at: monday }));
    expect(moved).toEqual(aHold({ itemId: 'itm_2', v: 2 }));
    const recall = decideRecall({
      ...{ hold: moved ?? hold, items, waiting: [moved ?? hold], categoryOf: () => 'adult', at: monday },
      ...{ policies: recalling, calendarOf: () => calendar },
    });
    expect(holdsAfter(recall)).toEqual([aHold({ itemId: 'itm_2', recalledItemId: 'itm_2', v: 3 })]);
  });
});

test('a hold ends once and for a cause that fits, whatever time says', () => {
  expect(codes(decideEndHold({ hold: aHold(), cause: 'expired-on-shelf', reason: 'not-fetched', at: monday }))).toEqual(
    ['hold-wrong-state'],
  );
  expect(decideTimedHold({ hold: aHold({ state: 'cancelled' }), at: monday, policies: policies() })).toBeUndefined();
});

test('C32 no copy of the format, or none left, is noted with its date, and taken back when there is one again', () => {
  const hope = (hold: Hold, ...items: ReturnType<typeof anItem>[]) =>
    decideHope({ hold, items, policies: policies(), at: monday });
  const work = aHold({ recordId: 'rec_large', editions: ['rec_large'] });
  const large = anItem({ recordId: 'rec_large' });
  expect(holdsAfter(hope(work, anItem()) ?? {})).toEqual([{ ...work, hopelessSince: monday, v: 2 }]);
  expect(hope(work, anItem(), large)).toBeUndefined();
  const hopeless = { ...work, hopelessSince: monday };
  expect(hope(hopeless, { ...large, state: 'missing' })).toBeUndefined();
  expect(holdsAfter(hope(hopeless, aLentItem({}, { recordId: 'rec_large' })) ?? {})).toEqual([{ ...work, v: 2 }]);
});

test('the wait shown is the place, the copies that can fill it, and an estimate by their loan period', () => {
  const queue = [1, 2, 3, 4].map((n) => aHold({ holdId: `hld_${n}`, placedAt: `2026-03-01T1${n}:00:00.000Z` }));
  const wait = (n: number, ...items: ReturnType<typeof anItem>[]) =>
    expectedWait(queue[n - 1] ?? aHold(), queue, items, policies());
  const lent = (itemId: string) => aLentItem({}, { itemId });
  expect(wait(1, anItem(), lent('itm_2'))).toEqual({ place: 1, copies: 2, days: 0 });
  expect(wait(2, anItem(), lent('itm_2'))).toEqual({ place: 2, copies: 2, days: 28 });
  expect(wait(4, anItem(), lent('itm_2'))).toEqual({ place: 4, copies: 2, days: 56 });
  expect(wait(1, anItem({ state: 'missing' }))).toEqual({ place: 1, copies: 0 });
  expect(expectedWait(aHold({ state: 'on-shelf' }), [], [anItem()], policies())).toBeUndefined();
});

test('C59 a hold that ends without its copy tells so, and the library on whose shelf the copy stands, once', () => {
  const before = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
  const after: Hold = { ...before, state: 'expired-on-shelf', ended: { at: monday, cause: 'not-fetched' }, v: 2 };
  const told = 'hold-ended\nshelf-to-clear';
  expect(factsOfHold({ before, after, told }).map(({ fact }) => fact)).toMatchObject([
    { name: 'hold-ended', detail: { cause: 'expired-on-shelf', reason: 'not-fetched' } },
    { name: 'shelf-to-clear', members: { desk: 'cedar' }, branchId: 'cedar.main', itemId: 'itm_1' },
  ]);
  expect(factsOfHold({ before: after, after, told })).toEqual([]);
  expect(factsOfHold({ before, after })).toEqual([]);
  // Placed suspended, it is placed all the same.
  expect(factsOfHold({ after: aHold({ state: 'frozen' }) })).toMatchObject([{ fact: { name: 'hold-placed' } }]);
});

test('C32 a copy that is gone has the holds of its record looked at, as one that comes to its shelf', () => {
  const work = (before: Parameters<typeof anItem>[0], after: Parameters<typeof anItem>[0]) =>
    workOfItem({ before: anItem(before), after: anItem(after) }).length;
  expect([work({}, { state: 'missing' }), work({ state: 'missing' }, {}), work({}, { state: 'paged' })]).toEqual([
    1, 1, 0,
  ]);
});

test('C26 transit range and age protection are parts of the permit test, said together with all other failures', () => {
  const targeted = targetingDocument({ transferLimits: [{ from: 'ash.main', to: 'cedar.main' }] });
  const limited = { ...policies(), targeting: targeted };
  const patron = aPatron({ patronId: 'pat_2', counters: { loans: 0, holds: 10, owed: 0, perGroup: {} } });
  expect(codes(decidePlaceHold(aRequest({ policies: limited, patron })))).toEqual(['too-many-holds', 'out-of-reach']);
  const near = anItem({ itemId: 'itm_2', branchId: 'cedar.main', memberId: 'cedar', currentBranch: 'cedar.main' });
  expect(codes(decidePlaceHold(aRequest({ policies: limited, items: [anItem(), near] })))).toEqual([]);
});

test('C26 the permit test knows a copy that is too new, one barred by its location, and a library skipped by targeting', () => {
  const cedar = { memberId: 'cedar', branchId: 'cedar.main', currentBranch: 'cedar.main' };
  const fresh = anItem({ itemId: makeId('item', Date.parse('2026-02-20T11:00:00.000Z'), new Uint8Array(10)) });
  const protect = { ageProtection: [{ days: 30, withinDistance: 0 }] };
  const protectedNew = { ...policies(), targeting: targetingDocument(protect) };
  const young = decidePlaceHold(aRequest({ policies: protectedNew, items: [fresh] }));
  expect(codes(young)).toEqual(['out-of-reach']);
  expect(young.explain.checks).toContainEqual(
    expect.objectContaining({ check: 'out-of-reach', detail: 'In the way: age-protection' }),
  );
  expect(codes(decidePlaceHold(aRequest({ policies: protectedNew, items: [{ ...fresh, ...cedar }] })))).toEqual([]);
  const rule = aRule({
    id: 'reading-room',
    setBy: 'ash',
    when: { location: 'reading-room' },
    values: { holdable: false },
  });
  const barred = (location: string) =>
    codes(decidePlaceHold(aRequest({ policies: policies([rule]), items: [anItem({ location })] })));
  expect([barred('reading-room'), barred('stacks')]).toEqual([['no-holdable-copy'], []]);
  // A library that is skipped is no reason to refuse: the hold waits, and what is said of the copy names it.
  const skipping = { ...policies(), targeting: targetingDocument({ skipClosed: true }) };
  expect(codes(decidePlaceHold(aRequest({ policies: skipping })))).toEqual([]);
  const shut = aCalendar({ closures: [{ from: '2026-03-01', to: '2026-03-05', reason: 'stocktaking' }] });
  const { choice } = decideTargetHold(aHold(), [anItem()], skipping, monday, { calendarOf: () => shut });
  expect(choice.passedOver).toEqual([{ itemId: 'itm_1', branchId: 'ash.main', reason: 'branch-closed' }]);
});
