import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleRecord } from '../../schemas/voting.ts';

/**
 * Lets another member vote for a member in an open ballot, where the bylaws allow proxies, or withdraws the proxy. A vote that the holder cast is taken
 * back with it. A member that voted itself has used its vote, and changes it itself.
 */
export const contract = operation({
  id: 'governance-give-proxy',
  context: 'governance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/governance/ballots/{ballotId}/proxies/{memberId}',
  summary: 'Give or withdraw a proxy in a ballot',
  permission: [{ who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ ballotId: z.string().min(1).max(40), memberId: memberIdSchema }),
  body: z.strictObject({
    /** The member that votes for this one; absent to withdraw the proxy. */
    to: memberIdSchema.optional(),
  }),
  output: z.strictObject({ memberId: memberIdSchema, version: z.int(), holder: memberIdSchema.exactOptional() }),
  owner: { none: 'A ballot belongs to all members; only those on its list of voters give proxies.' },
  namedOwner: { none: 'A proxy is given to another member.' },
  refusals: {
    'ballot-unknown': { status: 404, meaning: 'There is no such ballot.' },
    cancelled: { status: 409, meaning: 'The ballot was cancelled.' },
    closed: { status: 409, meaning: 'The ballot is closed.' },
    'not-on-list': { status: 403, meaning: 'The member was not on the list of voters when the ballot opened.' },
    recused: { status: 403, meaning: 'The member is concerned and does not vote.' },
    'no-proxies': { status: 409, meaning: 'The bylaws of the ballot allow no proxies.' },
    'voted-itself': { status: 409, meaning: 'The member voted itself.' },
    'holder-does-not-vote': { status: 422, meaning: 'The other member is not on the list of voters, or is concerned.' },
    'proxy-to-itself': { status: 422, meaning: 'A member gives no proxy to itself.' },
    'proxy-given': { status: 422, meaning: 'The member gave a proxy already.' },
    'proxy-limit': { status: 422, meaning: 'The holder has as many proxies as the bylaws allow.' },
    'proxy-chain': {
      status: 422,
      meaning: 'A member that holds a proxy gives none, and one that gave its own holds none.',
    },
    'proxy-weight': { status: 422, meaning: 'The holder would carry more weight than the bylaws allow.' },
  },
  example: {
    params: { ballotId: exampleRecord.record.terms.ballotId, memberId: 'northfield' },
    body: { to: 'riverton' },
    output: { memberId: 'northfield', version: 0, holder: 'riverton' },
  },
  errorImpact: 'Members cannot let others vote for them; they vote themselves.',
});
