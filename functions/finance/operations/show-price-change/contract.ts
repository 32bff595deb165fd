import * as z from 'zod';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleNames } from '../../schemas/periods.ts';
import { exampleProposal, proposalViewSchema } from '../../schemas/price-proposals.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Returns the price change that awaits an approver, or the one adopted last; none without a proposal. */
export const contract = operation({
  id: 'finance-show-price-change',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/price-change',
  summary: 'Show the proposed price change',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  output: z.strictObject({
    proposal: proposalViewSchema.exactOptional(),
    /** The names of the staff who prepared and adopted it, by actor. */
    names: actorNamesSchema,
  }),
  refusals: {},
  example: { output: { proposal: exampleProposal, names: exampleNames } },
  errorImpact: 'Nobody sees which prices are proposed.',
});
