import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import type { Member } from './member.ts';

const DAY = 86_400_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / DAY;

/**
 * On how many days of a month (YYYY-MM) a library was a member: from the day that it joined to the day that it left, both included;
 * none in a month before or after. A member of which no day of joining is known was always one.
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
