import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { documentIdSchema, linkRefusals, uploadRefusals } from '../../schemas/copies.ts';
import { atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Delivers a copy, by staff of the requester. A copy that the supplier sent by a link, or that staff here uploaded
 * (`documentId`), opens for the patron, who is notified. A copy that came by post or e-mail, or without a document, was
 * given to the patron directly.
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
    /** A scan or file that staff here have uploaded. */
    documentId: documentIdSchema.optional(),
    /** The patron received it by other means than its link, which is not opened. */
    handedOver: z.literal(true).optional(),
  }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  namedOwner: 'unknown-document',
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
  // It takes a step of a request, also reads a file, and knows our own address or sends to partners.
  bundleKilobytes: 1019,
  errorImpact: 'Copies that have come do not reach their patrons.',
});
