import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Lists the places of residence of the consortium's list, by name; empty when there is no list and a desk writes any code. */
export const contract = operation({
  id: 'patrons-list-residences',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/residences',
  summary: 'List the places of residence',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  output: z.strictObject({ residences: z.array(z.strictObject({ code: z.string(), name: z.string() })) }),
  refusals: {},
  example: { output: { residences: [{ code: 'riverton', name: 'City of Riverton' }] } },
  errorImpact: 'Sign-up and the desk cannot offer the places of residence.',
});
