import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { lateStages } from '../domain/loans/late-loan.ts';
import { exampleLoan, loanViewSchema } from './loans.ts';
import { exampleNamedPatron, namedPatronSchema } from './named-patron.ts';

/**
 * A loan on a late list. `branchId` is the branch of the list, `since` when the loan became due or lost. The patron is omitted when the
 * home library is another member.
 */
export const lateLoanSchema = z.strictObject({
  ...loanViewSchema.shape,
  branchId: z.string(),
  stage: z.enum(lateStages),
  since: z.string(),
  homeBranch: z.string(),
  location: z.string(),
  patronId: z.string(),
  patronMember: z.string(),
  patron: namedPatronSchema.optional(),
  /** The amount charged, and whether it aged to lost without a declaration. */
  charged: moneySchema.optional(),
  aged: z.literal(true).optional(),
});

export type LateLoanView = z.infer<typeof lateLoanSchema>;

export const exampleLateLoan: LateLoanView = {
  ...exampleLoan,
  ...{ state: 'overdue', branchId: 'lakeshore.main', stage: 'overdue', since: exampleLoan.due },
  ...{ homeBranch: 'riverton.main', location: 'adult' },
  ...{ patronId: 'pat_01kb0000000000000000000000', patronMember: 'lakeshore' },
  patron: exampleNamedPatron,
};
