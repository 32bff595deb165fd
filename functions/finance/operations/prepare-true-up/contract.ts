import { operation } from '../../../../layers/platform/http/contract.ts';
import { trueUpInputSchema } from '../../domain/statements/true-up-schema.ts';
import {
  examplePrepared,
  exampleTrueUpSeal,
  sealSchema,
  trueUpChanges,
  trueUpPath,
  trueUpRefusals,
  trueUpViewSchema,
} from '../../schemas/true-ups.ts';

/**
 * Prepares the true-up of a fee’s year, as displayed (`seal`), for another person to approve. Until then it can be prepared again; an
 * identical one returns the same response, and a booked one is returned as booked.
 */
export const contract = operation({
  id: 'finance-prepare-true-up',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/true-ups/{year}/{fee}/preparations',
  summary: 'Prepare the year-end true-up of a fee',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write' },
  // As for displaying it.
  memoryMb: 3008,
  params: trueUpPath,
  body: trueUpInputSchema.extend({ seal: sealSchema }),
  status: 201,
  output: trueUpViewSchema,
  refusals: { ...trueUpRefusals, ...trueUpChanges },
  example: {
    params: { year: '2026', fee: 'ils-costs' },
    body: { cost: 'ils', seal: exampleTrueUpSeal },
    output: examplePrepared,
  },
  errorImpact: 'The dues of a year cannot be adjusted to its actual costs.',
});
