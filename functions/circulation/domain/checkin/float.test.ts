import fc from 'fast-check';
import { movementSchema } from '../../../../layers/records/policies/domain/movement.ts';
import { aCopyTravellingForAHold, aHold, anItem, policies } from '../../../../test/builders/circulation.ts';
import { checkedIn, floating, homeward, onItsWayHome } from '../../../../test/builders/moved.ts';
import { moving } from '../../../../test/builders/movement.ts';
import { homeBound } from '../items/movement-rules.ts';
import type { CheckinRequest } from './checkin-request.ts';
import { capFor, floatOutcome } from './float.ts';

describe('floating groups', () => {
  const stays = (policies: ReturnType<typeof moving>, over: Partial<CheckinRequest> = {}) =>
    checkedIn({ branchId: 'birch.east', policies, ...over });

  test('C23 it stays where it would otherwise go home, and reports that it floats', () => {
    const { after, because, names, decision } = stays(floating());
    expect(decision.facts[0]?.detail).toEqual({ from: 'ash.main', group: 'novels' });
    expect(after).not.toHaveProperty('floated');
    expect([after.state, after.currentBranch, after.branchId, because]).toEqual([
      'available',
      'birch.east',
      'ash.main',
      'floats',
    ]);
    expect(names).toEqual(['item-floated', 'item-checked-in']);
  });

  test('C23 never over a hold here, a hold elsewhere, or an open transit', () => {
    const here = stays(floating(), { waiting: [aHold({ pickupBranch: 'birch.east' })] });
    const remote = stays(floating(), { waiting: [aHold()] });
    const open = checkedIn({ item: onItsWayHome, branchId: 'elm.main', policies: floating() });
    expect([here.next.step, remote.next.branchId, open.after.transit]).toEqual(['hold-shelf', 'cedar.main', homeward]);
    const travelling = checkedIn({ ...aCopyTravellingForAHold(), branchId: 'elm.main', policies: floating() });
    expect(travelling.because).toBe('for-hold');
  });

  test('C24 stop depth: within one member only, or nowhere', () => {
    const within = floating({}, [{ at: 'consortium', stopDepth: 1 }]);
    expect([stays(within).because, stays(within, { branchId: 'ash.north' }).because]).toEqual(['going-home', 'floats']);
    const nowhere = floating({}, [{ at: 'consortium', stopDepth: 2 }]);
    expect(stays(nowhere, { branchId: 'ash.north' }).because).toBe('going-home');
  });

  test('C24 max depth: a branch has depth 2, so a limit of 1 allows no item to float to it', () => {
    const of = (maxDepth: number) => stays(floating({}, [{ at: 'birch', maxDepth }])).because;
    expect([of(2), of(1)]).toEqual(['floats', 'going-home']);
  });

  test('C24 an exclusion wins over every permission, in any order', () => {
    const yes = { at: 'consortium' };
    const no = { at: 'birch', exclude: true };
    for (const places of [
      [yes, no],
      [no, yes],
      [{ at: 'birch.east' }, no],
    ])
      expect(stays(floating({}, places)).because).toBe('float-excluded');
    expect(stays(floating({}, [yes, { at: 'birch.west', exclude: true }])).because).toBe('floats');
  });

  test('C24 a manual group floats only when staff confirm it, and never by self-check', () => {
    const manual = floating({ manual: true });
    expect(stays(manual).because).toBe('float-by-hand');
    expect(stays(manual, { float: true }).because).toBe('floats');
    expect(stays(manual, { float: true, bySelfCheck: true }).because).toBe('float-by-hand');
    expect(stays(floating(), { bySelfCheck: true }).because).toBe('floats');
  });

  test('C25 no floating collection here: in transit home', () => {
    expect(stays(floating({}, [{ at: 'cedar' }])).next).toEqual({ step: 'send', branchId: 'ash.main' });
    expect(stays(floating({ items: [{ itemCategory: 'dvd' }] })).next.step).toBe('send');
    expect(stays(moving({})).because).toBe('going-home');
    expect(stays(floating({ items: [{ itemCategory: 'dvd' }, { itemCategory: 'book' }] })).because).toBe('floats');
  });

  test('C24 a cap: the guest is counted; a full branch sends it home; a guest stays', () => {
    const capped = floating({}, [
      { at: 'consortium', cap: 10 },
      { at: 'birch', cap: 2 },
    ]);
    const came = stays(capped, { guests: 1 });
    const guest = { branchId: 'birch.east', group: 'novels' };
    expect([came.because, came.guests, came.after.floated]).toEqual([
      'floats',
      [{ ...guest, add: 1, below: 2 }],
      'birch.east novels',
    ]);
    const full = stays(capped, { guests: 2 });
    expect([full.because, full.guests, full.next.step]).toEqual(['float-full', undefined, 'send']);
    const again = stays(capped, { item: came.after, guests: 2 });
    expect([again.because, again.guests, again.after.floated]).toEqual(['floats', undefined, 'birch.east novels']);
  });

  test('C24 the cap is the lowest of the entries that apply; without one, or without a group, there is none', () => {
    const cap = (places: object[], over = {}) =>
      capFor(floating(over, places).movement?.body ?? movementSchema.parse({}), anItem(), 'birch.east');
    const all = [{ at: 'consortium', cap: 10 }, { at: 'birch', cap: 2 }, { at: 'cedar', cap: 1 }, { at: 'consortium' }];
    expect(cap(all)).toEqual({ group: 'novels', cap: 2 });
    expect([
      cap([{ at: 'consortium' }]),
      cap([{ at: 'cedar', cap: 1 }]),
      cap(all, { items: [{ itemCategory: 'dvd' }] }),
    ]).toEqual([...[undefined, undefined, undefined]]);
  });

  test('C24 a guest item that floats on or goes home frees its place', () => {
    const capped = floating({}, [{ at: 'consortium', cap: 2 }]);
    const item = anItem({ currentBranch: 'birch.east', floated: 'birch.east novels' });
    const left = { branchId: 'birch.east', group: 'novels', add: -1 };
    const on = checkedIn({ item, branchId: 'cedar.main', policies: capped, guests: 0 });
    expect(on.guests).toEqual([left, { branchId: 'cedar.main', group: 'novels', add: 1, below: 2 }]);
    const home = checkedIn({ item, branchId: 'ash.main', policies: capped });
    expect([home.guests, home.after.floated]).toEqual([[left], undefined]);
  });

  test('C24 with any entries, an applying exclusion never lets it stay, and a cap is never exceeded', () => {
    const place = fc.record({
      at: fc.constantFrom('consortium', 'ash', 'birch', 'birch.east', 'cedar'),
      stopDepth: fc.nat(2),
      exclude: fc.boolean(),
      cap: fc.option(fc.nat(3), { nil: undefined }),
    });
    const groups = fc.array(place, { minLength: 1, maxLength: 5 });
    const branches = fc.constantFrom('birch.east', 'cedar.main', 'ash.north');
    fc.assert(
      fc.property(groups, branches, fc.nat(4), (places, here, guests) => {
        const rules = floating(
          {},
          places.map(({ cap, ...rest }) => ({ ...rest, ...(cap !== undefined && { cap }) })),
        );
        const outcome = floatOutcome(rules.movement?.body ?? movementSchema.parse({}), anItem(), here, {
          byDesk: false,
          guests,
        });
        const shared = here.startsWith('ash.') ? 1 : 0;
        const applying = places.filter(
          ({ at, stopDepth }) =>
            (at === 'consortium' || at === here || here.startsWith(`${at}.`)) && shared >= stopDepth,
        );
        if (applying.some(({ exclude }) => exclude)) expect(outcome).toMatchObject({ stays: false });
        if (outcome.stays) expect(applying.every(({ cap }) => cap === undefined || guests < cap)).toBe(true);
        if (applying.length === 0) expect(outcome).toEqual({ stays: false, why: 'no-float' });
      }),
    );
  });
});

test('C23 a copy lent for one request only goes home, whatever the policy on floating', () => {
  const rules = {
    ...floating().movement?.body,
    returns: [{ items: {}, to: 'none' as const }],
    minimumTransitMinutes: 5,
  };
  const bound = homeBound(moving(rules));
  expect(checkedIn({ branchId: 'birch.east', policies: bound }).next).toEqual({ step: 'send', branchId: 'ash.main' });
  expect(bound.movement?.body.minimumTransitMinutes).toBe(5);
  expect(homeBound(policies())).toEqual(policies());
});
