import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, erasureSchema, exampleErasure } from '../../schemas.ts';

/** Requests the erasure of a patron who asked for it at the desk of the home library, or left; deferred as when the patron requests it. */
export const contract = operation({
  id: 'patrons-ask-erasure',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/{patronId}/erasures',
  summary: 'Have a patron erased',
  permission: [{ who: 'staff', roles: ['desk-supervisor', 'member-admin'], at: { branch: 'body.branchId' } }],
  touches: { table: 'write', bucket: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema }),
  status: 202,
  output: erasureSchema,
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    'changed-meanwhile': { status: 409, meaning: 'Something was lent or paid at the same time: ask again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main' },
    output: exampleErasure,
  },
  errorImpact: 'Records of patrons who left are not erased.',
});
