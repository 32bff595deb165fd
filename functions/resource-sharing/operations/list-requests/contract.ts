import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { loanRequestRowSchema } from '../../domain/requests/view-schemas.ts';
import { workGroups } from '../../domain/workflow/work-groups.ts';
import { atOwnMember, exampleRow, itemRefusals, memberQuery } from '../../schemas/requests.ts';

/**
 * Lists a member’s open requests, or (side supplier) those of others to it; oldest first, all, those that wait for
 * staff, or one group.
 */
export const contract = operation({
  id: 'resource-sharing-list-requests',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/requests',
  summary: 'List the requests of a member as requester or supplier',
  permission: [atOwnMember],
  bundleKilobytes: 978,
  touches: { table: 'read' },
  query: z.strictObject({
    ...memberQuery,
    side: z.enum(['requester', 'supplier']).default('requester'),
    /** Only those that wait for staff of this side. */
    attention: z.literal('only').optional(),
    group: z.enum(workGroups).optional(),
    /** Only the requests of others that this item of the member answers, all on one page; side and filters do not matter. */
    barcode: barcodeSchema.optional(),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({ requests: z.array(loanRequestRowSchema), next: z.string().optional() }),
  namedOwner: 'other-member',
  refusals: {
    ...cursorRefusal,
    'unknown-item': itemRefusals['unknown-item'],
    'other-member': { status: 403, meaning: 'The caller does not work for loans at this member.' },
  },
  example: { query: { memberId: 'riverton', side: 'requester' }, output: { requests: [exampleRow] } },
  errorImpact: 'Staff cannot see which requests wait for them.',
});
