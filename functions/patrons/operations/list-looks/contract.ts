import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { deskRefusals } from '../../schemas.ts';

/** Lists which other libraries accessed a patron's record, and when, for a supervisor of the home library; the newest first. */
export const contract = operation({
  id: 'patrons-list-looks',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/{patronId}/looks',
  summary: 'List the looks of other libraries at a patron',
  permission: [{ who: 'staff', roles: ['desk-supervisor', 'member-admin'], at: { branch: 'query.branchId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema, ...pageQuery }),
  output: z.strictObject({
    looks: z.array(z.strictObject({ at: z.string(), branchId: z.string() })),
    next: z.string().optional(),
  }),
  owner: 'not-home',
  refusals: { ...deskRefusals, ...cursorRefusal },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: { looks: [{ at: '2026-03-02T10:00:00.000Z', branchId: 'lakeshore.main' }] },
  },
  errorImpact: 'Staff cannot answer a patron who asks which libraries saw the record.',
});
