import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { branchSchema } from '../../domain/branch.ts';
import { memberSchema } from '../../domain/member.ts';
import { exampleBranch, exampleMember } from '../../schemas/examples.ts';

/** Lists the members with their branches and the opening hours in force: the list from which patrons choose a pickup place. */
export const contract = operation({
  id: 'membership-list-directory',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/directory',
  summary: 'List the members of the consortium with their branches',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  query: z.strictObject(pageQuery),
  etag: true,
  sharedSeconds: 60,
  output: z.strictObject({
    members: z.array(memberSchema.extend({ branches: z.array(branchSchema) })),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: { query: {}, output: { members: [{ ...exampleMember, branches: [exampleBranch] }] } },
  errorImpact: 'Nobody can choose a library.',
});
