import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { symbolSchema } from '../../../../layers/protocols/iso18626/agency-symbol.ts';

/**
 * Sets the symbol by which partners know a member, usually its ISIL; `consortium` instead of a member sets the
 * consortium’s.
 */
export const contract = operation({
  id: 'resource-sharing-set-library-symbol',
  context: 'resource-sharing',
  service: 'administration',
  method: 'PUT',
  path: '/v1/resource-sharing/symbols/{memberId}',
  summary: 'Set the symbol by which partners know a member',
  permission: [
    { who: 'staff', roles: ['admin'], at: 'consortium' },
    { who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } },
  ],
  bundleKilobytes: 963,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: z.union([z.literal('consortium'), memberIdSchema]) }),
  body: z.strictObject({
    symbol: symbolSchema,
    /** Where partners send copies for this library. */
    sendCopiesTo: z.email().max(200).optional(),
  }),
  output: z.strictObject({ memberId: z.string(), symbol: symbolSchema, sendCopiesTo: z.string().optional() }),
  refusals: {
    'member-unknown': { status: 404, meaning: 'There is no such member.' },
    'symbol-taken': { status: 409, meaning: 'A partner or another member has this symbol.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed it at the same time: look at it and try again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { symbol: { type: 'ISIL', value: 'US-RIV' } },
    output: { memberId: 'riverton', symbol: { type: 'ISIL', value: 'US-RIV' } },
  },
  errorImpact: 'Requests to partners lack the symbol of the library, and partners cannot send it requests.',
});
