import { aHold, aLentItem, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRequest, by, calendar } from '../../../../test/builders/placing.ts';
import { aRule, targetingDocument } from '../../../../test/builders/policies.ts';
import type { Explain } from '../decisions/decision.ts';
import { decideChangePickup } from './change-pickup.ts';
import { decideCancelHold, decideEndHold } from './end-hold.ts';
import { decideMoveHold } from './move-hold.ts';
import { decidePlaceHold } from './place-hold.ts';
import { decidePutBefore, decideReorderHolds } from './reorder-holds.ts';
import { decideRestoreHold } from './restore-hold.ts';
import { decideRetargetHold } from './retarget-hold.ts';
import { decideSuspendHold } from './suspend-hold.ts';
import { decideTargetHold } from './target-hold.ts';

/** Returns what a decision says to each check, a refused one with a cross. */
const detailsOf = ({ explain }: { explain: Explain }): Record<string, string> =>
  Object.fromEntries(explain.checks.map(({ check, passed, detail }) => [check, `${passed ? '' : '✗ '}${detail}`]));

const over = aHold({ state: 'cancelled' });
const pickup = { branchId: 'cedar.main', allowsPickup: true, calendar };

const account = {
  'card-expired': 'The card is good to 2030-12-31',
  'patron-blocked': 'No block applies',
  'too-many-holds': 'Has 0 of at most 10 (holds)',
  'owed-over-limit': 'Owes 0.00 EUR of at most 20.00 EUR',
};
const title = {
  'already-requested': '0 open holds of at most 1 for a title',
  'already-lent-to-patron': '0 copies lent to the patron of at most 1 for a title',
  'pickup-not-allowed': 'Pickup at cedar.main',
  'which-part': 'A copy of what is asked for',
  'no-holdable-copy': '1 copies now, 0 later, 0 on request only',
  'only-on-request': '1 copies now, 0 later, 0 on request only',
  'out-of-reach': 'Nothing stands in the way',
};

test('C26 the checks of a hold say what the patron has, which copies there are and what is in their way', () => {
  const placed = decidePlaceHold(aRequest());
  expect(detailsOf(placed)).toEqual({ ...account, ...title });
  expect(placed.explain.policyVersion).toBe(1);
  const barred = targetingDocument({ transferLimits: [{ from: 'ash', to: 'cedar' }] });
  const [own, lent] = [aHold({ holdId: 'hld_0' }), aLentItem({ patronId: 'pat_2' }, { itemId: 'itm_3' })];
  const refused = aRequest({
    ...{ items: [anItem(), anItem({ itemId: 'itm_2', currentBranch: 'cedar.main' }), lent], ownHolds: [own] },
    policies: { ...by({ localCopyBlock: true, maxOverdue: 2, maxSuspendedDays: 90 }), targeting: barred },
    ...{ overdue: 1, neededUntil: monday, suspended: { from: monday } },
  });
  expect(detailsOf(decidePlaceHold(refused))).toEqual({
    ...{ ...account, ...title },
    'too-many-overdue': '1 overdue of fewer than 2',
    'already-requested': '✗ 1 open holds of at most 1 for a title',
    'already-lent-to-patron': '✗ 1 copies lent to the patron of at most 1 for a title',
    'local-copy-available': '✗ 1 copies on its shelf',
    'no-holdable-copy': '2 copies now, 1 later, 0 on request only',
    'only-on-request': '2 copies now, 1 later, 0 on request only',
    'out-of-reach': 'In the way: transfer-limit',
    'not-needed-past': `✗ Needed until ${monday}`,
    'suspension-wrong': 'At most 90 days',
  });
  expect(detailsOf(decidePlaceHold(aRequest({ items: [anItem({ part: 'v. 1' })] })))).toMatchObject({
    'which-part': '✗ All copies are volumes or parts',
    'no-holdable-copy': '0 copies now, 0 later, 0 on request only',
  });
});

test('C26 each way in which a copy cannot come is named once', () => {
  const limits = targetingDocument({
    transferLimits: [{ from: 'ash', to: 'cedar' }],
    fulfilment: [{ owner: 'elm', pickup: 'home' }],
  });
  const elm = { memberId: 'elm', branchId: 'elm.main', currentBranch: 'elm.main' };
  const items = [anItem(), anItem({ itemId: 'itm_2' }), anItem({ itemId: 'itm_3', ...elm })];
  expect(detailsOf(decidePlaceHold(aRequest({ items, policies: { ...policies(), targeting: limits } })))).toMatchObject(
    {
      'out-of-reach': '✗ In the way: transfer-limit, fulfilment-policy',
    },
  );
});

test('C64 the checks of a restored hold are those of a new one, and that it was cancelled', () => {
  const restore = (hold = over) =>
    decideRestoreHold({
      ...{ hold, patron: aPatron({ patronId: 'pat_2' }), items: [anItem()], ownHolds: [], pickup },
      ...{ policies: policies(), at: monday },
    });
  expect(detailsOf(restore())).toEqual({ ...account, ...title, 'hold-not-cancelled': 'The hold is cancelled' });
  expect(detailsOf(restore(aHold({ state: 'fulfilled' })))).toMatchObject({
    'hold-not-cancelled': '✗ The hold is fulfilled',
  });
});

test('C61 the checks of another pickup branch say which copies can come there, or what keeps the captured one away', () => {
  const change = (hold = aHold(), more = {}) =>
    decideChangePickup({
      ...{ hold, items: [anItem(), aLentItem({}, { itemId: 'itm_2' })], policies: policies(), at: monday },
      ...{ pickup: { branchId: 'elm.main', allowsPickup: true }, ...more },
    });
  const passed = {
    'hold-over': 'The hold is placed',
    'pickup-same': 'Pickup at cedar.main',
    'pickup-not-allowed': 'Pickup at elm.main',
    'hold-on-shelf': 'The hold is placed',
    'no-holdable-copy': '1 copies now, 1 later, 0 on request only',
    'only-on-request': '1 copies now, 1 later, 0 on request only',
    'out-of-reach': 'Nothing stands in the way',
  };
  expect(detailsOf(change())).toEqual(passed);
  const captured = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
  const state = { 'hold-over': 'The hold is on-shelf', 'hold-on-shelf': '✗ The hold is on-shelf' };
  expect(detailsOf(change(captured))).toEqual({ ...passed, ...state });
  expect(detailsOf(change(over))).toMatchObject({ 'hold-over': '✗ The hold is cancelled' });
  // With its own copy it needs no other, but that one must get there.
  const none = policies([aRule({ values: { holdable: false } })]);
  expect(detailsOf(change(captured, { policies: none, send: true }))).toMatchObject({
    'no-holdable-copy': '0 copies now, 0 later, 0 on request only',
    'out-of-reach': '✗ In the way: loan-rules',
  });
  const refused = change(aHold(), { pickup: { branchId: 'elm.main', allowsPickup: false } });
  expect('refused' in refused && refused.refused).toEqual([
    { code: 'pickup-not-allowed', detail: 'Pickup at elm.main', params: { branch: 'elm.main' } },
  ]);
});

test('C63 the checks of binding a hold to a copy say what the copy is, and name no id', () => {
  const move = (hold = aHold(), items = [anItem()], to = anItem()) =>
    decideMoveHold({ hold, to, items, policies: policies(), at: monday });
  const passed = {
    'hold-over': 'The hold is placed',
    'hold-wrong-state': 'The hold is placed',
    'move-other-title': 'A copy of its title',
    'move-same-item': 'It is not bound to this copy',
    'item-wrong-state': 'The copy is available',
    'copy-cannot-fill': 'By the loan rule of this copy',
  };
  expect(detailsOf(move())).toEqual(passed);
  expect(detailsOf(move(aHold({ itemId: 'itm_1' })))).toEqual({
    ...passed,
    'move-same-item': '✗ It is bound to this copy',
  });
  expect(detailsOf(move(aHold(), []))).toEqual({ ...passed, 'move-other-title': '✗ No copy of its title' });
  expect(detailsOf(move(over))).toMatchObject({
    'hold-over': '✗ The hold is cancelled',
    'hold-wrong-state': 'The hold is cancelled',
  });
});

test('C62 the checks of a new order say who is missing in it, who would be passed and who would give way', () => {
  const queue = [aHold(), aHold({ holdId: 'hld_2' })];
  const put = (before: string) => detailsOf(decidePutBefore(queue, { holdId: 'hld_2', before }, monday));
  const filled = { 'order-passes-filled': 'Holds with their copies are passed by nobody' };
  expect(put('hld_1')).toEqual({
    ...filled,
    'order-incomplete': 'Both are open',
    'order-no-place': '0 would give way',
  });
  expect(put('hld_9')).toMatchObject({ 'order-incomplete': '✗ Not two open holds of this record' });
  const order = (...ids: string[]) => detailsOf(decideReorderHolds(queue, ids, monday));
  const keeps = 'Holds with their copies keep before them who is behind';
  expect(order('hld_2', 'hld_1')).toEqual({ 'order-incomplete': '2 named, 2 open', 'order-passes-filled': keeps });
  expect(order('hld_2')).toEqual({ 'order-incomplete': '✗ 1 named, 2 open', 'order-passes-filled': keeps });
});

test('the checks of ending, suspending and targeting a hold name its state, and the longest suspension', () => {
  const expired = decideEndHold({ hold: aHold(), cause: 'expired-on-shelf', reason: 'not-fetched', at: monday });
  expect(detailsOf(expired)).toEqual({ 'hold-over': 'The hold is placed', 'hold-wrong-state': '✗ The hold is placed' });
  const twice = decideCancelHold({ hold: over, reason: 'by-patron', at: monday });
  expect(detailsOf(twice)).toEqual({
    'hold-over': '✗ The hold is cancelled',
    'hold-wrong-state': 'The hold is cancelled',
  });
  const suspend = (hold = aHold()) =>
    detailsOf(
      decideSuspendHold({ hold, at: monday, policies: by({ maxSuspendedDays: 90 }), suspension: { from: monday } }),
    );
  const suspended = { 'hold-over': 'The hold is placed', 'hold-wrong-state': 'The hold is placed' };
  expect(suspend()).toEqual({ ...suspended, 'suspension-wrong': 'At most 90 days' });
  expect(suspend(over)).toMatchObject({ 'hold-over': '✗ The hold is cancelled' });
  const target = (hold = aHold(), items = [anItem()]) => detailsOf(decideTargetHold(hold, items, policies(), monday));
  expect(target()).toEqual({ 'hold-wrong-state': 'The hold is placed', 'item-wrong-state': 'A copy can be paged' });
  expect(target(aHold({ state: 'frozen' }), [])).toEqual({
    ...{ 'hold-wrong-state': '✗ The hold is frozen', 'item-wrong-state': '✗ No copy can be paged now' },
  });
  const retarget = decideRetargetHold(
    { hold: aHold(), items: [], policies: policies(), at: monday },
    { reason: 'other' },
  );
  expect(detailsOf(retarget)).toEqual({ 'hold-wrong-state': '✗ The hold is placed' });
});

test('C36 the score of a copy is explained factor by factor', () => {
  const proximity = {
    ...targetingDocument({}).body.proximity,
    adjustments: ['van', 'ferry'].map((id) => ({ id, kind: 'relative' as const, by: 2 })),
  };
  const reset = { holdId: 'hld_1', at: monday, v: 2, itemId: 'itm_1', copyBranch: 'ash.main' } as const;
  const resets = [
    { ...reset, reason: 'not-fit' as const },
    { ...reset, reason: 'timed-out' as const },
  ];
  const ruled = {
    ...policies(),
    targeting: targetingDocument({ proximity, handicaps: [{ place: 'ash', points: 50 }] }),
  };
  const items = [anItem(), anItem({ itemId: 'itm_2', currentBranch: 'cedar.main' })];
  const { choice } = decideTargetHold(aHold(), items, ruled, monday, { openPages: () => 3, resets });
  const why = choice.ranked.map(({ itemId, factors }) => [
    itemId,
    factors.map(({ factor, why: text }) => `${factor}: ${text}`),
  ]);
  expect(why).toEqual([
    [
      'itm_2',
      [
        'tier: Stands at the pickup branch',
        'handicap: Its branch has a handicap of 0',
        'load: Its branch has 3 pages open',
        'passed: Not fetched in time 0 times',
        'just-passed: Not the one given up last',
        'manual-reset: Not given up by staff',
      ],
    ],
    [
      'itm_1',
      [
        'tier: At a distance of 24, adjusted by van, ferry',
        'handicap: Its branch has a handicap of 50',
        'load: Its branch has 3 pages open',
        'passed: Not fetched in time 1 times',
        'just-passed: Given up just now',
        'manual-reset: Given up by staff',
      ],
    ],
  ]);
  const costs = targetingDocument({ transportCost: { otherwise: 9, pairs: [] } });
  const sent = decideTargetHold(aHold(), [anItem()], { ...policies(), targeting: costs }, monday).choice;
  expect(sent.ranked[0]?.factors[0]).toEqual({ factor: 'tier', points: 1000, why: 'Sending it costs 9' });
});
