import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  approvalRefusals,
  examplePrepared,
  exampleTrueUpSeal,
  sealSchema,
  trueUpChanges,
  trueUpPath,
  trueUpRefusals,
  trueUpViewSchema,
} from '../../schemas/true-ups.ts';

/**
 * Approves a prepared true-up, named by its displayed seal, into an open month: each member’s difference is a correction of its dues
 * there. Not by its preparer, and once: a retry returns the booked true-up.
 */
export const contract = operation({
  id: 'finance-approve-true-up',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/true-ups/{year}/{fee}/approval',
  summary: 'Approve the year-end true-up of a fee',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write' },
  // The true-up is calculated again.
  memoryMb: 3008,
  params: trueUpPath,
  body: z.strictObject({ seal: sealSchema, month: monthSchema }),
  status: 201,
  output: trueUpViewSchema,
  refusals: {
    ...trueUpRefusals,
    ...trueUpChanges,
    ...approvalRefusals,
    'preparer-approves': { status: 403, meaning: 'Who prepared it does not approve it.' },
  },
  example: {
    params: { year: '2026', fee: 'ils-costs' },
    body: { seal: exampleTrueUpSeal, month: '2027-01' },
    output: {
      ...{ ...examplePrepared, state: 'booked', month: '2027-01' },
      approved: { at: '2027-01-21T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000001' },
    },
  },
  errorImpact: 'A year’s dues that were set right do not reach the members.',
});
