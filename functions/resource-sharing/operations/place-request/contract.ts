import * as z from 'zod';
import { LONGEST_OPENURL } from '../../../../layers/kernel/citation/read-openurl.ts';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { requestInputFields, serviceLevelSchema } from '../../schemas/loan-request-input.ts';
import { placeRefusals } from '../../schemas/place-request.ts';
import { exampleRequest } from '../../schemas/requests.ts';

/** A patron, or staff of the pickup branch for one, asks for a record or for what a citation names: the request is placed with its rota of members and, when it is said, of libraries outside; the workflow asks the first. What a machine places for somebody who cannot answer is kept for review instead of refused. */
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
  body: z
    .strictObject({
      ...requestInputFields,
      /** Instead of a citation: the OpenURL of the source that cites it, as its query string. What it says of the service (item or copy, by which day) holds where the body says nothing; where to collect, the body says. */
      openUrl: z.string().min(1).max(LONGEST_OPENURL).optional(),
      pickupBranch: branchIdSchema,
      /** A card number or patron id; staff and machines name it, a patron leaves it out. */
      patron: scannedSchema.optional(),
      serviceLevel: serviceLevelSchema.default('normal'),
      /** Whether libraries outside may be asked when no member can supply; date and cost were shown before. */
      outside: z.boolean().default(false),
      /** The patron knows of the hold, the loan, the request or the library’s own copy that stands, and wants it all the same. */
      confirmedDuplicate: z.boolean().default(false),
    })
    .refine(
      ({ recordId, citation, openUrl }) =>
        (recordId ?? citation ?? openUrl) !== undefined && (citation === undefined || openUrl === undefined),
      'say a record, a citation or an OpenURL',
    ),
  status: 201,
  output: loanRequestViewSchema,
  refusals: placeRefusals,
  example: {
    body: { recordId: 'rec_01kb0000000000000000000000', pickupBranch: 'riverton.main', patron: '21101000000014' },
    output: exampleRequest,
  },
  errorImpact: 'Patrons cannot ask for what only other libraries lend on request.',
});
