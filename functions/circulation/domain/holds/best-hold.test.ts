import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { bestHoldOrders, orderFactors, targetingSchema } from '../../../../layers/records/policies/domain/targeting.ts';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { holdForCopy, isFirstComeFirst, rankHolds, type Scan } from './best-hold.ts';

const ruled = (over: object = {}) => ({ ...policies(), targeting: targetingDocument(targetingSchema.parse(over)) });
const capturing = (capture: object) => ruled({ capture });
const copy = anItem({ currentBranch: 'birch.east', away: '2026-01-21' });
const aScan = (over: Partial<Scan> = {}): Scan => ({
  ...{ item: copy, branchId: 'birch.east', at: monday, policies: ruled(), ...over },
});
const ids = (scan: Scan, holds: Hold[]) => rankHolds(scan, holds).map(({ hold }) => hold.holdId);

test('only where priority and waiting time come first, and no local hold does, is the first hold that can be filled the best', () => {
  const first = (capture: object) => isFirstComeFirst({ item: copy, policies: capturing(capture) });
  expect(isFirstComeFirst({ item: copy, policies: policies() })).toBe(true);
  expect(bestHoldOrders.filter((order) => first({ order }))).toEqual(['fifo']);
  expect(first({ localPriority: { patron: 'home', item: 'home' } })).toBe(false);
  expect(first({ order: 'traditional', orderByOwner: { ash: ['priority', 'request-time'] } })).toBe(true);
  expect(first({ orderByOwner: { ash: ['priority', 'here-to-pickup'] } })).toBe(false);
  expect(first({ orderByOwner: { ash: ['owner-to-pickup', 'request-time'] } })).toBe(false);
  expect(first({ orderByOwner: { elm: 'traditional' } })).toBe(true);
});

describe('C50 the values by which a hold is ranked', () => {
  const pairs = [
    { from: 'ash', to: 'cedar', distance: 7 },
    { from: 'birch', to: 'cedar', distance: 9 },
  ];
  const adjustments = [
    { id: 'van', kind: 'relative', by: 100, from: 'birch' },
    { id: 'ferry', kind: 'relative', by: 1000, from: 'ash' },
  ];
  const far = ruled({ proximity: { pairs, adjustments }, capture: { order: [...orderFactors], goHomeAfterDays: 40 } });
  const values = (hold: Partial<Hold>, over: Partial<Scan> = {}) =>
    rankHolds(aScan({ policies: far, ...over }), [aHold(hold)])[0]?.values;
  const plain = {
    ...{ 'copy-away-too-long': 0, 'owner-to-patron-home': 1, 'owner-to-pickup': 7, 'adjusted-here-to-pickup': 109 },
    ...{ 'here-to-pickup': 9, 'adjusted-owner-to-pickup': 1007, priority: 0 },
    'request-time': Date.parse('2026-03-01T11:00:00.000Z'),
  };

  test('are its distances from here and from the copy’s home, whether its patron is of that library, its priority and its time', () => {
    expect(values({})).toEqual(plain);
    expect(values({ patronMember: 'ash', priority: 2, queuedAt: monday })).toEqual({
      ...{ ...plain, 'owner-to-patron-home': 0, priority: 2, 'request-time': Date.parse(monday) },
    });
  });

  test('count the way home only of a copy that is away for longer than allowed, until it is scanned there', () => {
    const longer = { at: '2026-03-03T11:00:00.000Z' };
    expect(values({}, longer)).toEqual({ ...plain, 'copy-away-too-long': 7 });
    expect(values({}, { ...longer, branchId: 'ash.main' })).toMatchObject({ 'copy-away-too-long': 0 });
  });

  test('decide one after the other, and the queue decides between equals', () => {
    const order = capturing({ order: ['owner-to-patron-home'] });
    const later = '2026-03-01T12:00:00.000Z';
    const holds = [
      aHold({ holdId: 'hld_1', placedAt: later }),
      aHold({ holdId: 'hld_2' }),
      aHold({ holdId: 'hld_3', placedAt: later, patronMember: 'ash' }),
    ];
    expect(ids(aScan({ policies: order }), holds)).toEqual(['hld_3', 'hld_2', 'hld_1']);
  });
});

test('C51 an excluded copy is the one that is named, and only if it is in the scope of its line', () => {
  const local = aHold({ holdId: 'hld_local', pickupBranch: 'birch.east', placedAt: monday });
  const first = (line: object) => {
    const localPriority = { patron: 'pickup', item: 'holding', excludedItems: [line] };
    const [best] = rankHolds(aScan({ policies: capturing({ localPriority }) }), [aHold(), local]);
    return [best?.hold.holdId, best?.local];
  };
  expect(first({ itemId: 'itm_9' })).toEqual(['hld_local', true]);
  expect(first({ itemId: 'itm_1', location: 'attic' })).toEqual(['hld_local', true]);
  expect(first({ itemId: 'itm_1', location: 'stacks' })).toEqual(['hld_1', false]);
});

test('C53 the soft stall ends to the minute, and keeps no agreed hold from its copy', () => {
  const stalled = capturing({ softStallMinutes: 60 });
  const scanned = (at: string, hold = aHold({ placedAt: '2026-03-02T10:00:00.000Z' })) =>
    holdForCopy(aScan({ at, policies: stalled }), [hold])?.holdId;
  expect([scanned('2026-03-02T10:59:59.000Z'), scanned(monday)]).toEqual([undefined, 'hld_1']);
  const agreed = aHold({
    ...{ holdId: makeId('loan-request', 1, new Uint8Array(10)), itemId: 'itm_1', placedAt: monday },
  });
  expect(scanned(monday, agreed)).toBe(agreed.holdId);
});

test('finding C5: for a copy that is about to be lent compete the borrower’s holds, and those that need it, stalled or not', () => {
  const lending = aScan({ policies: capturing({ softStallMinutes: 100_000 }), lendTo: 'pat_1' });
  const elsewhere = { state: 'targeted', targetItemId: 'itm_9' } as const;
  const competes = (hold: Partial<Hold>) => ids(lending, [aHold(hold)]).length === 1;
  expect([competes({}), competes({ state: 'targeted', targetItemId: 'itm_1' })]).toEqual([true, true]);
  expect([competes(elsewhere), competes({ ...elsewhere, patronId: 'pat_1' })]).toEqual([false, true]);
  expect([competes({ state: 'frozen' }), competes({ state: 'frozen', patronId: 'pat_1' })]).toEqual([false, false]);
});
