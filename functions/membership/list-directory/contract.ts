import * as z from 'zod';
import { memberSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';

/** All members with their branches: what a patron chooses a pickup place from. */
export const contract = operation({
  id: 'membership-list-directory',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/directory',
  summary: 'List the members of the consortium',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  output: z.strictObject({ members: z.array(memberSchema) }),
  refusals: {},
  example: {
    output: {
      members: [
        {
          memberId: 'riverton',
          name: 'Riverton Public Library',
          type: 'public',
          fiscalYearStartsIn: 7,
          lendsOnRequest: false,
        },
      ],
    },
  },
  errorImpact: 'Nobody can choose a library.',
});
