import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { localWays } from '../../schemas/loan-request-input.ts';
import { atIll, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Fills a request from the consortium instead of asking a partner: places a hold or a loan between members and ends the
 * request, in one transaction (C83).
 */
export const contract = operation({
  id: 'resource-sharing-fill-locally',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/local-supply',
  summary: 'Fill a loan request from the consortium',
  permission: [atIll],
  touches: { table: 'write', machine: 'loan-request', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    branchId: branchIdSchema,
    /** Without it: a hold, or a loan between members where no hold is possible. */
    way: z.enum(localWays).optional(),
  }),
  output: z.strictObject({
    request: loanRequestViewSchema,
    /** The hold or request that was placed instead; absent when that was done before. */
    filledBy: z
      .discriminatedUnion('way', [
        z.strictObject({ way: z.literal('hold'), recordId: z.string(), holdId: z.string() }),
        z.strictObject({ way: z.literal('consortium-loan'), requestId: z.string() }),
      ])
      .optional(),
  }),
  owner: 'unknown-request',
  refusals: { ...stepRefusals },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main', way: 'hold' },
    output: {
      request: exampleRequest,
      filledBy: {
        way: 'hold',
        recordId: 'rec_01kb0000000000000000000000',
        holdId: 'hld_01kb0000000000000000000000',
      },
    },
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1052,
  errorImpact: 'Staff cannot fill a stopped request from copies of the consortium.',
});
