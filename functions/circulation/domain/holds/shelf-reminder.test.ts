import { aCalendar } from '../../../../test/builders/calendar.ts';
import { anItem, monday } from '../../../../test/builders/circulation.ts';
import { shelfTimesOf } from '../decisions/timed-changes.ts';
import { checkShelf, scheduleShelfCheck } from './shelf-reminder.ts';

const until = '2026-03-09T22:59:59.000Z';
const claim = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main', shelfExpiresAt: until };
const onShelf = anItem({ state: 'on-hold-shelf', currentBranch: 'cedar.main', hold: claim });
const time = (holdExpiringDays = 1) => ({ calendar: aCalendar(), settings: { holdExpiringDays } });
const at = '2026-03-08T05:00:00.000Z';
const check = { at, itemId: onShelf.itemId, holdId: 'hld_1', member: 'birch', cause: 'cedar' };

test('a copy on the hold shelf is announced once more, in the morning some days before its time there ends', () => {
  expect(scheduleShelfCheck(onShelf, 'birch', time(), monday)).toEqual([check]);
  expect(checkShelf(onShelf, check, time(), at).tell).toMatchObject([
    {
      ...{ noticeId: `hold-expiring:hld_1:${until}`, kind: 'hold-expiring', patronId: 'pat_2', branchId: 'cedar.main' },
      ...{ at, cause: 'cedar', itemId: onShelf.itemId, holdId: 'hld_1', until },
    },
  ]);
  // Its time on the shelf is not longer than the days before its end.
  expect(scheduleShelfCheck(onShelf, 'birch', time(7), monday)).toEqual([]);
});

test('a copy that was collected, waits for another hold, or whose time was moved is not announced at the old time', () => {
  const { hold: _, ...free } = onShelf;
  expect(checkShelf({ ...free, state: 'available' }, check, time(), at)).toEqual({ tell: [] });
  expect(checkShelf({ ...onShelf, hold: { ...claim, holdId: 'hld_2' } }, check, time(), at)).toEqual({ tell: [] });
  const moved = { ...onShelf, hold: { ...claim, shelfExpiresAt: '2026-03-12T22:59:59.000Z' } };
  expect(checkShelf(moved, check, time(), at)).toEqual({ tell: [], next: '2026-03-11T05:00:00.000Z' });
  expect(checkShelf(onShelf, check, time(), '2026-03-10T05:00:00.000Z')).toEqual({ tell: [] });
});

test('a change schedules a reminder when a copy begins to wait for a hold, or waits until another time', () => {
  const scheduled = (before: typeof onShelf | undefined, after = onShelf) => shelfTimesOf({ before, after }, 0).length;
  const other = { ...onShelf, hold: { ...claim, shelfExpiresAt: '2026-03-12T22:59:59.000Z' } };
  expect([scheduled(undefined), scheduled(other), scheduled(onShelf)]).toEqual([1, 1, 0]);
  expect(scheduled(undefined, { ...onShelf, hold: { ...claim, patronId: 'prt_elm' } })).toBe(0);
  expect(scheduled(onShelf, anItem())).toBe(0);
});
