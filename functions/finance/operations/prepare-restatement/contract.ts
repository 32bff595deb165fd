import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  examplePossibleRestatement,
  examplePreparedRestatement,
  restatementPath,
  restatementRefusals,
  restatementViewSchema,
} from '../../schemas/restatements.ts';
import { sealSchema, trueUpChanges } from '../../schemas/true-ups.ts';

/**
 * Prepares the restatement of a closed month, as displayed (`seal`), for another person to approve. Until then it can be prepared again;
 * an identical one returns the same response.
 */
export const contract = operation({
  id: 'finance-prepare-restatement',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/restatements/{month}/preparations',
  summary: 'Prepare the restatement of a closed month',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'write' },
  // As for displaying it.
  memoryMb: 3008,
  params: restatementPath,
  body: z.strictObject({ seal: sealSchema }),
  status: 201,
  output: restatementViewSchema,
  refusals: { ...restatementRefusals, ...trueUpChanges },
  example: {
    params: { month: '2026-10' },
    body: { seal: examplePossibleRestatement.seal },
    output: examplePreparedRestatement,
  },
  errorImpact: 'A restated bill does not reach the members.',
});
