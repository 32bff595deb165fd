import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { closesBranch, closingSchema, exampleClosing } from '../../schemas/closings.ts';

/** Lists the twenty newest closings of a branch with what each moved, for sixty days. */
export const contract = operation({
  id: 'circulation-list-closings',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/closings',
  summary: 'List the closings of a branch',
  permission: [closesBranch],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ closings: z.array(closingSchema) }),
  refusals: {},
  example: { params: { branchId: exampleClosing.branchId }, output: { closings: [exampleClosing] } },
  errorImpact: 'Nobody sees which due dates a closing moved.',
});
