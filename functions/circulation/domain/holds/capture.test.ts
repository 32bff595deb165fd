import fc from 'fast-check';
import { makeId } from '../../../../layers/kernel/identity/id.ts';
import {
  type BestHoldOrder,
  bestHoldOrders,
  targetingSchema,
} from '../../../../layers/records/policies/domain/targeting.ts';
import { aCheckin, aHold, aLentItem, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { holdForCopy, rankHolds, type Scan } from './best-hold.ts';
import { queuePlace } from './hold-queue.ts';

const ruled = (over: object = {}) => ({ ...policies(), targeting: targetingDocument(targetingSchema.parse(over)) });
const capturing = (capture: object) => ruled({ capture });
const aScan = (over: Partial<Scan> = {}): Scan => ({
  item: anItem(),
  branchId: 'birch.east',
  at: monday,
  policies: ruled(),
  ...over,
});
const hours = (count: number): string => new Date(Date.parse(monday) - count * 3_600_000).toISOString();
const first = (scan: Scan, holds: Hold[]): string | undefined => holdForCopy(scan, holds)?.holdId;

test('C49 a new item finds the one hold it may fill behind thousands that it may not, and checks each kind of hold once', () => {
  const itemId = makeId('item', Date.parse(monday) - 10 * 24 * 3_600_000, new Uint8Array(10));
  const item = anItem({ itemId, currentBranch: 'ash.main' });
  const over = ruled({ ageProtection: [{ owner: 'ash', days: 90, withinDistance: 10 }] });
  const scan = aScan({ item, branchId: 'ash.main', policies: over });
  const foreign = Array.from({ length: 5000 }, (_, i) =>
    aHold({ holdId: `hld_${i}`, patronId: `pat_${i}`, placedAt: hours(9000 - i) }),
  );
  const own = aHold({ holdId: 'hld_own', pickupBranch: 'ash.west', patronMember: 'ash', placedAt: hours(1) });
  // The loan rules are resolved once for each kind of borrower and pickup branch, not for each hold.
  let asked = 0;
  const { rules } = over.loanRules.body;
  const counted = {
    ...over,
    loanRules: {
      ...over.loanRules,
      body: Object.defineProperty({ ...over.loanRules.body }, 'rules', {
        get: () => {
          asked += 1;
          return rules;
        },
      }),
    },
  };
  expect(first({ ...scan, policies: counted }, [...foreign, own])).toBe('hld_own');
  expect(asked).toBeLessThan(100);
  const old = { ...scan, at: new Date(Date.parse(monday) + 81 * 24 * 3_600_000).toISOString() };
  expect(first(old, [...foreign, own])).toBe('hld_0');
});

/*
 * One copy of ash.main that has been away for 40 days is scanned at birch.east. Each hold is the best by another factor: the scanning
 * branch, the copy's home, the patron's library, or the waiting time.
 */
const copy = anItem({ currentBranch: 'birch.east', away: '2026-01-21' });
const here = aHold({ holdId: 'hld_here', pickupBranch: 'birch.east', patronMember: 'birch', placedAt: hours(1) });
const home = aHold({ holdId: 'hld_home', pickupBranch: 'ash.main', patronMember: 'cedar', placedAt: hours(2) });
const chased = aHold({ holdId: 'hld_chased', pickupBranch: 'elm.main', patronMember: 'ash', placedAt: hours(3) });
const oldest = aHold({ holdId: 'hld_oldest', pickupBranch: 'cedar.main', patronMember: 'cedar', placedAt: hours(4) });
const fixture = [here, home, chased, oldest];

test.each<[BestHoldOrder, string, string]>([
  ['traditional', 'hld_here', 'hld_here'],
  ['traditional-holds-go-home', 'hld_home', 'hld_here'],
  ['traditional-holds-always-go-home', 'hld_home', 'hld_home'],
  ['traditional-holds-chase-home-patrons', 'hld_chased', 'hld_chased'],
  ['fifo', 'hld_oldest', 'hld_oldest'],
  ['fifo-holds-go-home', 'hld_home', 'hld_oldest'],
  ['fifo-holds-always-go-home', 'hld_home', 'hld_home'],
])('C50 by the order %s the copy goes to %s, and to %s when it was not away for long', (order, winner, fresh) => {
  const scan = aScan({ item: copy, policies: capturing({ order }) });
  expect(first(scan, fixture)).toBe(winner);
  expect(first({ ...scan, item: { ...copy, away: '2026-02-20' } }, fixture)).toBe(fresh);
});

test('C50 the table has every built-in order, an owner may have its own, and a priority set by staff precedes time', () => {
  expect(bestHoldOrders).toHaveLength(7);
  const scan = aScan({ item: copy, policies: capturing({ order: 'fifo', orderByOwner: { ash: ['here-to-pickup'] } }) });
  expect([first(scan, fixture), first({ ...scan, item: { ...copy, memberId: 'elm' } }, fixture)]).toEqual([
    'hld_here',
    'hld_oldest',
  ]);
  expect(first(aScan({ policies: capturing({ order: 'fifo' }) }), [oldest, { ...here, priority: -1 }])).toBe(
    'hld_here',
  );
});

test('C50 adjusted distances decide before plain ones in the traditional orders', () => {
  const adjustments = [
    { id: 'van', kind: 'relative', by: -30, to: 'elm.main' },
    { id: 'ferry', kind: 'relative', by: 40, to: 'birch.east' },
  ];
  const scan = aScan({
    item: copy,
    policies: ruled({ proximity: { adjustments }, capture: { order: 'traditional' } }),
  });
  expect(first(scan, fixture)).toBe('hld_chased');
});

describe('C51 local holds come first', () => {
  // Scanned at birch.east, at home in ash.main.
  const by = (
    patron: 'home' | 'pickup',
    item: 'home' | 'holding',
    more: object = {},
    over: Partial<ItemCirculation> = {},
  ) =>
    first(
      aScan({ item: { ...copy, ...over }, policies: capturing({ localPriority: { patron, item, ...more } }) }),
      fixture,
    );

  test('by the patron’s home or the pickup branch, and the copy’s home or where it is', () => {
    expect(by('pickup', 'holding')).toBe('hld_here');
    expect(by('pickup', 'home')).toBe('hld_home');
    expect(by('home', 'home')).toBe('hld_chased');
    expect(by('home', 'holding')).toBe('hld_here');
  });

  test('but not for patrons of an excluded category, nor with an excluded item', () => {
    expect(by('pickup', 'holding', { excludedPatronCategories: ['adult'] })).toBe('hld_oldest');
    expect(by('pickup', 'holding', { excludedItems: [{ itemCategory: 'dvd' }] })).toBe('hld_here');
    expect(by('pickup', 'holding', { excludedItems: [{ itemCategory: 'dvd' }] }, { category: 'dvd' })).toBe(
      'hld_oldest',
    );
    expect(by('pickup', 'holding', { excludedItems: [{ itemId: 'itm_1' }] })).toBe('hld_oldest');
  });
});

test('C52 a copy away from home for longer than the limit serves its owner’s hold first; a scan at home ends that', () => {
  const over = capturing({ order: 'fifo-holds-go-home', goHomeAfterDays: 30 });
  const scanned = (item: ItemCirculation, branchId: string) => {
    const decision = decideCheckin(aCheckin({ item, branchId, policies: over, waiting: fixture }));
    return [decision.changes.item?.after.hold?.holdId, decision.changes.item?.after.away];
  };
  expect(scanned(copy, 'birch.east')).toEqual(['hld_home', '2026-01-21']);
  expect(scanned({ ...copy, away: '2026-02-01' }, 'birch.east')).toEqual(['hld_oldest', '2026-02-01']);
  expect(scanned(aLentItem({}, { away: '2026-01-21' }), 'ash.main')).toEqual(['hld_oldest', undefined]);
  expect(scanned(anItem(), 'birch.east')).toEqual(['hld_oldest', '2026-03-02']);
});

test('C53 within the soft stall a hold takes a copy by chance only at its pickup branch, and its paged copy anywhere', () => {
  const over = capturing({ softStallMinutes: 24 * 60 });
  const young = aHold({ holdId: 'hld_young', placedAt: hours(3) });
  const scan = (branchId: string, holds: Hold[], at = monday) => first(aScan({ branchId, at, policies: over }), holds);
  expect([scan('birch.east', [young]), scan('cedar.main', [young])]).toEqual([undefined, 'hld_young']);
  expect(scan('birch.east', [{ ...young, state: 'targeted', targetItemId: 'itm_1' }])).toBe('hld_young');
  expect(scan('birch.east', [{ ...young, state: 'targeted', targetItemId: 'itm_2' }])).toBeUndefined();
  expect(scan('birch.east', [young], '2026-03-03T08:00:00.000Z')).toBe('hld_young');
  expect(scan('birch.east', [young, aHold({ holdId: 'hld_later', placedAt: hours(30), priority: 5 })])).toBe(
    'hld_later',
  );
});

describe('C54 an item whose place must be verified', () => {
  const over = capturing({ verifyLocation: [{ location: 'treasures' }] });
  const treasure = anItem({ location: 'treasures' });
  const scanned = (item: ItemCirculation, more: Parameters<typeof aCheckin>[0] = {}) => {
    const decision = decideCheckin(aCheckin({ item, policies: over, waiting: [aHold()], ...more }));
    const { state, hold } = decision.changes.item?.after ?? {};
    return { decision, state, holdId: hold?.holdId, warnings: decision.warnings, holds: decision.changes.holds };
  };

  test('requires confirmation before capture, and follows the answer', () => {
    expect(scanned(treasure)).toMatchObject({
      state: 'available',
      holdId: undefined,
      warnings: ['verify-location'],
      holds: [],
    });
    expect(scanned(treasure, { capture: 'yes' })).toMatchObject({ state: 'in-transit', holdId: 'hld_1', warnings: [] });
    expect(scanned(treasure, { capture: 'no' })).toMatchObject({
      state: 'available',
      holdId: undefined,
      warnings: [],
      holds: [],
    });
    expect(scanned(anItem())).toMatchObject({ state: 'in-transit', warnings: [] });
    expect(scanned(treasure, { waiting: [] })).toMatchObject({ state: 'available', warnings: [] });
  });

  test('stays paged until confirmed; if refused, its hold waits again and the reason is stored', () => {
    const claim = aHold({ state: 'targeted', targetItemId: 'itm_1' });
    const paged = {
      ...treasure,
      state: 'paged' as const,
      hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
    };
    const more = { claim, waiting: [claim] };
    expect(scanned(paged, more)).toMatchObject({
      state: 'paged',
      holdId: 'hld_1',
      warnings: ['verify-location'],
      holds: [],
    });
    const undecided = scanned(paged, { ...more, capture: 'no' });
    expect(undecided).toMatchObject({ state: 'available', holdId: undefined, holds: [{ after: { state: 'placed' } }] });
    expect(undecided.decision.changes.resets).toMatchObject([
      { holdId: 'hld_1', reason: 'not-fit', itemId: 'itm_1', branchId: 'ash.main', at: monday },
    ]);
  });
});

test('C42 C43 what may not be sent is not captured, and fulfilment by the holding branch means the scanning branch', () => {
  const over = (more: object) => ruled(more);
  const scan = (more: object, branchId: string) => first(aScan({ branchId, policies: over(more) }), [aHold()]);
  expect(
    scan({ transferLimits: [{ from: 'birch', to: 'cedar', itemCategory: 'book' }] }, 'birch.east'),
  ).toBeUndefined();
  expect(scan({ transferLimits: [{ from: 'birch', to: 'cedar', itemCategory: 'book' }] }, 'cedar.main')).toBe('hld_1');
  expect(scan({ fulfilment: [{ pickup: 'holding' }] }, 'birch.east')).toBeUndefined();
  expect(scan({ fulfilment: [{ pickup: 'holding' }] }, 'cedar.main')).toBe('hld_1');
  expect(
    scan(
      { transportCost: { pairs: [{ from: 'birch', to: 'cedar', cost: 0, enabled: false }], otherwise: 1 } },
      'birch.east',
    ),
  ).toBeUndefined();
});

test('C48 C56 a hold that loses its copy to an earlier hold logs that; the capturing hold leaves other holds of other copies alone', () => {
  const claim = aHold({ holdId: 'hld_2', state: 'targeted', targetItemId: 'itm_1', placedAt: hours(1) });
  const ofAnother = aHold({
    holdId: 'hld_3',
    itemId: 'itm_9',
    state: 'targeted',
    targetItemId: 'itm_9',
    placedAt: hours(90),
  });
  const item = anItem({ state: 'paged', hold: { holdId: 'hld_2', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const { changes } = decideCheckin(
    aCheckin({ item, claim, waiting: [ofAnother, claim, aHold({ placedAt: hours(2) })] }),
  );
  expect(changes.resets).toEqual([
    {
      holdId: 'hld_2',
      at: monday,
      v: 2,
      reason: 'gave-way',
      branchId: 'ash.main',
      itemId: 'itm_1',
      copyBranch: 'ash.main',
    },
  ]);
  expect(changes.holds.map(({ after }) => after.holdId)).toEqual(['hld_2', 'hld_1']);
  // The hold that is filled out of turn has no place any more, and no hold after it waits longer because of it.
  const after = [ofAnother, ...changes.holds.map((change) => change.after)];
  expect(['hld_1', 'hld_3', 'hld_2'].map((holdId) => queuePlace(after, holdId))).toEqual([undefined, 1, 2]);
});

const anyHold = fc
  .record({
    id: fc.nat(60),
    pickup: fc.constantFrom('ash.main', 'birch.east', 'cedar.main', 'elm.main'),
    member: fc.constantFrom('ash', 'birch', 'cedar'),
    age: fc.nat(5),
    priority: fc.nat(1),
  })
  .map(({ id, pickup, member, age, priority }) =>
    aHold({ holdId: `hld_${id}`, pickupBranch: pickup, patronMember: member, placedAt: hours(age), priority }),
  );
const aQueue = fc.uniqueArray(anyHold, { selector: ({ holdId }) => holdId, maxLength: 20 });

test('every order is total: the same holds are sorted alike, in any input order', () => {
  fc.assert(
    fc.property(aQueue, fc.constantFrom(...bestHoldOrders), fc.boolean(), (holds, order, local) => {
      const localPriority = local ? { patron: 'pickup', item: 'home' } : null;
      const scan = aScan({ item: copy, policies: capturing({ order, localPriority }) });
      const ids = (queue: Hold[]) => rankHolds(scan, queue).map(({ hold }) => hold.holdId);
      expect(ids(holds.toReversed())).toEqual(ids(holds));
      expect(ids(holds).toSorted()).toEqual(holds.map(({ holdId }) => holdId).toSorted());
    }),
  );
});

test('C58 a shelf copy passed on to a hold with another pickup branch waits for its patron from the scan there, whoever carried it', () => {
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'birch.east' };
  const given = anItem({ state: 'on-hold-shelf', currentBranch: 'ash.main', hold });
  const claim = aHold({ ...hold, state: 'targeted', targetItemId: given.itemId });
  const { changes, facts } = decideCheckin(aCheckin({ item: given, claim, branchId: 'birch.east', waiting: [claim] }));
  expect(changes.holds).toMatchObject([
    { after: { holdId: 'hld_1', state: 'on-shelf', targetItemId: given.itemId, shelfExpiresAt: expect.any(String) } },
  ]);
  expect(changes.item?.after).toMatchObject({ state: 'on-hold-shelf', currentBranch: 'birch.east' });
  expect(facts.map(({ name }) => name)).toContain('hold-on-shelf');
});
