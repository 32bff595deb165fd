import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles, pinRefusals } from '../../schemas.ts';

/** Sets a new PIN of a patron at a desk; lifts a lock on signing in, and ends existing sessions. */
export const contract = operation({
  id: 'patrons-reset-pin',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/pin-resets',
  summary: 'Give a patron a new PIN',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, pin: z.string().min(1).max(64) }),
  output: z.strictObject({ patronId: z.string() }),
  owner: 'not-home',
  refusals: { ...deskRefusals, ...pinRefusals },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', pin: '739164' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'A patron who forgot the PIN cannot sign in.',
});
