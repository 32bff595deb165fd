import type { ResolvedValues } from '../../../../layers/records/policies/domain/resolve.ts';

/** The terms that decide about the renewals and the fine of a loan that lasted some days. */
export type LoanTermsOf = Pick<ResolvedValues, 'loanPeriod' | 'renewals' | 'finePerDay' | 'fineCap' | 'graceDays'>;

/** Returns the days of a loan period; undefined for one in hours, which days cannot judge. */
export const periodDays = ({ loanPeriod }: Pick<ResolvedValues, 'loanPeriod'>): number | undefined =>
  'days' in loanPeriod ? loanPeriod.days : undefined;

/** Returns how often a loan has to be renewed to cover the days that the item was with the reader, and whether all renewals do not suffice. */
export const renewalsNeeded = (
  days: number,
  { period, renewals }: { period: number; renewals: number },
): { needed: number; isLate: boolean } => {
  if (days <= period) return { needed: 0, isLate: false };
  if (period === 0) return { needed: renewals, isLate: true };
  return { needed: Math.min(renewals, Math.ceil(days / period) - 1), isLate: days > period * (1 + renewals) };
};

/** Returns the days after the due day, where a loan is renewed as often as it was, as far as its terms allow. */
export const daysLate = (
  { days, renewed }: { days: number; renewed: number },
  { period, renewals }: { period: number; renewals: number },
): number => Math.max(0, days - period * (1 + Math.min(renewed, renewals)));

/** Returns the fine of a loan that is late, in minor units: of every day once the days of grace are over, up to the cap. */
export const fineOf = (late: number, { finePerDay, fineCap, graceDays }: LoanTermsOf): number =>
  late <= graceDays ? 0 : Math.min(late * finePerDay, fineCap ?? Number.MAX_SAFE_INTEGER);
