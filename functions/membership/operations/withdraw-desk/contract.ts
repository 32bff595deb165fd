import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleDesk } from '../../schemas/examples.ts';

const params = { deskId: exampleDesk.deskId };

/** Withdraws a shared desk: nobody signs in on the device by badge or code, and its sessions are refused within a minute. Audited. */
export const contract = operation({
  id: 'membership-withdraw-desk',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/desks/{deskId}/withdrawal',
  summary: 'Withdraw a shared desk',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ deskId: z.string().min(1).max(64) }),
  body: z.strictObject({ memberId: memberIdSchema, reason: z.string().min(1).max(500) }),
  output: z.strictObject({ deskId: z.string(), withdrawnAt: z.string() }),
  owner: 'desk-unknown',
  refusals: {
    'desk-unknown': { status: 404, meaning: 'This member has no such desk.' },
    'withdrawn-already': { status: 409, meaning: 'This desk was withdrawn before.' },
  },
  example: {
    params,
    body: { memberId: 'riverton', reason: 'The computer was replaced' },
    output: { ...params, withdrawnAt: '2026-03-02T10:00:00.000Z' },
  },
  errorImpact: 'A stolen device stays a desk of its library.',
});
