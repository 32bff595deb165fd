import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { policySchema } from '../../domain/policy-kinds.ts';
import { examplePolicy, kindSchema } from '../../schemas/policies.ts';

/** Returns the version of a policy in force at an instant (by default now), as used by the engine. */
export const contract = operation({
  id: 'governance-get-policy-in-force',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/policies/{kind}/in-force',
  summary: 'Get the policy in force',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  params: z.strictObject({ kind: kindSchema }),
  query: z.strictObject({ at: z.iso.datetime().optional() }),
  output: policySchema,
  refusals: { 'none-in-force': { status: 404, meaning: 'No version of this policy was in force then.' } },
  example: { params: { kind: 'blocks' }, query: { at: '2026-08-01T00:00:00Z' }, output: examplePolicy },
  errorImpact: 'Staff cannot read the policies in force.',
});
