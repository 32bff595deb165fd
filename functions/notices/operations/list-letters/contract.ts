import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { noticeKindSchema } from '../../../../layers/kernel/notices/notice-kinds.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { letterWriters } from '../../schemas.ts';

/** Lists the notices that wait for a member's next batch of letters: for patrons without e-mail, and those who asked for letters. */
export const contract = operation({
  id: 'notices-list-letters',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/members/{memberId}/letters',
  summary: 'List the notices that wait for letters',
  permission: letterWriters,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({
    waiting: z.array(
      z.strictObject({ noticeId: z.string(), patronId: z.string(), kind: noticeKindSchema, at: z.string() }),
    ),
    /** The cost of a letter to the member by the policy, in minor units of the fees' currency. */
    cost: z.number().optional(),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      waiting: [
        {
          noticeId: 'overdue:lon_01kb0000000000000000000000:2026-11-17T04:59:59.000Z:1',
          patronId: 'pat_01kaw5v7n0000000000000000z',
          kind: 'overdue' as const,
          at: '2026-11-18T12:00:00.000Z',
        },
      ],
      cost: 120,
    },
  },
  errorImpact: 'Nobody sees who waits for a letter.',
});
