import { monthsFrom } from '../../../layers/kernel/calendar/month.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { QueryStopped } from '../../../layers/platform/queries/query-stopped.ts';
import type { ValueDeps } from '../deps.ts';
import { MOST_MONTHS } from '../domain/loans-by-member.ts';
import { type SharedLoansQuery, sharedLoans, sharedLoansSql } from '../domain/shared-loans.ts';

/** Counts what membership brought a member in some months. Refuses a wrong period, and one for which the query would read too much. */
export const showValue = async ({ facts, reused }: ValueDeps, asked: SharedLoansQuery) => {
  const months = monthsFrom(asked.from, asked.to);
  if (months < 1 || months > MOST_MONTHS) return refuse('months-wrong', `${months} months.`, '/query/to');
  try {
    const [rows, records] = await Promise.all([facts.rows(sharedLoansSql(asked)), reused(asked.member, asked)]);
    return { ...asked, months: sharedLoans(rows), records };
  } catch (error) {
    if (!(error instanceof QueryStopped)) throw error;
    return refuse('narrow-the-period', 'Ask for fewer months.', '/query/to');
  }
};
