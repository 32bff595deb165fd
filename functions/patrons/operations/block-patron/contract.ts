import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { blockBody, deskRefusals, newBlockBody } from '../../schemas.ts';

/**
 * Blocks a patron from borrowing, holds or renewals, until a last day or until it is lifted: at the supervisor's own member, or, at the patron’s home library, everywhere. A
 * note says why.
 */
export const contract = operation({
  id: 'patrons-block-patron',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/blocks',
  summary: 'Block a patron from borrowing',
  permission: [{ who: 'staff', roles: ['desk-supervisor', 'member-admin'], at: { branch: 'body.branchId' } }],
  // Supervisors block at the desk.
  assurance: 'desk',
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    ...blockBody,
    ...newBlockBody,
    /** The patron may still borrow and place holds at home (C67). */
    exceptAtHome: z.boolean().default(false),
  }),
  output: z.strictObject({ patronId: z.string() }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    'until-past': { status: 422, meaning: 'The last day of the block is over.' },
    'blocked-already': { status: 409, meaning: 'This block stands already.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed the blocks at the same time: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: {
      branchId: 'riverton.main',
      code: 'address-unknown',
      everywhere: true,
      until: '2026-12-31',
      stops: ['hold'],
    },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'A patron who must not borrow still can.',
});
