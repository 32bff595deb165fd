import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { machineClientSchema } from '../../domain/machine.ts';

/** Lists the machine clients of a member, without their secrets. */
export const contract = operation({
  id: 'membership-list-machine-clients',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/machines',
  summary: 'List the machine clients of a member',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { member: 'query.memberId' } }],
  touches: { table: 'read' },
  query: z.strictObject({ memberId: memberIdSchema, after: cursorSchema.optional() }),
  output: z.strictObject({ machines: z.array(machineClientSchema), next: z.string().optional() }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: {
    query: { memberId: 'riverton' },
    output: {
      machines: [
        {
          clientId: 'mch_01kaw5v7n0000000000000000z',
          name: 'Self-check by the entrance',
          memberId: 'riverton',
          branchId: 'riverton.main',
          scopes: ['self-check'],
          createdAt: '2026-03-02T10:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Nobody can see which machines act for a library.',
});
