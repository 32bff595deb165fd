import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleHold, queuedHoldSchema } from '../../schemas/holds.ts';
import { exampleNamedPatron } from '../../schemas/named-patron.ts';

const { title: _title, ...queued } = exampleHold;

/**
 * Lists the open holds of a record in queue order, for a desk, a page at a time: without the patron, unless the patron or the pickup
 * branch belongs to the desk's library. Shows names and cards of the library's own patrons only. Only the first thousand waiting holds of a queue can be listed.
 */
export const contract = operation({
  id: 'circulation-list-queue',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/queues/{recordId}',
  summary: 'See the holds of a record in order',
  permission: [{ who: 'staff', roles: ['desk', 'desk-supervisor'], at: { branch: 'path.branchId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema, recordId: z.string().min(1).max(64) }),
  query: z.strictObject({
    /** The place of the first hold: 1 is the next of the queue; for a following page, the `next` of the previous one. */
    from: z.coerce.number().int().min(1).max(1500).default(1),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({ holds: z.array(queuedHoldSchema), next: z.number().int().optional() }),
  refusals: { 'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' } },
  example: {
    params: { branchId: 'riverton.main', recordId: 'rec_01kb0000000000000000000000' },
    query: {},
    output: {
      holds: [
        { ...queued, patronMember: 'riverton', patronId: 'pat_01kb0000000000000000000000', patron: exampleNamedPatron },
      ],
    },
  },
  errorImpact: 'Nobody sees who waits for a record, and in which order.',
});
