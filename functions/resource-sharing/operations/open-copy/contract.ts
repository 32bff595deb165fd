import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { documentIdSchema, exampleCopy, exampleOpened, linkRefusals, openedCopySchema } from '../../schemas/copies.ts';

/**
 * The patron opens a copy: counted, and answered with an address that gives the file for ten minutes and with what is to be
 * shown of copyright. Only its own patron, as long and as often as the policy lets; afterwards it is gone. A POST, since it counts.
 */
export const contract = operation({
  id: 'resource-sharing-open-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/my/copies/{documentId}/openings',
  summary: 'Open a copy that came for me',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ documentId: documentIdSchema }),
  output: openedCopySchema,
  refusals: { ...linkRefusals },
  example: { params: { documentId: exampleCopy.documentId }, output: exampleOpened },
  errorImpact: 'Patrons cannot read the copies that were sent for them.',
});
