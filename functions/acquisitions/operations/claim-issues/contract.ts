import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { issueIdSchema, subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { exampleIssue, exampleTerms } from '../../schemas/serials.ts';

const named = z.strictObject({ subscriptionId: subscriptionIdSchema, issueId: issueIdSchema });

/**
 * Claims late issues and returns what the message to their vendor states. An issue that arrived meanwhile, is not late or was claimed
 * already is left out: the same request on the same day claims nothing again.
 */
export const contract = operation({
  id: 'acquisitions-claim-issues',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/issue-claims',
  summary: 'Claim late issues',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    issues: z
      .array(named)
      .min(1)
      .max(50)
      .refine(
        (all) => new Set(all.map(({ subscriptionId, issueId }) => `${subscriptionId} ${issueId}`)).size === all.length,
      ),
  }),
  output: z.strictObject({
    claimed: z.array(
      z.strictObject({
        ...{ title: z.string(), issn: z.string().exactOptional(), vendor: z.string().exactOptional() },
        ...{ label: z.string(), expectedOn: z.iso.date(), copies: z.int() },
        /** How often it was claimed, with this claim. */
        number: z.int().min(1),
      }),
    ),
    /** What was left out. */
    dropped: z.array(named),
  }),
  namedOwner: {
    none: 'Issues are looked for among those of the member in the path, and left out where there are none.',
  },
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    body: { issues: [{ subscriptionId: exampleIssue.subscriptionId, issueId: exampleIssue.issueId }] },
    output: {
      claimed: [
        {
          ...{ title: exampleTerms.title, issn: '0005-772X', vendor: 'MIDWEST', label: exampleIssue.label },
          ...{ expectedOn: exampleIssue.expectedOn, copies: 1, number: 1 },
        },
      ],
      dropped: [],
    },
  },
  errorImpact: 'Late issues cannot be claimed.',
});
