import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, mergeRoles } from '../../schemas.ts';

/** Marks two similar patrons as two people: stored, so that they are not listed again. */
export const contract = operation({
  id: 'patrons-mark-distinct',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/distinctions',
  summary: 'Mark two patrons as different persons',
  permission: [{ who: 'staff', roles: mergeRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, otherId: z.string().min(1).max(64) }),
  output: z.strictObject({ patronId: z.string(), otherId: z.string() }),
  owner: 'not-home',
  namedOwner: { none: 'The other patron may be of any member: nothing of that record is read or changed.' },
  refusals: {
    ...deskRefusals,
    'same-patron': { status: 422, meaning: 'These are two names of one patron.' },
    'changed-meanwhile': { status: 409, meaning: 'One of the two was merged or erased at the same time: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', otherId: 'pat_01kaw5v7n0000000000000001z' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', otherId: 'pat_01kaw5v7n0000000000000001z' },
  },
  errorImpact: 'Staff must answer the same question about two patrons again.',
});
