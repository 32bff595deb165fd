import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { linkPage } from '../../domain/copies/copy-page.ts';
import { copyTokenSchema, exampleCopy, linkRefusals } from '../../schemas/copies.ts';

/**
 * Shows the page behind the link that a partner received with a copy (ISO 18626 deliveryInfo URL): what the copy is of,
 * the copyright notice, and a button that fetches it. Opening the page is not counted.
 */
export const contract = operation({
  id: 'resource-sharing-fetch-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/copies/{token}',
  summary: 'See the copy that a link from us leads to',
  permission: [{ who: 'anyone' }],
  bundleKilobytes: 957,
  touches: { table: 'read' },
  params: z.strictObject({ token: copyTokenSchema }),
  produces: 'text/html',
  output: z.string(),
  refusals: {
    'unknown-copy': linkRefusals['unknown-copy'],
    'link-expired': linkRefusals['link-expired'],
    'link-used-up': linkRefusals['link-used-up'],
  },
  example: {
    params: { token: `${exampleCopy.documentId}.wq3yX0o1u8Jp2kTz5vB7nD4mL6sH9gFa` },
    output: linkPage(exampleCopy),
  },
  errorImpact: 'Libraries outside cannot fetch the copies that we sent them.',
});
