import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { decideChangePickup } from './change-pickup.ts';
import { duplicateHolds } from './duplicate-holds.ts';
import { decideCancelHold, decideEndHold } from './end-hold.ts';
import { explainCopies } from './explain-hold.ts';
import { dueOf } from './hold-due.ts';
import { levelOf, overlap, wants } from './hold-level.ts';
import { byQueueOrder, canFill, needsCopy } from './hold-queue.ts';
import { decideMoveHold } from './move-hold.ts';
import { decideRestoreHold } from './restore-hold.ts';
import { decideRetargetHold, decideTarget, wantsTarget } from './retarget-hold.ts';
import { decideSuspendHold } from './suspend-hold.ts';
import { isSound } from './suspension.ts';
import { decideTargetHold } from './target-hold.ts';

const calendar = aCalendar();
const later = '2026-03-09T11:00:00.000Z';
const claimOf = (more = {}) => ({ holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main', ...more });
const aPage = (more: Partial<Hold> = {}) =>
  aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, lookAt: later, v: 4, ...more });
const paged = anItem({ state: 'paged', hold: claimOf() });
const done = <D extends object>(decision: D) => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision as Exclude<D, { refused: unknown }>;
};
const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];
const ofHold = { at: monday, members: { patron: 'cedar' }, holdId: 'hld_1', patronId: 'pat_2', branchId: 'cedar.main' };

test('C28 of several equal requests of a merged patron the one with a copy remains, otherwise the first; consortium loans always', () => {
  const [first, second] = [aHold(), aHold({ holdId: 'hld_2', placedAt: '2026-03-01T12:00:00.000Z' })];
  expect(duplicateHolds([second, first])).toEqual([second]);
  const shelved = { ...second, state: 'on-shelf' as const };
  expect(duplicateHolds([first, shelved])).toEqual([first]);
  expect(duplicateHolds([first, { ...second, state: 'in-transit' }])).toEqual([first]);
  expect(duplicateHolds([{ ...first, state: 'in-transit' }, shelved])).toEqual([]);
  const others = [{ recordId: 'rec_2' }, { itemId: 'itm_1' }, { part: 'v. 2' }, { editions: ['rec_1'] }];
  expect(duplicateHolds([first, ...others.map((more, at) => aHold({ holdId: `hld_${at + 3}`, ...more }))])).toEqual([]);
  const agreed = aHold({ holdId: makeId('loan-request', 1, new Uint8Array(10)) });
  expect(duplicateHolds([first, agreed])).toEqual([]);
});

test('C26 a hold explains each copy by the rules that matter to it, usable ones first', () => {
  const rules = policies([
    aRule({ id: 'dvd', when: { itemCategory: 'dvd' }, values: { holdable: false, renewals: 0 } }),
  ]);
  const items = [anItem({ itemId: 'itm_9', state: 'missing' }), anItem({ itemId: 'itm_8' })];
  const explained = explainCopies(aHold(), items, rules, monday);
  expect(explained.map(({ item, comes }) => [item.itemId, comes])).toEqual([
    ['itm_8', true],
    ['itm_9', false],
  ]);
  expect(explained[0]).not.toHaveProperty('barrier');
  expect(explained[0]?.values.map(({ value }) => value).toSorted()).toEqual(
    ['holdShelfDays', 'holdable', 'lendable', 'maxHolds', 'requestOnly'].toSorted(),
  );
});

test('a hold asks for a copy, a part, a title or a work, the narrowest that it names', () => {
  const named = { itemId: 'itm_1', part: 'v. 2', editions: ['rec_1'] };
  const { itemId: _item, ...ofPart } = named;
  expect([levelOf(named), levelOf(ofPart), levelOf({ editions: ['rec_1'] }), levelOf({})]).toEqual([
    ...['copy', 'part', 'work', 'title'],
  ]);
  const { recordId: _record, ...loose } = anItem();
  expect(wants({ editions: ['rec_1'] }, loose)).toBe(false);
  expect([wants({ editions: ['rec_1'] }, anItem()), wants({ editions: ['rec_2'] }, anItem())]).toEqual([true, false]);
  expect([
    overlap({}, { part: 'v. 1' }),
    overlap({ part: 'v. 1' }, {}),
    overlap({ part: 'v. 1' }, { part: 'v. 2' }),
  ]).toEqual([...[true, true, false]]);
});

test('a hold needs a copy while it waits, and no further one while its own is fetched, on its way or on the shelf', () => {
  expect([needsCopy(aHold(), anItem()), needsCopy(aPage(), anItem()), needsCopy(aPage(), { itemId: 'itm_9' })]).toEqual(
    [...[true, true, false]],
  );
  for (const state of ['frozen', 'in-transit', 'on-shelf', 'fulfilled', 'cancelled'] as const)
    expect(needsCopy(aHold({ state, targetItemId: 'itm_1' }), anItem())).toBe(false);
});

test('C34 of holds placed at once the smaller id comes first; an agreed hold takes its own copy only', () => {
  const [one, other] = [aHold(), aHold({ holdId: 'hld_2' })];
  expect([byQueueOrder(one, other), byQueueOrder(other, one), byQueueOrder(one, one)].map(Math.sign)).toEqual([
    -1, 1, 0,
  ]);
  const agreed = aHold({ holdId: makeId('loan-request', 1, new Uint8Array(10)), itemId: 'itm_1' });
  const never = policies([aRule({ values: { lendable: false } })]);
  expect([canFill(anItem(), agreed, never), canFill(anItem(), aHold(), never)]).toEqual([true, false]);
  expect(canFill(anItem({ itemId: 'itm_9' }), agreed, never)).toBe(false);
});

test('the next moment that changes a hold is its last day, the start or end of its suspension, or its last day on the shelf', () => {
  const days = { neededUntil: later, suspended: { from: monday, until: '2026-03-05T11:00:00.000Z' } };
  expect(dueOf(aHold(days))).toBe(monday);
  expect(dueOf(aHold({ ...days, state: 'frozen' }))).toBe('2026-03-05T11:00:00.000Z');
  expect(dueOf(aHold({ ...days, state: 'on-shelf', shelfExpiresAt: later }))).toBe(later);
  expect([
    dueOf(aHold()),
    dueOf(aHold({ ...days, state: 'in-transit' })),
    dueOf(aHold({ ...days, state: 'cancelled' })),
  ]).toEqual([...[undefined, undefined, undefined]]);
});

const moved = (hold: Hold, items: readonly ReturnType<typeof anItem>[], more = {}) =>
  decideChangePickup({
    hold,
    items,
    pickup: { branchId: 'elm.main', allowsPickup: true },
    policies: policies(),
    at: monday,
    ...more,
  });

test('C61 a waiting hold, and the copy that is fetched for it, get the new pickup branch', () => {
  const { changes, facts } = done(moved(aPage({ hopelessSince: monday }), [paged]));
  expect(changes.holds).toEqual([{ after: aPage({ pickupBranch: 'elm.main', v: 5 }), expect: 4 }]);
  expect(changes.item).toEqual({ after: { ...paged, hold: claimOf({ pickupBranch: 'elm.main' }), v: 8 }, expect: 7 });
  expect(changes.resets).toBeUndefined();
  expect(facts).toEqual([{ ...ofHold, name: 'hold-changed', branchId: 'elm.main', detail: { from: 'cedar.main' } }]);
  const stale = anItem({ state: 'paged', hold: claimOf({ holdId: 'hld_9' }) });
  expect(done(moved(aPage(), [stale])).changes.item).toBeUndefined();
  expect(done(moved(aHold(), [anItem()])).changes).toMatchObject({
    holds: [{ after: { state: 'placed', v: 2 }, expect: 1 }],
  });
});

test('C61 from the shelf the copy is sent where staff ask so, and stays reserved without its last day', () => {
  const onShelf = anItem({
    state: 'on-hold-shelf',
    currentBranch: 'cedar.main',
    hold: claimOf({ shelfExpiresAt: later }),
  });
  const hold = aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt: later, v: 4 });
  expect(codes(moved(hold, [onShelf]))).toEqual(['hold-on-shelf']);
  const { changes } = done(moved(hold, [onShelf], { send: true }));
  expect(changes.holds).toEqual([
    { after: aHold({ state: 'targeted', targetItemId: 'itm_1', pickupBranch: 'elm.main', v: 5 }), expect: 4 },
  ]);
  expect(changes.item?.after).toEqual({ ...onShelf, hold: claimOf({ pickupBranch: 'elm.main' }), v: 8 });
  // With its copy at hand the hold needs no other.
  const lost = { ...onShelf, state: 'on-hold-shelf' as const };
  expect(
    codes(moved(hold, [lost], { send: true, policies: policies([aRule({ values: { holdable: false } })]) })),
  ).toEqual(['out-of-reach']);
});

test('C61 a copy that may not go to the new branch is released, with the reason; a hold without any copy for it is refused', () => {
  const stays = aRule({ id: 'stay', setBy: 'ash', when: { checkout: 'elm' }, values: { holdable: false } });
  const other = anItem({ itemId: 'itm_2', memberId: 'birch', branchId: 'birch.east', currentBranch: 'birch.east' });
  const { changes } = done(moved(aPage(), [paged, other], { policies: policies([stays]) }));
  expect(changes.resets).toEqual([
    { holdId: 'hld_1', at: monday, v: 5, reason: 'pickup-moved', itemId: 'itm_1', copyBranch: 'ash.main' },
  ]);
  expect(changes.item).toEqual({ after: anItem({ v: 8 }), expect: 7 });
  expect(changes.holds).toEqual([{ after: aHold({ pickupBranch: 'elm.main', v: 5 }), expect: 4 }]);
  expect(codes(moved(aHold(), []))).toContain('no-holdable-copy');
  expect(codes(moved(aHold(), [anItem({ state: 'missing' })]))).toContain('no-holdable-copy');
  const onRequest = policies([aRule({ values: { requestOnly: true } })]);
  expect(codes(moved(aHold(), [anItem()], { policies: onRequest }))).toContain('only-on-request');
  expect(codes(moved(aHold(), [anItem()], { pickup: { branchId: 'elm.main', allowsPickup: false } }))).toEqual([
    'pickup-not-allowed',
  ]);
  expect(codes(moved(aHold(), [anItem()], { pickup: { branchId: 'cedar.main', allowsPickup: true } }))).toEqual([
    'pickup-same',
  ]);
  expect(codes(moved(aHold({ state: 'cancelled' }), [anItem()]))).toEqual(['hold-over']);
  expect(codes(moved(aHold({ part: 'v. 2' }), [anItem(), anItem({ part: 'v. 1' })]))).toContain('no-holdable-copy');
});

test('a hold ends with who ended it; its paged copy is free, one on the shelf is to be cleared from now on', () => {
  const cancelled = done(decideCancelHold({ hold: aPage(), item: paged, reason: 'by-staff', at: monday }));
  expect(cancelled.changes.holds).toEqual([
    { after: aPage({ state: 'cancelled', ended: { at: monday, cause: 'by-staff' }, v: 5 }), expect: 4 },
  ]);
  expect(cancelled.changes.patrons).toEqual([{ patronId: 'pat_2', add: { holds: -1 }, limits: [] }]);
  expect(cancelled.changes.item).toEqual({ after: anItem({ v: 8 }), expect: 7 });
  expect(cancelled.facts).toEqual([
    { ...ofHold, name: 'hold-ended', detail: { cause: 'cancelled', reason: 'by-staff' } },
  ]);
  const onShelf = anItem({
    state: 'on-hold-shelf',
    currentBranch: 'cedar.main',
    hold: claimOf({ shelfExpiresAt: later }),
  });
  const hold = aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt: later });
  const clear = done(decideCancelHold({ hold, item: onShelf, reason: 'by-patron', at: monday }));
  expect(clear.changes.item).toEqual({ after: { ...onShelf, hold: claimOf(), v: 8 }, expect: 7 });
  const about = { at: monday, members: { owner: 'ash', desk: 'cedar' }, itemId: 'itm_1', branchId: 'cedar.main' };
  expect(clear.facts[1]).toEqual({ ...about, name: 'shelf-to-clear' });
  const expired = done(decideCancelHold({ hold, item: onShelf, reason: 'by-patron', at: later }));
  expect([expired.changes.item, expired.facts.length]).toEqual([undefined, 2]);
  const stale = { ...onShelf, hold: claimOf({ holdId: 'hld_9', shelfExpiresAt: later }) };
  expect(done(decideCancelHold({ hold, item: stale, reason: 'by-patron', at: monday })).changes.item).toBeUndefined();
  const next = aHold({ holdId: 'hld_2', patronId: 'pat_3' });
  const shelf = (queue: Hold[]) => ({ queue, policies: policies(), calendar });
  const given = done(
    decideEndHold({
      hold,
      item: onShelf,
      cause: 'expired-on-shelf',
      reason: 'not-fetched',
      at: monday,
      shelf: shelf([next]),
    }),
  );
  const shelfExpiresAt = given.changes.item?.after.hold?.shelfExpiresAt;
  expect(given.facts.slice(1)).toEqual([
    { ...about, name: 'shelf-given-on', detail: { shelfExpiresAt } },
    { ...about, name: 'hold-on-shelf', holdId: 'hld_2', patronId: 'pat_3', detail: { shelfExpiresAt } },
  ]);
  const away = { ...next, state: 'targeted' as const, targetItemId: 'itm_9', pickupBranch: 'elm.main' };
  const sent = done(
    decideEndHold({ hold, item: onShelf, cause: 'cancelled', reason: 'by-staff', at: monday, shelf: shelf([away]) }),
  );
  expect(sent.facts[1]).toEqual({ ...about, name: 'shelf-to-clear', detail: { to: 'elm.main' } });
  expect(sent.changes.pageToRelease).toEqual({ itemId: 'itm_9', holdId: 'hld_2' });
});

const restored = (hold: Partial<Hold>, more = {}) =>
  decideRestoreHold({
    ...{ hold: aHold({ state: 'cancelled', ended: { at: monday, cause: 'by-patron' }, v: 2, ...hold }), at: monday },
    ...{ patron: aPatron({ patronId: 'pat_2' }), items: [anItem()], ownHolds: [], policies: policies(), ...more },
    pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
  });

test('C64 a restored hold asks for what it asked before, until its last day if that is still to come', () => {
  const { changes, facts } = done(restored({ itemId: 'itm_1', neededUntil: later }));
  expect(changes.holds).toEqual([{ after: aHold({ itemId: 'itm_1', neededUntil: later, v: 3 }), expect: 2 }]);
  expect(facts).toEqual([{ ...ofHold, name: 'hold-changed', detail: { state: 'placed' } }]);
  for (const neededUntil of [monday, '2026-03-01T11:00:00.000Z'])
    expect(done(restored({ neededUntil })).changes.holds[0]?.after).not.toHaveProperty('neededUntil');
  expect(done(restored({})).changes.holds[0]?.after).toEqual(aHold({ v: 3 }));
  expect(codes(restored({ itemId: 'itm_9' }))).toEqual(['no-holdable-copy']);
  expect(codes(restored({ part: 'v. 2' }))).toEqual(['no-holdable-copy']);
  expect(codes(restored({ part: 'v. 2' }, { items: [anItem({ part: 'v. 2' })] }))).toEqual([]);
  expect(codes(restored({ editions: ['rec_2'] }))).toEqual(['no-holdable-copy']);
  const work = { editions: ['rec_1', 'rec_2'], formats: ['book' as never] };
  expect(done(restored(work)).changes.holds[0]?.after).toMatchObject(work);
});

test('C64 a suspension from now takes the paged copy away; a later one, a change of days and the end of one do not', () => {
  const suspended = (hold: Hold, more = {}) =>
    decideSuspendHold({ hold, item: paged, at: monday, policies: policies(), ...more });
  const now = { from: monday, until: later };
  const frozen = done(suspended(aPage(), { suspension: now }));
  expect(frozen.changes.holds).toEqual([{ after: aHold({ state: 'frozen', suspended: now, v: 5 }), expect: 4 }]);
  expect(frozen.changes.item).toEqual({ after: anItem({ v: 8 }), expect: 7 });
  expect(frozen.changes.resets).toEqual([
    { holdId: 'hld_1', at: monday, v: 5, reason: 'frozen', itemId: 'itm_1', copyBranch: 'ash.main' },
  ]);
  expect(frozen.facts).toEqual([{ ...ofHold, name: 'hold-changed', detail: { state: 'frozen' } }]);
  const planned = { from: '2026-03-04T11:00:00.000Z', until: later };
  const waits = done(suspended(aPage(), { suspension: planned }));
  expect(waits.changes.holds).toEqual([{ after: aPage({ suspended: planned, v: 5 }), expect: 4 }]);
  expect([waits.changes.item, waits.changes.resets]).toEqual([undefined, undefined]);
  const moved = done(suspended(aHold({ state: 'frozen', suspended: now }), { suspension: planned }));
  expect(moved.changes.holds[0]?.after).toEqual(aHold({ suspended: planned, v: 2 }));
  expect(done(suspended(aPage({ suspended: planned }))).changes.holds[0]?.after).toEqual(aPage({ v: 5 }));
  expect(codes(suspended(aHold({ state: 'on-shelf' }), { suspension: now }))).toEqual(['hold-wrong-state']);
  expect(suspended(aHold(), { suspension: { from: later, until: monday } })).toMatchObject({
    refused: [{ code: 'suspension-wrong', params: { days: expect.any(Number) } }],
  });
});

test('C64 a suspension may begin and end up to the longest time from now, and ends after it begins', () => {
  const day = (count: number) => new Date(Date.parse(monday) + count * 86_400_000).toISOString();
  const sound = (from: number, until?: number) =>
    isSound({ from: day(from), ...(until !== undefined && { until: day(until) }) }, monday, 10);
  expect([sound(10), sound(10.5), sound(0, 10), sound(0, 10.5)]).toEqual([true, false, true, false]);
  expect([sound(3, 3), sound(3, 2), sound(-5, -1), sound(-5, 0), sound(-5, 1)]).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('C63 a hold that is bound to another copy waits for that one only, and its paged copy is free at once', () => {
  const to = aLentItem({}, { itemId: 'itm_2' });
  const bind = (hold: Hold, more = {}) =>
    decideMoveHold({ hold, to, items: [paged, to], policies: policies(), at: monday, ...more });
  const { changes, facts } = done(
    bind(aPage({ part: 'v. 2', editions: ['rec_1'], recalledItemId: 'itm_7', hopelessSince: monday })),
  );
  expect(changes.holds).toEqual([{ after: aHold({ itemId: 'itm_2', v: 5 }), expect: 4 }]);
  expect(changes.item).toEqual({ after: anItem({ v: 8 }), expect: 7 });
  expect(changes.resets).toEqual([
    { holdId: 'hld_1', at: monday, v: 5, reason: 'moved', itemId: 'itm_1', copyBranch: 'ash.main' },
  ]);
  expect(facts).toEqual([{ ...ofHold, name: 'hold-changed', detail: { to: 'itm_2' } }]);
  const own = done(bind(aPage(), { to: paged }));
  expect([own.changes.holds, own.changes.item, own.changes.resets]).toEqual([
    [{ after: aPage({ itemId: 'itm_1', v: 5 }), expect: 4 }],
    undefined,
    undefined,
  ]);
  expect(done(bind(aHold({ state: 'frozen' }))).changes.holds[0]?.after).toEqual(
    aHold({ state: 'frozen', itemId: 'itm_2', v: 2 }),
  );
  expect(codes(bind(aHold({ state: 'cancelled' })))).toEqual(['hold-over']);
  expect(codes(bind(aHold({ state: 'on-shelf' })))).toEqual(['hold-wrong-state']);
  expect(codes(bind(aHold(), { policies: policies([aRule({ values: { holdable: false } })]) }))).toEqual([
    'copy-cannot-fill',
  ]);
});

test('C37 the targeter looks at holds that wait, and at pages whose time is over', () => {
  expect([wantsTarget(aHold(), monday), wantsTarget(aHold({ state: 'frozen', lookAt: monday }), monday)]).toEqual([
    true,
    false,
  ]);
  expect([wantsTarget(aPage(), later), wantsTarget(aPage(), monday)]).toEqual([true, false]);
  const { lookAt: _look, ...endless } = aPage();
  expect(wantsTarget(endless, later)).toBe(false);
});

test('C48 a copy that is given up is noted with where, why and by which note; another one is paged in the same write', () => {
  const other = anItem({ itemId: 'itm_2', barcode: '300002' });
  const choosing = { hold: aPage(), items: [paged, other], policies: policies(), at: monday };
  const { changes, facts } = done(
    decideRetargetHold(choosing, { reason: 'not-on-shelf', branchId: 'ash.main', note: 'looked twice' }),
  );
  expect(changes.resets).toEqual([
    {
      ...{ holdId: 'hld_1', at: monday, v: 5, reason: 'not-on-shelf', itemId: 'itm_1', copyBranch: 'ash.main' },
      ...{ branchId: 'ash.main', note: 'looked twice' },
    },
  ]);
  expect(changes.holds).toMatchObject([
    { after: { state: 'targeted', targetItemId: 'itm_2', targetedAt: monday, v: 5 }, expect: 4 },
  ]);
  expect(changes.item).toEqual({ after: { ...other, state: 'paged', hold: claimOf(), v: 8 }, expect: 7 });
  expect(changes.freedCopy).toEqual({ after: anItem({ v: 8 }), expect: 7 });
  expect(facts).toEqual([
    {
      ...{ name: 'hold-targeted', at: monday, members: { owner: 'ash', patron: 'cedar' }, holdId: 'hld_1' },
      ...{ patronId: 'pat_2', itemId: 'itm_2', branchId: 'ash.main' },
    },
  ]);
  const again = done(decideRetargetHold({ ...choosing, items: [paged] }, { reason: 'timed-out' }));
  expect(again.changes.resets?.[0]).toEqual({
    ...{ holdId: 'hld_1', at: monday, v: 5, reason: 'timed-out', itemId: 'itm_1', copyBranch: 'ash.main' },
  });
  expect(again.changes.holds).toMatchObject([{ after: { state: 'targeted', targetItemId: 'itm_1', v: 5 } }]);
  expect([again.changes.item, again.changes.freedCopy]).toEqual([undefined, undefined]);
  expect(codes(decideRetargetHold({ ...choosing, hold: aHold() }, { reason: 'timed-out' }))).toEqual([
    'hold-wrong-state',
  ]);
  const soft = done(decideRetargetHold(choosing, { reason: 'other', soft: true }));
  expect([soft.changes.holds, soft.changes.resets]).toEqual([[], undefined]);
  expect(decideTarget({ ...choosing, hold: aPage() })).toMatchObject({
    changes: { resets: [{ reason: 'timed-out' }] },
  });
});

test('a hold that is placed gets the best copy paged; one that does not wait is refused', () => {
  const targeted = done(decideTargetHold(aHold(), [anItem()], policies(), monday));
  expect(targeted.changes.holds).toMatchObject([
    { after: { state: 'targeted', targetItemId: 'itm_1', v: 2 }, expect: 1 },
  ]);
  expect(targeted.changes.item?.after).toEqual({ ...paged, v: 8 });
  expect(codes(decideTargetHold(aHold({ state: 'frozen' }), [anItem()], policies(), monday))).toEqual([
    'hold-wrong-state',
  ]);
  expect(codes(decideTargetHold(aHold(), [], policies(), monday))).toEqual(['item-wrong-state']);
});
