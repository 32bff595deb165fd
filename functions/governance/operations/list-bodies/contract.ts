import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { bodiesSchema, exampleBody } from '../../schemas/bodies.ts';

/** Lists the boards, councils, committees and chambers with their seats. */
export const contract = operation({
  id: 'governance-list-bodies',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/bodies',
  summary: 'List bodies and seats',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  output: bodiesSchema,
  refusals: {},
  example: { output: { bodies: [exampleBody], mayRun: false } },
  errorImpact: 'Nobody sees the bodies and who holds their seats; votes of the members continue.',
});
