import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRequest, block, by, calendar, codes, holdsAfter, volume } from '../../../../test/builders/placing.ts';
import { aRule, targetingDocument } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { factsOfHold, workOfItem } from '../decisions/relay.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { decideEndHold } from './end-hold.ts';
import { expectedWait } from './expected-wait.ts';
import { levelOf, wants } from './hold-level.ts';
import { canFill } from './hold-queue.ts';
import { decideTimedHold } from './hold-time.ts';
import { decideHope } from './hopeless-hold.ts';
import { decidePlaceHold } from './place-hold.ts';
import { decideTargetHold } from './target-hold.ts';

describe('placing', () => {
  test('C27 a block stops placing, capture or pickup as the policy sets, and not the other two', () => {
    const blocked = aPatron({ patronId: 'pat_2', blocks: [block('no-new-holds')] });
    const onlyPlacing = by({ blocks: { hold: ['no-new-holds'], capture: [], fulfil: [] } });
    const onlyPickup = by({ blocks: { hold: [], capture: [], fulfil: ['no-new-holds'] } });
    expect(codes(decidePlaceHold(aRequest({ patron: blocked, policies: onlyPlacing })))).toEqual(['patron-blocked']);
    expect(codes(decidePlaceHold(aRequest({ patron: blocked, policies: onlyPickup })))).toEqual([]);
    const claim = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
    const waiting = anItem({
      state: 'on-hold-shelf',
      hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
    });
    const fetching = {
      item: waiting,
      patron: blocked,
      branchId: 'cedar.main',
      at: monday,
      loanId: 'lon_1',
      calendar,
      claim,
    };
    expect(codes(decideCheckout({ ...fetching, policies: onlyPlacing }))).toEqual([]);
    expect(codes(decideCheckout({ ...fetching, policies: onlyPickup }))).toEqual(['patron-blocked']);
    // A checkout that collects no hold of the patron is prevented by any block.
    const { claim: _claim, ...other } = { ...fetching, item: anItem() };
    expect(codes(decideCheckout({ ...other, policies: onlyPlacing }))).toEqual(['patron-blocked']);
  });

  test('C28 copy and title, title and title, and a current loan count as one request, up to the limit of the policy', () => {
    const own = (over: Partial<Hold>) => [aHold({ holdId: 'hld_0', patronId: 'pat_2', ...over })];
    const lentToo = [anItem(), aLentItem({ patronId: 'pat_2' }, { itemId: 'itm_3' })];
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({ itemId: 'itm_1' }) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ itemId: 'itm_1', ownHolds: own({}) })))).toEqual(['already-requested']);
    expect(codes(decidePlaceHold(aRequest({ items: lentToo })))).toEqual(['already-lent-to-patron']);
    const two = by({ maxDuplicates: 2 });
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}), policies: two })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ ownHolds: own({}), items: lentToo, policies: two })))).toEqual([
      'already-requested',
      'already-lent-to-patron',
    ]);
  });

  test('C29 a copy on the shelf of the pickup branch is an alert or a refusal, each by its own setting', () => {
    const local = [anItem({ currentBranch: 'cedar.main' })];
    expect(decidePlaceHold(aRequest({ items: local }))).toMatchObject({ alerts: [] });
    const alert = decidePlaceHold(aRequest({ items: local, policies: by({ localCopyAlert: true }) }));
    expect([codes(alert), alert.alerts]).toEqual([[], ['local-copy-available']]);
    const refused = decidePlaceHold(aRequest({ items: local, policies: by({ localCopyBlock: true }) }));
    expect(codes(refused)).toEqual(['local-copy-available']);
    const away = by({ localCopyAlert: true, localCopyBlock: true });
    expect(decidePlaceHold(aRequest({ policies: away }))).toMatchObject({ alerts: [], changes: {} });
    const lent = [aLentItem({}, { currentBranch: 'cedar.main' })];
    expect(codes(decidePlaceHold(aRequest({ items: lent, policies: away })))).toEqual([]);
  });

  test('C31 a hold for a volume is filled by that volume only, a title hold by no volume; volumes only require a choice', () => {
    const set = [volume('v.1', 'itm_1'), volume('v.2', 'itm_2')];
    expect(codes(decidePlaceHold(aRequest({ items: set })))).toEqual(['which-part']);
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.3' })))).toEqual(['no-holdable-copy']);
    const [second] = holdsAfter(decidePlaceHold(aRequest({ items: set, part: 'v.2' })));
    expect(second).toMatchObject({ part: 'v.2' });
    const fills = (item: ReturnType<typeof anItem>, hold: Partial<Hold>) => canFill(item, aHold(hold), policies());
    expect(set.map((item) => fills(item, { part: 'v.2' }))).toEqual([false, true]);
    expect(set.map((item) => fills(item, {}))).toEqual([false, false]);
    expect([fills(anItem(), {}), fills(anItem(), { part: 'v.2' })]).toEqual([true, false]);
    // Another volume is a different request.
    const ownHolds = [aHold({ patronId: 'pat_2', part: 'v.1' })];
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.2', ownHolds })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ items: set, part: 'v.1', ownHolds })))).toEqual(['already-requested']);
  });

  test('C32 a hold for a work is filled only by the requested editions', () => {
    const [paper, large] = [anItem({ recordId: 'rec_1' }), anItem({ itemId: 'itm_2', recordId: 'rec_large' })];
    const request = aRequest({ recordId: 'rec_large', editions: ['rec_large'], items: [paper, large] });
    const decision = decidePlaceHold(request);
    expect(decision).toMatchObject({ outlook: { now: 1 } });
    const [hold] = holdsAfter(decision);
    expect(hold && [levelOf(hold), wants(hold, paper), wants(hold, large)]).toEqual(['work', false, true]);
    expect(codes(decidePlaceHold({ ...request, editions: [] }))).toEqual(['no-holdable-copy']);
  });

  test('C35 overdue loans, an unpaid subscription, an expired card and the number of holds refuse with their own codes', () => {
    const patron = aPatron({
      ...{ patronId: 'pat_2', expiresOn: '2026-03-01', blocks: [block('subscription-unpaid')] },
      counters: { loans: 3, holds: 10, owed: 0, perGroup: {} },
    });
    const strict = by({ maxOverdue: 2 });
    expect(codes(decidePlaceHold(aRequest({ patron, policies: strict, overdue: 2 })))).toEqual([
      'card-expired',
      'subscription-unpaid',
      'too-many-holds',
      'too-many-overdue',
    ]);
    expect(codes(decidePlaceHold(aRequest({ policies: strict, overdue: 1 })))).toEqual([]);
    expect(codes(decidePlaceHold(aRequest({ overdue: 100 })))).toEqual([]);
  });

  test('C66 of the consortium’s and the rule’s limits on holds the lower one counts', () => {
    const patron = aPatron({ patronId: 'pat_2', counters: { loans: 0, holds: 3, owed: 0, perGroup: {} } });
    const ruled = (maxHolds: number | null) => policies([aRule({ id: 'few', values: { maxHolds } })]);
    expect(codes(decidePlaceHold(aRequest({ patron, policies: ruled(3) })))).toEqual(['too-many-holds']);
    expect(codes(decidePlaceHold(aRequest({ patron, policies: ruled(4) })))).toEqual([]);
    expect(decidePlaceHold(aRequest({ policies: ruled(40) }))).toMatchObject({
      changes: { patrons: [{ limits: [{ counter: 'holds', below: 10 }, { counter: 'owed' }] }] },
    });
  });

  test('a past need-by date, and a suspension that is over or too long, are refused', () => {
    const past = {
      neededUntil: '2026-03-02T10:59:59.000Z',
      suspended: { from: monday, until: '2027-06-01T00:00:00.000Z' },
    };
    expect(codes(decidePlaceHold(aRequest(past)))).toEqual(['not-needed-past', 'suspension-wrong']);
    const suspended = { from: monday, until: '2026-04-01T00:00:00.000Z' };
    expect(holdsAfter(decidePlaceHold(aRequest({ suspended })))).toMatchObject([{ state: 'frozen', suspended }]);
    const later = { from: '2026-03-20T00:00:00.000Z' };
    expect(holdsAfter(decidePlaceHold(aRequest({ suspended: later })))).toMatchObject([{ state: 'placed' }]);
  });
});

test('a hold ends once and for a matching cause, at any time', () => {
  expect(codes(decideEndHold({ hold: aHold(), cause: 'expired-on-shelf', reason: 'not-fetched', at: monday }))).toEqual(
    ['hold-wrong-state'],
  );
  expect(decideTimedHold({ hold: aHold({ state: 'cancelled' }), at: monday, policies: policies() })).toBeUndefined();
});

test('C32 a missing copy of the format, or of any, is recorded with its date, and cleared when there is one again', () => {
  const hope = (hold: Hold, ...items: ReturnType<typeof anItem>[]) =>
    decideHope({ hold, items, policies: policies(), at: monday });
  const work = aHold({ recordId: 'rec_large', editions: ['rec_large'] });
  const large = anItem({ recordId: 'rec_large' });
  expect(holdsAfter(hope(work, anItem()) ?? {})).toEqual([{ ...work, hopelessSince: monday, v: 2 }]);
  expect(hope(work, anItem(), large)).toBeUndefined();
  const hopeless = { ...work, hopelessSince: monday };
  expect(hope(hopeless, { ...large, state: 'missing' })).toBeUndefined();
  expect(holdsAfter(hope(hopeless, aLentItem({}, { recordId: 'rec_large' })) ?? {})).toEqual([{ ...work, v: 2 }]);
});

test('the displayed wait is the place, the copies that can fill it, and an estimate by their loan period', () => {
  const queue = [1, 2, 3, 4].map((n) => aHold({ holdId: `hld_${n}`, placedAt: `2026-03-01T1${n}:00:00.000Z` }));
  const wait = (n: number, ...items: ReturnType<typeof anItem>[]) =>
    expectedWait(queue[n - 1] ?? aHold(), queue, items, policies());
  const lent = (itemId: string) => aLentItem({}, { itemId });
  expect(wait(1, anItem(), lent('itm_2'))).toEqual({ place: 1, copies: 2, days: 0 });
  expect(wait(2, anItem(), lent('itm_2'))).toEqual({ place: 2, copies: 2, days: 28 });
  expect(wait(4, anItem(), lent('itm_2'))).toEqual({ place: 4, copies: 2, days: 56 });
  expect(wait(1, anItem({ state: 'missing' }))).toEqual({ place: 1, copies: 0 });
  expect(expectedWait(aHold({ state: 'on-shelf' }), [], [anItem()], policies())).toBeUndefined();
});

test('C59 a hold that ends without its copy reports that, and the library on whose shelf the copy is, once', () => {
  const before = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
  const after: Hold = { ...before, state: 'expired-on-shelf', ended: { at: monday, cause: 'not-fetched' }, v: 2 };
  const encodedFacts = 'hold-ended\nshelf-to-clear';
  expect(factsOfHold({ before, after, encodedFacts }).map(({ fact }) => fact)).toMatchObject([
    { name: 'hold-ended', detail: { cause: 'expired-on-shelf', reason: 'not-fetched' } },
    { name: 'shelf-to-clear', members: { desk: 'cedar' }, branchId: 'cedar.main', itemId: 'itm_1' },
  ]);
  expect(factsOfHold({ before: after, after, encodedFacts })).toEqual([]);
  expect(factsOfHold({ before, after })).toEqual([]);
  // A hold placed as suspended counts as placed.
  expect(factsOfHold({ after: aHold({ state: 'frozen' }) })).toMatchObject([{ fact: { name: 'hold-placed' } }]);
});

test('C32 the holds of a removed copy’s record are checked, as for one that returns to its shelf', () => {
  const work = (before: Parameters<typeof anItem>[0], after: Parameters<typeof anItem>[0]) =>
    workOfItem({ before: anItem(before), after: anItem(after) }).length;
  expect([work({}, { state: 'missing' }), work({ state: 'missing' }, {}), work({}, { state: 'paged' })]).toEqual([
    1, 1, 0,
  ]);
});

test('C26 transit range and age protection are parts of the permit test, reported together with all other failures', () => {
  const targeted = targetingDocument({ transferLimits: [{ from: 'ash.main', to: 'cedar.main' }] });
  const limited = { ...policies(), targeting: targeted };
  const patron = aPatron({ patronId: 'pat_2', counters: { loans: 0, holds: 10, owed: 0, perGroup: {} } });
  expect(codes(decidePlaceHold(aRequest({ policies: limited, patron })))).toEqual(['too-many-holds', 'out-of-reach']);
  const near = anItem({ itemId: 'itm_2', branchId: 'cedar.main', memberId: 'cedar', currentBranch: 'cedar.main' });
  expect(codes(decidePlaceHold(aRequest({ policies: limited, items: [anItem(), near] })))).toEqual([]);
});

test('C26 the permit test knows a copy that is too new, one excluded by its location, and a library skipped by targeting', () => {
  const cedar = { memberId: 'cedar', branchId: 'cedar.main', currentBranch: 'cedar.main' };
  const fresh = anItem({ itemId: makeId('item', Date.parse('2026-02-20T11:00:00.000Z'), new Uint8Array(10)) });
  const protect = { ageProtection: [{ days: 30, withinDistance: 0 }] };
  const protectedNew = { ...policies(), targeting: targetingDocument(protect) };
  const young = decidePlaceHold(aRequest({ policies: protectedNew, items: [fresh] }));
  expect(codes(young)).toEqual(['out-of-reach']);
  expect(young.explain.checks).toContainEqual(
    expect.objectContaining({ check: 'out-of-reach', detail: 'In the way: age-protection' }),
  );
  expect(codes(decidePlaceHold(aRequest({ policies: protectedNew, items: [{ ...fresh, ...cedar }] })))).toEqual([]);
  const rule = aRule({
    id: 'reading-room',
    setBy: 'ash',
    when: { location: 'reading-room' },
    values: { holdable: false },
  });
  const barred = (location: string) =>
    codes(decidePlaceHold(aRequest({ policies: policies([rule]), items: [anItem({ location })] })));
  expect([barred('reading-room'), barred('stacks')]).toEqual([['no-holdable-copy'], []]);
  // A skipped library does not refuse the hold: it waits, and the explanation of the copy names the library.
  const skipping = { ...policies(), targeting: targetingDocument({ skipClosed: true }) };
  expect(codes(decidePlaceHold(aRequest({ policies: skipping })))).toEqual([]);
  const shut = aCalendar({ closures: [{ from: '2026-03-01', to: '2026-03-05', reason: 'stocktaking' }] });
  const { choice } = decideTargetHold(aHold(), [anItem()], skipping, monday, { calendarOf: () => shut });
  expect(choice.passedOver).toEqual([{ itemId: 'itm_1', branchId: 'ash.main', reason: 'branch-closed' }]);
});

test('a placed hold is logged with the rule that permits it for the first copy that can fill it', () => {
  const films = aRule({ id: 'films', when: { itemCategory: 'dvd' }, values: { holdable: true } });
  const never = aRule({ id: 'never', when: { itemCategory: 'score' }, values: { holdable: false } });
  const contextOf = (items: ItemCirculation[]) => {
    const decision = decidePlaceHold(aRequest({ items, policies: policies([films, never]) }));
    return 'refused' in decision ? decision.refused : decision.context?.rule;
  };
  expect(contextOf([anItem()])).toEqual({ id: 'base', version: 1 });
  expect(contextOf([anItem({ category: 'score' }), anItem({ itemId: 'itm_2', category: 'dvd' })])).toEqual({
    ...{ id: 'films', version: 1 },
  });
});
