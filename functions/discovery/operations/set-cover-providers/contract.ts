import { operation } from '../../../../layers/platform/http/contract.ts';
import { chosenProvidersSchema, exampleProviders } from '../../schemas/covers.ts';

/** Replaces the providers of covers; audited. Covers that the providers before gave are not shown any more. */
export const contract = operation({
  id: 'discovery-set-cover-providers',
  context: 'discovery',
  service: 'administration',
  method: 'PUT',
  path: '/v1/discovery/cover-providers',
  summary: 'Choose the providers of covers',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write', outside: true },
  /** `v`: the version that was read. */
  body: chosenProvidersSchema,
  output: chosenProvidersSchema,
  refusals: {
    'changed-meanwhile': { status: 409, meaning: 'Others changed the providers since `v` was read.' },
    'address-refused': { status: 422, meaning: 'The address is not one of the public internet over TLS.' },
  },
  example: { body: { providers: exampleProviders, v: 0 }, output: { providers: exampleProviders, v: 1 } },
  errorImpact: 'Administrators cannot choose the providers of covers; those chosen before stay.',
});
