import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { voterSchema } from '../../domain/ballots/voting-rule.ts';
import { bylawsSchema, usualBylaws } from '../../domain/bylaws/bylaws.ts';
import { voteNeedsSchema } from '../../schemas/voting.ts';

/**
 * Shows what bylaws would mean for the members of today: the list of voters, the votes that each rule needs, how often the vote of a member would
 * decide (Banzhaf), and what a rule permits that its authors may not have meant. It changes nothing.
 */
export const contract = operation({
  id: 'governance-preview-bylaws',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/bylaws/preview',
  summary: 'Preview bylaws',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  idempotency: 'none',
  body: bylawsSchema,
  output: z.strictObject({
    voters: z.array(voterSchema),
    rules: z.array(
      z.strictObject({
        ...{ code: z.string(), name: z.string(), needs: voteNeedsSchema },
        /** Of rules by weight: in how many sets of the others the vote of a member decides. */
        power: z.array(z.strictObject({ memberId: memberIdSchema, swings: z.string() })).exactOptional(),
        warnings: z.array(
          z.strictObject({
            code: z.enum(['few-can-decide', 'one-decides', 'never-decides', 'veto-by-one']),
            ...{ memberId: memberIdSchema.exactOptional(), chamber: z.string().exactOptional() },
          }),
        ),
      }),
    ),
  }),
  namedOwner: { none: 'Who votes with which weight is public to all members.' },
  refusals: {},
  example: {
    body: usualBylaws,
    output: {
      voters: [{ memberId: 'riverton', weight: '1' }],
      rules: [
        {
          ...{ code: 'ordinary', name: 'Ordinary decision', needs: { entitled: 1, yesIfAllVote: 1, quorum: 1 } },
          warnings: [{ code: 'few-can-decide' }],
        },
      ],
    },
  },
  errorImpact: 'Who writes bylaws does not see what they mean for the members of today.',
});
