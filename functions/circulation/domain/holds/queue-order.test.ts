import fc from 'fast-check';
import { aHold, aLentItem, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { calendar, codes, holdsAfter } from '../../../../test/builders/placing.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { decideRecall } from '../loans/recall.ts';
import { byQueueOrder } from './hold-queue.ts';
import { decideMoveHold } from './move-hold.ts';
import { decidePutBefore, decideReorderHolds, movesBackOthers } from './reorder-holds.ts';

describe('the queue', () => {
  const at = (hour: number, over: Partial<Hold> = {}) =>
    aHold({ holdId: `hld_${hour}`, placedAt: `2026-03-01T${hour}:00:00.000Z`, ...over });

  test('C62 an order is complete and names each hold once; none overtakes a hold with a copy or a fetched copy', () => {
    const queue = [
      at(10, { state: 'on-shelf', targetItemId: 'itm_1' }),
      at(11),
      at(12, { state: 'targeted', targetItemId: 'itm_2' }),
      at(13),
    ];
    const order = (...hours: number[]) =>
      decideReorderHolds(
        queue,
        hours.map((hour) => `hld_${hour}`),
        monday,
      );
    expect(codes(order(10, 11, 12))).toEqual(['order-incomplete']);
    expect(codes(order(10, 11, 12, 12))).toEqual(['order-incomplete']);
    expect(codes(order(11, 10, 12, 13))).toEqual(['order-passes-filled']);
    expect(codes(order(10, 11, 13, 12))).toEqual(['order-passes-filled']);
    expect(holdsAfter(order(10, 12, 11, 13)).map(({ holdId }) => holdId)).toEqual(['hld_12', 'hld_11']);
    expect(holdsAfter(order(10, 11, 12, 13))).toEqual([]);
  });

  test('finding S5: a library may move its own holds, but no hold of another back', () => {
    const mine = ({ patronMember }: { patronMember: string }) => patronMember === 'cedar';
    const of = (hour: number, patronMember: string) => at(hour, { patronMember });
    const queue = [of(10, 'cedar'), of(11, 'elm'), of(12, 'cedar'), of(13, 'elm')];
    const moved = (...order: number[]) =>
      movesBackOthers(
        queue,
        order.flatMap((i) => queue[i] ?? []),
        mine,
      );
    expect([moved(0, 1, 2, 3), moved(2, 1, 0, 3), moved(1, 3, 0, 2)]).toEqual([false, false, false]);
    expect([moved(2, 0, 1, 3), moved(0, 2, 1, 3), moved(0, 3, 2, 1)]).toEqual([true, true, true]);
  });

  test('C62 C34 any requested order becomes the order, and later holds follow', () => {
    const waiting = fc.uniqueArray(fc.record({ id: fc.nat(99), hour: fc.nat(2), priority: fc.nat(1) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(waiting, fc.infiniteStream(fc.nat(1000)), (drafts, dice) => {
        const queue = drafts.map(({ id, hour, priority }) =>
          aHold({ holdId: `hld_${id}`, priority, placedAt: `2026-03-01T1${hour}:00:00.000Z` }),
        );
        const order = queue
          .map(({ holdId }) => ({ holdId, at: dice.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ holdId }) => holdId);
        const moved = new Map(holdsAfter(decideReorderHolds(queue, order, monday)).map((hold) => [hold.holdId, hold]));
        const now = queue.map((hold) => moved.get(hold.holdId) ?? hold);
        const late = aHold({
          holdId: 'hld_late',
          placedAt: monday,
          priority: Math.max(...queue.map((one) => one.priority)),
        });
        const all = [late, ...now].toSorted(byQueueOrder).map(({ holdId }) => holdId);
        expect(all).toEqual([...order, 'hld_late']);
      }),
    );
  });

  test('C62 moving one hold in a queue of any length writes that hold only, and every other stays in its place', () => {
    const queue = Array.from({ length: 2500 }, (_, n) =>
      aHold({ holdId: `hld_${n}`, placedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 60_000).toISOString() }),
    );
    const moved = decidePutBefore(queue, { holdId: 'hld_2400', before: 'hld_7' }, monday);
    expect(holdsAfter(moved).map(({ holdId }) => holdId)).toEqual(['hld_2400']);
    const [first] = holdsAfter(moved);
    const now = queue.map((hold) => (hold.holdId === 'hld_2400' && first ? first : hold)).toSorted(byQueueOrder);
    expect(now.slice(6, 9).map(({ holdId }) => holdId)).toEqual(['hld_6', 'hld_2400', 'hld_7']);
    expect(holdsAfter(decidePutBefore(queue, { holdId: 'hld_6', before: 'hld_7' }, monday))).toEqual([]);
    const gone = { holdId: 'hld_2400', before: 'hld_9999' };
    expect(codes(decidePutBefore(queue, gone, monday))).toEqual(['order-incomplete']);
    const [top = aHold()] = queue;
    const filled = [{ ...top, state: 'on-shelf' as const }, ...queue.slice(1)];
    const over = { holdId: 'hld_9', before: 'hld_0' };
    expect(codes(decidePutBefore(filled, over, monday))).toEqual(['order-passes-filled']);
    const same = queue.map((hold) => ({ ...hold, placedAt: top.placedAt })).toSorted(byQueueOrder);
    const late = { holdId: same[1]?.holdId ?? '', before: same[2000]?.holdId ?? '' };
    expect(codes(decidePutBefore(same, late, monday))).toEqual(['order-no-place']);
  });

  test('C62 C34 any hold can be moved before any other, however close they are, and the order follows', () => {
    const waiting = fc.uniqueArray(fc.record({ id: fc.nat(99), ms: fc.nat(4), priority: fc.nat(1) }), {
      selector: ({ id }) => id,
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(waiting, fc.nat(1000), fc.nat(1000), (drafts, one, other) => {
        const queue = drafts
          .map(({ id, ms, priority }) =>
            aHold({ holdId: `hld_${id}`, priority, placedAt: `2026-03-01T10:00:00.00${ms}Z` }),
          )
          .toSorted(byQueueOrder);
        const ids = queue.map(({ holdId }) => holdId);
        const holdId = ids[one % ids.length] ?? '';
        const rest = ids.filter((id) => id !== holdId);
        const place = other % rest.length;
        const decision = decidePutBefore(queue, { holdId, before: rest[place] ?? '' }, monday);
        const moved = new Map(holdsAfter(decision).map((hold) => [hold.holdId, hold]));
        const now = queue.map((hold) => moved.get(hold.holdId) ?? hold).toSorted(byQueueOrder);
        expect(now.map((hold) => hold.holdId)).toEqual([...rest.slice(0, place), holdId, ...rest.slice(place)]);
      }),
    );
  });

  test('C63 a hold is moved to another copy of its title, never to the same copy or another title, at its old place', () => {
    const [one, two] = [anItem(), anItem({ itemId: 'itm_2' })];
    const move = (hold: Hold, to = two, items = [one, two]) =>
      decideMoveHold({ hold, to, items, policies: policies(), at: monday });
    expect(holdsAfter(move(aHold()))).toEqual([aHold({ itemId: 'itm_2', v: 2 })]);
    expect(codes(move(aHold({ itemId: 'itm_2' })))).toEqual(['move-same-item']);
    expect(codes(move(aHold(), anItem({ itemId: 'itm_9', recordId: 'rec_9' })))).toEqual(['move-other-title']);
    expect(codes(move(aHold({ state: 'on-shelf', targetItemId: 'itm_1' })))).toEqual(['hold-wrong-state']);
    expect(codes(move(aHold(), anItem({ itemId: 'itm_2', state: 'missing' })))).toEqual(['item-wrong-state']);
    const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
    const freedCopy = move(aHold({ state: 'targeted', targetItemId: 'itm_1' }), two, [paged, two]);
    expect(freedCopy).toMatchObject({
      changes: { item: { after: { state: 'available' } }, resets: [{ reason: 'moved' }] },
    });
    expect(holdsAfter(freedCopy)).toEqual([aHold({ itemId: 'itm_2', v: 2 })]);
  });

  test('C63 a moved hold drops the recall of its old loan, and recalls that of its new copy', () => {
    const lent = (itemId: string, more = {}) =>
      aLentItem({ checkedOutAt: '2026-02-09T11:00:00.000Z', due: '2026-03-23T22:59:59.000Z', ...more }, { itemId });
    const first = lent('itm_1', { recalledAt: '2026-02-20T11:00:00.000Z' });
    const items = [first, lent('itm_2')];
    const recalling = policies([aRule({ id: 'recalls', values: { recallable: true } })]);
    const hold = aHold({ recalledItemId: 'itm_1' });
    const [moved] = holdsAfter(decideMoveHold({ hold, to: items[1] ?? first, items, policies: recalling, at: monday }));
    expect(moved).toEqual(aHold({ itemId: 'itm_2', v: 2 }));
    const recall = decideRecall({
      ...{ hold: moved ?? hold, items, waiting: [moved ?? hold], patronOf: () => ({ category: 'adult' }), at: monday },
      ...{ policies: recalling, calendarOf: () => calendar },
    });
    expect(holdsAfter(recall)).toEqual([aHold({ itemId: 'itm_2', recalledItemId: 'itm_2', v: 3 })]);
  });
});
