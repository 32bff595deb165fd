import * as z from 'zod';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { requestInputFields, requestInputRefusals } from '../../schemas/loan-request-input.ts';
import { atIll, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Amends a request that was stopped because of its patron, its citation or a duplicate: its patron, item, service and
 * dates. It is then reviewed again, and is resumed or stopped again.
 */
export const contract = operation({
  id: 'resource-sharing-amend-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/amendments',
  summary: 'Amend a stopped loan request',
  permission: [atIll],
  touches: { table: 'write', index: 'read', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    branchId: branchIdSchema,
    ...requestInputFields,
    /** The patron: a card number or patron id. */
    patron: scannedSchema.optional(),
    /** Whether partners may be asked from now on. */
    outside: z.literal(true).optional(),
  }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: {
    ...stepRefusals,
    'unknown-record': requestInputRefusals['unknown-record'],
    'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
    'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
    ...openRefusals,
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {
      branchId: 'riverton.main',
      citation: { kind: 'book', title: 'The glass orchard', isbn: ['9780141439587'] },
    },
    output: exampleRequest,
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1054,
  errorImpact: 'Requests that were stopped for review cannot continue.',
});
