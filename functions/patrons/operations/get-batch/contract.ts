import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { lineStates } from '../../domain/record/batch.ts';
import {
  batchParams,
  batchRefusals,
  batchRoles,
  examplePatronBatch,
  patronBatchLineSchema,
  patronBatchSchema,
} from '../../schemas.ts';

/** Returns the progress of a change of many patrons, and its patrons in one state: those that would change, those that may not, and so on. */
export const contract = operation({
  id: 'patrons-get-batch',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/members/{memberId}/batches/{batchId}',
  summary: 'Show a change of many patrons',
  permission: [{ who: 'staff', roles: batchRoles, at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: batchParams,
  query: z.strictObject({ of: z.enum(lineStates).default('planned'), ...pageQuery }),
  output: z.strictObject({
    batch: patronBatchSchema,
    lines: z.array(patronBatchLineSchema),
    next: z.string().optional(),
  }),
  owner: 'patron-batch-unknown',
  refusals: { ...batchRefusals, ...cursorRefusal },
  example: {
    params: { memberId: 'riverton', batchId: examplePatronBatch.batchId },
    query: { of: 'planned' as const },
    output: {
      batch: examplePatronBatch,
      lines: [
        {
          patronId: 'pat_01kaw5v7n0000000000000000z',
          name: { family: 'Okafor', given: 'Amara' },
          card: '21101000000016',
          state: 'planned',
          from: { expiresOn: '2026-08-31' },
          to: { expiresOn: '2027-08-31' },
        },
      ],
    },
  },
  errorImpact: 'Staff cannot see the preview or result of a batch change of patrons.',
});
