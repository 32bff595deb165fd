import fc from 'fast-check';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { copyOutlook, fillability } from '../items/copies.ts';
import { decideCancelHold, decideEndHold } from './end-hold.ts';
import { bestHold, byQueueOrder, queuePlace } from './hold-queue.ts';
import { decidePlaceHold, type PlaceHoldRequest } from './place-hold.ts';
import { decideTargetHold, releasePage } from './target-hold.ts';

const aRequest = (over: Partial<PlaceHoldRequest> = {}): PlaceHoldRequest => ({
  ...{ holdId: 'hld_1', recordId: 'rec_1', patron: aPatron({ patronId: 'pat_2' }), at: monday, policies: policies() },
  pickup: { branchId: 'cedar.main', allowsPickup: true, calendar: aCalendar() },
  items: [anItem()],
  ownHolds: [],
  ...over,
});

const codes = (decision: { refused?: { code: string }[] } | object): string[] =>
  'refused' in decision && decision.refused ? decision.refused.map(({ code }) => code) : [];

const mediated = policies([aRule({ id: 'elm', setBy: 'elm', values: { requestOnly: true } })]);
const elmCopy = anItem({ itemId: 'itm_2', memberId: 'elm', branchId: 'elm.main', currentBranch: 'elm.main' });

test('a hold is placed under the limits of the consortium, with one hold and one counter written', () => {
  const decision = decidePlaceHold(aRequest());
  const { placedAt, ...hold } = aHold();
  expect(decision).toMatchObject({
    changes: {
      holds: [{ after: { ...hold, placedAt: monday } }],
      patrons: [
        {
          patronId: 'pat_2',
          add: { holds: 1 },
          limits: [
            { counter: 'holds', below: 10 },
            { counter: 'owed', below: 2001 },
          ],
        },
      ],
    },
    facts: [{ name: 'hold-placed', holdId: 'hld_1', members: { patron: 'cedar' }, detail: { recordId: 'rec_1' } }],
    outlook: { now: 1, later: 0, soon: 0, onRequest: 0 },
    fillability: 'hold',
  });
  expect(placedAt).toBe('2026-03-01T11:00:00.000Z');
});

test('C26 every failed part is returned', () => {
  const patron = aPatron({
    ...{ patronId: 'pat_2', expiresOn: '2026-03-01', counters: { loans: 0, holds: 10, owed: 2001, perGroup: {} } },
    blocks: [{ code: 'rude', scope: 'consortium', since: monday, by: 'staff:1' }],
  });
  const pickup = { branchId: 'cedar.store', allowsPickup: false, calendar: aCalendar() };
  expect(
    codes(
      decidePlaceHold(
        aRequest({ patron, pickup, items: [anItem({ state: 'withdrawn' })], ownHolds: [aHold({ holdId: 'hld_0' })] }),
      ),
    ),
  ).toEqual([
    ...[
      'card-expired',
      'patron-blocked',
      'too-many-holds',
      'owed-over-limit',
      'already-requested',
      'pickup-not-allowed',
      'no-holdable-copy',
    ],
  ]);
});

test('C28 one open hold for a patron and title, and none for what the patron has', () => {
  expect(codes(decidePlaceHold(aRequest({ ownHolds: [aHold({ holdId: 'hld_0', state: 'cancelled' })] })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ ownHolds: [aHold({ holdId: 'hld_0', itemId: 'itm_1' })] })))).toEqual([
    'already-requested',
  ]);
  expect(
    codes(decidePlaceHold(aRequest({ items: [anItem(), aLentItem({ patronId: 'pat_2' }, { itemId: 'itm_3' })] }))),
  ).toEqual(['already-lent-to-patron']);
});

test('a record whose copies are all lent or lent on request only suggests a consortium loan; without copies, an outside loan', () => {
  const way = (items: PlaceHoldRequest['items']) =>
    fillability(copyOutlook(items, mediated, 'cedar.main', { homeMember: 'cedar', category: 'adult' }));
  expect([way([anItem(), elmCopy]), way([aLentItem(), elmCopy]), way([elmCopy]), way([aLentItem()])]).toEqual([
    'hold',
    'consortium-loan',
    'consortium-loan',
    'consortium-loan',
  ]);
  expect([way([]), way([anItem({ state: 'missing' })])]).toEqual(['none', 'none']);
  expect(codes(decidePlaceHold(aRequest({ items: [elmCopy], policies: mediated })))).toEqual(['only-on-request']);
  expect(decidePlaceHold(aRequest({ items: [aLentItem(), elmCopy], policies: mediated }))).toMatchObject({
    fillability: 'consortium-loan',
    outlook: { now: 0, later: 1, soon: 0, onRequest: 1 },
  });
});

test('finding C10: a copy on its way to a shelf that is set aside for nobody takes a hold, so that no loan from elsewhere begins', () => {
  const home = { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: monday } as const;
  const travelling = anItem({ state: 'in-transit', currentBranch: 'birch.east', transit: home });
  const way = (item: PlaceHoldRequest['items'][number]) => decidePlaceHold(aRequest({ items: [item] }));
  for (const item of [
    travelling,
    anItem({ state: 'in-transit', transit: { ...home, purpose: 'display' } }),
    anItem({ state: 'cancelled-transit' }),
  ])
    expect(way(item)).toMatchObject({
      ...{ changes: { holds: [{ after: { state: 'placed' } }] }, fillability: 'hold' },
      outlook: { now: 0, later: 1, soon: 1, onRequest: 0 },
    });
  const hold = { holdId: 'hld_7', patronId: 'pat_7', pickupBranch: 'elm.main' };
  const spokenFor = { ...travelling, transit: { ...home, purpose: 'hold', holdId: 'hld_7' } as const, hold };
  for (const item of [spokenFor, anItem({ state: 'paged', hold }), anItem({ state: 'on-order' }), aLentItem()])
    expect(way(item)).toMatchObject({ fillability: 'consortium-loan', outlook: { later: 1, soon: 0 } });
});

const anyHold = fc
  .tuple(
    fc.nat(2),
    fc.nat(3),
    fc.nat(60),
    fc.constantFrom('placed', 'targeted', 'frozen', 'on-shelf', 'cancelled') as fc.Arbitrary<'placed'>,
  )
  .map(([priority, hour, id, state]) =>
    aHold({ holdId: `hld_${id}`, priority, state, placedAt: `2026-03-01T1${hour}:00:00.000Z` }),
  );
const aQueue = fc.uniqueArray(anyHold, { selector: ({ holdId }) => holdId, maxLength: 30 });

test('C34 concurrently placed holds have one total order, in any order of reading', () => {
  fc.assert(
    fc.property(aQueue, (queue) => {
      const ordered = queue.toSorted(byQueueOrder);
      expect(queue.toReversed().toSorted(byQueueOrder)).toEqual(ordered);
      ordered.slice(1).forEach((hold, at) => {
        expect(byQueueOrder(ordered[at] ?? hold, hold)).toBeLessThan(0);
      });
      const waiting = queue.filter(({ state }) => ['placed', 'targeted', 'frozen'].includes(state));
      const places = waiting
        .map(({ holdId }) => queuePlace(queue, holdId))
        .toSorted((one, other) => Number(one) - Number(other));
      expect(places).toEqual(waiting.map((_, at) => at + 1));
    }),
  );
});

test('the best hold is the first that waits and that the copy can fill', () => {
  fc.assert(
    fc.property(aQueue, fc.nat(60), (queue, least) => {
      const fills = ({ holdId }: { holdId: string }) => Number(holdId.slice(4)) >= least;
      const best = bestHold(queue, fills);
      const able = queue.filter((hold) => (hold.state === 'placed' || hold.state === 'targeted') && fills(hold));
      expect(best === undefined).toBe(able.length === 0);
      for (const hold of able) expect(best && byQueueOrder(best, hold)).toBeLessThanOrEqual(0);
    }),
  );
});

test('C38 a targeted copy is paged for its hold, and no other hold can page it again', () => {
  const decision = decideTargetHold(aHold(), [anItem(), elmCopy], mediated, monday);
  const paged = anItem({
    state: 'paged',
    hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
    v: 8,
  });
  expect(decision).toMatchObject({
    changes: {
      item: { after: paged, expect: 7 },
      holds: [{ after: aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, v: 2 }), expect: 1 }],
    },
  });
  expect(codes(decideTargetHold(aHold({ holdId: 'hld_2' }), [paged, elmCopy], mediated, monday))).toEqual([
    'item-wrong-state',
  ]);
  expect(codes(decideTargetHold(aHold({ state: 'frozen' }), [anItem()], mediated, monday))).toEqual([
    'hold-wrong-state',
  ]);
  expect([releasePage(paged, 'hld_1'), releasePage(paged, 'hld_9')]).toEqual([anItem({ v: 9 }), undefined]);
});

test('a cancelled hold leaves the counter, frees its paged copy at once, and leaves a shelved one to the next scan', () => {
  const hold = aHold({ state: 'targeted', targetItemId: 'itm_1' });
  const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  expect(decideCancelHold({ hold, item: paged, reason: 'by-patron', at: monday })).toMatchObject({
    changes: {
      item: { after: anItem({ v: 8 }), expect: 7 },
      holds: [{ after: { ...hold, state: 'cancelled', ended: { at: monday, cause: 'by-patron' }, v: 2 }, expect: 1 }],
      patrons: [{ patronId: 'pat_2', add: { holds: -1 }, limits: [] }],
    },
  });
  const shelved = decideEndHold({
    hold: aHold({ state: 'on-shelf', targetItemId: 'itm_1' }),
    item: aCopyTravellingForAHold().item,
    cause: 'expired-on-shelf',
    reason: 'not-fetched',
    at: monday,
  });
  expect(shelved).toMatchObject({ facts: [{ name: 'hold-ended' }, { name: 'shelf-to-clear', itemId: 'itm_1' }] });
  expect('changes' in shelved && shelved.changes.item).toBeUndefined();
});

test('a hold ends once, and only for a matching cause', () => {
  expect(codes(decideCancelHold({ hold: aHold({ state: 'fulfilled' }), reason: 'by-patron', at: monday }))).toEqual([
    'hold-over',
  ]);
  expect(codes(decideEndHold({ hold: aHold(), cause: 'expired-on-shelf', reason: 'not-fetched', at: monday }))).toEqual(
    ['hold-wrong-state'],
  );
});
