import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import type { Member } from './member.ts';

const DAY = 86_400_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / DAY;

/**
 * Returns the number of days of a month (YYYY-MM) on which a library was a member: from its first day to its last, both included; none
 * in a month before or after. A member without a first day has always been one.
 */
export const membershipDays = (
  { memberSince = '0001-01-01', leftOn = '9999-12-31' }: Pick<Member, 'memberSince' | 'leftOn'>,
  month: string,
): number => {
  const [first, last] = [`${month}-01`, `${month}-${daysIn(month)}`];
  const from = memberSince > first ? memberSince : first;
  const to = leftOn < last ? leftOn : last;
  return from > to ? 0 : dayNumber(to) - dayNumber(from) + 1;
};
