import { aHold, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { by, calendar, codes, holdsAfter } from '../../../../test/builders/placing.ts';
import { aRule, holdsDocument, targetingDocument } from '../../../../test/builders/policies.ts';
import { queuePlace } from './hold-queue.ts';
import { decideTimedHold } from './hold-time.ts';
import { decidePlaceHold } from './place-hold.ts';
import { decideRestoreHold } from './restore-hold.ts';
import { decideSuspendHold } from './suspend-hold.ts';
import { suspensionOf } from './suspension.ts';

describe('suspending', () => {
  const targeted = aHold({ state: 'targeted', targetItemId: 'itm_1' });
  const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const until = '2026-04-01T21:59:59.000Z';

  test('C64 a suspended hold keeps its place, frees the copy paged for it and waits again when resumed', () => {
    const frozen = decideSuspendHold({
      hold: targeted,
      item: paged,
      suspension: { from: monday, until },
      at: monday,
      policies: policies(),
    });
    const [hold] = holdsAfter(frozen);
    expect(frozen).toMatchObject({
      changes: { item: { after: anItem({ v: 8 }) }, resets: [{ reason: 'frozen', itemId: 'itm_1' }] },
    });
    expect(hold).toEqual(aHold({ state: 'frozen', suspended: { from: monday, until }, v: 2 }));
    const other = aHold({ holdId: 'hld_2', placedAt: '2026-03-01T12:00:00.000Z' });
    expect(hold && queuePlace([other, hold], 'hld_1')).toBe(1);
    const resumed = hold && decideSuspendHold({ hold, at: monday, policies: policies() });
    expect(resumed && holdsAfter(resumed)).toEqual([aHold({ v: 3 })]);
    expect(codes(decideSuspendHold({ hold: aHold(), at: monday, policies: policies() }))).toEqual(['hold-wrong-state']);
    const over = {
      hold: aHold({ state: 'cancelled' }),
      suspension: { from: monday },
      at: monday,
      policies: policies(),
    };
    expect(codes(decideSuspendHold(over))).toEqual(['hold-over']);
  });

  test('C64 days begin and end with the day at the pickup branch', () => {
    expect(suspensionOf(calendar, { from: '2026-03-29', until: '2026-03-29' }, monday)).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T21:59:59.000Z',
    });
    expect(suspensionOf(calendar, {}, monday)).toEqual({ from: monday });
  });

  test('C64 a suspension starts and ends by the clock, and one that ended before any check is not started', () => {
    const planned = aHold({ suspended: { from: '2026-03-03T00:00:00.000Z', until } });
    const at = '2026-03-03T00:05:00.000Z';
    expect(decideTimedHold({ hold: planned, at: monday, policies: policies() })).toBeUndefined();
    const begun = decideTimedHold({ hold: planned, at, policies: policies() });
    expect(begun && holdsAfter(begun)).toMatchObject([{ state: 'frozen', suspended: planned.suspended }]);
    const [frozen = planned] = begun ? holdsAfter(begun) : [];
    expect(decideTimedHold({ hold: frozen, at, policies: policies() })).toBeUndefined();
    const ended = decideTimedHold({ hold: frozen, at: until, policies: policies() });
    expect(ended && holdsAfter(ended)).toEqual([aHold({ v: 3 })]);
    const late = decideTimedHold({ hold: planned, at: '2026-05-01T00:00:00.000Z', policies: policies() });
    expect(late && holdsAfter(late)).toEqual([aHold({ v: 2 })]);
  });

  test('C64 a cancelled hold is restored at its old place, or last where the consortium decided so', () => {
    const cancelled = aHold({
      state: 'cancelled',
      targetItemId: 'itm_1',
      ended: { at: monday, cause: 'by-patron' },
      v: 2,
    });
    const asked = {
      hold: cancelled,
      patron: aPatron({ patronId: 'pat_2' }),
      items: [anItem()],
      ownHolds: [],
      pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
      at: monday,
    };
    expect(holdsAfter(decideRestoreHold({ ...asked, policies: policies() }))).toEqual([aHold({ v: 3 })]);
    const last = decideRestoreHold({ ...asked, policies: by({ restoredGoesLast: true }) });
    expect(holdsAfter(last)).toEqual([aHold({ v: 3, queuedAt: monday })]);
    expect(last).toMatchObject({ changes: { patrons: [{ add: { holds: 1 }, expected: { holds: 0 } }] } });
    const expired = { ...cancelled, state: 'expired-on-shelf' as const };
    expect(codes(decideRestoreHold({ ...asked, hold: expired, policies: policies() }))).toEqual(['hold-not-cancelled']);
    const ownHolds = [aHold({ holdId: 'hld_9', patronId: 'pat_2' })];
    expect(codes(decideRestoreHold({ ...asked, ownHolds, policies: policies() }))).toEqual(['already-requested']);
  });

  test('a patron undoes the own cancellation within ten minutes; later, or after a cancellation at a desk, a desk does', () => {
    const asked = (minutes: number, cause = 'by-patron') => ({
      hold: aHold({ state: 'cancelled', ended: { at: monday, cause }, v: 2 }),
      patron: aPatron({ patronId: 'pat_2' }),
      items: [anItem()],
      ownHolds: [],
      pickup: { branchId: 'cedar.main', allowsPickup: true, calendar },
      policies: policies(),
      at: new Date(Date.parse(monday) + minutes * 60_000).toISOString(),
    });
    const undone = (minutes: number, cause?: string) =>
      codes(decideRestoreHold({ ...asked(minutes, cause), isByPatron: true }));
    expect([undone(10), undone(10.1), undone(1, 'by-staff')]).toEqual([[], ['undo-over'], ['undo-over']]);
    expect(codes(decideRestoreHold(asked(600, 'by-staff')))).toEqual([]);
  });

  test('C64 a restored hold has the limits of a new one: the same refusals apply', () => {
    const cancelled = aHold({ state: 'cancelled', ended: { at: monday, cause: 'by-patron' } });
    const counters = { loans: 4, holds: 3, owed: 0, perGroup: {} };
    const busy = { patron: aPatron({ patronId: 'pat_2', counters }), overdue: 4, at: monday, ownHolds: [] };
    const strict = {
      ...policies([aRule({ id: 'few', values: { maxHolds: 3 } })]),
      holds: holdsDocument({ maxOverdue: 1 }),
    };
    const near = { ...strict, targeting: targetingDocument({ transferLimits: [{ from: 'ash', to: 'cedar' }] }) };
    const closed = { branchId: 'cedar.main', allowsPickup: false, calendar };
    const open = { ...closed, allowsPickup: true };
    for (const more of [
      { ...busy, pickup: closed, items: [anItem()], policies: strict },
      { ...busy, pickup: open, items: [], policies: strict },
      { ...busy, pickup: open, items: [anItem()], policies: near },
    ]) {
      const refused = codes(decidePlaceHold({ ...more, holdId: 'hld_1', recordId: 'rec_1' }));
      expect(refused).toEqual(expect.arrayContaining(['too-many-overdue']));
      expect(codes(decideRestoreHold({ ...more, hold: cancelled }))).toEqual(refused);
    }
  });
});
