import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { secondViewSchema } from '../../schemas/policies.ts';

/**
 * Names who adopts a member's proposals from outside, such as for a member with one administrator: an administrator of another member or of
 * the consortium, by e-mail address. It counts once that person accepted. Both may withdraw it.
 */
export const contract = operation({
  id: 'governance-set-second-person',
  context: 'governance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/governance/second-persons/{memberId}',
  summary: 'Name or accept a second person for a member’s rules',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('name'), email: z.email().max(254) }),
    z.strictObject({ step: z.literal('accept') }),
    z.strictObject({ step: z.literal('withdraw') }),
  ]),
  output: z.strictObject({ second: secondViewSchema.exactOptional() }),
  owner: 'unknown-second',
  refusals: {
    'unknown-second': { status: 404, meaning: 'The caller neither administers the member nor is named for it.' },
    'unknown-person': { status: 422, meaning: 'No other administrator has this e-mail address.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody changed it just now: look again.' },
  },
  example: {
    params: { memberId: 'northfield' },
    body: { step: 'name', email: 'rosa.marsh@riverton.example' },
    output: {
      second: {
        ...{ memberId: 'northfield', staffId: 'stf_01kb0000000000000000000000', state: 'named', isMe: false },
        ...{ namedBy: 'staff:stf_01kb0000000000000000000001', namedAt: '2026-11-24T10:00:00.000Z' },
      },
    },
  },
  errorImpact: 'A member with one person cannot name who adopts its changes.',
});
