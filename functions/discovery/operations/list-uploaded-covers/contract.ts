import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleUpload, shownUploadSchema } from '../../schemas/covers.ts';

/** Lists the covers that libraries uploaded for a title, the one that is shown first. */
export const contract = operation({
  id: 'discovery-list-uploaded-covers',
  context: 'discovery',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/discovery/records/{recordId}/covers',
  summary: 'List the uploaded covers of a title',
  permission: [
    { who: 'staff', roles: ['cataloguer', 'member-admin'], at: 'own-member' },
    { who: 'staff', roles: ['admin'], at: 'consortium' },
  ],
  touches: { table: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  output: z.strictObject({ covers: z.array(shownUploadSchema.extend({ recordId: z.string() })) }),
  refusals: {},
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    output: { covers: [{ ...exampleUpload, recordId: 'rec_01kb0000000000000000000000' }] },
  },
  errorImpact: 'Staff do not see which covers were uploaded; they are shown.',
});
