import { operation } from '../../../../layers/platform/http/contract.ts';
import { chosenProvidersSchema, exampleProviders } from '../../schemas/covers.ts';

/** Returns the providers of covers in the order in which they are asked; none until the consortium chooses some. */
export const contract = operation({
  id: 'discovery-get-cover-providers',
  context: 'discovery',
  service: 'administration',
  method: 'GET',
  path: '/v1/discovery/cover-providers',
  summary: 'Read the providers of covers',
  permission: [{ who: 'staff', roles: ['admin', 'auditor'], at: 'consortium' }],
  touches: { table: 'read' },
  output: chosenProvidersSchema,
  refusals: {},
  example: { output: { providers: exampleProviders, v: 1 } },
  errorImpact: 'Administrators do not see the providers of covers.',
});
