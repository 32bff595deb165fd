import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { documentIdSchema, exampleCopy, exampleOpened, linkRefusals, openedCopySchema } from '../../schemas/copies.ts';

/**
 * Opens a patron’s copy: counts the use, and returns an address that gives the file for ten minutes, with the copyright
 * statement. Only for its own patron, as long and as often as the policy allows; then the copy is deleted. A POST,
 * because it counts.
 */
export const contract = operation({
  id: 'resource-sharing-open-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/my/copies/{documentId}/openings',
  summary: 'Open a copy that came for me',
  permission: [{ who: 'patron' }],
  bundleKilobytes: 966,
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ documentId: documentIdSchema }),
  output: openedCopySchema,
  owner: 'unknown-copy',
  refusals: { ...linkRefusals },
  example: { params: { documentId: exampleCopy.documentId }, output: exampleOpened },
  errorImpact: 'Patrons cannot read the copies that were sent for them.',
});
