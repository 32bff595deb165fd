import { anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { moving } from '../../../../test/builders/movement.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { itemStates } from '../../../items/public/item-states.ts';
import { daysAway, withAway } from './away.ts';
import { copyOutlook, fillability, mayBecomeAvailable } from './copies.ts';
import { FEW_COPIES, firstCopies, type ListedCopy } from './copy-sample.ts';
import { areTogether, homeBound, neighbours, returnBranch } from './movement-rules.ts';

const patron = { homeMember: 'cedar', category: 'adult' };
const outlook = (items: ReturnType<typeof anItem>[], rules = policies()) =>
  copyOutlook(items, rules, 'cedar.main', patron);
const none = { now: 0, later: 0, soon: 0, onRequest: 0 };

test('a copy may come while it is on a shelf or will return to one; lost, missing, damaged and withdrawn copies do not', () => {
  const states = [...new Set(itemStates.transitions.flatMap(({ from, to }) => [from, to]))].filter(
    (state) => state !== null,
  );
  const coming = states.filter((state) => mayBecomeAvailable(anItem({ state: state as never }))).map(String);
  expect(coming.toSorted()).toEqual(
    [
      'available',
      'cancelled-transit',
      'in-process',
      'in-transit',
      'on-hold-shelf',
      'on-loan',
      'on-order',
      'paged',
    ].toSorted(),
  );
});

test('C35 copies count as free now, later, or soon, by their state and by whether somebody has them already', () => {
  expect(outlook([])).toEqual(none);
  expect(outlook([anItem(), anItem({ state: 'on-loan' }), anItem({ state: 'missing' })])).toEqual({
    ...none,
    now: 1,
    later: 1,
  });
  const way = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  expect(outlook([anItem({ state: 'in-transit', transit: way })])).toEqual({ ...none, later: 1, soon: 1 });
  expect(outlook([anItem({ state: 'cancelled-transit' })])).toEqual({ ...none, later: 1, soon: 1 });
  expect(outlook([anItem({ state: 'in-transit', transit: way, hold })])).toEqual({ ...none, later: 1 });
  expect(outlook([anItem({ state: 'in-transit', transit: { ...way, purpose: 'hold' } })])).toEqual({
    ...none,
    later: 1,
  });
});

test('copies that the rules lend on request only, to no hold or not at all are counted so', () => {
  const ruled = (values: object) => outlook([anItem(), anItem({ state: 'on-loan' })], policies([aRule({ values })]));
  expect(ruled({ requestOnly: true })).toEqual({ ...none, onRequest: 2 });
  expect(ruled({ holdable: false })).toEqual(none);
  expect(ruled({ lendable: false })).toEqual(none);
});

test('a hold is filled from what is free or on its way; else a consortium loan may help, else nothing here', () => {
  expect(fillability({ ...none, now: 1 })).toBe('hold');
  expect(fillability({ ...none, later: 1, soon: 1 })).toBe('hold');
  expect(fillability({ ...none, later: 1 })).toBe('consortium-loan');
  expect(fillability({ ...none, onRequest: 1 })).toBe('consortium-loan');
  expect(fillability(none)).toBe('none');
});

test('C52 an item is away from its first scan elsewhere until it is scanned at home', () => {
  const away = withAway(anItem(), 'birch.east', monday);
  expect(away).toEqual(anItem({ away: '2026-03-02' }));
  expect(withAway(away, 'cedar.main', '2026-03-09T11:00:00.000Z').away).toBe('2026-03-02');
  expect(withAway(away, 'ash.main', monday)).toEqual(anItem());
  expect([daysAway(away, '2026-03-09T11:00:00.000Z'), daysAway(away, monday), daysAway(anItem(), monday)]).toEqual([
    7, 0, 0,
  ]);
  expect(daysAway(away, '2026-03-01T00:00:00.000Z')).toBe(0);
});

const listed = (count: number, branch = (at: number) => `b${at}.main`): ListedCopy[] =>
  Array.from({ length: count }, (_, at) => ({
    itemId: `itm_${at}`,
    branchId: branch(at),
    memberId: branch(at).split('.')[0] ?? '',
  }));
const asked = {
  ownLoans: new Set<string>(),
  pickup: { branchId: 'cedar.main', memberId: 'cedar' },
  patronMember: 'elm',
};

test('all copies of a title with few are read; of many some are, spread over the list', () => {
  expect(firstCopies(listed(FEW_COPIES), asked)).toHaveLength(FEW_COPIES);
  expect(firstCopies(listed(40), asked)).toEqual([0, 5, 10, 15, 20, 25, 30, 35].map((at) => `itm_${at}`));
});

test('of many copies the one named and those lent to the patron are read, and the nearest: pickup branch, its library, the patron’s', () => {
  const places = ['elm.main', 'elm.north', 'cedar.north', 'cedar.main'];
  const many = listed(40, (at) => places[at - 30] ?? `b${at}.main`);
  const read = firstCopies(many, { ...asked, wanted: 'itm_7', ownLoans: new Set(['itm_9']) });
  expect(read.slice(0, 5)).toEqual(['itm_7', 'itm_9', 'itm_33', 'itm_32', 'itm_30']);
  expect(read).toHaveLength(10);
  expect(new Set(read).size).toBe(10);
});

test('C14 branches of one building are together for the errands that the policy names, a branch always with itself', () => {
  const { movement } = moving({
    suppress: [{ name: 'One house', branches: ['ash.main', 'birch.east'], holds: true, nonHolds: false }],
  });
  const body = movement?.body ?? { suppress: [] };
  expect(areTogether(body, 'ash.main', 'birch.east', 'holds')).toBe(true);
  expect(areTogether(body, 'birch.east', 'ash.main', 'nonHolds')).toBe(false);
  expect(areTogether(body, 'ash.main', 'cedar.main', 'holds')).toBe(false);
  expect(areTogether(body, 'cedar.main', 'ash.main', 'holds')).toBe(false);
  expect(areTogether({ suppress: [] }, 'elm.main', 'elm.main', 'nonHolds')).toBe(true);
  expect([neighbours(body, 'ash.main'), neighbours(body, 'elm.main')]).toEqual([['birch.east'], []]);
});

test('C17 the first rule of returns that fits decides whether an item goes home, to who had it, or stays', () => {
  const item = anItem({ currentBranch: 'birch.east' });
  const to = (...returns: { items: object; to: 'home' | 'holding' | 'none' }[]) =>
    returnBranch({ returns }, item, 'cedar.main');
  expect(to()).toEqual({ to: 'ash.main', rule: 'home' });
  expect(to({ items: {}, to: 'holding' })).toEqual({ to: 'birch.east', rule: 'holding' });
  expect(to({ items: { itemCategory: 'dvd' }, to: 'holding' }, { items: {}, to: 'none' })).toEqual({
    to: 'cedar.main',
    rule: 'none',
  });
});

test('a copy lent for one request neither floats nor stays by a rule', () => {
  const rules = moving({ returns: [{ items: {}, to: 'none' }] });
  expect(homeBound(rules).movement?.body).toMatchObject({ returns: [], floating: [] });
  expect(homeBound(policies())).not.toHaveProperty('movement');
});
