import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Tells whether people may sign up for a temporary card online, so that the web app offers it only then. */
export const contract = operation({
  id: 'patrons-show-sign-up',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/sign-up-rules',
  summary: 'See whether people may sign up online',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  output: z.strictObject({
    open: z.boolean(),
    /** The days for which a temporary card is good, and whether it lends. */
    days: z.number().int(),
    mayBorrow: z.boolean(),
  }),
  refusals: {},
  example: { output: { open: true, days: 30, mayBorrow: false } },
  errorImpact: 'People are not offered a card of their own.',
});
