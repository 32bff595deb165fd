import * as z from 'zod';
import { noticeKindSchema } from '../../../../layers/kernel/notices/notice-kinds.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** What the library told the patron who asks, newest first: kept 90 days. What was no longer true before it was sent is not shown. */
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
        /** Where to collect, where it was lent, which branch charged. */
        branchId: z.string().optional(),
        /** The copy of an article or chapter that was handed on. */
        documentId: z.string().optional(),
        /** The request of other libraries. */
        requestId: z.string().optional(),
        due: z.string().optional(),
        /** For the how many-th time something is told as overdue. */
        step: z.number().optional(),
        /** Until when a copy is kept or can be opened (an instant), or the last day of the card. */
        until: z.string().optional(),
        /** Minor units. */
        amount: z.strictObject({ minor: z.number(), currency: z.string() }).optional(),
        /** Why a hold ended, or what a bill is for, as a code. */
        reason: z.string().optional(),
        /** How it went out beside standing here: not at all, by e-mail, by letter; or that it waits for either. */
        sent: z.enum(['no', 'waits', 'mail', 'letter']),
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
          sent: 'mail' as const,
        },
      ],
    },
  },
  errorImpact: 'Patrons do not see in their account what the library told them.',
});
