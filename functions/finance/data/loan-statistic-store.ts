import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import type { CountedLoan } from '../domain/usage-report/loan-counts.ts';

const stored = z.object({
  decision: z.enum(['checkout', 'renewal']),
  checkoutBranch: z.string(),
  owner: z.string(),
  itemCategory: z.string(),
  patronMember: z.string(),
  // A loan that was loaded from an old system has none.
  patronCategory: z.string().nullable(),
  first: z.literal(true).exactOptional(),
});

/** Returns the checkouts and renewals at a member's desks in a month (`YYYY-MM`, local days), from the statistics. */
export const countedLoans = async (table: Table, memberId: string, month: string): Promise<CountedLoan[]> => {
  const { pk: partition } = circulationKeys.key('loanStatistic', { memberId, month, day: '-', eventId: '-' });
  const rows = await table.queryAll({ partition });
  return rows.map((row) => {
    const { first, patronCategory, ...counted } = stored.parse(row);
    return { ...counted, patronCategory: patronCategory ?? 'unknown', first: first === true };
  });
};
