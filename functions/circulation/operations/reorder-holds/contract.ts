import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { changedRefusal, ruled } from '../../schemas/decisions.ts';
import { exampleHold, queuedHoldSchema } from '../../schemas/holds.ts';

const { title: _title, ...queued } = exampleHold;
const holdIdSchema = z.string().min(1).max(64);

/**
 * Reorders the open holds of a record (C62): takes the complete new order or, in a queue of any length, one hold and the hold that it is
 * placed before. Only for supervisors, with a reason that is audited. A library moves back only holds
 * of its patrons and those picked up there; a supervisor of the consortium may move back any. Returns the queue, or the
 * moved hold with its neighbours.
 */
export const contract = operation({
  id: 'circulation-reorder-holds',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/queue',
  summary: 'Reorder the holds of a record',
  permission: [{ who: 'staff', roles: ['desk-supervisor'], at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  body: z
    .strictObject({
      branchId: branchIdSchema,
      order: z.array(holdIdSchema).min(1).max(90).optional(),
      put: z.strictObject({ holdId: holdIdSchema, before: holdIdSchema }).optional(),
      comment: someLines(500, 3),
    })
    .refine(({ order, put }) => (order === undefined) !== (put === undefined), 'say either order or put'),
  output: z.strictObject({ holds: z.array(queuedHoldSchema) }),
  owner: 'not-your-hold',
  namedOwner: 'not-your-hold',
  refusals: {
    ...ruled(refusalsOf.reorderHolds),
    'not-your-hold': {
      status: 403,
      meaning: 'The order moves back a hold of another library’s patron that is picked up elsewhere.',
    },
    ...changedRefusal,
    'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    body: {
      branchId: 'riverton.main',
      order: ['hld_01kb0000000000000000000000'],
      comment: 'Needed for class tomorrow',
    },
    output: { holds: [{ ...queued, patronMember: 'lakeshore' }] },
  },
  errorImpact: 'Staff cannot let an urgent hold go first.',
});
