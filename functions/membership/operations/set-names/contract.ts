import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { memberSchema } from '../../domain/member.ts';
import { shelvingNamesSchema } from '../../domain/shelving-names.ts';
import { exampleMember } from '../../schemas/examples.ts';

const names = {
  locations: [{ code: 'AF', name: 'Adult fiction, first floor' }],
  itemTypes: [{ code: 'book', name: 'Book' }],
};

/**
 * Replaces what a member calls its shelving locations and item types for patrons; audited. Items keep their codes: only what pages show
 * changes.
 */
export const contract = operation({
  id: 'membership-set-names',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/members/{memberId}/names',
  summary: 'Name the shelving locations and item types of a member',
  permission: [
    { who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } },
    { who: 'staff', roles: ['admin'], at: 'consortium' },
  ],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: shelvingNamesSchema,
  output: memberSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the names since `v` was read.' },
    'directory-full': { status: 409, meaning: 'The names of all members together would make the directory too large.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { ...names, v: 0 },
    output: { ...exampleMember, names: { ...names, v: 1 } },
  },
  errorImpact: 'Patrons read codes where the name of a shelf should be.',
});
