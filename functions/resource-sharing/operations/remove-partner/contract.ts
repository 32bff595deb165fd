import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { partnerKeepers, partnerPath, partnerRefusals, unknownPartner } from '../../schemas/partners.ts';

/**
 * Removes a partner that is paused and has nothing open: its symbols are released, and our secret for it is deleted.
 * Its messages and bookings remain. Audited.
 */
export const contract = operation({
  id: 'resource-sharing-remove-partner',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'DELETE',
  path: '/v1/resource-sharing/partners/{partnerId}',
  summary: 'Remove a partner outside',
  permission: partnerKeepers,
  touches: { table: 'write', partners: 'keep' },
  params: partnerPath,
  output: z.strictObject({ removed: z.literal(true) }),
  refusals: {
    ...unknownPartner,
    'partner-not-paused': { status: 409, meaning: 'Pause it first, so that nothing new begins with it.' },
    'partner-has-loans': { status: 409, meaning: 'Loans or copies are open with it: they end first.' },
    'partner-has-messages': { status: 409, meaning: 'Messages to or from it are still to be worked on.' },
    'changed-meanwhile': partnerRefusals['changed-meanwhile'],
  },
  example: {
    params: { partnerId: 'prt_01kb0000000000000000000000' },
    output: { removed: true as const },
  },
  errorImpact: 'Partners that are no more stay on the list, paused.',
});
