import * as z from 'zod';
import { monthSchema, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { duesOfMonth } from '../statements/dues-lines.ts';

/**
 * The part of fees that no statement will bill when they are adopted after their year has begun: the months with written statements, and
 * the fees of all members for them. Minor units of the formula's currency.
 */
export const monthsClosedSchema = z.strictObject({ months: z.array(monthSchema).min(1), amount: z.int() });
export type MonthsClosed = z.infer<typeof monthsClosedSchema>;

type Fee = { memberId: string; fee: number };

/** The fees of a year, with the first month of each member's fiscal year (1 to 12): January when unknown. */
export type FeesOfYear = { year: number; fees: readonly Fee[]; starts: ReadonlyMap<string, number> };

/** Returns the first month of a member's fiscal year: a fee is for the one that begins in the year that it is named after. */
export const firstMonth = ({ year, starts }: Pick<FeesOfYear, 'year' | 'starts'>, memberId: string): string =>
  `${year}-${String(starts.get(memberId) ?? 1).padStart(2, '0')}`;

/** Returns the months (YYYY-MM) in which fees of a year are billed, each once, in order; up to 23 when fiscal years differ. */
export const monthsBilled = (of: FeesOfYear): string[] => {
  const begins = new Set(of.fees.map(({ memberId }) => firstMonth(of, memberId)));
  const all = [...begins].flatMap((from) => Array.from({ length: 12 }, (_, at) => shiftedMonth(from, at)));
  return [...new Set(all)].toSorted(byId);
};

/**
 * Returns the part of the fees for already written months: together with later months it equals the fees, to the minor unit. Undefined
 * when there is no such month.
 */
export const monthsClosedOf = (of: FeesOfYear, written: readonly string[]): MonthsClosed | undefined => {
  const months = monthsBilled(of).filter((month) => written.includes(month));
  if (months.length === 0) return undefined;
  const parts = of.fees.flatMap(({ memberId, fee }) =>
    months.map((month) => duesOfMonth({ amount: fee, from: firstMonth(of, memberId) }, month) ?? 0),
  );
  return { months, amount: parts.reduce((sum, part) => sum + part, 0) };
};
