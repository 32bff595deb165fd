import * as z from 'zod';
import { noticeKindSchema } from '../../../../layers/kernel/notices/notice-kinds.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Lists the signed-in patron's notices of the last 90 days, newest first. Notices that became void before they were sent are omitted. */
export const contract = operation({
  id: 'notices-list-my-notices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/mine',
  summary: 'See my notices',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    notices: z.array(
      z.strictObject({
        noticeId: z.string(),
        at: z.string(),
        kind: noticeKindSchema,
        recordId: z.string().optional(),
        title: z.string().optional(),
        /** The pickup branch, the lending branch, or the branch that charged. */
        branchId: z.string().optional(),
        /** The delivered copy of an article or chapter. */
        documentId: z.string().optional(),
        /** The interlibrary request. */
        requestId: z.string().optional(),
        due: z.string().optional(),
        /** The number of the overdue notice. */
        step: z.number().optional(),
        /** Until when a copy is on the hold shelf or can be opened (an instant), or the last day of the card. */
        until: z.string().optional(),
        /** Minor units. */
        amount: z.strictObject({ minor: z.number(), currency: z.string() }).optional(),
        /** Why a hold ended, or what a bill is for, as a code. */
        reason: z.string().optional(),
        /** How it was sent, besides being shown here: not at all, by e-mail, by letter; `waits` for either. */
        sent: z.enum(['no', 'waits', 'email', 'letter']),
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      notices: [
        {
          noticeId: 'itm_01kb0000000000000000000000:3:1',
          at: '2026-11-24T15:00:00.000Z',
          kind: 'hold-ready' as const,
          recordId: 'rec_01kb0000000000000000000000',
          title: 'Emma',
          branchId: 'lakeshore.main',
          until: '2026-12-02T04:59:59.000Z',
          sent: 'email' as const,
        },
      ],
    },
  },
  errorImpact: 'Patrons do not see their notices in their account.',
});
