import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { shelfAfter } from './shelf-after.ts';

const ended = aHold({ state: 'expired-on-shelf', targetItemId: 'itm_1' });
const onShelf = anItem({
  ...{ state: 'on-hold-shelf', currentBranch: 'cedar.main' },
  hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main', shelfExpiresAt: monday },
});
const second = (over: Partial<Hold> = {}) => aHold({ holdId: 'hld_2', patronId: 'pat_3', v: 4, ...over });
const after = (queue: Hold[], more = {}) =>
  shelfAfter(ended, onShelf, { queue, policies: policies(), calendar: aCalendar(), ...more }, monday);

test('C58 a copy whose hold ended on the shelf waits there for the next patron, with an expiry of its own', () => {
  const given = after([ended, second({ targetedAt: monday, lookAt: monday })]);
  const shelfExpiresAt = given?.hold.after.shelfExpiresAt ?? '';
  expect(Date.parse(shelfExpiresAt)).toBeGreaterThan(Date.parse(monday));
  expect(given).toEqual({
    item: {
      ...onShelf,
      hold: { holdId: 'hld_2', patronId: 'pat_3', pickupBranch: 'cedar.main', shelfExpiresAt },
      v: onShelf.v + 1,
    },
    hold: { after: second({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt, v: 5 }), expect: 4 },
  });
});

test('C58 for a patron who fetches it elsewhere it is paged, so that the desk sends it', () => {
  const given = after([second({ pickupBranch: 'birch.east' })]);
  expect(given?.hold).toMatchObject({
    after: { state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, v: 5 },
    expect: 4,
  });
  expect(given?.hold.after).not.toHaveProperty('shelfExpiresAt');
  expect(given?.item.hold).toEqual({ holdId: 'hld_2', patronId: 'pat_3', pickupBranch: 'birch.east' });
  expect(given).not.toHaveProperty('release');
});

test('C58 another copy that was paged for that hold is released', () => {
  const paged = second({ state: 'targeted', targetItemId: 'itm_9' });
  expect(after([paged])?.release).toEqual({ itemId: 'itm_9', holdId: 'hld_2' });
  expect(after([{ ...paged, pickupBranch: 'birch.east' }])?.release).toEqual({ itemId: 'itm_9', holdId: 'hld_2' });
});

test('C58 nobody gets it who is blocked from it, and the hold that ended does not get it again', () => {
  expect(after([])).toBeUndefined();
  expect(after([{ ...ended, state: 'placed' }])).toBeUndefined();
  const stopped = new Set(['hld_2']);
  expect(after([second()], { stopped })).toBeUndefined();
  const third = second({ holdId: 'hld_3', placedAt: '2026-03-01T12:00:00.000Z' });
  expect(after([second(), third], { stopped })?.hold.after.holdId).toBe('hld_3');
});
