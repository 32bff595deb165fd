import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchSchema } from '../../domain/branch.ts';
import { memberSchema } from '../../domain/member.ts';
import { exampleBranch, exampleMember } from '../../schemas/examples.ts';

/** Lists all members with their branches and opening hours: the list from which patrons choose a pickup place. */
export const contract = operation({
  id: 'membership-list-directory',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/directory',
  summary: 'List the members of the consortium with their branches',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  output: z.strictObject({ members: z.array(memberSchema.extend({ branches: z.array(branchSchema) })) }),
  refusals: {},
  example: { output: { members: [{ ...exampleMember, branches: [exampleBranch] }] } },
  errorImpact: 'Nobody can choose a library.',
});
