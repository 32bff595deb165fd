import type { loanCountDeps } from '../deps.ts';
import { countLoans } from '../domain/usage-report/loan-counts.ts';

/** Returns the loans, renewals and persons of a member in a month (`YYYY-MM`): their sums, and by branch, owner and kind of patron. */
export const countLoansOf = async (
  { countedLoans }: ReturnType<typeof loanCountDeps>,
  member: string,
  month: string,
) => {
  const counts = countLoans(await countedLoans(member, month));
  const sum = (what: 'loans' | 'renewals' | 'persons'): number => counts.reduce((all, one) => all + one[what], 0);
  return { loans: sum('loans'), renewals: sum('renewals'), persons: sum('persons'), counts };
};
