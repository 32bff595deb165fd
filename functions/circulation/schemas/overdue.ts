import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { personNameSchema } from '../../patrons/public/person-name-schema.ts';
import { lateStages } from '../domain/loans/late-loan.ts';
import { exampleLoan, loanViewSchema } from './loans.ts';

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
  patron: z.strictObject({ name: personNameSchema, card: z.string() }).optional(),
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
  patron: { name: { family: 'Okafor', given: 'Amara' }, card: '21101000000016' },
};
