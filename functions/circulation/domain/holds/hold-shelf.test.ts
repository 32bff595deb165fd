import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRequest, calendar, codes, factNames, holdsAfter } from '../../../../test/builders/placing.ts';
import { aRule, targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { decideChangePickup } from './change-pickup.ts';
import { decideCancelHold } from './end-hold.ts';
import { dueOf } from './hold-due.ts';
import { decideTimedHold } from './hold-time.ts';
import { decidePlaceHold } from './place-hold.ts';
import { shelfExpiryOf } from './shelf-expiry.ts';

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

  test('C58 cancelled on the shelf: the next hold gets the copy there, has it sent, or waits for its scan, by pickup branch', () => {
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

  test('C59 an expired hold passes its copy to the next, and the library that holds the copy receives the event as well', () => {
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
    // A hold that had another copy paged releases it.
    const paged = decideTimedHold({
      ...{ hold: onShelf(), item: shelved, at: monday, policies: policies() },
      shelf: { queue: [next({ state: 'targeted', targetItemId: 'itm_5' })], policies: policies(), calendar },
    });
    expect(paged).toMatchObject({ changes: { pageToRelease: { itemId: 'itm_5', holdId: 'hld_2' } } });
  });

  test('C60 the shelf period ends on an open day in the time zone of the pickup branch, or earlier if the patron asked for it', () => {
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
    // It is still Sunday there, and daylight saving time begins in between.
    expect(chicago).toBe('2026-03-10T04:59:59.000Z');
  });

  test('C60 a hold that is no longer needed ends: waiting, suspended or on the shelf, not while its copy is in transit', () => {
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

  test('C61 the pickup branch can change while the hold waits or travels; from the shelf only by staff who confirm sending', () => {
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

  test('C30 C26 a pickup branch changes only to one that placing accepts: some copy, or the captured one, can get there', () => {
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
    // The courier goes there from cedar's own shelf.
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
