import { aHold, aLentItem, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { movementDocument } from '../../../../test/builders/movement.ts';
import {
  aRule,
  blocksDocument,
  holdsDocument,
  loanRulesDocument,
  targetingDocument,
} from '../../../../test/builders/policies.ts';
import { oneChange } from './one-change.ts';
import {
  borrowerOf,
  calendarBranch,
  circulationPolicies,
  countsAccrued,
  groupsOf,
  holdsPolicyOf,
  isEquipment,
  movementOf,
  policiesFor,
  ruleFor,
  targetingOf,
} from './policies.ts';
import { closeness, covers, inScope, scopeFit } from './scope.ts';
import { keyUse, packedKey, withKey } from './used-keys.ts';

test('circulation needs loan rules and limits; other policies are used where they are adopted', () => {
  const [rules, limits] = [loanRulesDocument(), blocksDocument()];
  expect(circulationPolicies([], monday)).toBeUndefined();
  expect([circulationPolicies([rules], monday), circulationPolicies([limits], monday)]).toEqual([undefined, undefined]);
  expect(circulationPolicies([rules, limits], monday)).toStrictEqual({ loanRules: rules, blocks: limits });
  const movement = movementDocument({ minimumTransitMinutes: 7 });
  const floors = { ...rules, kind: 'floors' as const, body: { bounds: [] } };
  const targeting = targetingDocument({ pageMinutes: 5 });
  const all = {
    loanRules: rules,
    blocks: limits,
    floors,
    movement,
    targeting,
    holds: holdsDocument({ maxDuplicates: 2 }),
  };
  expect(circulationPolicies(Object.values(all), monday)).toEqual(all);
  const used = (of: typeof all | ReturnType<typeof policies>) => [
    ...[movementOf(of).minimumTransitMinutes, targetingOf(of).pageMinutes, holdsPolicyOf(of).maxDuplicates],
  ];
  expect([used(all), used(policies())]).toEqual([
    [7, 5, 2],
    [0, 2880, 1],
  ]);
  expect(circulationPolicies([rules, limits], '2025-12-31T00:00:00.000Z')).toBeUndefined();
});

test('exceptions count until the end of their last day, and set limits for the patrons of their member before its own', () => {
  const [rules, limits] = [loanRulesDocument(), blocksDocument({ members: { cedar: { maxLoans: 30 } } })];
  const exception = { id: 'exception-1', memberId: 'cedar', untilDay: '2026-03-02', reason: 'Works' };
  const limit = { ...exception, kind: 'blocks' as const, value: 'maxLoans', amount: 40 };
  const exceptions = { ...rules, kind: 'exceptions' as const, body: { zone: 'Europe/Berlin', exceptions: [limit] } };
  const at = (instant: string) => circulationPolicies([rules, limits, exceptions], instant);
  const maxLoans = (instant: string, homeMember: string) => {
    const found = at(instant);
    return found && policiesFor(found, { homeMember }).blocks.body.maxLoans;
  };
  expect([at('2026-03-02T22:59:59.000Z')?.exceptions, at('2026-03-02T23:00:00.000Z')?.exceptions]).toEqual([
    [limit],
    undefined,
  ]);
  expect([maxLoans(monday, 'cedar'), maxLoans(monday, 'elm'), maxLoans('2026-03-03T11:00:00.000Z', 'cedar')]).toEqual([
    ...[40, 15, 30],
  ]);
});

test('accrued fines count in the limit of debts unless the consortium ignores them', () => {
  const { blocks } = policies();
  const of = (accruedFines: 'count' | 'ignore' | undefined) =>
    countsAccrued({ blocks: { ...blocks, body: { ...blocks.body, accruedFines } as typeof blocks.body } });
  expect([of(undefined), of('count'), of('ignore')]).toEqual([true, true, false]);
});

test('the calendar of the checkout decides, or that of the owner where the consortium adopted so', () => {
  const deciders = { ...policies().loanRules.body.deciders, calendar: 'owner' as const };
  expect(calendarBranch(policies(), anItem(), 'birch.east')).toBe('birch.east');
  expect(calendarBranch(policies([], { deciders }), anItem(), 'birch.east')).toBe('ash.main');
});

test('the rule of an item uses its price where it is known', () => {
  const atPrice = policies([aRule({ values: { lostAtPrice: true } })]);
  const charge = (item: ReturnType<typeof anItem>) =>
    ruleFor(atPrice, item, 'ash.main', { homeMember: 'cedar', category: 'adult' }).values.lostCharge;
  expect([charge(anItem({ price: 4500 })), charge(anItem())]).toEqual([4500, 3000]);
});

test('an item type counts in each group that names it, and as equipment where the rules say so', () => {
  const rules = policies([], {
    groups: { films: ['dvd', 'blu-ray'], new: ['dvd'], books: ['book'] },
    equipmentTypes: ['laptop'],
  });
  expect([groupsOf(rules, 'dvd'), groupsOf(rules, 'map')]).toEqual([['films', 'new'], []]);
  expect([isEquipment(rules, { category: 'laptop' }), isEquipment(rules, anItem())]).toEqual([true, false]);
});

test('the borrower of a hold is the patron as of the day it was placed', () => {
  expect(borrowerOf(aHold({ patronResidence: 'Riverton' }))).toEqual({
    ...{ homeMember: 'cedar', category: 'adult', residence: 'Riverton' },
  });
});

test('a place of a policy matches its branch best, then its member, then everywhere, and nothing else', () => {
  const places = ['ash.main', 'ash', undefined, 'birch', 'ash.north'];
  expect(places.map((place) => closeness(place, 'ash.main'))).toEqual([2, 1, 0, undefined, undefined]);
  expect(places.map((place) => covers(place, 'ash.main'))).toEqual([true, true, true, false, false]);
  const item = anItem();
  expect(scopeFit({}, item)).toBe(0);
  expect(scopeFit({ owner: 'ash', itemCategory: 'book', location: 'stacks' }, item)).toBe(3);
  expect(scopeFit({ owner: 'ash.main', location: 'stacks' }, item)).toBe(3);
  expect(scopeFit({ itemCategory: 'book' }, item)).toBe(1);
  for (const scope of [{ owner: 'birch' }, { itemCategory: 'dvd' }, { location: 'attic' }])
    expect([scopeFit(scope, item), inScope(scope, item)]).toEqual([undefined, false]);
  expect(inScope({}, item)).toBe(true);
});

test('several changes of one patron become one, with the sum of what each counter gains', () => {
  const change = { patronId: 'pat_1', limits: [{ counter: 'loans' as const, below: 15 }] };
  expect(oneChange([])).toEqual([]);
  expect(oneChange([{ ...change, add: { loans: -1 } }])).toEqual([{ ...change, add: { loans: -1 } }]);
  const merged = oneChange([
    { ...change, add: { loans: -1, owed: 50 } },
    { patronId: 'pat_1', limits: [], add: { owed: -20, holds: 1 } },
    { patronId: 'pat_1', limits: [], add: { owed: 5 } },
  ]);
  expect(merged).toEqual([{ ...change, add: { loans: -1, owed: 35, holds: 1 } }]);
});

test('a repeated request gets its answer again; with another body it is refused; three keys are remembered', () => {
  const used = (key: string) => ({ key, body: 'b1', result: `due of ${key}` });
  let item = aLentItem();
  expect(withKey(item, undefined)).toBe(item);
  for (const key of ['k1', 'k2', 'k3', 'k4']) item = withKey(item, used(key));
  const keys = item.keys ?? [];
  expect(keys).toEqual(['k2', 'k3', 'k4'].map((key) => packedKey(used(key))));
  expect(keyUse(keys, { key: 'k4', body: 'b1' })).toEqual({ use: 'replay', result: 'due of k4' });
  expect(keyUse(keys, { key: 'k4', body: 'b2' })).toEqual({ use: 'other-body' });
  expect(keyUse(keys, { key: 'k1', body: 'b1' })).toEqual({ use: 'new' });
});
