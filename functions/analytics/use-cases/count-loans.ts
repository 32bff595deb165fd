import type { QueryDeps } from '../deps.ts';
import { loansByMemberSql, type MemberLoansQuery, memberLoans } from '../domain/loans-by-member.ts';
import { queryMonths } from './query-months.ts';

/** Counts loans by member and month. Refuses a wrong period, and one for which the query would read too much. */
export const countLoans = ({ facts }: QueryDeps, asked: MemberLoansQuery) =>
  queryMonths(asked, async () => ({ loans: memberLoans(await facts.rows(loansByMemberSql(asked))) }));
