import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleEvent, examplePick, homeSchema } from '../../schemas/home.ts';

/** Shows the titles that staff recommend and the coming events of branches: of one library, or of all libraries in turn. */
export const contract = operation({
  id: 'discovery-show-home',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/home',
  summary: 'Show recommended titles and coming events',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'partial',
  query: z.strictObject({ member: memberIdSchema.optional() }),
  etag: true,
  sharedSeconds: 60,
  output: homeSchema,
  refusals: {},
  example: {
    query: { member: 'riverton' },
    output: {
      picks: [{ ...examplePick, memberId: 'riverton', title: 'Pride and prejudice', format: 'book' }],
      events: [exampleEvent],
      v: 3,
    },
  },
  errorImpact: 'The home page and the pages of branches show no recommended titles and no events.',
});
