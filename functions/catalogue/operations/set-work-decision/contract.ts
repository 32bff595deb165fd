import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { workGroupingSchema } from '../../domain/work-decision.ts';

/**
 * Groups a member's record with editions of one work: with the work of another union record, with no other record, or (to revoke a
 * decision) by its title, name and language. The record's history shows who did it, when and why (`catalogue-list-history`); the decision
 * survives loads, merges and splits; repeating it records nothing. Returns the current grouping: among several libraries of one union
 * record, the latest decision. As with matches, the other record's library need not agree: when its work has no name by rule, one is stored
 * with its record, and its history shows that without the name of who did it.
 */
export const contract = operation({
  id: 'catalogue-set-work-decision',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/work-decisions',
  summary: 'Decide which work a record belongs to',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ sourceId: z.string().min(3).max(200), work: workGroupingSchema, reason: reasonSchema }),
  output: z.strictObject({ sourceId: z.string(), work: workGroupingSchema }),
  namedOwner: 'unknown-record',
  refusals: {
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'unknown-work': { status: 422, meaning: 'There is no such other record, or the caller may not see it.' },
    'same-record': { status: 422, meaning: 'The record is part of that union record: they are one already.' },
    'stands-alone': {
      status: 409,
      meaning: 'Staff decided that the other record belongs to no work; undo that decision first.',
    },
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      sourceId: 'riverton:b1000',
      work: { stands: 'with' as const, recordId: 'rec_01kc0000000000000000000000' },
      reason: 'Beowulf, in another translation.',
    },
    output: {
      sourceId: 'riverton:b1000',
      work: { stands: 'with' as const, recordId: 'rec_01kc0000000000000000000000' },
    },
  },
  errorImpact: 'Staff cannot correct which editions belong to a work.',
});
