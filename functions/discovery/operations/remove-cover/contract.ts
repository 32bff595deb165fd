import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ownCoverPath } from '../../schemas/covers.ts';

/** Removes the cover that a library uploaded for a title; audited. */
export const contract = operation({
  id: 'discovery-remove-cover',
  context: 'discovery',
  service: 'catalogue',
  method: 'DELETE',
  path: '/v1/discovery/members/{memberId}/covers/{recordId}',
  summary: 'Remove an uploaded cover',
  permission: [
    { who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } },
    { who: 'staff', roles: ['admin'], at: 'consortium' },
  ],
  touches: { table: 'write', bucket: 'write' },
  params: ownCoverPath,
  output: z.strictObject({}),
  owner: 'no-cover',
  refusals: {
    'no-cover': { status: 404, meaning: 'The library has no cover of this title.' },
    'changed-meanwhile': { status: 409, meaning: 'Others of the library changed the cover at the same time.' },
  },
  example: { params: { memberId: 'riverton', recordId: 'rec_01kb0000000000000000000000' }, output: {} },
  errorImpact: 'Staff cannot remove covers that were uploaded.',
});
