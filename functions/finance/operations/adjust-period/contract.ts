import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { adjustmentInputSchema, adjustmentSchema } from '../../domain/statements/adjustment.ts';

/**
 * Adds a correction of a closed month’s line, a credit or a one-off charge to a month without written statements: a new line there; a
 * correction names the corrected one. Closed data never changes.
 */
export const contract = operation({
  id: 'finance-adjust-period',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/adjustments',
  summary: 'Put a correction, a credit or a one-off charge into an open period',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write' },
  params: z.strictObject({ month: monthSchema }),
  body: adjustmentInputSchema,
  status: 201,
  output: z.strictObject({ adjustment: adjustmentSchema }),
  refusals: {
    'not-open': { status: 409, meaning: 'The statements of this month are written already, or it is closed.' },
    'corrected-already': { status: 409, meaning: 'This month has such a line already: use the next one.' },
    'unknown-line': { status: 404, meaning: 'There is no such line in a closed statement of the member.' },
    'not-earlier': { status: 409, meaning: 'A correction is of an earlier month than the one that it stands in.' },
    'beyond-bounds': {
      status: 409,
      meaning:
        'The billing policy does not allow so much: alone, or with earlier corrections of the line or credits of the month.',
      params: { limit: 'The most in all.', used: 'What is used of it.', asked: 'What was asked.' },
    },
    'too-early': { status: 409, meaning: 'The month is earlier than the billing policy allows for an adjustment.' },
    'own-decision': { status: 403, meaning: 'A person other than the one who upheld the dispute corrects the line.' },
    'not-upheld': {
      status: 409,
      meaning: 'A credit settles the upheld dispute of a line, in the currency of its statement.',
    },
    'changed-meanwhile': { status: 409, meaning: 'The line or its dispute was adjusted at the same time: look again.' },
    'tax-follows': { status: 409, meaning: 'Tax follows what it is on: correct that line, and its tax comes with it.' },
    'no-rate': {
      status: 409,
      meaning: 'The month’s billing policy has no rate from this currency: adopt one that begins in the month first.',
    },
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
  },
  example: {
    params: { month: '2026-11' },
    body: {
      ...{ kind: 'correction', memberId: 'riverton', corrects: { month: '2026-10', lineId: 'dues-membership' } },
      ...{ amount: -1200, reason: 'The fee was agreed lower' },
    },
    output: {
      adjustment: {
        ...{ kind: 'correction', memberId: 'riverton', corrects: { month: '2026-10', lineId: 'dues-membership' } },
        ...{ amount: -1200, reason: 'The fee was agreed lower', currency: 'USD' },
        ...{ line: { block: 'dues', tax: { category: 'S', rate: 1900 } }, mode: 'charge' },
        ...{ by: 'staff:stf_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z' },
      },
    },
  },
  errorImpact: 'Errors in bills cannot be corrected.',
});
