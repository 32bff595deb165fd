import { itemChangeSchema } from '../../functions/catalogue/domain/items/item-batch.ts';
import { contract as addItem } from '../../functions/catalogue/operations/add-item/contract.ts';
import { isBranchId } from '../../layers/kernel/identity/id.ts';
import { MAX_ITEM_TYPE, MAX_LOCATION } from '../../layers/kernel/identity/item-codes.ts';
import { floorsSchema } from '../../layers/records/policies/domain/floors.ts';
import { conditionsSchema, loanRulesSchema } from '../../layers/records/policies/domain/loan-rules.ts';
import { movementSchema } from '../../layers/records/policies/domain/movement.ts';
import { targetingSchema } from '../../layers/records/policies/domain/targeting.ts';
import { loanRules } from '../builders/policies.ts';

const asItem = (category: string, location: string): boolean =>
  addItem.body?.safeParse({ ...addItem.example.body, category, location }).success === true &&
  itemChangeSchema.safeParse({ category, location }).success;

const rules = loanRules();

/** Returns for every place of a policy that names an item type whether it accepts this one. */
const namesType = (itemCategory: string): boolean[] =>
  [
    conditionsSchema.safeParse({ itemCategory }),
    loanRulesSchema.safeParse({ ...rules, groups: { all: [itemCategory] } }),
    loanRulesSchema.safeParse({ ...rules, limitGroups: { all: { itemCategories: [itemCategory] } } }),
    floorsSchema.safeParse({ bounds: [{ value: 'renewals', itemCategory, max: 3 }] }),
    movementSchema.safeParse({ returns: [{ items: { itemCategory }, to: 'home' }] }),
    targetingSchema.safeParse({ ageProtection: [{ itemCategory, days: 30, withinDistance: 5 }] }),
    targetingSchema.safeParse({ transferLimits: [{ itemCategory }] }),
  ].map(({ success }) => success);

const namesLocation = (location: string): boolean[] =>
  [
    conditionsSchema.safeParse({ location }),
    loanRulesSchema.safeParse({ ...rules, limitGroups: { all: { locations: [location] } } }),
    movementSchema.safeParse({ returns: [{ items: { location }, to: 'home' }] }),
    targetingSchema.safeParse({ ageProtection: [{ location, days: 30, withinDistance: 5 }] }),
  ].map(({ success }) => success);

test('finding C10: rules name every item type and location that an item can have, and no longer ones', () => {
  const [type, location] = ['t'.repeat(MAX_ITEM_TYPE), 'l'.repeat(MAX_LOCATION)];
  expect(asItem(type, location)).toBe(true);
  expect([...namesType(type), ...namesLocation(location)]).not.toContain(false);
  expect([asItem(`${type}t`, location), asItem(type, `${location}l`)]).toEqual([false, false]);
  expect([...namesType(`${type}t`), ...namesLocation(`${location}l`)]).not.toContain(true);
});

test('finding C10: rules name every branch, also one with the longest id', () => {
  const branch = `${'m'.repeat(32)}.${'b'.repeat(32)}`;
  expect([isBranchId(branch), isBranchId(`${branch}b`)]).toEqual([true, false]);
  const named = [
    ...(['itemOwner', 'checkout', 'patronHome'] as const).map((at) => conditionsSchema.safeParse({ [at]: branch })),
    targetingSchema.safeParse({ transferLimits: [{ from: branch }] }),
  ];
  expect(named.map(({ success }) => success)).not.toContain(false);
});
