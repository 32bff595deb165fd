import { membershipDays } from './membership-days.ts';

test.each([
  ['2026-02', {}, 28],
  ['2026-10', { memberSince: '2026-10-01' }, 31],
  ['2026-10', { memberSince: '2026-10-31' }, 1],
  ['2026-10', { memberSince: '2026-11-01' }, 0],
  ['2026-10', { memberSince: '2020-01-01', leftOn: '2026-10-10' }, 10],
  ['2026-10', { memberSince: '2020-01-01', leftOn: '2026-09-30' }, 0],
  ['2026-10', { memberSince: '2026-10-05', leftOn: '2026-10-05' }, 1],
  ['2024-02', { memberSince: '2024-02-29' }, 1],
])('in %s a library with the membership %j was a member on %i days', (month, member, days) => {
  expect(membershipDays(member, month)).toBe(days);
});
