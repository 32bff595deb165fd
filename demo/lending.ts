import type { BalanceChange } from '../functions/resource-sharing/domain/rota/lending-balance.ts';

/**
 * The figures of a member's interlibrary lending in the past year: lent, borrowed, asked and filled, and the answers within two
 * hours, a day and three days.
 */
const row = (
  member: string,
  [asked, filled]: readonly [number, number],
  borrowed: number,
  [twoHours, day, threeDays]: readonly [number, number, number],
): BalanceChange => ({
  member,
  add: {
    asked,
    filled,
    lent: filled,
    borrowed,
    answeredIn120: twoHours,
    answeredIn1440: day,
    answeredIn4320: threeDays,
  },
});

/**
 * The lending of the past year, which the rota uses to choose the first supplier: a university that lends more than it borrows, a
 * research library that answers slowly, and a school that can seldom supply.
 */
export const pastLending: readonly BalanceChange[] = [
  row('riverton', [210, 171], 164, [62, 118, 24]),
  row('lakeshore', [188, 139], 152, [41, 109, 32]),
  row('harcourt', [264, 221], 143, [118, 131, 12]),
  row('calder', [121, 92], 128, [33, 66, 19]),
  row('ashgrove', [74, 51], 22, [6, 29, 38]),
  row('northfield', [19, 7], 72, [2, 8, 8]),
];
