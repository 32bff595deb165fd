import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { examplePatronTitle, patronTitleViewSchema } from '../../schemas.ts';

/** Returns the e-book vendors of the requesting patron's library, with the patron's loans and holds there, read live. */
export const contract = operation({
  id: 'digital-lending-list-my-titles',
  context: 'digital-lending',
  service: 'circulation',
  method: 'GET',
  path: '/v1/digital-lending/my-titles',
  summary: 'List the own loans and holds at e-book vendors',
  permission: [{ who: 'patron' }],
  touches: { table: 'read', outside: true },
  output: z.strictObject({
    vendors: z.array(
      z.strictObject({
        collectionId: z.string(),
        name: z.string(),
        /** `signed-out`: the patron has to sign in; `silent`: the vendor does not answer at the moment. */
        state: z.enum(['signed-in', 'signed-out', 'silent']),
        titles: z.array(patronTitleViewSchema),
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      vendors: [{ collectionId: 'palace', name: 'E-books', state: 'signed-in', titles: [examplePatronTitle] }],
    },
  },
  errorImpact: 'Patrons do not see their e-books in their account; the vendor’s app still shows them.',
});
