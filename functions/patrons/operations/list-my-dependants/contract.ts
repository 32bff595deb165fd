import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { personNameSchema } from '../../domain/identity/person.ts';

/** Lists the minors for whom the requesting patron is guarantor. */
export const contract = operation({
  id: 'patrons-list-my-dependants',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/me/dependants',
  summary: 'List the patrons for whom the patron is guarantor',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    dependants: z.array(
      z.strictObject({
        patronId: z.string(),
        name: personNameSchema,
        /** The dependant's debt to all members, in minor units: the bills remain the dependant's. */
        owed: z.number().int(),
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      dependants: [
        { patronId: 'pat_01kaw5v7n0000000000000000w', name: { family: 'Okafor', given: 'Chidi' }, owed: 350 },
      ],
    },
  },
  errorImpact: 'Guardians do not find their children’s accounts.',
});
