import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { issueSchema, subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleIssue, subscriptionRefusals } from '../../schemas/serials.ts';

/** Lists the issues of a subscription, the latest first: predicted ones, and what became of the others. */
export const contract = operation({
  id: 'acquisitions-list-issues',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/issues',
  summary: 'List the issues of a subscription',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, subscriptionId: subscriptionIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({ issues: z.array(issueSchema), next: cursorSchema.optional() }),
  owner: 'unknown-subscription',
  refusals: { ...cursorRefusal, 'unknown-subscription': subscriptionRefusals['unknown-subscription'] },
  example: {
    params: { memberId: 'riverton', subscriptionId: exampleIssue.subscriptionId },
    query: {},
    output: { issues: [exampleIssue] },
  },
  errorImpact: 'Staff do not see which issues arrived.',
});
