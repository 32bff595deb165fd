import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { exampleList, proposalsSchema } from '../../schemas/voting.ts';

/** Lists the proposals on which the members vote or have voted, the newest first, with the votes of the caller's own members in open ballots. */
export const contract = operation({
  id: 'governance-list-consortium-proposals',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/consortium-proposals',
  summary: 'List proposals and decisions',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  query: z.strictObject(pageQuery),
  output: proposalsSchema,
  refusals: cursorRefusal,
  example: { query: {}, output: exampleList },
  errorImpact: 'Nobody sees the proposals and decisions; the rules in force stay.',
});
