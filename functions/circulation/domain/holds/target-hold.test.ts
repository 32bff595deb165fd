import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { codes, holdsAfter } from '../../../../test/builders/placing.ts';
import { targetingDocument } from '../../../../test/builders/policies.ts';
import { passedOf } from './hold-reset.ts';
import { decideTargetHold, pagedHold, waitingHold } from './target-hold.ts';

const tomorrow = '2026-03-03T11:00:00.000Z';

test('C39 the next check is written where it is none yet, later than needed, over, or needed no more; never postponed', () => {
  // For a patron with blocked capture the next check is due after a day.
  const stopped = (lookAt?: string) =>
    decideTargetHold(aHold(lookAt === undefined ? {} : { lookAt }), [anItem()], policies(), monday, { stopped: true });
  for (const lookAt of [undefined, '2026-03-04T11:00:00.000Z', monday, '2026-03-01T12:00:00.000Z'])
    expect(holdsAfter(stopped(lookAt))).toEqual([aHold({ lookAt: tomorrow, v: 2 })]);
  for (const lookAt of [tomorrow, '2026-03-02T11:00:01.000Z'])
    expect(codes(stopped(lookAt))).toEqual(['item-wrong-state']);
  const none = (hold: ReturnType<typeof aHold>) => decideTargetHold(hold, [], policies(), monday);
  expect(holdsAfter(none(aHold({ lookAt: tomorrow })))).toEqual([aHold({ v: 2 })]);
  expect(codes(none(aHold()))).toEqual(['item-wrong-state']);
});

test('C37 a page times out after the minutes of the policy, or never', () => {
  const page = (pageMinutes: number) =>
    pagedHold(
      aHold({ lookAt: tomorrow }),
      'itm_1',
      { ...policies(), targeting: targetingDocument({ pageMinutes }) },
      monday,
    );
  const paged = aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, v: 2 });
  expect(page(90)).toEqual({ ...paged, lookAt: '2026-03-02T12:30:00.000Z' });
  expect(page(0)).toEqual(paged);
  expect(page(0)).not.toHaveProperty('lookAt');
  expect(waitingHold({ ...paged, lookAt: monday }, undefined)).toStrictEqual(aHold({ v: 3 }));
  expect(waitingHold(paged, tomorrow)).toStrictEqual(aHold({ lookAt: tomorrow, v: 3 }));
});

test('C48 a copy was passed over when it was not fetched or given up by staff, not when the hold itself changed', () => {
  const reset = (reason: 'timed-out' | 'not-fit' | 'other' | 'gave-way' | 'frozen', itemId = 'itm_1') => ({
    ...{ holdId: 'hld_1', at: monday, v: 2, reason, itemId },
  });
  const history = [
    reset('timed-out'),
    reset('frozen'),
    reset('not-fit'),
    reset('timed-out', 'itm_2'),
    reset('gave-way'),
  ];
  expect(passedOf(history, 'itm_1')).toEqual({ times: 2, timedOut: 1, manual: true, last: false });
  expect(passedOf(history, 'itm_2')).toEqual({ times: 1, timedOut: 1, manual: false, last: true });
  expect(passedOf([...history, reset('other')], 'itm_1')).toEqual({ times: 3, timedOut: 1, manual: true, last: true });
  expect(passedOf([], 'itm_1')).toEqual({ times: 0, timedOut: 0, manual: false, last: false });
});
