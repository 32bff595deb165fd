import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atDesk, placeRefusals } from '../../schemas/decisions.ts';
import { exampleExplanation, explanationSchema } from '../../schemas/explanations.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/** Explains a renewal without making it: which rule would win for each value, the alternatives, and every refusal at once (C68). */
export const contract = operation({
  id: 'circulation-explain-renewal',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/renewal-explanations',
  summary: 'Explain how a renewal would be decided',
  permission: [atDesk],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema }),
  output: explanationSchema,
  namedOwner: { none: 'Every desk renews any loan; rules decide.' },
  refusals: {
    ...itemRefusals,
    ...placeRefusals,
    'not-on-loan': { status: 409, meaning: 'The item is not lent.' },
  },
  example: {
    body: { branchId: 'lakeshore.main', item: '31234000123456' },
    output: {
      ...exampleExplanation,
      refused: [{ code: 'renewals-used-up', detail: 'Renewed 2 of 2 times', overridable: true }],
    },
  },
  errorImpact: 'Staff cannot tell a patron why a loan is not renewed.',
});
