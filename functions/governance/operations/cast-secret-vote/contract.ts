import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { envelopeSchema, voteTokenSchema } from '../../domain/ballots/secret-ballot.ts';
import { voteRefusals } from '../../schemas/vote-refusals.ts';
import { exampleRecord } from '../../schemas/voting.ts';

const exampleToken = 'o4R9xNnY2kq7WfVb1ZtC5uJm8sDhLpQe3aGiTyXcKvM';

/**
 * Casts the vote of a member in a secret ballot, or changes it until the ballot closes. The caller encrypts the vote, padded to 256 bytes of JSON,
 * to the public key of the ballot (RSA-OAEP with SHA-256). Request and answer have the same size for every vote.
 */
export const contract = operation({
  id: 'governance-cast-secret-vote',
  context: 'governance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/governance/ballots/{ballotId}/envelopes/{memberId}',
  summary: 'Vote for a member in a secret ballot',
  permission: [{ who: 'staff', roles: ['member-admin', 'voting-alternate'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  // A record of each request would count the changes of a vote: the envelope in the row recognises a repeated one.
  idempotency: 'own',
  params: z.strictObject({ ballotId: z.string().min(1).max(40), memberId: memberIdSchema }),
  body: z.strictObject({
    envelope: envelopeSchema,
    /** The token of the member's row that the caller saw. */
    token: voteTokenSchema,
  }),
  /** The token that the next vote names. */
  output: z.strictObject({ memberId: memberIdSchema, token: voteTokenSchema, closesAt: z.iso.datetime() }),
  owner: { none: 'A ballot belongs to all members; only those on its list of voters vote.' },
  refusals: voteRefusals,
  example: {
    params: { ballotId: exampleRecord.record.terms.ballotId, memberId: 'riverton' },
    body: { envelope: 'A'.repeat(512), token: exampleToken },
    output: { memberId: 'riverton', token: exampleToken, closesAt: '2026-12-08T17:00:00.000Z' },
  },
  errorImpact: 'Members cannot vote in secret ballots; votes that were cast count.',
});
