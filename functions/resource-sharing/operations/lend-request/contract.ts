import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../../circulation/public/refusals.ts';
import { ruled } from '../../../circulation/public/ruled-decision.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atBranchSchema, atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/** Lends the item to the patron: a checkout with the supplier’s due date and conditions. */
export const contract = operation({
  id: 'resource-sharing-lend-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/lend',
  summary: 'Lend the item of a loan request to its patron',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    ...atBranchSchema.shape,
    /** The patron uses it in the library, as its lender requires: it is due the same day. */
    inLibrary: z.boolean().optional(),
  }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: {
    ...stepRefusals,

    ...ruled(refusalsOf.checkout),
    'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: exampleRequest,
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1013,
  errorImpact: 'Items lent for a patron cannot be handed over.',
});
