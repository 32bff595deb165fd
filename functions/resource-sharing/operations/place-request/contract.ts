import * as z from 'zod';
import { LONGEST_OPENURL } from '../../../../layers/kernel/citation/read-openurl.ts';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { requestInputFields, ruledOutSchema, serviceLevelSchema } from '../../schemas/loan-request-input.ts';
import { placeRefusals } from '../../schemas/place-request.ts';
import { exampleRequest } from '../../schemas/requests.ts';

/**
 * Places a request for a record or a cited item, by a patron, or for one by staff of the pickup branch: stored with its
 * rota of members and, when allowed, partners; the workflow asks the first. A request that a machine places for an
 * absent patron is stopped for review instead of refused.
 */
export const contract = operation({
  id: 'resource-sharing-place-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests',
  summary: 'Place a loan request',
  permission: [
    { who: 'patron' },
    { who: 'staff', roles: ['ill', 'desk', 'desk-supervisor'], at: { branch: 'body.pickupBranch' } },
    { who: 'machine', scope: 'loan-requests', at: { branch: 'body.pickupBranch' } },
  ],
  touches: { table: 'write', index: 'read', machine: 'loan-request' },
  notForPatrons: ['body.patron'],
  body: z
    .strictObject({
      ...requestInputFields,
      /**
       * Instead of a citation: the OpenURL of the citing source, as its query string. Its service details (item or
       * copy, need-by date) apply when the body has none; the body states the pickup branch.
       */
      openUrl: z.string().min(1).max(LONGEST_OPENURL).optional(),
      pickupBranch: branchIdSchema,
      /** A card number or patron id; staff and machines name it, a patron omits it. */
      patron: scannedSchema.optional(),
      serviceLevel: serviceLevelSchema.default('normal'),
      /** Whether partners may be asked when no member can supply; date and cost were shown before. */
      outside: z.boolean().default(false),
      /** The patron knows the existing hold, loan, request or copy on the shelf, and wants the request nevertheless. */
      confirmedDuplicate: z.boolean().default(false),
      /** “None of these”: the records that are not what is cited. Without it nobody outside is asked while one may be. */
      notThese: ruledOutSchema.optional(),
    })
    .refine(
      ({ recordId, citation, openUrl }) =>
        (recordId ?? citation ?? openUrl) !== undefined && (citation === undefined || openUrl === undefined),
      'say a record, a citation or an OpenURL',
    ),
  status: 201,
  output: loanRequestViewSchema,
  refusals: { ...placeRefusals, ...openRefusals },
  example: {
    body: { recordId: 'rec_01kb0000000000000000000000', pickupBranch: 'riverton.main', patron: '21101000000014' },
    output: exampleRequest,
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1052,
  errorImpact: 'Patrons cannot place loan requests.',
});
