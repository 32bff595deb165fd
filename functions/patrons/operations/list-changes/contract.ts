import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { patronChangeSchema } from '../../domain/record/change.ts';
import { deskRefusals } from '../../schemas.ts';

/** Lists who changed what of a patron, when and why, for a supervisor of the home library: blocks set and lifted, edits, renewals. */
export const contract = operation({
  id: 'patrons-list-changes',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/{patronId}/changes',
  summary: 'List the changes of a patron',
  permission: [{ who: 'staff', roles: ['desk-supervisor', 'member-admin'], at: { branch: 'query.branchId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema, after: cursorSchema.optional() }),
  output: z.strictObject({ changes: z.array(patronChangeSchema), next: z.string().optional() }),
  owner: 'not-home',
  refusals: { ...deskRefusals, 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: {
      changes: [
        {
          changeId: 'chg_01kaw5v7n0000000000000000z',
          at: '2026-03-02T10:00:00.000Z',
          by: 'staff:stf_01kaw5v7n0000000000000000z',
          branchId: 'riverton.main',
          did: 'blocked',
          detail: { code: 'address-unknown', scope: 'consortium' },
          note: 'Two letters came back.',
        },
      ],
    },
  },
  errorImpact: 'Staff cannot see the changes of a patron.',
});
