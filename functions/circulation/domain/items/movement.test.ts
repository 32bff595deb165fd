import fc from 'fast-check';
import { movementSchema } from '../../../../layers/records/policies/domain/movement.ts';
import {
  aCheckout,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  monday,
} from '../../../../test/builders/circulation.ts';
import {
  asked,
  checkedIn,
  floating,
  homeward,
  itemOf,
  later,
  notLate,
  onItsWayHome,
  outcome,
  transferAsked,
} from '../../../../test/builders/moved.ts';
import { moving } from '../../../../test/builders/movement.ts';
import { itemStates } from '../../../items/public/item-states.ts';
import { allows } from '../../../items/public/state-allows.ts';
import { letThroughAtScan, refuseScanOfJustSent } from '../checkin/checkin-refusals.ts';
import type { CheckinRequest } from '../checkin/checkin-request.ts';
import { carriageBetween } from '../checkin/courier.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { decideCancelTransit, decideSendItem } from './move-item.ts';

describe('C10 the transit of a hold is cancelled', () => {
  const { claim, item } = aCopyTravellingForAHold();
  const cancel = { item, claim, branchId: 'ash.main', reason: 'not-sent' as const, forced: true, at: monday };

  test('C10 it is a cancelled transit, its hold waits again at its old place, and the log contains the reason', () => {
    const { transit: _t, hold: _h, ...rest } = item;
    const aside = { at: monday, reason: 'not-sent' };
    expect(outcome(decideCancelTransit(cancel))).toMatchObject({
      item: { ...rest, state: 'cancelled-transit', aside, v: 8 },
      holds: [{ holdId: 'hld_1', state: 'placed', placedAt: claim.placedAt, v: 2 }],
      facts: [{ name: 'transit-cancelled', detail: { from: 'ash.main', to: 'cedar.main', reason: 'not-sent' } }],
      resets: [{ holdId: 'hld_1', itemId: 'itm_1', reason: 'other', note: 'transit-cancelled: not-sent' }],
    });
    const after = itemOf(decideCancelTransit(cancel));
    expect([after.transit, after.hold]).toEqual([undefined, undefined]);
  });

  test('C10 scanned again where it was, it takes the same route, and its arrival fills the hold', () => {
    const stopped = itemOf(decideCancelTransit(cancel));
    const waiting = [aHold({ v: 2 })];
    const again = checkedIn({ item: stopped, waiting, at: later });
    expect(again.after.transit).toEqual({ ...item.transit, sentAt: later });
    expect(again.after.aside).toBeUndefined();
    const travelling = again.holds[0]?.after ?? aHold();
    const arrived = checkedIn({ item: again.after, claim: travelling, branchId: 'cedar.main', at: later });
    expect([arrived.after.state, arrived.holds[0]?.after]).toMatchObject([
      'on-hold-shelf',
      { holdId: 'hld_1', state: 'on-shelf' },
    ]);
  });

  test('C10 a transit home is cancelled as well, and its next scan sends it home again', () => {
    const stopped = itemOf(decideCancelTransit({ ...cancel, item: onItsWayHome, claim: undefined }));
    expect(stopped.state).toBe('cancelled-transit');
    expect(checkedIn({ item: stopped, branchId: 'birch.east' }).after.transit).toEqual({ ...homeward, sentAt: monday });
    expect(checkedIn({ item: stopped, branchId: 'ash.main' }).after.state).toBe('available');
  });
});

test('C10 C57 a cancelled transit can be lent, and its transfer request ends with a loan', () => {
  const item = anItem({ state: 'cancelled-transit', aside: { at: monday, reason: 'other' } });
  const lent = itemOf(decideCheckout(aCheckout({ item })));
  expect([lent.state, lent.aside]).toEqual(['on-loan', undefined]);
  const asked = itemOf(decideSendItem({ ...transferAsked, inHand: false }));
  const decision = decideCheckout(aCheckout({ item: asked }));
  expect([itemOf(decision).transit, (outcome(decision) as { facts: { name: string }[] }).facts[1]?.name]).toEqual([
    undefined,
    'transit-cancelled',
  ]);
});

describe('C13 the minimum interval of a transit', () => {
  const policies = moving({ minimumTransitMinutes: 30 });
  const scan = { item: onItsWayHome, at: monday, policies };

  test('C13 a scan within the interval is refused anywhere; after it, or without an interval, it is not', () => {
    expect(refuseScanOfJustSent(scan)).toEqual([{ code: 'transit-just-sent', detail: 'Sent 10 minutes ago' }]);
    expect(refuseScanOfJustSent({ ...scan, at: '2026-03-02T11:20:00.000Z' })).toEqual([]);
    expect(refuseScanOfJustSent({ ...scan, policies: moving({}) })).toEqual([]);
    expect(refuseScanOfJustSent({ ...scan, item: anItem() })).toEqual([]);
  });

  test('C13 the same source and destination are exempt, and so is a transfer that was only requested', () => {
    const itself = { ...onItsWayHome, transit: { ...homeward, from: 'ash.main' } };
    expect(refuseScanOfJustSent({ ...scan, item: itself })).toEqual([]);
    const { sentAt: _, ...asked } = homeward;
    const item = anItem({ transit: { ...asked, requestedAt: monday } });
    expect(refuseScanOfJustSent({ ...scan, item })).toEqual([]);
  });

  test('C13 a supervisor overrides it, and the check-in reports the override', () => {
    const override = { by: 'stf_9', comment: 'brought back by the driver' };
    expect([refuseScanOfJustSent({ ...scan, override }), letThroughAtScan({ ...scan, override })]).toEqual([
      [],
      ['transit-just-sent'],
    ]);
    const { decision } = checkedIn({ ...scan, override });
    expect(decision.facts.find(({ name }) => name === 'refusals-overridden')?.detail).toEqual({
      by: 'stf_9',
      codes: 'transit-just-sent',
    });
  });
});

describe('C14 two libraries in one building', () => {
  const together = (on: { holds: boolean; nonHolds: boolean }) =>
    moving({ suppress: [{ name: 'Market Square', branches: ['ash.main', 'cedar.main'], ...on }] });
  const both = together({ holds: true, nonHolds: true });

  test('C14 for holds: a copy for the other branch goes on its shelf at once; else it travels', () => {
    const waiting = [aHold()];
    const shelved = checkedIn({ waiting, policies: together({ holds: true, nonHolds: false }) });
    expect([shelved.next, shelved.after.transit, shelved.after.hold?.shelfExpiresAt]).toEqual([
      { step: 'hold-shelf', branchId: 'cedar.main' },
      undefined,
      '2026-03-09T22:59:59.000Z',
    ]);
    const sent = checkedIn({ waiting, policies: together({ holds: false, nonHolds: true }) });
    expect(sent.next).toMatchObject({ step: 'send', branchId: 'cedar.main' });
  });

  test('C2 C14 otherwise: at a branch in the same building it is home and recorded there; else it travels', () => {
    const home = checkedIn({ branchId: 'cedar.main', policies: together({ holds: false, nonHolds: true }) });
    expect([home.after.state, home.after.currentBranch, home.next.branchId, home.because]).toEqual([
      'available',
      'ash.main',
      'ash.main',
      'at-home',
    ]);
    expect(home.after.lastCheckin).toEqual({ at: monday, branchId: 'cedar.main' });
    const sent = checkedIn({ branchId: 'cedar.main', policies: together({ holds: true, nonHolds: false }) });
    expect(sent.next).toEqual({ step: 'send', branchId: 'ash.main' });
  });

  test('C14 an item that arrives in the same building has arrived, for a hold or home; a third library is on the way', () => {
    const { claim, item } = aCopyTravellingForAHold();
    const arrived = checkedIn({ item, claim, policies: both });
    expect([arrived.after.state, arrived.after.currentBranch]).toEqual(['on-hold-shelf', 'cedar.main']);
    const home = checkedIn({ item: onItsWayHome, branchId: 'cedar.main', policies: both });
    expect([home.after.state, home.names]).toEqual(['available', ['item-received', 'item-checked-in']]);
    expect(checkedIn({ item: onItsWayHome, branchId: 'elm.main', policies: both }).because).toBe('passing');
  });

  test('C14 a copy on the shelf of the other stays there when it is scanned here', () => {
    const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main', shelfExpiresAt: later };
    const item = anItem({ state: 'on-hold-shelf', currentBranch: 'cedar.main', hold });
    const claim = aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt: later });
    const again = checkedIn({ item, claim, policies: both });
    expect([again.after.state, again.after.hold, again.after.currentBranch, again.holds]).toEqual([
      'on-hold-shelf',
      hold,
      'cedar.main',
      [],
    ]);
  });
});

describe('C17 the return policy', () => {
  const returning = (to: 'home' | 'holding' | 'none', items = {}) =>
    moving({
      returns: [
        { items, to },
        { items: {}, to: 'home' },
      ],
    });
  const back = (policies: ReturnType<typeof moving>, branchId = 'elm.main') =>
    checkedIn({ item: aLentItem(notLate), branchId, policies });

  test('C17 home: it goes home', () => {
    expect(back(returning('home')).next).toEqual({ step: 'send', branchId: 'ash.main' });
  });

  test('C17 holding: it goes to the branch that lent it, also from its home, and stays there', () => {
    const away = back(returning('holding'));
    expect([away.after.transit?.to, away.after.transit?.purpose, away.because]).toEqual([
      'birch.east',
      'holding',
      'back-by-policy',
    ]);
    expect(back(returning('holding'), 'ash.main').next).toEqual({ step: 'send', branchId: 'birch.east' });
    const there = checkedIn({ item: away.after, branchId: 'birch.east', policies: returning('holding') });
    const again = checkedIn({ item: there.after, branchId: 'birch.east', policies: returning('holding') });
    expect([there.after.state, there.after.currentBranch, again.after.state, again.because]).toEqual([
      'available',
      'birch.east',
      'available',
      'stays-by-policy',
    ]);
  });

  test('C17 none: it stays where it was returned', () => {
    const { after, because } = back(returning('none'));
    expect([after.state, after.currentBranch, because]).toEqual(['available', 'elm.main', 'stays-by-policy']);
  });

  test('C17 by owner and item type: the first matching rule applies', () => {
    const stays = (items: object) => back(returning('none', items)).next.step === 'shelve';
    expect(
      [
        { owner: 'ash' },
        { owner: 'ash.main', itemCategory: 'book' },
        { owner: 'birch' },
        { itemCategory: 'dvd' },
        { location: 'stacks' },
      ].map(stays),
    ).toEqual([true, true, false, false, true]);
  });
});

test('C61 a hold whose pickup branch changed during transit is redirected where it is scanned', () => {
  const { claim, item } = aCopyTravellingForAHold({ pickupBranch: 'elm.main' });
  const turned = checkedIn({ item, claim, branchId: 'birch.east' });
  expect(turned.after.transit).toMatchObject({ from: 'birch.east', to: 'elm.main', holdId: 'hld_1' });
  const there = checkedIn({ item, claim, branchId: 'elm.main' });
  expect(there.after.state).toBe('on-hold-shelf');
});

test('C1 the complete order: repaired, closed, received, held, else floated, else sent', () => {
  const item = anItem({ state: 'available', loan: aLoan(notLate), transit: { ...homeward, to: 'birch.east' } });
  const names = (over: Partial<CheckinRequest>) =>
    checkedIn({ item, branchId: 'birch.east', policies: floating(), ...over }).names;
  const begin = ['transit-cancelled', 'item-repaired', 'loan-closed'];
  expect(names({})).toEqual([...begin, 'item-floated', 'item-checked-in']);
  expect(names({ waiting: [aHold()] })).toEqual([...begin, 'hold-in-transit', 'item-sent', 'item-checked-in']);
  expect(names({ policies: moving({}) })).toEqual([...begin, 'item-sent', 'item-checked-in']);
  const sent = { ...onItsWayHome, transit: { ...homeward, to: 'birch.east' } };
  expect(names({ item: sent })).toEqual(['item-received', 'item-floated', 'item-checked-in']);
});

test('C9 with any policy and any scan, a step of the table, and one transit at most', () => {
  const rules = fc.constantFrom(
    moving({}),
    floating(),
    floating({}, [{ at: 'consortium', cap: 1 }]),
    moving({ returns: [{ items: {}, to: 'holding' }] }),
    moving({ returns: [{ items: {}, to: 'none' }] }),
    moving({ suppress: [{ name: 'one', branches: ['ash.main', 'birch.east'], holds: true, nonHolds: true }] }),
  );
  const items = fc.constantFrom(
    anItem(),
    onItsWayHome,
    aLentItem(),
    aCopyTravellingForAHold().item,
    itemOf(decideSendItem(asked())),
    itemOf(decideSendItem(asked({ inHand: false }))),
    anItem({ state: 'cancelled-transit', aside: { at: monday, reason: 'other' } }),
    anItem({ currentBranch: 'birch.east', placed: { branchId: 'birch.east', purpose: 'display' } }),
    anItem({ currentBranch: 'birch.east', floated: 'birch.east novels' }),
  );
  const branches = fc.constantFrom('ash.main', 'birch.east', 'cedar.main');
  const queues = fc.constantFrom([], [aHold({ holdId: 'hld_2' })]);
  fc.assert(
    fc.property(items, branches, rules, queues, fc.nat(2), (item, branchId, policies, waiting, guests) => {
      const { after, decision } = checkedIn({ item, branchId, policies, waiting, guests });
      expect(decision.warnings).not.toContain('state-repaired');
      expect(allows(itemStates, item.state, after.state)).toBe(true);
      expect(after.state === 'in-transit').toBe(after.transit?.sentAt !== undefined);
      expect(after.state === 'on-hold-shelf').toBe(after.hold?.shelfExpiresAt !== undefined);
      const counted = (decision.changes.guests ?? []).reduce((sum, { add }) => sum + add, 0);
      expect(counted).toBe(Number(after.floated !== undefined) - Number(item.floated !== undefined));
    }),
  );
});

describe('the courier', () => {
  const { movement } = moving({
    courier: {
      routes: [
        { route: 'north', name: 'North round', stops: ['ash.main', 'birch.east', 'hub.main'], days: [3, 1] },
        { route: 'south', name: 'South round', stops: ['hub.main', 'cedar.main'], days: [2] },
      ],
      totes: { 'cedar.main': 'C-7' },
    },
  });
  const between = (from: string, to: string) => movement && carriageBetween(movement.body, from, to);

  test('is the round that serves both branches, else the fewest that connect them; the tote is the destination’s', () => {
    expect(between('ash.main', 'birch.east')).toEqual({ routes: ['north'], days: [1, 3], via: [] });
    expect(between('birch.east', 'cedar.main')).toEqual({
      ...{ routes: ['north', 'south'], days: [1, 3], via: ['hub.main'], tote: 'C-7' },
    });
    expect(between('elm.main', 'cedar.main')).toEqual({ routes: [], days: [], via: [], tote: 'C-7' });
    expect(between('ash.main', 'elm.main')).toBeUndefined();
  });
});

test('invalid rules of movement are refused', () => {
  const refused = (body: unknown) => !movementSchema.safeParse(body).success;
  expect(
    [
      { minimumTransitMinutes: -1 },
      { suppress: [{ name: 'x', branches: ['ash.main'], holds: true, nonHolds: true }] },
      { returns: [{ items: {}, to: 'away' }] },
      { floating: [{ group: 'A B', items: [{}], places: [{ at: 'ash' }] }] },
      {
        floating: [
          { group: 'a', items: [{}], places: [{ at: 'ash' }] },
          { group: 'a', items: [{}], places: [{ at: 'elm' }] },
        ],
      },
      { courier: { routes: [{ route: 'n', name: 'N', stops: ['ash.main', 'elm.main'], days: [8] }] } },
      { unknown: 1 },
    ].map(refused),
  ).toEqual([true, true, true, true, true, true, true]);
  expect(refused({})).toBe(false);
});
