import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { voteChoiceSchema } from '../../domain/ballots/method.ts';
import { voteRefusals } from '../../schemas/vote-refusals.ts';
import { exampleRecord } from '../../schemas/voting.ts';

/**
 * Casts the vote of a member in an open ballot, or changes it until the ballot closes. Of votes on the same version one counts, and the others are
 * refused.
 */
export const contract = operation({
  id: 'governance-cast-vote',
  context: 'governance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/governance/ballots/{ballotId}/votes/{memberId}',
  summary: 'Vote for a member',
  permission: [
    { who: 'staff', roles: ['member-admin', 'voting-alternate'], at: { member: 'path.memberId' } },
    { who: 'staff', roles: ['member-admin'], at: { member: 'body.holder' } },
  ],
  touches: { table: 'write' },
  params: z.strictObject({ ballotId: z.string().min(1).max(40), memberId: memberIdSchema }),
  body: z.strictObject({
    /** The vote in the shape of the ballot's method. */
    choice: voteChoiceSchema,
    /** The version of the member's vote that the caller saw; 0 before its first vote. */
    version: z.int().min(0),
    /** The caller's member that holds the proxy of the member. */
    holder: memberIdSchema.optional(),
  }),
  output: z.strictObject({
    ...{ memberId: memberIdSchema, choice: voteChoiceSchema, version: z.int(), closesAt: z.iso.datetime() },
  }),
  owner: { none: 'A ballot belongs to all members; only those on its list of voters vote.' },
  refusals: voteRefusals,
  example: {
    params: { ballotId: exampleRecord.record.terms.ballotId, memberId: 'riverton' },
    body: { choice: 'yes', version: 0 },
    output: { memberId: 'riverton', choice: 'yes', version: 1, closesAt: '2026-12-08T17:00:00.000Z' },
  },
  errorImpact: 'Members cannot vote; votes that were cast count.',
});
