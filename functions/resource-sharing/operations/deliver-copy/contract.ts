import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { documentIdSchema, linkRefusals, uploadRefusals } from '../../schemas/copies.ts';
import { atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Staff of the requester hand the copy on. What the supplier sent by a link, or staff here uploaded of what came (`documentId`),
 * opens for the patron, who is told so. What came by mail or e-mail, and where there is no document, was given to the patron.
 */
export const contract = operation({
  id: 'resource-sharing-deliver-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/deliver-copy',
  summary: 'Hand the copy of a loan request on to its patron',
  permission: [atIllOrDesk],
  touches: { table: 'write', bucket: 'read', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    branchId: branchIdSchema,
    /** A scan or file that staff here have uploaded of what came. */
    documentId: documentIdSchema.optional(),
    /** It was given to the patron by other means than its link, which is not opened. */
    handedOver: z.literal(true).optional(),
  }),
  output: loanRequestViewSchema,
  refusals: {
    ...stepRefusals,
    ...uploadRefusals,
    'copy-gone': linkRefusals['copy-gone'],
    'address-not-secure': {
      status: 409,
      meaning:
        'The partner’s address is not https: fetch the copy, and upload it or give it to the patron yourself (`handedOver`).',
    },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: exampleRequest,
  },
  errorImpact: 'Copies that have come do not reach their patrons.',
});
