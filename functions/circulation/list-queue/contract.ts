import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { exampleHold, queuedHoldSchema } from '../shapes.ts';

const { title: _title, ...queued } = exampleHold;

/** The open holds of a record in their order, for a desk: without who they are for, unless it is its own library's patron or pickup. */
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
  output: z.strictObject({ holds: z.array(queuedHoldSchema) }),
  refusals: { 'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' } },
  example: {
    params: { branchId: 'riverton.main', recordId: 'rec_01kb00000000000000000000000' },
    output: { holds: [{ ...queued, patronMember: 'lakeshore' }] },
  },
  errorImpact: 'Nobody sees who waits for a record, and in which order.',
});
