import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  examplePossibleRestatement,
  examplePreparedRestatement,
  restatementPath,
  restatementRefusals,
  restatementViewSchema,
} from '../../schemas/restatements.ts';
import { approvalRefusals, sealSchema, trueUpChanges } from '../../schemas/true-ups.ts';

/**
 * Approves a prepared restatement, named by its displayed seal, into an open month: each line that was too low or too high is corrected
 * there. Not by its preparer or the bill's sender, and once: a retry returns the booked restatement.
 */
export const contract = operation({
  id: 'finance-approve-restatement',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/restatements/{month}/approval',
  summary: 'Approve the restatement of a closed month',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'read' },
  // The restatement is calculated again.
  memoryMb: 3008,
  params: restatementPath,
  body: z.strictObject({ seal: sealSchema, into: monthSchema }),
  status: 201,
  output: restatementViewSchema,
  refusals: {
    ...restatementRefusals,
    ...trueUpChanges,
    ...approvalRefusals,
    'not-earlier': { status: 409, meaning: 'A restatement goes into a month after the one that it corrects.' },
    'preparer-approves': { status: 403, meaning: 'Who prepared it, or sent the bill, does not approve it.' },
  },
  example: {
    params: { month: '2026-10' },
    body: { seal: examplePossibleRestatement.seal, into: '2026-12' },
    output: {
      ...{ ...examplePreparedRestatement, state: 'booked', into: '2026-12' },
      approved: { at: '2026-12-04T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000001' },
    },
  },
  errorImpact: 'A restated bill does not reach the members.',
});
