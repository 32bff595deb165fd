import { lastScanOf } from './last-scan.ts';

const [monday, tuesday] = ['2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z'];
const checkin = { at: monday, branchId: 'ash.main' };

test('the last scan of an item is the latest of its checkout, check-in and sending; an item that was never scanned has none', () => {
  expect(lastScanOf({})).toBeUndefined();
  expect(lastScanOf({ lastCheckin: checkin })).toEqual({ did: 'checked-in', ...checkin });
  const transit = { from: 'birch.main', to: 'ash.main', purpose: 'home' as const };
  expect(lastScanOf({ lastCheckin: checkin, transit })).toMatchObject({ did: 'checked-in' });
  expect(lastScanOf({ lastCheckin: checkin, transit: { ...transit, sentAt: tuesday } })).toEqual({
    ...{ did: 'sent', at: tuesday, branchId: 'birch.main' },
  });
  // A scan that sends an item is a check-in, too.
  expect(lastScanOf({ lastCheckin: checkin, transit: { ...transit, sentAt: monday } })).toMatchObject({ did: 'sent' });
});
