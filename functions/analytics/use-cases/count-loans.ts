import { monthsFrom } from '../../../layers/kernel/calendar/month.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { QueryStopped } from '../../../layers/platform/queries/query-stopped.ts';
import type { QueryDeps } from '../deps.ts';
import { loansByMemberSql, type MemberLoansQuery, MOST_MONTHS, memberLoans } from '../domain/loans-by-member.ts';

/** Counts loans by member and month. Refuses a wrong period, and one for which the query would read too much. */
export const countLoans = async ({ facts }: QueryDeps, asked: MemberLoansQuery) => {
  const months = monthsFrom(asked.from, asked.to);
  if (months < 1 || months > MOST_MONTHS) return refuse('months-wrong', `${months} months.`, '/query/to');
  try {
    return { loans: memberLoans(await facts.rows(loansByMemberSql(asked))) };
  } catch (error) {
    if (!(error instanceof QueryStopped)) throw error;
    return refuse('narrow-the-period', 'Ask for fewer months.', '/query/to');
  }
};
