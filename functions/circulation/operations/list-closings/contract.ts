import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import {
  closesBranch,
  closingDateSchema,
  closingRefusals,
  closingSchema,
  exampleClosing,
} from '../../schemas/closings.ts';

/** Lists the twenty newest closings of a branch with what each moved, for sixty days; with `closingId` that one, and each of its dates. */
export const contract = operation({
  id: 'circulation-list-closings',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/closings',
  summary: 'List the closings of a branch, or the dates of one',
  permission: [closesBranch],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({ closingId: z.string().min(1).max(64).optional(), ...pageQuery }),
  output: z.strictObject({
    closings: z.array(closingSchema),
    /** The dates of the closing asked for, by item. */
    dates: z.array(closingDateSchema).optional(),
    next: z.string().optional(),
  }),
  namedOwner: 'closing-unknown',
  refusals: { ...cursorRefusal, 'closing-unknown': closingRefusals['closing-unknown'] },
  example: {
    params: { branchId: exampleClosing.branchId },
    query: { closingId: exampleClosing.closingId },
    output: {
      closings: [{ ...exampleClosing, state: 'done', counts: { done: 121, left: 3 } }],
      dates: [
        {
          ...{ itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456', what: 'loan', state: 'done' },
          ...{ from: '2026-12-01', to: '2026-12-04' },
        },
      ],
    },
  },
  errorImpact: 'Nobody sees which due dates a closing moved.',
});
