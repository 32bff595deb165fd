import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { atDesk, placeRefusals } from '../../schemas/decisions.ts';
import { exampleExplanation, explanationSchema } from '../../schemas/explanations.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

/** Explains a checkout without making it: which rule would win for each value, the alternatives, and every check with its reason. */
export const contract = operation({
  id: 'circulation-explain-check-out',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/check-out-explanations',
  summary: 'Explain how a checkout would be decided',
  permission: [atDesk],
  // Writes only the access log of patrons of other libraries.
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema, ...patronRef }),
  output: explanationSchema,
  namedOwner: { none: 'One card and every item are valid at every desk; rules decide.' },
  refusals: { ...itemRefusals, ...patronRefusals, ...openRefusals, ...placeRefusals },
  example: {
    body: { branchId: 'lakeshore.main', item: '31234000123456', patron: '21101000000016' },
    output: exampleExplanation,
  },
  errorImpact: 'Staff cannot tell a patron why.',
});
