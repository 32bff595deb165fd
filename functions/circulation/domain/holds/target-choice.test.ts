import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { type Targeting, targetingSchema } from '../../../../layers/records/policies/domain/targeting.ts';
import { closedAllWeek } from '../../../../test/builders/calendar.ts';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { targetingDocument } from '../../../../test/builders/policies.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { chooseCopies } from './target-choice.ts';
import { contextOf, type Looked } from './target-hold.ts';

const at = (itemId: string, branch: string, over: Partial<ItemCirculation> = {}): ItemCirculation =>
  anItem({ itemId, memberId: memberOfBranch(branch), branchId: branch, currentBranch: branch, ...over });
const choose = (items: ItemCirculation[], over: Partial<Targeting> = {}, looked: Looked = {}) =>
  chooseCopies(aHold(), items, contextOf({ ...policies(), targeting: targetingDocument(over) }, monday, looked));
const tried = (itemId: string, copyBranch: string, times: number) =>
  Array.from({ length: times }, () => ({
    ...{ holdId: 'hld_1', at: monday, v: 2, reason: 'timed-out' as const, itemId, copyBranch },
  }));

describe('C46 a branch with two tries for a hold', () => {
  const two = { maxLoops: 2 };
  const [first, second] = [at('itm_1', 'ash.main'), at('itm_2', 'ash.main')];
  const lent = { ...first, state: 'on-loan' as const };
  const isExhausted = (items: ItemCirculation[], ...resets: ReturnType<typeof tried>[]) =>
    choose(items, two, { resets: resets.flat() }).exhausted;

  test('is tried again while one of its copies has a try left', () => {
    const ranked = (...resets: ReturnType<typeof tried>[]) =>
      choose([first, second], two, { resets: resets.flat() }).ranked;
    expect(ranked(tried('itm_1', 'ash.main', 2))).toHaveLength(2);
    expect(ranked(tried('itm_1', 'ash.main', 2), tried('itm_2', 'ash.main', 1))).toHaveLength(2);
    expect(ranked(tried('itm_1', 'ash.main', 2), tried('itm_2', 'ash.main', 2))).toEqual([]);
  });

  test('ends the hold after them, also when its copy is lent meanwhile, whatever the other branches', () => {
    expect(isExhausted([first], tried('itm_1', 'ash.main', 2))).toBe(true);
    expect(isExhausted([lent], tried('itm_1', 'ash.main', 2))).toBe(true);
    expect(isExhausted([lent], tried('itm_1', 'ash.main', 2), tried('itm_9', 'elm.main', 1))).toBe(true);
    expect(isExhausted([lent], tried('itm_1', 'ash.main', 2), tried('itm_2', 'ash.main', 1))).toBe(false);
  });

  test('does not end a hold before them, without any, while another branch can send, or while one may open', () => {
    expect([isExhausted([lent], tried('itm_1', 'ash.main', 1)), isExhausted([lent])]).toEqual([false, false]);
    expect(isExhausted([first, at('itm_3', 'elm.main')], tried('itm_1', 'ash.main', 2))).toBe(false);
    const closed = { ...two, skipClosed: true };
    const calendarOf = (branch: string) => (branch === 'elm.main' ? closedAllWeek : undefined);
    const waits = choose([first, at('itm_3', 'elm.main')], closed, {
      resets: tried('itm_1', 'ash.main', 2),
      calendarOf,
    });
    expect([waits.exhausted, waits.lookAt]).toEqual([false, '2026-03-03T11:00:00.000Z']);
    expect(waits.passedOver.map(({ reason }) => reason)).toEqual(['tried-enough', 'branch-closed']);
  });
});

test('C39 a branch without a calendar counts as open', () => {
  expect(choose([at('itm_1', 'ash.main')], { skipClosed: true })).toMatchObject({ ranked: [{ itemId: 'itm_1' }] });
});

test('C36 the nearest copies elsewhere are one tier behind the pickup branch, however near they are', () => {
  const { proximity } = targetingSchema.parse({ proximity: { elsewhere: 1 } });
  const [best] = choose([at('itm_1', 'ash.main')], { proximity }).ranked;
  expect(best?.factors[0]).toEqual({ factor: 'tier', points: 1000, why: 'At a distance of 1' });
  expect(choose([at('itm_1', 'ash.main')], { proximity })).not.toHaveProperty('lookAt');
});
