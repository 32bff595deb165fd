import { defaultTargeting } from '../../../../layers/records/policies/domain/targeting.ts';
import {
  aCheckout,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule, holdsDocument, targetingDocument } from '../../../../test/builders/policies.ts';
import { explained } from '../../schemas/explanations.ts';
import { decideCheckout } from './checkout.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import { couldServeOthers, type Leaving } from './others-wait.ts';

const codes = (over: Partial<CheckoutRequest>): string[] => {
  const decision = decideCheckout(aCheckout(over));
  return 'refused' in decision ? decision.refused.map(({ code }) => code) : [];
};
const waiting = [aHold()];
const override = { by: 'staff:1', comment: 'The next copy comes tomorrow' };
const ruledBy = (othersWait: 'refuse' | 'ask' | 'ignore') => ({ ...policies(), holds: holdsDocument({ othersWait }) });

test('finding C5: a copy that a waiting hold could use is not lent to another patron, on its shelf or on its way home', () => {
  const home = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: '2026-03-01T11:00:00.000Z' } as const;
  const items = [
    anItem(),
    anItem({ state: 'in-transit', currentBranch: 'birch.east', transit: home }),
    anItem({ state: 'cancelled-transit' }),
    anItem({ state: 'in-process' }),
  ];
  expect(items.map((item) => codes({ item, waiting }))).toEqual([
    ['others-wait'],
    ['others-wait'],
    ['others-wait'],
    ['item-not-ready', 'others-wait'],
  ]);
  expect(codes({ waiting: [] })).toEqual([]);
  expect(codes({ item: anItem({ state: 'withdrawn' }), waiting })).toEqual(['item-not-circulating']);
});

test('finding C5: only a hold that this copy could fill prevents the loan, and the patron’s own hold permits it when it is first', () => {
  const mine = aHold({ holdId: 'hld_9', patronId: 'pat_1', placedAt: '2026-02-01T11:00:00.000Z' });
  const later = { ...mine, placedAt: '2026-03-02T10:00:00.000Z' };
  const toElm = aRule({ id: 'no-elm', when: { checkout: 'elm' }, values: { holdable: false } });
  const others = [
    aHold({ itemId: 'itm_9' }),
    aHold({ part: 'v.2' }),
    aHold({ state: 'frozen' }),
    aHold({ state: 'on-shelf', targetItemId: 'itm_9' }),
    aHold({ state: 'targeted', targetItemId: 'itm_9' }),
    aHold({ pickupBranch: 'elm.main' }),
  ];
  for (const hold of others) expect(codes({ waiting: [hold], policies: policies([toElm]) })).toEqual([]);
  expect(codes({ waiting, stopped: new Set(waiting.map(({ holdId }) => holdId)) })).toEqual([]);
  expect([codes({ waiting: [...waiting, mine] }), codes({ waiting: [...waiting, later] })]).toEqual([
    [],
    ['others-wait'],
  ]);
  const targeted = { ...mine, state: 'targeted', targetItemId: 'itm_9' } as const;
  expect(codes({ waiting: [...waiting, targeted], ownHold: targeted })).toEqual([]);
});

test('finding C5: a hold in its soft stall, which no scan elsewhere may fill, keeps its copy all the same', () => {
  const stalled = {
    ...policies(),
    targeting: targetingDocument({ capture: { ...defaultTargeting.capture, softStallMinutes: 10_000 } }),
  };
  expect(codes({ waiting, policies: stalled })).toEqual(['others-wait']);
});

test('finding C5: a copy that is set aside for one hold, or lent, is judged by that alone', () => {
  const { item, claim } = aCopyTravellingForAHold();
  expect(codes({ item, claim, waiting })).toEqual(['item-held-for-another']);
  expect(codes({ item, claim, waiting: [aHold({ holdId: 'hld_3' })], patron: aPatron({ patronId: 'pat_2' }) })).toEqual(
    [],
  );
  expect(codes({ item: aLentItem({ patronId: 'pat_9' }), waiting })).toEqual(['item-on-loan']);
  expect(codes({ item, claim: { ...claim, state: 'cancelled' }, waiting })).toEqual(['others-wait']);
  expect(codes({ waiting, agreed: { due: '2026-04-01T21:59:59.000Z' } })).toEqual([]);
});

test('finding C5: the holds policy refuses it, refuses it unless a supervisor overrides it, or ignores who waits', () => {
  const by = (othersWait: 'refuse' | 'ask' | 'ignore') => {
    const request = { waiting, policies: ruledBy(othersWait) };
    return [codes(request), codes({ ...request, override })];
  };
  expect([by('refuse'), by('ask'), by('ignore')]).toEqual([
    [['others-wait'], ['others-wait']],
    [['others-wait'], []],
    [[], []],
  ]);
  const explains = (othersWait: 'refuse' | 'ask') =>
    explained(decideCheckout(aCheckout({ waiting, policies: ruledBy(othersWait) })));
  expect([explains('refuse').refused, explains('ask').refused]).toMatchObject([
    [{ code: 'others-wait', overridable: false }],
    [{ code: 'others-wait', overridable: true }],
  ]);
  const lent = decideCheckout(aCheckout({ waiting, override }));
  expect('refused' in lent ? [] : lent.facts).toContainEqual(
    expect.objectContaining({ name: 'refusals-overridden', detail: { by: 'staff:1', codes: 'others-wait' } }),
  );
});

test('finding C5: the explanation says whether a hold comes first; where the holds were not read, it says nothing', () => {
  const saysOf = (over: Partial<CheckoutRequest>) =>
    decideCheckout(aCheckout(over)).explain.checks.filter(({ check }) => check === 'others-wait');
  expect(saysOf({ waiting })).toEqual([
    { check: 'others-wait', passed: false, detail: 'A hold of another patron waits' },
  ]);
  expect(saysOf({ waiting: [] })).toEqual([
    { check: 'others-wait', passed: true, detail: 'No hold of another patron comes first' },
  ]);
  expect(saysOf({})).toEqual([]);
  const free = { policies: ruledBy('ignore'), waiting };
  expect(saysOf(free)).toEqual([]);
});

test('finding C5: a copy can serve a hold when it is on its shelf or missing, belongs to a title, and nobody has it', () => {
  const { item: aside, claim } = aCopyTravellingForAHold();
  const { recordId: _, ...untitled } = anItem();
  const serves = (item: Leaving['item'], over: Partial<Leaving> = {}) =>
    couldServeOthers({ ...aCheckout(), item, ...over });
  expect([serves(anItem()), serves(anItem({ state: 'missing' }))]).toEqual([true, true]);
  expect([serves(anItem({ state: 'lost' })), serves(aLentItem()), serves(untitled)]).toEqual([false, false, false]);
  expect(serves(anItem({ request: { requestId: 'req_1' } }))).toBe(false);
  expect(serves(anItem(), { agreed: { due: '2026-04-01T21:59:59.000Z' } })).toBe(false);
  expect([serves(aside), serves(aside, { claim })]).toEqual([false, false]);
  expect(serves(aside, { claim: { ...claim, state: 'cancelled' } })).toBe(true);
});
