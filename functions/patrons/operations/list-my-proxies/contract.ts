import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleProxy, proxyViewSchema } from '../../schemas.ts';

/** Lists who may borrow or collect for the requesting patron, and for whom the patron may. */
export const contract = operation({
  id: 'patrons-list-my-proxies',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/me/proxies',
  summary: 'See who may act for one, and for whom one may act',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ given: z.array(proxyViewSchema), had: z.array(proxyViewSchema) }),
  refusals: { gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: { output: { given: [exampleProxy], had: [] } },
  errorImpact: 'Patrons do not see who may borrow for them.',
});
