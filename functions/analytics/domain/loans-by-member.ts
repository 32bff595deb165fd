import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { FACT } from './fact-columns.ts';

/** The most months of one query. */
export const MOST_MONTHS = 36;

/** The months that are counted, both included, and one member; all without it. */
export type MemberLoansQuery = { from: string; to: string; member?: string | undefined };

/**
 * Returns the SQL of loans by member and month, for Athena and DuckDB alike: whole numbers only, ids counted instead of rows, an explicit
 * order. The member is that of the desk. `circulation` has checkouts and renewals (PLS), `checkouts` the initial ones of items that
 * the consortium owns, without equipment (as ACRL); `persons` borrowed or renewed at the member in the month.
 */
export const loansByMemberSql = ({ from, to, member }: MemberLoansQuery): string => {
  // These go into the text of the query: nothing that is not a month or the id of a member may.
  const [first, last] = [monthSchema.parse(from), monthSchema.parse(to)];
  const only = member === undefined ? '' : ` AND member = '${memberIdSchema.parse(member)}'`;
  return `SELECT member, month,
  count(DISTINCT CASE WHEN decision = 'checkout' AND interlibrary = 0 AND (equipment IS NULL OR equipment = 0) THEN event_id END) AS checkouts,
  count(DISTINCT event_id) AS circulation,
  count(DISTINCT CASE WHEN months_since_loan_here IS NULL OR months_since_loan_here > 0 THEN event_id END) AS persons
FROM ${FACT}
WHERE month BETWEEN '${first}' AND '${last}' AND decision IN ('checkout', 'renewal') AND outcome <> 'refused'${only}
GROUP BY member, month
ORDER BY member, month`;
};

const rowSchema = z.object({
  member: z.string(),
  month: z.string(),
  checkouts: z.coerce.number().int(),
  circulation: z.coerce.number().int(),
  persons: z.coerce.number().int(),
});

/** The loans of a member in a month. */
type MemberLoans = z.infer<typeof rowSchema>;

/** Parses the rows of the query. */
export const memberLoans = (rows: readonly unknown[]): MemberLoans[] => rows.map((row) => rowSchema.parse(row));
