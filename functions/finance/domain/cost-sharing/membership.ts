import type { MemberFigures } from './figures.ts';

/** When a member's time in the consortium begins and the fee's year with it: the month that each of its years begins in, 1 unless said. */
export type FeeYear = { year: number; yearStartsIn?: number };

const joinedAt = (
  { joined, joinedMonth }: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  startsIn: number,
): number | undefined => (joined === undefined ? undefined : joined * 12 + (joinedMonth ?? startsIn) - 1);

/**
 * The first fee year of a member, named after the year that it begins in: who joins in March 2027 joins the year 2026 where years
 * begin in July. Without a month it is the year joined. Undefined where nobody said when it joined: it was always there.
 */
export const firstYear = (
  member: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  { yearStartsIn = 1 }: Pick<FeeYear, 'yearStartsIn'>,
): number | undefined => {
  const at = joinedAt(member, yearStartsIn);
  return at === undefined ? undefined : Math.floor((at - (yearStartsIn - 1)) / 12);
};

/** Whether a member is one by the end of a fee year: before it joins it owes nothing and bears nothing. */
export const isMemberIn = (member: Pick<MemberFigures, 'joined' | 'joinedMonth'>, of: FeeYear): boolean =>
  (firstYear(member, of) ?? of.year) <= of.year;

/** How many of a fee year's twelve months a member is one, the month of joining with them. */
export const monthsIn = (
  member: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  { year, yearStartsIn = 1 }: FeeYear,
): number => {
  const end = year * 12 + yearStartsIn - 1 + 12;
  const at = joinedAt(member, yearStartsIn);
  return at === undefined ? 12 : Math.max(0, Math.min(12, end - at));
};
