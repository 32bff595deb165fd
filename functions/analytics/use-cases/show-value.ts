import type { ValueDeps } from '../deps.ts';
import { type SharedLoansQuery, sharedLoans, sharedLoansSql } from '../domain/shared-loans.ts';
import { queryMonths } from './query-months.ts';

/** Counts what membership brought a member in some months. Refuses a wrong period, and one for which the query would read too much. */
export const showValue = ({ facts, reused }: ValueDeps, asked: SharedLoansQuery) =>
  queryMonths(asked, async () => {
    const [rows, records] = await Promise.all([facts.rows(sharedLoansSql(asked)), reused(asked.member, asked)]);
    return { ...asked, months: sharedLoans(rows), records };
  });
