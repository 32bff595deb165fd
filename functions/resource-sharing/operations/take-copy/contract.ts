import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { filePage } from '../../domain/copies/copy-page.ts';
import { copyTokenSchema, exampleCopy, exampleOpened, linkRefusals } from '../../schemas/copies.ts';

/**
 * Fetches a copy by the button of the page behind its link: counts the use and returns a page that leads to the file
 * for ten minutes.
 */
export const contract = operation({
  id: 'resource-sharing-take-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/copies/{token}',
  summary: 'Fetch the copy that a link from us leads to',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', bucket: 'read' },
  idempotency: 'none',
  params: z.strictObject({ token: copyTokenSchema }),
  produces: 'text/html',
  output: z.string(),
  owner: { none: 'The token of the link is the secret of its reader.' },
  refusals: { ...linkRefusals },
  example: {
    params: { token: `${exampleCopy.documentId}.wq3yX0o1u8Jp2kTz5vB7nD4mL6sH9gFa` },
    output: filePage(exampleCopy, exampleOpened.url, 10),
  },
  errorImpact: 'Libraries outside cannot fetch the copies that we sent them.',
});
