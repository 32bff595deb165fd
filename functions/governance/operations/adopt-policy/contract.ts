import { operation } from '../../../../layers/platform/http/contract.ts';
import { policySchema } from '../../domain/policy-kinds.ts';
import { adoptionRefusals, adoptionSchema, examplePolicy } from '../../schemas/policies.ts';

const { kind, effectiveFrom, decisionReference, body } = examplePolicy;

/**
 * Adopts the next version of a policy, from a day on, by a named decision. It is never changed afterwards. Billing policies may apply to
 * past months until their statements are written.
 */
export const contract = operation({
  id: 'governance-adopt-policy',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/policies',
  summary: 'Adopt a policy',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write' },
  body: adoptionSchema,
  status: 201,
  output: policySchema,
  refusals: adoptionRefusals,
  example: { body: { kind, effectiveFrom, decisionReference, body }, output: examplePolicy },
  errorImpact: 'The consortium cannot change its rules.',
});
