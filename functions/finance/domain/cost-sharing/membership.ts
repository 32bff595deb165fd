import type { MemberFigures } from './figures.ts';

/** A fee year: the year and the month in which its years begin, default 1. */
export type FeeYear = { year: number; yearStartsIn?: number };

const joinedAt = (
  { joined, joinedMonth }: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  startsIn: number,
): number | undefined => (joined === undefined ? undefined : joined * 12 + (joinedMonth ?? startsIn) - 1);

/**
 * Returns the first fee year of a member, named after the year in which it begins: a member that joins in March 2027 joins the year 2026
 * when years begin in July. Without a month it is the year joined. Undefined without a joining date: it has always been a member.
 */
export const firstYear = (
  member: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  { yearStartsIn = 1 }: Pick<FeeYear, 'yearStartsIn'>,
): number | undefined => {
  const at = joinedAt(member, yearStartsIn);
  return at === undefined ? undefined : Math.floor((at - (yearStartsIn - 1)) / 12);
};

/** Returns whether a member has joined by the end of a fee year: before that it owes and bears nothing. */
export const isMemberIn = (member: Pick<MemberFigures, 'joined' | 'joinedMonth'>, of: FeeYear): boolean =>
  (firstYear(member, of) ?? of.year) <= of.year;

/** Returns the number of months of a fee year in which a member is one, including the month of joining. */
export const monthsIn = (
  member: Pick<MemberFigures, 'joined' | 'joinedMonth'>,
  { year, yearStartsIn = 1 }: FeeYear,
): number => {
  const end = year * 12 + yearStartsIn - 1 + 12;
  const at = joinedAt(member, yearStartsIn);
  return at === undefined ? 12 : Math.max(0, Math.min(12, end - at));
};
