import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { targetingSchema } from '../../../../layers/records/policies/domain/targeting.ts';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule, targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { explainCopies } from './explain-hold.ts';
import { fillJudge } from './may-fill.ts';

const ruled = (over: object) => ({ ...policies(), targeting: targetingDocument(targetingSchema.parse(over)) });
const barrier = (over: object, item = anItem(), hold: Partial<Hold> = {}, from = item.currentBranch) =>
  fillJudge(ruled(over), monday)(item, aHold(hold), from);

const daysOld = (days: number) =>
  anItem({ itemId: makeId('item', Date.parse(monday) - days * 86_400_000, new Uint8Array(10)) });

test('C49 a new copy stays within a distance of its home until it is old enough', () => {
  const young = (withinDistance: number, item: ReturnType<typeof anItem>, more = {}) =>
    barrier({ ageProtection: [{ days: 30, withinDistance, ...more }] }, item);
  // cedar.main is 20 away from ash.main.
  expect([young(19, daysOld(29)), young(20, daysOld(29))]).toEqual(['age-protection', undefined]);
  expect([young(0, daysOld(30)), young(0, daysOld(30.5))]).toEqual([undefined, undefined]);
  expect(young(0, daysOld(1), { itemCategory: 'dvd' })).toBeUndefined();
  // An id from an old system says nothing about the age.
  expect(young(0, anItem())).toBeUndefined();
});

test('C43 a limit on sending stops what goes that way, of its category if it names one, and nothing that stays', () => {
  const limited = (line: object, from?: string) => barrier({ transferLimits: [line] }, anItem(), {}, from);
  expect([limited({}), limited({ from: 'ash' }), limited({ to: 'cedar.main' })]).toEqual([
    ...['transfer-limit', 'transfer-limit', 'transfer-limit'],
  ]);
  expect([limited({ from: 'elm' }), limited({ to: 'elm' }), limited({ itemCategory: 'dvd' })]).toEqual([
    ...[undefined, undefined, undefined],
  ]);
  expect([limited({ itemCategory: 'book' }), limited({}, 'cedar.main')]).toEqual(['transfer-limit', undefined]);
});

test('C41 a way that the courier does not go is a barrier, whatever it would cost', () => {
  const cost = (transportCost: object) => barrier({ transportCost });
  expect(cost({ otherwise: 5 })).toBeUndefined();
  expect(cost({})).toBe('way-disabled');
  expect(cost({ otherwise: 5, pairs: [{ from: 'ash', to: 'cedar', cost: 0, enabled: false }] })).toBe('way-disabled');
});

test('one judge answers for each kind of hold, each copy and each place of it', () => {
  const noChildren = aRule({ when: { patronCategory: 'child' }, values: { holdable: false } });
  const targeting = targetingDocument(targetingSchema.parse({ transferLimits: [{ from: 'ash' }] }));
  const judge = fillJudge({ ...policies([noChildren]), targeting }, monday);
  expect(judge(anItem(), aHold(), 'ash.main')).toBe('transfer-limit');
  expect(judge(anItem(), aHold({ holdId: 'hld_2', placedAt: monday }), 'ash.main')).toBe('transfer-limit');
  expect(judge(anItem(), aHold(), 'birch.east')).toBeUndefined();
  expect(judge(anItem(), aHold({ patronCategory: 'child' }), 'birch.east')).toBe('loan-rules');
  expect(judge(anItem({ itemId: 'itm_2' }), aHold({ itemId: 'itm_1' }), 'birch.east')).toBe('loan-rules');
  expect(judge(anItem(), aHold({ itemId: 'itm_1' }), 'birch.east')).toBeUndefined();
  // What the owner agreed to overrides the way of the copy, not which copy it is.
  const agreed = aHold({ holdId: makeId('loan-request', 1, new Uint8Array(10)), itemId: 'itm_1' });
  expect(judge(anItem(), agreed, 'ash.main')).toBeUndefined();
  expect(judge(anItem({ itemId: 'itm_2' }), agreed, 'ash.main')).toBe('loan-rules');
});

test('C26 copies are explained from the one that can come to those that may not: usable first, then by whether they come', () => {
  const noDvd = policies([aRule({ when: { itemCategory: 'dvd' }, values: { holdable: false } })]);
  const items = [
    anItem({ itemId: 'itm_4', category: 'dvd', state: 'missing' }),
    anItem({ itemId: 'itm_3', category: 'dvd' }),
    anItem({ itemId: 'itm_2', state: 'missing' }),
    anItem({ itemId: 'itm_1' }),
  ];
  const explained = explainCopies(aHold(), items, noDvd, monday);
  expect(explained.map(({ item, comes, barrier: why }) => [item.itemId, comes, why])).toEqual([
    ['itm_1', true, undefined],
    ['itm_2', false, undefined],
    ['itm_3', true, 'loan-rules'],
    ['itm_4', false, 'loan-rules'],
  ]);
});
