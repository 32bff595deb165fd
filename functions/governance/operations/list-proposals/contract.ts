import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleProposal, proposalViewSchema, secondViewSchema } from '../../schemas/policies.ts';

/**
 * Lists the proposed changes of rules that concern the caller: those that wait for the caller, and the newest of the caller's members; with
 * who adopts changes for a member from outside.
 */
export const contract = operation({
  id: 'governance-list-proposals',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/proposals',
  summary: 'List proposed changes of rules',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  output: z.strictObject({
    /** The waiting proposals first, then the newest. */
    proposals: z.array(proposalViewSchema),
    seconds: z.array(secondViewSchema),
    /** The names of the people, by their actor names. */
    names: actorNamesSchema,
  }),
  refusals: {},
  example: {
    output: {
      proposals: [exampleProposal],
      seconds: [],
      names: { 'staff:stf_01kb0000000000000000000000': 'Rosa Marsh' },
    },
  },
  errorImpact: 'Nobody sees which changes of rules wait; the rules in force stay.',
});
