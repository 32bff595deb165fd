import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { documentIdSchema, uploadRefusals } from '../../schemas/copies.ts';
import { atIllOrDesk, exampleRequest, onAskSchema, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Sends the copy that the supplier uploaded. A member delivers it to its patron; a partner receives an address of ours
 * that opens as long and as often as the policy allows. The upload is checked: its size, and its type by its first
 * bytes.
 */
export const contract = operation({
  id: 'resource-sharing-supply-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/supply-copy',
  summary: 'Send the copy that a loan request asks for',
  permission: [atIllOrDesk],
  touches: { table: 'write', bucket: 'read', taskTokens: true, site: true },
  params: requestPath,
  body: z.strictObject({ ...onAskSchema.shape, documentId: documentIdSchema }),
  output: loanRequestViewSchema,
  owner: 'unknown-document',
  namedOwner: 'unknown-document',
  refusals: {
    ...stepRefusals,
    ...uploadRefusals,
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {
      branchId: 'ashgrove.reading',
      askId: 'ask_01kb0000000000000000000000',
      documentId: 'doc_01kb0000000000000000000000',
    },
    output: { ...exampleRequest, seenAs: 'supplier' },
  },
  // It takes a step of a request, also reads a file, and knows our own address or sends to partners.
  bundleKilobytes: 1017,
  errorImpact: 'Scanned copies do not reach the requesters.',
});
