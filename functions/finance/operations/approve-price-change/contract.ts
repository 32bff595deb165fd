import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleProposal, priceChangeRefusals, proposalViewSchema } from '../../schemas/price-proposals.ts';
import { sealSchema } from '../../schemas/true-ups.ts';

/**
 * Adopts the proposed price change, named by its displayed seal: the next version of the policy `price-book`, immutable afterwards. Not
 * by its proposer, and once: a retry returns the adopted change.
 */
export const contract = operation({
  id: 'finance-approve-price-change',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/price-change/approval',
  summary: 'Adopt a price change',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write' },
  body: z.strictObject({ seal: sealSchema }),
  status: 201,
  output: proposalViewSchema,
  refusals: {
    ...priceChangeRefusals,
    'not-prepared': { status: 409, meaning: 'Nobody has proposed one.' },
    'other-content': { status: 409, meaning: 'It is another by now than you saw: look again.' },
    'preparer-approves': { status: 403, meaning: 'Who proposed it does not adopt it.' },
  },
  example: {
    body: { seal: exampleProposal.seal },
    output: {
      ...{ ...exampleProposal, state: 'adopted' },
      approved: { at: '2026-11-25T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000001' },
    },
  },
  errorImpact: 'Prices that were decided on are not in force.',
});
