import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import type { EndedLoan } from '../domain/usage-report/loan-counts.ts';

const stored = z.object({
  checkoutBranch: z.string(),
  owner: z.string(),
  itemCategory: z.string(),
  patronMember: z.string(),
  patronCategory: z.string(),
  renewals: z.number(),
});

/** Returns the loans made at a member's desks that ended in a month (`YYYY-MM`), from the statistics. */
export const endedLoans = async (table: Table, memberId: string, month: string): Promise<EndedLoan[]> => {
  const { pk: partition } = circulationKeys.key('loanStatistic', { memberId, month, day: '-', loanId: '-' });
  return (await table.queryAll({ partition })).map((row) => stored.parse(row));
};
