import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { workGroupingSchema } from '../../domain/work-decision.ts';

/**
 * Says of a member's record with which editions it stands as one work: with the work of another union record, with nothing else, or (taking
 * back what was said) as its title, name and language say. Who said so, when and why stands in the record's history
 * (`catalogue-list-history`) and goes with the record through loads, merges and splits; said already, nothing is noted. Answers what the
 * record stands with now: of several libraries in one union record, what was said last. The other record's library needs no say, as of
 * matches: where its work has no name by rule, one is noted with its record, and told in its history without the name of who did it.
 */
export const contract = operation({
  id: 'catalogue-set-work-decision',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/work-decisions',
  summary: 'Say which editions a record belongs with',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ sourceId: z.string().min(3).max(200), work: workGroupingSchema, reason: reasonSchema }),
  output: z.strictObject({ sourceId: z.string(), work: workGroupingSchema }),
  refusals: {
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'unknown-work': { status: 422, meaning: 'There is no such other record, or the caller may not see it.' },
    'same-record': { status: 422, meaning: 'The record is part of that union record: they are one already.' },
    'stands-alone': {
      status: 409,
      meaning: 'Somebody said of the other record that it stands alone; that has to be taken back first.',
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
  errorImpact: 'Editions that belong together stand apart in lists of works, or the other way round.',
});
