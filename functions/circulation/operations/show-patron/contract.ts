import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { deskMoneyViewSchema, exampleStaffBill, staffBillSchema } from '../../schemas/bills.ts';
import { atDesk } from '../../schemas/decisions.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { limitsViewSchema } from '../../schemas/limits.ts';
import { accruedSchema, exampleLoan, loanViewSchema, patronRefusals } from '../../schemas/loans.ts';

/**
 * Returns a patron's loans, open holds and bills as this desk may see them: all dates and amounts; titles only of its own patrons, of
 * loans made at its member or of its items, and of holds with pickup there, or all with the patron’s consent (C77). Access by another
 * library is logged, so this is a POST: the patron can read the log.
 */
export const contract = operation({
  id: 'circulation-show-patron',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/patrons/{patronId}/views',
  summary: 'See a patron’s loans, holds and bills at the desk',
  permission: [atDesk],
  touches: { table: 'write' },
  idempotency: 'none',
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  /** `settled`: the bills also include settled ones: all at the patron's library, at another library only its own. */
  body: z.strictObject({ branchId: branchIdSchema, settled: z.boolean().optional() }),
  output: z.strictObject({
    loans: z.array(loanViewSchema),
    holds: z.array(holdViewSchema),
    bills: z.array(staffBillSchema),
    owed: z.array(moneySchema),
    accrued: accruedSchema,
    /** The desk's current money settings: means of payment, fees by name, and the limits for waivers and refunds without a supervisor. */
    desk: deskMoneyViewSchema,
    /** The consortium's limits with what the patron has of each; absent before policies are adopted. Loan rules may set lower ones. */
    limits: limitsViewSchema.optional(),
  }),
  owner: {
    none: 'Any desk shows any patron, as far as the patrons’ policy opens the record (restricted, not-opted-in), and each look is logged.',
  },
  refusals: { 'unknown-patron': patronRefusals['unknown-patron'], ...openRefusals },
  example: {
    params: { patronId: 'pat_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: {
      loans: [exampleLoan],
      holds: [exampleHold],
      bills: [exampleStaffBill],
      owed: [{ amount: 350, currency: 'USD' }],
      accrued: [],
      desk: {
        ...{ currency: 'USD', means: ['cash', 'card'], waiveLimit: 500, refundLimit: 2000 },
        fees: [{ fee: 'card-replacement', amount: 300 }],
      },
      limits: {
        ...{ loans: { has: 1, most: 60 }, holds: { has: 1, most: 30 } },
        owed: { has: 350, most: 2500, currency: 'USD' },
        groups: [{ group: 'films', has: 0, most: 10 }],
      },
    },
  },
  errorImpact: 'The desk does not see what a patron has.',
});
