import { anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import {
  acceptedOffline,
  newerStatus,
  OFFLINE,
  offlineTime,
  packConflicts,
  passedOffline,
  unpackConflicts,
} from './offline.ts';
import { circulationRefusals } from './refusals.ts';

const before = (ms: number): string => new Date(Date.parse(monday) - ms).toISOString();
const DAY = 86_400_000;

test('C87 what a desk did without a network counts at its own time for three days, or as many as the limits say', () => {
  const { blocks } = policies();
  const of = (ms: number, offlineDays?: number) =>
    offlineTime(
      { blocks: { ...blocks, body: { ...blocks.body, ...(offlineDays !== undefined && { offlineDays }) } } },
      before(ms),
      monday,
    );
  expect([of(0), of(1), of(3 * DAY), of(3 * DAY + 1)]).toEqual([monday, before(1), before(3 * DAY), undefined]);
  expect([of(DAY, 1), of(DAY + 1, 1), of(10 * DAY, 14)]).toEqual([before(DAY), undefined, before(10 * DAY)]);
});

test('C87 a clock that is up to ten minutes ahead counts as now; one further ahead is refused', () => {
  const of = (ms: number) => offlineTime(policies(), before(-ms), monday);
  expect([of(1), of(600_000), of(600_001)]).toEqual([monday, monday, undefined]);
});

test('C87 a newer loan or scan stands; a transit stands against a return only', () => {
  const made = before(DAY);
  const item = anItem({ lastCheckin: { at: before(1), branchId: 'ash.main' } });
  expect(newerStatus(item, made, 'checkout')).toBe(before(1));
  expect(newerStatus({ lastCheckin: { at: made, branchId: 'ash.main' } }, made, 'checkout')).toBeUndefined();
  expect(newerStatus(anItem(), made, 'check-in')).toBeUndefined();
  const transit = { from: 'ash.main', to: 'birch.east', purpose: 'home', sentAt: before(5) } as const;
  const sent = { ...item, lastCheckin: { at: before(9), branchId: 'ash.main' }, transit };
  expect(newerStatus(sent, made, 'check-in')).toBe(before(5));
  expect([newerStatus(sent, made, 'renewal'), newerStatus(sent, made, 'checkout')]).toEqual([before(9), before(9)]);
});

test('C87 a loan that was made passes the holds of others; entered by hand also blocks and what is lent on request', () => {
  const byDesk = ['item-held-for-another', 'others-wait'];
  expect(passedOffline(undefined)).toEqual(byDesk);
  expect(acceptedOffline('stf_1')).toEqual({ by: 'stf_1', comment: OFFLINE });
  expect(passedOffline(acceptedOffline('stf_1'))).toEqual(byDesk);
  expect(passedOffline({ by: 'stf_1', comment: 'The reader has it' })).toEqual([
    ...byDesk,
    'patron-blocked',
    'request-only',
  ]);
});

test('the conflicts of an accepted loan survive packing, each and all together', () => {
  const codes = Object.keys(circulationRefusals);
  for (const code of codes) expect(unpackConflicts(`41${packConflicts([code])}`)).toEqual([code]);
  expect(unpackConflicts(packConflicts(codes))).toEqual(codes);
  expect([unpackConflicts('41'), unpackConflicts('41.zz')]).toEqual([[], []]);
});
