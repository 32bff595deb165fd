import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
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
 * Proposes a price change to the built-in book, with a named decision, for another person to approve. Until then it can be proposed
 * again, replacing the earlier proposal; an identical proposal returns the same response.
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
    /** When the prices take effect; default: now. The date may be in the past, because a price becomes known with a bill. */
    effectiveFrom: z.iso.datetime().optional(),
    decisionReference: oneLine(200),
    body: priceChangeInputSchema,
  }),
  status: 201,
  output: proposalViewSchema,
  refusals: priceChangeRefusals,
  example: { body: exampleProposed, output: exampleProposal },
  errorImpact: 'Costs are calculated with outdated prices.',
});
