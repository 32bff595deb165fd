import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { loanRequestViewSchema } from '../../../layers/domain/resource-sharing/view-schemas.ts';
import { operation } from '../../../layers/http/contract.ts';
import { linkRefusals } from '../copy-shapes.ts';
import { atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../shapes.ts';

/** Staff of the requester hand the copy on: its link opens for the patron, who is told so. */
export const contract = operation({
  id: 'resource-sharing-deliver-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/deliver-copy',
  summary: 'Hand the copy of a loan request on to its patron',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({ branchId: branchIdSchema }),
  output: loanRequestViewSchema,
  refusals: {
    ...stepRefusals,
    'unknown-copy': { status: 409, meaning: 'No copy has been sent that could be handed on.' },
    'copy-gone': linkRefusals['copy-gone'],
    'address-not-secure': {
      status: 409,
      meaning: 'The partner’s address is not https: fetch the copy, and give it to the patron yourself.',
    },
  },
  example: {
    params: { requestId: 'req_01kb00000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: exampleRequest,
  },
  errorImpact: 'Copies that have come do not reach their patrons.',
});
