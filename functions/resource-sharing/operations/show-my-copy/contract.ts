import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { copyViewSchema, documentIdSchema, exampleCopy, linkRefusals } from '../../schemas/copies.ts';

/** Shows a copy delivered to the patron: what it is, and until when and how often it can still be opened. */
export const contract = operation({
  id: 'resource-sharing-show-my-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/my/copies/{documentId}',
  summary: 'See a copy that came for me',
  permission: [{ who: 'patron' }],
  bundleKilobytes: 955,
  touches: { table: 'read' },
  params: z.strictObject({ documentId: documentIdSchema }),
  output: copyViewSchema,
  owner: 'unknown-copy',
  refusals: {
    'unknown-copy': linkRefusals['unknown-copy'],
    'link-expired': linkRefusals['link-expired'],
    'link-used-up': linkRefusals['link-used-up'],
  },
  example: { params: { documentId: exampleCopy.documentId }, output: exampleCopy },
  errorImpact: 'Patrons cannot see that a copy has come for them.',
});
