import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { blockBody, deskRefusals } from '../../schemas.ts';

/** Lifts a block of the supervisor's own member, or, at the patron’s home library, one that applied everywhere. */
export const contract = operation({
  id: 'patrons-unblock-patron',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/block-removals',
  summary: 'Lift a patron’s block',
  permission: [{ who: 'staff', roles: ['desk-supervisor', 'member-admin'], at: { branch: 'body.branchId' } }],
  // Supervisors block at the desk.
  assurance: 'desk',
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, ...blockBody }),
  output: z.strictObject({ patronId: z.string() }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    'not-blocked': { status: 409, meaning: 'There is no such block.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed the blocks at the same time: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', code: 'address-unknown', everywhere: true },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'A patron who may borrow again still cannot.',
});
