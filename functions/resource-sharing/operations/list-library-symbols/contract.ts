import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { symbolSchema } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { partnerReaders } from '../../schemas/partners.ts';

/** Lists the symbols by which partners know us: `consortium`, and each member that has its own. */
export const contract = operation({
  id: 'resource-sharing-list-library-symbols',
  context: 'resource-sharing',
  service: 'administration',
  method: 'GET',
  path: '/v1/resource-sharing/symbols',
  summary: 'List our own symbols',
  permission: partnerReaders,
  bundleKilobytes: 953,
  touches: { table: 'read' },
  output: z.strictObject({
    symbols: z.array(
      z.strictObject({ memberId: z.string(), symbol: symbolSchema, sendCopiesTo: z.string().optional() }),
    ),
  }),
  refusals: {},
  example: { output: { symbols: [{ memberId: 'consortium', symbol: { type: 'ISIL', value: 'US-CONC' } }] } },
  errorImpact: 'Staff cannot see the symbols of the libraries.',
});
