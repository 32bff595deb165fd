import fc from 'fast-check';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import {
  defaultTargeting,
  type Targeting,
  targetingSchema,
} from '../../../../layers/records/policies/domain/targeting.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule, targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { HoldReset } from './hold-reset.ts';
import { plainDistance, proximityOf, transportCost } from './proximity.ts';
import { decideRetargetHold, decideTarget } from './retarget-hold.ts';
import { chooseCopies, type TargetChoice } from './target-choice.ts';
import { contextOf, decideTargetHold, type Looked } from './target-hold.ts';

const at = (itemId: string, branch: string, over: Partial<ItemCirculation> = {}): ItemCirculation =>
  anItem({ itemId, memberId: memberOfBranch(branch), branchId: branch, currentBranch: branch, ...over });
const far = at('itm_far', 'ash.main');
const near = at('itm_near', 'cedar.east');
const here = at('itm_here', 'cedar.main');

const ruled = (over: Partial<Targeting> = {}) => ({ ...policies(), targeting: targetingDocument(over) });
const policy = (over: object): Targeting => targetingSchema.parse(over);

type Case = { over?: Partial<Targeting>; hold?: Hold; looked?: Looked; when?: string };
const choice = (items: ItemCirculation[], { over = {}, hold = aHold(), looked = {}, when = monday }: Case = {}) =>
  chooseCopies(hold, items, contextOf(ruled(over), when, looked));
const order = (chosen: TargetChoice): string[] => chosen.ranked.map(({ itemId }) => itemId);
const reasons = (chosen: TargetChoice): Record<string, string> =>
  Object.fromEntries(chosen.passedOver.map(({ itemId, reason }) => [itemId, reason]));

const lost = (itemId: string, copyBranch: string, reason: HoldReset['reason'] = 'timed-out'): HoldReset => ({
  ...{ holdId: 'hld_1', at: monday, v: 2, reason, itemId, copyBranch },
});

test('C36 the copy at the pickup branch is targeted first, then one of its member, then in a fixed order over every copy', () => {
  const other = at('itm_a', 'elm.main');
  const lent = aLentItem({}, { itemId: 'itm_lent' });
  const chosen = choice([far, lent, other, near, here]);
  expect(order(chosen)).toEqual(['itm_here', 'itm_near', 'itm_far', 'itm_a']);
  expect(reasons(chosen)).toEqual({ itm_lent: 'not-on-shelf' });
  // However far any rule places it, and however busy it is.
  const odd = policy({ proximity: { sameBranch: 900, adjustments: [{ id: 'x', kind: 'absolute', by: 5000 }] } });
  const busy = { openPages: (branch: string) => (branch === 'cedar.main' ? 400 : 0) };
  expect(order(choice([far, here], { over: odd, looked: busy }))[0]).toBe('itm_here');
});

test('C37 a retargeted hold pages another copy, frees and logs the old one; a soft retarget keeps a suitable copy', () => {
  const hold = aHold({
    state: 'targeted',
    targetItemId: 'itm_here',
    lookAt: monday,
    targetedAt: '2026-03-01T11:00:00.000Z',
  });
  const claim = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const paged: ItemCirculation = { ...here, state: 'paged', hold: claim };
  const choosing = { hold, items: [paged, near], policies: ruled(), at: monday };
  expect(decideTarget(choosing)).toMatchObject({
    changes: {
      item: { after: { ...near, state: 'paged', hold: claim, v: 8 }, expect: 7 },
      freedCopy: { after: { ...here, v: 8 }, expect: 7 },
      holds: [
        { after: { targetItemId: 'itm_near', state: 'targeted', lookAt: '2026-03-04T11:00:00.000Z' }, expect: 1 },
      ],
      resets: [
        { holdId: 'hld_1', reason: 'timed-out', itemId: 'itm_here', copyBranch: 'cedar.main', at: monday, v: 2 },
      ],
    },
  });
  const soft = decideRetargetHold(choosing, { reason: 'other', soft: true });
  expect('changes' in soft && [soft.changes.holds, soft.changes.item, soft.changes.resets]).toEqual([
    [],
    undefined,
    undefined,
  ]);
  // A soft retarget also releases a copy that may no longer fill the hold.
  const closedNow = {
    ...choosing,
    policies: ruled({ transferLimits: [{}], fulfilment: [{ owner: 'cedar.main', pickup: 'home' }] }),
  };
  expect(
    decideRetargetHold(
      { ...closedNow, hold: { ...hold, pickupBranch: 'cedar.north' } },
      { reason: 'other', soft: true },
    ),
  ).toMatchObject({
    changes: {
      holds: [{ after: { state: 'placed' } }],
      freedCopy: { after: { state: 'available' } },
      resets: [{ reason: 'other' }],
    },
  });
  // Without another copy the same one is paged again.
  const alone = decideTarget({ ...choosing, items: [paged] });
  expect(alone).toMatchObject({
    changes: { holds: [{ after: { targetItemId: 'itm_here', targetedAt: monday } }], resets: [{}] },
  });
  expect('changes' in alone && alone.changes.item).toBeUndefined();
});

test('C38 a copy paged for one hold is paged for no other, and its write succeeds only on the copy as read', () => {
  const claim = { holdId: 'hld_9', patronId: 'pat_9', pickupBranch: 'elm.main' };
  const paged = { ...here, state: 'paged' as const, hold: claim };
  expect(reasons(choice([paged]))).toEqual({ itm_here: 'not-on-shelf' });
  expect(decideTargetHold(aHold(), [paged, near], ruled(), monday)).toMatchObject({
    changes: { item: { after: { itemId: 'itm_near' }, expect: 7 }, holds: [{ expect: 1 }] },
  });
});

test('C39 a branch is skipped only when closed now and at the next check; the pickup branch has its own setting', () => {
  const sunday = '2026-03-01T11:00:00.000Z';
  const weekdays = aCalendar();
  const shut = aCalendar({ closures: [{ from: '2026-03-01', to: '2026-03-03', reason: 'stocktaking' }] });
  const looked = (calendar: ReturnType<typeof aCalendar>): Looked => ({ calendarOf: () => calendar });
  const skip = { skipClosed: true, skipClosedPickup: false };
  const on = (calendar: ReturnType<typeof aCalendar>, over: Partial<Targeting> = skip) =>
    choice([far, here], { over, when: sunday, looked: looked(calendar) });
  expect(order(on(weekdays))).toEqual(['itm_here', 'itm_far']);
  expect([order(on(shut)), reasons(on(shut))]).toEqual([['itm_here'], { itm_far: 'branch-closed' }]);
  expect(order(on(shut, { skipClosed: false, skipClosedPickup: true }))).toEqual(['itm_far']);
  // It is closed in the evening and on the next evening, although it opens on both days.
  const evening = choice([far], { over: skip, when: '2026-03-02T20:00:00.000Z', looked: looked(weekdays) });
  expect([order(evening), reasons(evening)]).toEqual([[], { itm_far: 'branch-closed' }]);
  // The next check is when it opens, not the next evening.
  expect(evening.lookAt).toBe('2026-03-03T08:00:00.000Z');
  const early = choice([far], {
    over: { ...skip, nextCheckMinutes: 720 },
    when: '2026-03-02T20:00:00.000Z',
    looked: looked(weekdays),
  });
  expect(order(early)).toEqual(['itm_far']);
  const none = on(shut, { skipClosed: true, skipClosedPickup: true });
  expect([order(none), none.lookAt]).toEqual([[], '2026-03-02T11:00:00.000Z']);
  // It is checked again then, even without a change before.
  const waits = decideTargetHold(aHold({ placedAt: sunday }), [far], ruled(skip), sunday, looked(shut));
  const again = decideTargetHold(
    aHold({ placedAt: sunday, lookAt: '2026-03-02T11:00:00.000Z' }),
    [far],
    ruled(skip),
    '2026-03-01T12:00:00.000Z',
    looked(shut),
  );
  expect(again).toMatchObject({ refused: [{ code: 'item-wrong-state' }] });
  expect(waits).toMatchObject({
    changes: { holds: [{ after: { state: 'placed', lookAt: '2026-03-02T11:00:00.000Z' } }] },
  });
});

describe('C40 the distance of a copy', () => {
  const on = (adjustments: object[], item = far, from = 'ash.main', to = 'cedar.main') =>
    proximityOf(policy({ proximity: { adjustments } }), item, from, to);

  test('is set by an absolute adjustment, the most specific one, and moved by every relative one', () => {
    const lines = [
      { id: 'all', kind: 'absolute', by: 7 },
      { id: 'ash', kind: 'absolute', by: 3, from: 'ash' },
      { id: 'more', kind: 'relative', by: 2 },
      { id: 'less', kind: 'relative', by: -1, to: 'cedar.main' },
    ];
    expect(on(lines)).toEqual({ distance: 4, adjustedBy: ['ash', 'more', 'less'] });
    expect(on([{ id: 'less', kind: 'relative', by: -500 }])).toEqual({ distance: 0, adjustedBy: ['less'] });
  });

  test('is adjusted in one direction only', () => {
    const lines = [{ id: 'van', kind: 'absolute', by: 1, from: 'ash', to: 'cedar.main' }];
    expect(on(lines).distance).toBe(1);
    expect(on(lines, here, 'cedar.main', 'ash.main').distance).toBe(20);
    const pairs = [{ from: 'ash', to: 'cedar', distance: 4 }];
    const plain = (both: boolean, from: string, to: string) =>
      plainDistance(policy({ proximity: { pairs: pairs.map((pair) => ({ ...pair, bothWays: both })) } }), from, to);
    expect([
      plain(false, 'ash.main', 'cedar.main'),
      plain(false, 'cedar.main', 'ash.main'),
      plain(true, 'cedar.main', 'ash.main'),
    ]).toEqual([4, 20, 4]);
  });

  test('is adjusted by location or item category, and not outside its scope', () => {
    const lines = [
      { id: 'dvd', kind: 'relative', by: 5, itemCategory: 'dvd' },
      { id: 'attic', kind: 'relative', by: 3, location: 'attic' },
      { id: 'elm', kind: 'absolute', by: 0, owner: 'elm' },
    ];
    const distance = (over: Partial<ItemCirculation>) => on(lines, { ...far, ...over }).distance;
    expect([distance({}), distance({ category: 'dvd' }), distance({ location: 'attic' })]).toEqual([20, 25, 23]);
    expect(distance({ category: 'dvd', location: 'attic' })).toBe(28);
    const adjusted = policy({ proximity: { adjustments: [{ id: 'x', kind: 'absolute', by: 1, from: 'ash' }] } });
    expect(order(choice([far, near], { over: adjusted }))).toEqual(['itm_far', 'itm_near']);
  });
});

test('C41 with a cost matrix the cheapest branch is asked, and a disabled pair never, even at zero cost', () => {
  const cost = policy({
    transportCost: {
      otherwise: 9,
      pairs: [
        { from: 'cedar.east', to: 'cedar.main', cost: 5 },
        { from: 'ash', to: 'cedar.main', cost: 2 },
        { from: 'elm.main', to: 'cedar.main', cost: 0, enabled: false },
        { from: 'elm', to: 'cedar', cost: 0 },
      ],
    },
  });
  const elm = at('itm_elm', 'elm.main');
  const birch = at('itm_birch', 'birch.east');
  const chosen = choice([elm, birch, near, far], { over: cost });
  expect([order(chosen), reasons(chosen)]).toEqual([['itm_far', 'itm_near', 'itm_birch'], { itm_elm: 'way-disabled' }]);
  const strict = policy({ transportCost: { pairs: [{ from: 'ash', to: 'cedar.main', cost: 2 }] } });
  expect(reasons(choice([birch, far], { over: strict }))).toEqual({ itm_birch: 'way-disabled' });
  expect(strict.transportCost && transportCost(strict.transportCost, 'birch.east', 'birch.east')).toBe(0);
});

test('C42 fulfilment by home branch, holding branch or any, against each pickup rule: nine combinations', () => {
  const item = at('itm_1', 'ash.main', { currentBranch: 'birch.east' });
  const fills = (pickup: 'home' | 'holding' | 'any', pickupBranch: string) =>
    order(choice([item], { over: policy({ fulfilment: [{ pickup }] }), hold: aHold({ pickupBranch }) })).length === 1;
  const row = (pickup: 'home' | 'holding' | 'any') =>
    ['ash.main', 'birch.east', 'cedar.main'].map((to) => fills(pickup, to));
  expect([row('home'), row('holding'), row('any')]).toEqual([
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ]);
});

test('C43 a limit on sending a category stops its pages, and no other category’s', () => {
  const over = policy({ transferLimits: [{ from: 'ash', to: 'cedar', itemCategory: 'dvd' }] });
  const dvd = { ...far, category: 'dvd' };
  expect([reasons(choice([dvd], { over })), order(choice([far], { over }))]).toEqual([
    { itm_far: 'transfer-limit' },
    ['itm_far'],
  ]);
  const back = aHold({ pickupBranch: 'ash.main' });
  expect(order(choice([{ ...here, category: 'dvd' }], { over, hold: back }))).toEqual(['itm_here']);
});

test('C44 where the branch of first choice may not send, the next one is asked', () => {
  const rules = policies([aRule({ id: 'cedar', setBy: 'cedar', values: { holdable: false } })]);
  const chosen = decideTargetHold(aHold(), [here, near, far], rules, monday);
  expect(chosen).toMatchObject({ changes: { item: { after: { itemId: 'itm_far' } } } });
  expect(reasons(chosen.choice)).toEqual({ itm_here: 'loan-rules', itm_near: 'loan-rules' });
});

test('C45 a copy that timed out is asked one tier later, one released by hand last of all', () => {
  const [second, third] = [at('itm_2', 'birch.east'), at('itm_3', 'elm.main')];
  const over = policy({
    proximity: {
      pairs: [
        { from: 'birch', to: 'cedar', distance: 30 },
        { from: 'elm', to: 'cedar', distance: 40 },
      ],
    },
  });
  // Tiers: ash 20, birch 30, elm 40. Ash's copy timed out, then birch's.
  const timedOut = [lost('itm_far', 'ash.main'), lost('itm_2', 'birch.east')];
  expect(order(choice([far, second, third], { over, looked: { resets: timedOut.slice(0, 1) } }))).toEqual([
    'itm_2',
    'itm_3',
    'itm_far',
  ]);
  expect(order(choice([far, second, third], { over, looked: { resets: timedOut } }))).toEqual([
    'itm_far',
    'itm_3',
    'itm_2',
  ]);
  const { ranked } = choice([far, second, third], { over, looked: { resets: timedOut } });
  const points = ranked
    .find(({ itemId }) => itemId === 'itm_far')
    ?.factors.find(({ factor }) => factor === 'passed')?.points;
  expect(points).toBe(defaultTargeting.weights.tier + 1);
  const byHand = [lost('itm_far', 'ash.main', 'not-on-shelf'), ...[1, 2, 3].map(() => lost('itm_3', 'elm.main'))];
  expect(order(choice([far, second, third], { over, looked: { resets: byHand } })).at(-1)).toBe('itm_far');
});

test('C46 a hold ends when its branches were tried as often as allowed, and waits when none was', () => {
  const over = policy({ maxLoops: 2 });
  const twice = [lost('itm_far', 'ash.main'), lost('itm_far', 'ash.main')];
  expect(reasons(choice([far, near], { over, looked: { resets: twice } }))).toEqual({ itm_far: 'tried-enough' });
  const base = { hold: aHold(), items: [far], policies: ruled(over), at: monday };
  expect(decideTarget({ ...base, looked: { resets: twice } })).toMatchObject({
    changes: {
      holds: [{ after: { state: 'expired-unfilled', ended: { cause: 'max-loops' } } }],
      patrons: [{ add: { holds: -1 } }],
    },
  });
  const lent = aLentItem({}, { itemId: 'itm_far', currentBranch: 'ash.main' });
  const once = decideTarget({ ...base, items: [lent], looked: { resets: twice.slice(0, 1) } });
  expect(once).toMatchObject({ refused: [{ code: 'item-wrong-state' }], choice: { exhausted: false } });
  // The page beyond the limit also ends the hold, and releases the copy.
  const hold = aHold({ state: 'targeted', targetItemId: 'itm_far', lookAt: monday });
  const paged: ItemCirculation = {
    ...far,
    state: 'paged',
    hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
  };
  const last = decideTarget({ ...base, hold, items: [paged], looked: { resets: twice.slice(0, 1) } });
  expect(last).toMatchObject({
    changes: {
      holds: [{ after: { state: 'expired-unfilled' } }],
      item: { after: { state: 'available' } },
      resets: [{ reason: 'timed-out' }],
    },
  });
});

test('C47 within the hard stall no copy from elsewhere is asked while a local one exists, even on loan', () => {
  const over = policy({ hardStall: { minutes: 3 * 24 * 60 } });
  const lentHere = aLentItem({}, { ...here, state: 'on-loan', currentBranch: 'birch.east', itemId: 'itm_local' });
  const stalled = choice([far, lentHere], { over });
  expect([order(stalled), reasons(stalled).itm_far, stalled.lookAt]).toEqual([
    [],
    'waits-for-local',
    '2026-03-04T11:00:00.000Z',
  ]);
  expect(order(choice([far, lentHere], { over, when: '2026-03-04T11:00:00.000Z' }))).toEqual(['itm_far']);
  expect(order(choice([far, { ...lentHere, state: 'missing' }], { over }))).toEqual(['itm_far']);
  const byMember = policy({ hardStall: { minutes: 3 * 24 * 60, local: 'member' } });
  expect(order(choice([far, near], { over: byMember }))).toEqual(['itm_near']);
  expect(order(choice([far, near], { over }))).toEqual(['itm_near', 'itm_far']);
});

test('C27 for a patron with blocked capture nothing is paged, a page that times out is released, and checks go on daily', () => {
  const looked = { stopped: true };
  const chosen = choice([far, here], { looked });
  expect([order(chosen), reasons(chosen)]).toEqual([[], { itm_far: 'patron-stopped', itm_here: 'patron-stopped' }]);
  expect(decideTargetHold(aHold(), [far], ruled(), monday, looked)).toMatchObject({
    changes: { holds: [{ after: { state: 'placed', lookAt: '2026-03-03T11:00:00.000Z' } }] },
  });
  const hold = aHold({ state: 'targeted', targetItemId: 'itm_far', lookAt: monday });
  const claim = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const items = [{ ...far, state: 'paged' as const, hold: claim }, here];
  expect(decideTarget({ hold, items, policies: ruled(), at: monday, looked })).toMatchObject({
    changes: { holds: [{ after: { state: 'placed' } }], freedCopy: { after: { state: 'available' } }, resets: [{}] },
  });
});

test('busy branches and branches with a handicap are asked later, within their tier', () => {
  const [ash, birch, elm] = [far, at('itm_birch', 'birch.east'), at('itm_elm', 'elm.main')];
  const looked = { openPages: (branch: string) => (branch === 'ash.main' ? 12 : 0) };
  const over = policy({ handicaps: [{ place: 'birch', points: 50 }] });
  const { ranked } = choice([ash, birch, elm], { over, looked });
  expect(ranked.map(({ itemId, points }) => [itemId, points])).toEqual([
    ['itm_elm', 1000],
    ['itm_birch', 1050],
    ['itm_far', 1120],
  ]);
  expect(
    order(choice([ash, near], { looked: { openPages: (branch) => (branch === 'cedar.east' ? 400 : 0) } })),
  ).toEqual(['itm_near', 'itm_far']);
});

const places = ['ash.main', 'ash.west', 'birch.east', 'cedar.main', 'elm.main'];
const anyItem = fc
  .record({
    id: fc.nat(40),
    home: fc.constantFrom(...places),
    current: fc.constantFrom(...places),
    category: fc.constantFrom('book', 'dvd'),
    state: fc.constantFrom('available', 'available', 'on-loan', 'missing') as fc.Arbitrary<'available'>,
  })
  .map(({ id, home, current, category, state }) => at(`itm_${id}`, home, { currentBranch: current, category, state }));
const someItems = fc.uniqueArray(anyItem, { selector: ({ itemId }) => itemId, maxLength: 15 });
const anyPolicy = fc
  .record({
    distance: fc.nat(50),
    cost: fc.option(fc.nat(9), { nil: undefined }),
    limit: fc.boolean(),
    handicap: fc.nat(400),
    maxLoops: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  })
  .map(({ distance, cost, limit, handicap, maxLoops }) =>
    policy({
      proximity: { pairs: [{ from: 'ash', to: 'cedar', distance }] },
      ...(cost !== undefined && { transportCost: { otherwise: cost, pairs: [{ from: 'elm', to: 'cedar', cost: 1 }] } }),
      ...(limit && { transferLimits: [{ from: 'birch', itemCategory: 'dvd' }] }),
      handicaps: [{ place: 'elm', points: handicap }],
      maxLoops,
    }),
  );
const someResets = fc.array(
  fc
    .tuple(
      fc.nat(40),
      fc.constantFrom(...places),
      fc.constantFrom('timed-out', 'not-on-shelf', 'gave-way') as fc.Arbitrary<'timed-out'>,
    )
    .map(([id, branch, reason]) => lost(`itm_${id}`, branch, reason)),
  { maxLength: 6 },
);

test('the order of copies is total in any input order; factors sum to the score; each copy is ranked or skipped once', () => {
  fc.assert(
    fc.property(someItems, anyPolicy, someResets, fc.nat(80), (items, over, resets, pages) => {
      const looked = { resets, openPages: (branch: string) => (branch === 'ash.main' ? pages : 1) };
      const chosen = choice(items, { over, looked });
      expect(choice(items.toReversed(), { over, looked }).ranked).toEqual(chosen.ranked);
      for (const { points, factors } of chosen.ranked) {
        expect(factors.reduce((sum, factor) => sum + factor.points, 0)).toBe(points);
      }
      chosen.ranked.slice(1).forEach((copy, i) => {
        expect(copy.points).toBeGreaterThanOrEqual(chosen.ranked[i]?.points ?? 0);
      });
      const all = [...order(chosen), ...Object.keys(reasons(chosen))];
      expect(all.toSorted()).toEqual(items.map(({ itemId }) => itemId).toSorted());
    }),
  );
});

test('a copy at the pickup branch that was not released comes first by the default weights', () => {
  fc.assert(
    fc.property(someItems, anyPolicy, fc.nat(80), (items, over, pages) => {
      const chosen = choice(items, { over, looked: { openPages: () => pages } });
      const first = items.find(({ itemId }) => itemId === order(chosen)[0]);
      if (chosen.ranked.some(({ branchId }) => branchId === 'cedar.main'))
        expect(first?.currentBranch).toBe('cedar.main');
    }),
  );
});

test('the policy is validated field by field, and missing fields have the default', () => {
  expect(targetingSchema.parse({})).toEqual(defaultTargeting);
  const broken = { pageMinutes: -1, capture: { order: 'random' }, weights: { speed: 1 } };
  const paths = targetingSchema.safeParse(broken).error?.issues.map(({ path }) => path.join('/'));
  expect(paths?.toSorted()).toEqual(['capture/order', 'pageMinutes', 'weights']);
});
