import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { FACT } from './fact-columns.ts';

/** A member and the months that are counted, both included. */
export type SharedLoansQuery = { from: string; to: string; member: string };

/**
 * Returns the SQL of what a member’s patrons borrowed from other libraries and what it lent to patrons of other members, by month, for
 * Athena and DuckDB alike. Initial checkouts count, at any desk; renewals and refusals do not. `outside` are items of libraries outside the
 * consortium. No figure has an attribute of patrons beyond their home library.
 */
export const sharedLoansSql = ({ from, to, member }: SharedLoansQuery): string => {
  // These go into the text of the query: nothing that is not a month or the id of a member may.
  const [first, last, id] = [monthSchema.parse(from), monthSchema.parse(to), memberIdSchema.parse(member)];
  const counted = (condition: string): string => `count(DISTINCT CASE WHEN ${condition} THEN event_id END)`;
  return `SELECT month,
  ${counted(`patron_member = '${id}' AND owner <> '${id}' AND interlibrary = 0`)} AS borrowed,
  ${counted(`owner = '${id}' AND patron_member <> '${id}' AND interlibrary = 0`)} AS lent,
  ${counted(`patron_member = '${id}' AND interlibrary = 1`)} AS outside
FROM ${FACT}
WHERE month BETWEEN '${first}' AND '${last}' AND decision = 'checkout' AND outcome <> 'refused'
  AND (patron_member = '${id}' OR owner = '${id}')
GROUP BY month
ORDER BY month`;
};

const count = z.coerce.number().int();
const rowSchema = z.object({ month: monthSchema, borrowed: count, lent: count, outside: count });

/** What a member borrowed and lent in a month. */
export type SharedLoans = z.infer<typeof rowSchema>;

/** Parses the rows of the query. */
export const sharedLoans = (rows: readonly unknown[]): SharedLoans[] => rows.map((row) => rowSchema.parse(row));
