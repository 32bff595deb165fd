import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { policySchema } from '../../domain/policy-kinds.ts';
import { examplePolicy, kindSchema } from '../../schemas/policies.ts';

/** Lists all versions of a kind of policy by effective date: past, current and future. */
export const contract = operation({
  id: 'governance-list-policies',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/policies',
  summary: 'List the versions of a policy',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  query: z.strictObject({ kind: kindSchema }),
  output: z.strictObject({ policies: z.array(policySchema) }),
  refusals: {},
  example: { query: { kind: 'blocks' }, output: { policies: [examplePolicy] } },
  errorImpact: 'Staff cannot read the policies in force.',
});
