import * as z from 'zod';
import { operation } from '../../../layers/http/contract.ts';

/** What the library told the patron who asks, newest first: kept 90 days. */
export const contract = operation({
  id: 'circulation-list-my-notices',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/my/notices',
  summary: 'See my notices',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    notices: z.array(
      z.strictObject({
        noticeId: z.string(),
        at: z.string(),
        kind: z.enum(['hold-ready']),
        recordId: z.string().optional(),
        title: z.string().optional(),
        pickupBranch: z.string(),
        until: z.string().optional(),
        /** True when it went out by e-mail as well. */
        mailed: z.boolean(),
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      notices: [
        {
          noticeId: 'hld_01kb00000000000000000000000:3',
          at: '2026-11-24T15:00:00.000Z',
          kind: 'hold-ready',
          recordId: 'rec_01kb00000000000000000000000',
          title: 'Emma',
          pickupBranch: 'lakeshore.main',
          until: '2026-12-02T04:59:59.000Z',
          mailed: false,
        },
      ],
    },
  },
  errorImpact: 'Patrons do not see in their account that a hold is ready.',
});
