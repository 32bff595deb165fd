import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { personNameSchema } from '../../patrons/public/person.ts';
import { lateStages } from '../domain/late-loan.ts';
import { exampleLoan, loanViewSchema } from './loans.ts';

/**
 * A loan on the list of what is late. `branchId` is the branch on whose list it is, `since` when it was due or became lost.
 * The person is left out where the patron's home is another member.
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
  /** What was charged for it, and whether it aged to lost without anybody declaring it. */
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
