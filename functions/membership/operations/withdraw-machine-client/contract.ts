import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Withdraws a machine client: its secret is no longer accepted, and its tokens are refused within a minute. Audited, and permanent. */
export const contract = operation({
  id: 'membership-withdraw-machine-client',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/machines/{clientId}/withdrawal',
  summary: 'Withdraw a machine client',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ clientId: z.string().min(1).max(64) }),
  body: z.strictObject({ memberId: memberIdSchema, reason: z.string().min(1).max(500) }),
  output: z.strictObject({ clientId: z.string(), withdrawnAt: z.string() }),
  owner: 'client-unknown',
  refusals: {
    'client-unknown': { status: 404, meaning: 'This member has no such machine.' },
    'withdrawn-already': { status: 409, meaning: 'This machine was withdrawn before.' },
  },
  example: {
    params: { clientId: 'mch_01kaw5v7n0000000000000000z' },
    body: { memberId: 'riverton', reason: 'The self-check was stolen' },
    output: { clientId: 'mch_01kaw5v7n0000000000000000z', withdrawnAt: '2026-03-02T10:00:00.000Z' },
  },
  errorImpact: 'A stolen machine keeps its access.',
});
