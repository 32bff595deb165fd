import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';

/**
 * Lists the past loans of the calling patron, as long as the patron's choice, a rule or an open fee retains them. Latest borrowed first.
 */
export const contract = operation({
  id: 'circulation-my-history',
  context: 'circulation',
  service: 'administration',
  method: 'GET',
  path: '/v1/circulation/me/reading-history',
  summary: 'Read one’s reading history',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  query: z.strictObject({ after: cursorSchema.optional() }),
  output: z.strictObject({
    on: z.boolean(),
    loans: z.array(
      z.strictObject({
        loanId: z.string(),
        recordId: z.string().optional(),
        title: z.string().optional(),
        checkoutBranch: z.string(),
        checkedOutAt: z.string(),
        endedAt: z.string(),
        /** When it is deleted; omitted while unknown. */
        until: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: {
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' },
  },
  example: {
    query: {},
    output: {
      on: true,
      loans: [
        {
          loanId: 'lon_01kb0000000000000000000000',
          recordId: 'rec_01kb0000000000000000000000',
          title: 'Emma',
          checkoutBranch: 'lakeshore.main',
          checkedOutAt: '2026-11-24T15:00:00.000Z',
          endedAt: '2026-12-01T15:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Patrons do not see what they have read.',
});
