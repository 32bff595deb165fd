import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { priceChangeInputSchema } from '../../domain/pricing/price-change-input.ts';
import {
  exampleProposal,
  exampleProposed,
  priceChangeRefusals,
  proposalViewSchema,
} from '../../schemas/price-proposals.ts';
import { preparers } from '../../schemas/scenarios.ts';

/**
 * Proposes a price change over the shipped book, by a decision that is named, for somebody else to approve. Until then it can be
 * proposed anew, in place of what stood; the same again is the same answer.
 */
export const contract = operation({
  id: 'finance-prepare-price-change',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/price-change/preparations',
  summary: 'Propose a price change',
  permission: [preparers],
  touches: { table: 'write' },
  body: z.strictObject({
    /** From when on the prices hold; now when absent. They may begin in the past: a price becomes known with a bill. */
    effectiveFrom: z.iso.datetime().optional(),
    decisionReference: z.string().trim().min(1).max(200),
    body: priceChangeInputSchema,
  }),
  status: 201,
  output: proposalViewSchema,
  refusals: priceChangeRefusals,
  example: { body: exampleProposed, output: exampleProposal },
  errorImpact: 'What the platform costs is reckoned by old prices.',
});
