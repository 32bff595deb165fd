import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { claimsDue } from '../../domain/claims.ts';
import { issueSchema } from '../../domain/serials/issue.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleIssue, exampleTerms } from '../../schemas/serials.ts';

/** Lists the issues of a library that are expected and did not arrive, the earliest first, with what is due for each on the day at its branch. */
export const contract = operation({
  id: 'acquisitions-list-awaited-issues',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/awaited-issues',
  summary: 'List the issues that are expected or late',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    branch: branchIdSchema.optional(),
    /** Until how many days from now they are expected. */
    within: z.coerce.number().int().min(0).max(366).default(0),
    ...pageQuery,
  }),
  output: z.strictObject({
    issues: z.array(
      z.strictObject({
        issue: issueSchema,
        ...{ title: z.string(), branchId: branchIdSchema, vendor: vendorCodeSchema.exactOptional() },
        /** The first day on which it is late, and what is due on the day at the branch: a claim, or to give it up. */
        ...{ lateFrom: z.iso.date(), today: z.iso.date(), due: z.enum(claimsDue) },
      }),
    ),
    next: cursorSchema.optional(),
  }),
  namedOwner: { none: 'A branch of another member has no issues of this one.' },
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      issues: [
        {
          ...{ issue: exampleIssue, title: exampleTerms.title, branchId: 'riverton.main', vendor: 'MIDWEST' },
          ...{ lateFrom: '2026-12-06', today: '2026-11-24', due: 'nothing' },
        },
      ],
    },
  },
  errorImpact: 'Staff do not see which issues are expected or late.',
});
